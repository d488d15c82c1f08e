"""Find a Chromium for the tests, or with `--install` get one: `python -m release.browsers [--install]`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from release import programs

__all__ = ["ARGUMENTS", "find", "find_windowless", "install"]

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
#: The same engine without the windows around it: a third less work for each page that is opened.
_WINDOWLESS: Final = "chromium-headless-shell"
_HELP: Final = "No Chromium found. Install Chromium or Chrome, or set CHROMIUM to the path of one."


def find() -> Path | None:
    """Return the Chromium named in CHROMIUM, else one on the path, else Playwright's own, else None."""
    if found := programs.named_or_found("CHROMIUM", *_NAMES):
        return found
    own = _of_playwright()
    return own if own.is_file() else None


def find_windowless() -> Path | None:
    """Return the Chromium named in CHROMIUM, else one that has no windows, else what `find` does."""
    return programs.named_or_found("CHROMIUM", _WINDOWLESS) or find()


def install() -> Path:
    """Return a Chromium, fetched where there is none: Debian's for one who may install it, else Playwright's.

    Raises:
        SystemExit: There is none and none could be had.
    """
    if not find():
        programs.install("chromium", "fonts-liberation")
    if not programs.named_or_found("CHROMIUM", _WINDOWLESS):
        programs.install(_WINDOWLESS)
    if not find():
        programs.attempt(sys.executable, "-m", "playwright", "install", "chromium")
    if found := find():
        return found
    raise SystemExit(_HELP)


def _of_playwright() -> Path:
    """Return where Playwright keeps, or would keep, the Chromium made for it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the site is built without it

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


if __name__ == "__main__":
    print(install() if "--install" in sys.argv[1:] else find() or _HELP)
