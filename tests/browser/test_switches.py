"""The tests' Chromium leaves out what Playwright leaves out, and more."""

from __future__ import annotations

import re

import pytest

from release import browsers
from tests.browser.switches import SWITCHES

pytestmark = pytest.mark.browser


def test_what_playwright_leaves_out_is_left_out_here_too(chromium):
    # One without windows has no page that tells what it was started with.
    arguments = [*browsers.ARGUMENTS, *SWITCHES]
    whole = chromium.browser_type.launch(executable_path=browsers.find(), args=arguments)
    page = whole.new_page()
    page.goto("chrome://version")
    command = page.locator("#command_line").inner_text()
    whole.close()
    ours, *playwrights = reversed(re.findall(r"--disable-features=(\S+)", command))
    assert playwrights
    for others in playwrights:
        assert set(others.split(",")) <= set(ours.split(","))
