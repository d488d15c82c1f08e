"""Programs that tests need beside Python's packages: `python -m release.programs nginx=nginx-light …`.

Each argument is a program and the Debian packages, parted by commas, that bring it where it is missing.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["attempt", "found", "install", "named_or_found"]

#: Where Debian keeps servers, which not everybody has on their path.
_FOR_ADMINISTRATORS: Final = "/usr/sbin"
#: Debian asks this file, where there is one, whether a service may start.
_MAY_START: Final = Path("/usr/sbin/policy-rc.d")
_NONE_MAY: Final = "#!/bin/sh\nexit 101\n"


def found(*names: str) -> Path | None:
    """Return the first of some programs that is installed."""
    places = os.pathsep.join([os.environ.get("PATH", os.defpath), _FOR_ADMINISTRATORS])
    return next((Path(path) for name in names if (path := shutil.which(name, path=places))), None)


def named_or_found(variable: str, *names: str) -> Path | None:
    """Return the program that an environment variable names, else the first of some that is installed."""
    return Path(named) if (named := os.environ.get(variable)) else found(*names)


def install(*packages: str) -> None:
    """Install packages of Debian's where this user may; whether they came shows in what is found afterwards.

    No service is started.
    """
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    with _no_service_started():
        attempt("apt-get", "update", "--quiet")
        attempt("apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *packages)


def attempt(*command: str) -> None:
    """Run a step that may fail: what was to be had shows afterwards."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)


@contextlib.contextmanager
def _no_service_started() -> Iterator[None]:
    """Let no package start what it brings; a rule that the machine has already stays as it is."""
    if _MAY_START.exists():
        yield
        return
    _MAY_START.write_text(_NONE_MAY, "utf-8")
    _MAY_START.chmod(0o755)
    try:
        yield
    finally:
        _MAY_START.unlink()


def _main(wanted: list[str]) -> None:
    packages = dict(each.split("=", 1) for each in wanted)
    if missing := [each for name, text in packages.items() if not found(name) for each in text.split(",")]:
        install(*missing)
    if missing := [name for name in packages if not found(name)]:
        raise SystemExit(f"Not found, and could not be installed: {', '.join(missing)}.")


if __name__ == "__main__":
    _main(sys.argv[1:])
