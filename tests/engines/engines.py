"""The browsers' engines, each with a fresh profile and one page; what it saves lies in a folder."""

from __future__ import annotations

import contextlib
import functools
import os
import subprocess
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from playwright.sync_api import sync_playwright
from selenium import webdriver
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from release import browsers, programs
from tests.browser.chromium import chromium_running, downloaded
from tests.engines.webdriver_page import WebDriverPage, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["ENGINES", "chromium", "firefox", "webkit"]

_WIDTH, _HEIGHT = 1280, 900
_WINDOW: Final = {"viewport": {"width": _WIDTH, "height": _HEIGHT}, "reduced_motion": "reduce"}
_SECONDS: Final = 60
#: WebKit's own small browser is on nobody's path, and its place differs by kind of machine.
_MINI_BROWSERS: Final = "*/webkit2gtk-4.*/MiniBrowser"


@contextlib.contextmanager
def chromium(folder: Path) -> Iterator[tuple[Any, Callable[[Callable[[], None]], bytes]]]:
    """Give a page of Chromium's, and what returns the file that something saves."""
    with chromium_running(browsers.find()) as browser:
        page = _page(browser)
        yield page, functools.partial(downloaded, page)


@contextlib.contextmanager
def firefox(folder: Path) -> Iterator[tuple[Any, Callable[[Callable[[], None]], bytes]]]:
    """Give a page of Firefox's. Playwright does not hear of what it saves, which therefore is looked for."""
    with sync_playwright() as playwright:
        browser = playwright.firefox.launch(
            executable_path=_program("firefox-esr", "firefox"),
            channel="moz-firefox",
            headless=True,
            env=os.environ | {"HOME": str(folder)},
            downloads_path=folder,
        )
        yield _page(browser), _saved_in(folder)
        browser.close()


@contextlib.contextmanager
def webkit(folder: Path) -> Iterator[tuple[Any, Callable[[Callable[[], None]], bytes]]]:
    """Give a page of WebKit's, on a screen that nobody sees."""
    with _screen() as display:
        options = Options()
        options.binary_location = str(next(Path("/usr/lib").glob(_MINI_BROWSERS)))
        options.add_argument("--automation")
        own = os.environ | {"DISPLAY": display, "HOME": str(folder), "LANG": "C.UTF-8"}
        service = Service(_program("WebKitWebDriver"), env=own)
        with warnings.catch_warnings():
            # Selenium starts this driver in a way that it calls old itself.
            warnings.simplefilter("ignore", DeprecationWarning)
            driver = webdriver.WebKitGTK(options=options, service=service)
        try:
            driver.set_page_load_timeout(_SECONDS)
            driver.set_script_timeout(_SECONDS)
            driver.set_window_size(_WIDTH, _HEIGHT)
            yield WebDriverPage(driver, folder), _saved_in(folder)
        finally:
            driver.quit()


ENGINES: Final = {each.__name__: each for each in (chromium, firefox, webkit)}


def _page(browser: Any) -> Any:
    page = browser.new_context(**_WINDOW).new_page()
    page.set_default_timeout(_SECONDS * 1000)
    return page


def _saved_in(folder: Path) -> Callable[[Callable[[], None]], bytes]:
    """Return what does something that saves a file somewhere below a folder, and returns its content."""

    def files() -> set[Path]:
        return set(folder.rglob("*.json")) - set(folder.glob(".*/**/*"))

    def saved(save: Callable[[], None]) -> bytes:
        before = files()
        save()
        until(lambda: any(path.stat().st_size for path in files() - before), f"nothing saved in {folder}")
        return next(path for path in files() - before if path.stat().st_size).read_bytes()

    return saved


@contextlib.contextmanager
def _screen() -> Iterator[str]:
    """Run a screen without a monitor; it chooses its own number."""
    reader, writer = os.pipe()
    command = [
        *(_program("Xvfb"), "-displayfd", str(writer), "-screen", "0", "1400x1000x24"),
        *("-nolisten", "tcp"),
    ]
    process = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as told:
            yield f":{told.readline().strip()}"
    finally:
        process.terminate()
        process.wait(_SECONDS)


def _program(*names: str) -> str:
    path = programs.found(*names)
    assert path, f"no {names[0]} on this machine: make engines installs it"
    return str(path)
