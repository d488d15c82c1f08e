"""Find a LibreOffice for the tests, or with `--install` get one: `python -m release.office [--install]`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

__all__ = ["convert", "find", "install"]

_NAMES: Final = ("soffice", "libreoffice")
_HELP: Final = "No LibreOffice found. Install LibreOffice Calc, or set SOFFICE to the path of its soffice."
#: A first start makes a profile, on a busy machine slowly.
_SECONDS: Final = 300


def find() -> Path | None:
    """Return the LibreOffice named in SOFFICE, else one on the path, else None."""
    if named := os.environ.get("SOFFICE"):
        return Path(named)
    return next((Path(found) for name in _NAMES if (found := shutil.which(name))), None)


def install() -> Path:
    """Return a LibreOffice, Debian's for one who may install it where there is none.

    Raises:
        SystemExit: There is none and none could be had.
    """
    if found := find():
        return found
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _try("apt-get", "update", "--quiet")
        _try("apt-get", "install", "--yes", "--quiet", "--no-install-recommends", "libreoffice-calc")
    if found := find():
        return found
    raise SystemExit(_HELP)


def convert(source: Path, form: str, folder: Path) -> Path:
    """Let LibreOffice open a file and save it anew in a folder, as `xlsx` or another of its formats.

    Raises:
        RuntimeError: LibreOffice made no file.
    """
    office = install()
    profile = (folder / "profile").resolve().as_uri()
    subprocess.run(
        [
            *(office, "--headless", "--norestore", f"-env:UserInstallation={profile}"),
            *("--convert-to", form, "--outdir", folder, source),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=_SECONDS,
        check=False,
    )
    made = folder / f"{source.stem}.{form.partition(':')[0]}"
    if not made.is_file():
        raise RuntimeError(f"LibreOffice made no {made.name}")
    return made


def _try(*command: str) -> None:
    """Run a step that may fail: what was to be had shows afterwards."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    print(install() if "--install" in sys.argv[1:] else find() or _HELP)
