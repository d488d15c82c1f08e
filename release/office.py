"""Find a LibreOffice for the tests, or with `--install` get one: `python -m release.office [--install]`."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Final

from release import programs

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["convert", "find", "install"]

_NAMES: Final = ("soffice", "libreoffice")
_HELP: Final = "No LibreOffice found. Install LibreOffice Calc, or set SOFFICE to the path of its soffice."
#: A first start makes a profile, on a busy machine slowly.
_SECONDS: Final = 300


def find() -> Path | None:
    """Return the LibreOffice named in SOFFICE, else one on the path, else None."""
    return programs.named_or_found("SOFFICE", *_NAMES)


def install() -> Path:
    """Return a LibreOffice, Debian's for one who may install it where there is none.

    Raises:
        SystemExit: There is none and none could be had.
    """
    if found := find():
        return found
    programs.install("libreoffice-calc")
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


if __name__ == "__main__":
    print(install() if "--install" in sys.argv[1:] else find() or _HELP)
