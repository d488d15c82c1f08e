"""Find a Chromium for the tests, or with `--install` get one: `python -m release.browsers [--install]`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

__all__ = ["ARGUMENTS", "find", "install"]

#: A quiet, small Chromium that also starts in a container and asks nothing of any other host.
ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_HELP: Final = "No Chromium found. Install Chromium or Chrome, or set CHROMIUM to the path of one."


def find() -> Path | None:
    """Return the Chromium named in CHROMIUM, else one on the path, else Playwright's own, else None."""
    if named := os.environ.get("CHROMIUM"):
        return Path(named)
    for name in _NAMES:
        if found := shutil.which(name):
            return Path(found)
    own = _of_playwright()
    return own if own.is_file() else None


def install() -> Path:
    """Return a Chromium, fetched where there is none: Debian's for one who may install it, else Playwright's.

    Raises:
        SystemExit: There is none and none could be had.
    """
    if found := find():
        return found
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _try("apt-get", "update", "--quiet")
        _try(
            "apt-get",
            "install",
            "--yes",
            "--quiet",
            "--no-install-recommends",
            "chromium",
            "fonts-liberation",
        )
    if not find():
        _try(sys.executable, "-m", "playwright", "install", "chromium")
    if found := find():
        return found
    raise SystemExit(_HELP)


def _of_playwright() -> Path:
    """Return where Playwright keeps, or would keep, the Chromium made for it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the site is built without it

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def _try(*command: str) -> None:
    """Run a step that may fail: what was to be had shows afterwards."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    print(install() if "--install" in sys.argv[1:] else find() or _HELP)
