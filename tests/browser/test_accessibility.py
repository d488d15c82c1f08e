"""What opens over a page holds WCAG 2.2 AA as far as axe can tell."""

from __future__ import annotations

import pytest

from tests.browser.axe import looks_of, violations_everywhere
from tests.browser.returning import returning

pytestmark = [pytest.mark.browser, returning]


@pytest.mark.parametrize(
    ("state", "width"),
    [("search", 1280), ("search", 360), ("term", 1280), ("term", 360), ("menu", 360)],
)
def test_axe_finds_nothing_on_a_page_with_something_open(context, site, state, width):
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}en/components/steering/")
    if state == "search":
        if page.locator(".pg-search-button").is_visible():
            page.locator(".pg-search-button").click()
        page.locator("input[type=search]").press_sequentially("coordinator")
        page.locator("[data-search-hit] a").first.wait_for()
    elif state == "term":
        page.locator(".pg-term").first.click()
        page.locator(".pg-term__tip:popover-open").wait_for()
    else:
        page.get_by_role("button", name="Menu").click()
        page.get_by_role("dialog", name="Menu").wait_for()
    assert violations_everywhere(page, looks=looks_of(width)) == {}
