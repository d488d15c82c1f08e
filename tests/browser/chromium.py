"""The tests' Chromium."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, Final

from playwright.sync_api import sync_playwright

from release import browsers
from tests.browser.switches import SWITCHES
from tests.browser.waiting import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["LITTLE_MEMORY", "chromium_running", "downloaded", "profile_of"]

#: A device that has better uses for its memory than a second Python.
LITTLE_MEMORY: Final = (
    "Object.defineProperty(Navigator.prototype, 'deviceMemory', { get: () => 1, configurable: true });"
)


@contextlib.contextmanager
def chromium_running(program: Path | None = None):
    """Run a Chromium for as long as the context lasts: the one named, else one that has no windows."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program or browsers.find_windowless(),
            args=[*browsers.ARGUMENTS, *SWITCHES],
            headless=True,
        )
        yield browser
        browser.close()


@contextlib.contextmanager
def profile_of(chromium: Any):
    """A fresh profile of a reader's in Sweden, for as long as the context lasts."""
    context = chromium.new_context(
        locale="sv-SE", viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
    )
    context.set_default_timeout(1_000 * PATIENCE)
    yield context
    context.close()


def downloaded(page: Any, save: Callable[[], None]) -> bytes:
    """Do something that saves a file, and return its content."""
    with page.expect_download() as saving:
        save()
    content: bytes = saving.value.path().read_bytes()
    return content
