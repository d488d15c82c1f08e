"""The tests' Chromium."""

from __future__ import annotations

import contextlib

from playwright.sync_api import sync_playwright

from release import browsers
from tests.browser.switches import SWITCHES


@contextlib.contextmanager
def chromium_running():
    """Run a Chromium without a window for as long as the context lasts."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browsers.find(), args=[*browsers.ARGUMENTS, *SWITCHES], headless=True
        )
        yield browser
        browser.close()
