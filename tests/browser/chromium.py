"""The tests' Chromium."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from release import browsers
from tests.browser.switches import SWITCHES

if TYPE_CHECKING:
    from collections.abc import Callable


@contextlib.contextmanager
def chromium_running():
    """Run a Chromium without a window for as long as the context lasts."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browsers.find(), args=[*browsers.ARGUMENTS, *SWITCHES], headless=True
        )
        yield browser
        browser.close()


@contextlib.contextmanager
def profile_of(chromium: Any):
    """A fresh profile of a reader's in Sweden, for as long as the context lasts."""
    context = chromium.new_context(
        locale="sv-SE", viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
    )
    context.set_default_timeout(40_000)
    yield context
    context.close()


def downloaded(page: Any, save: Callable[[], None]) -> bytes:
    """Do something that saves a file, and return its content."""
    with page.expect_download() as saving:
        save()
    content: bytes = saving.value.path().read_bytes()
    return content
