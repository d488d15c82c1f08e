"""The checker, with its findings shown, holds WCAG 2.2 AA as far as axe can tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.checker_page import CheckerPage

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(context, site, width, scheme):
    page = context.new_page()
    # So high that the bar at the foot of the form lies over nothing that axe would then call hidden.
    page.set_viewport_size({"width": width, "height": 12_000})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{site}en/components/inception/")
    desk = CheckerPage(page)
    desk.action("example").click()
    desk.expect_verdict("unmet")
    page.locator(".checker-person-toggle").first.click()
    for fold in page.locator(".checker-fold > summary").all():
        fold.click()
    page.locator("#checker-visits > summary").click()
    desk.action("add-visit").click()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate(
        "(levels) => axe.run('team-checker', { runOnly: { type: 'tag', values: levels } })", LEVELS
    )
    found = [(one["id"], [node["html"] for node in one["nodes"]]) for one in result["violations"]]
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("state", "width"),
    [("search", 1280), ("search", 360), ("term", 1280), ("term", 360), ("menu", 360)],
)
def test_axe_finds_nothing_on_a_page_with_something_open(context, site, state, width, scheme):
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
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
    page.evaluate(AXE.read_text(encoding="utf-8"))
    run = "(levels) => axe.run(document, { runOnly: { type: 'tag', values: levels } })"
    result = page.evaluate(run, LEVELS)
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in result["violations"]] == []
