"""The tests' Chromium leaves out what Playwright leaves out, and more."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser


def test_what_playwright_leaves_out_is_left_out_here_too(chromium):
    page = chromium.new_page()
    page.goto("chrome://version")
    command = page.locator("#command_line").inner_text()
    page.close()
    ours, *playwrights = reversed(re.findall(r"--disable-features=(\S+)", command))
    assert playwrights
    for others in playwrights:
        assert set(others.split(",")) <= set(ours.split(","))
