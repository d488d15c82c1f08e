"""Nothing in sight moves while a page opens: not for its font, nor when a script draws its element."""

from __future__ import annotations

import pytest

from tests.bench.lighthouse import KINDS

pytestmark = pytest.mark.browser

#: Counts what moves; whatever an element is drawn from has come when the page has loaded.
SHIFTS = """() => new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().map(({ value, sources }) =>
        [value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.textContent)],
    ))).observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => resolve([])));
})"""
#: Longer than any script of the guide waits before it draws, in milliseconds.
QUIET = 500


@pytest.mark.parametrize("size", [(360, 740), (1280, 900)], ids=["narrow", "wide"])
@pytest.mark.parametrize(
    "page", [f"{language}{page}" for language in ("", "en/") for page in (*KINDS, "offline/")]
)
def test_nothing_in_sight_moves(context, site, page, size):
    width, height = size
    tab = context.new_page()
    tab.set_viewport_size({"width": width, "height": height})
    assert tab.goto(site + page).ok
    # Fonts, and whatever a script draws without being asked.
    tab.evaluate("document.fonts.ready.then(() => true)")
    tab.wait_for_timeout(QUIET)
    if tab.locator("team-checker, visit-planner").count():
        tab.locator(".checker-app:not([aria-busy])").wait_for()
    shifts = tab.evaluate(SHIFTS)
    assert sum(value for value, *_ in shifts) <= 0.01, shifts
