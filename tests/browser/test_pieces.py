"""The checker is built when its reader comes near, and drawn in pieces, the verdict first."""

from __future__ import annotations

import json

import pytest

from macros.checker_examples import example
from tests.browser.checker_page import CheckerPage
from tests.browser.test_shift import SHIFTS
from tests.browser.waiting import wait_for

pytestmark = pytest.mark.browser

#: A page that is never idle, so that its reader alone decides.
NEVER_IDLE = "window.requestIdleCallback = () => 0;"
#: Each piece of a drawing is a task of its own; while `held`, none comes after what is to be painted.
ONE_BY_ONE = """
let now = 0;
performance.now = () => (now += 1000);
window.held = false;
const waiting = [];
scheduler.yield = () => new Promise((resolve) => {
  if (held) waiting.push(resolve);
  else setTimeout(resolve);
});
window.release = () => { held = false; for (const resolve of waiting.splice(0)) resolve(); };
"""
BUILT = ".checker-app:not([aria-busy])"
PAGE = "components/inception/"
RIGHT = example("inception", "sv", right=True)
IS_BEGUN = "document.querySelector('.checker-app') !== null"
#: How far a heading lies below the upper edge of what is in sight, in pixels.
TOP = "(id) => document.getElementById(id).getBoundingClientRect().top"
HIGHEST = 200


def file(document):
    return {"name": "team.json", "mimeType": "application/json", "buffer": json.dumps(document).encode()}


#: So often are pieces let go at most.
_PIECES = 1000
FOCUS = "link => link.focus({ preventScroll: true })"


@pytest.fixture
def page(context):
    return context.new_page()


def draw_until(page, selector):
    """Let go the pieces that are held, one after the other, until something is there."""
    for _ in range(_PIECES):
        if page.locator(selector).count():
            return
        page.evaluate("release(), held = true")
        page.wait_for_timeout(25)
    raise AssertionError(f"{selector} never came")


@pytest.mark.parametrize(
    "come",
    [
        lambda page: page.locator("#check").scroll_into_view_if_needed(),
        lambda page: page.locator("team-checker a:visible").first.evaluate(FOCUS),
        lambda page: page.locator("main a[href='#check']").first.click(),
        lambda page: page.evaluate("dispatchEvent(new Event('beforeprint'))"),
    ],
    ids=["scrolled", "by keyboard", "by a link", "printed"],
)
def test_the_checker_is_built_when_its_reader_comes_near(page, site, come):
    page.add_init_script(NEVER_IDLE)
    page.goto(site + PAGE, wait_until="networkidle")
    assert not page.evaluate(IS_BEGUN)
    assert page.locator("team-checker[state=idle] [data-checklist]").count() > 0
    come(page)
    page.locator(BUILT).wait_for(state="attached")
    assert page.locator("team-checker [data-checklist]").count() > 0


@pytest.mark.parametrize("address", ["check/", f"{PAGE}#source", f"{PAGE}?open=replacements"])
def test_it_is_built_at_once_in_sight_or_where_the_address_asks_for_a_place(page, site, address):
    page.add_init_script(NEVER_IDLE)
    page.goto(site + address)
    page.locator(BUILT).wait_for(state="attached")


def test_it_is_built_far_below_what_is_in_sight_once_the_page_is_idle(page, site):
    page.goto(site + PAGE)
    page.locator(BUILT).wait_for(state="attached")
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", ["check/", "embed/inception/"])
def test_nothing_in_sight_moves_however_slowly_it_is_built(page, site, address, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(ONE_BY_ONE.replace("setTimeout(resolve)", "setTimeout(resolve, 50)"))
    page.goto(site + address)
    page.locator(BUILT).wait_for(state="attached")
    shifts = page.evaluate(SHIFTS)
    assert sum(value for value, *_ in shifts) <= 0.01, shifts


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("place", ["check", "source"])
def test_a_link_to_the_checker_or_past_it_lands_there_while_it_is_built(page, site, place, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(ONE_BY_ONE)
    page.goto(site + PAGE)
    page.locator(f"a[href='#{place}']").first.evaluate("link => link.click()")
    page.locator(BUILT).wait_for(state="attached")
    wait_for(page, f"(id) => Math.abs(({TOP})(id)) < {HIGHEST}", place)


def test_the_verdict_is_painted_before_its_findings_and_told_after_them(page, site):
    page.add_init_script(ONE_BY_ONE)
    page.goto(f"{site}check/")
    desk = CheckerPage(page)
    page.evaluate("""() => {
        const live = document.querySelector(".checker-announce");
        window.told = [];
        const count = () => document.querySelectorAll("[data-rule]").length;
        new MutationObserver(() => told.push([count(), document.querySelector("[aria-busy]") !== null]))
            .observe(live, { childList: true });
        new PerformanceObserver((list) => {
            if (list.getEntriesByName("checker:verdict").length) window.painted ??= count();
        }).observe({ type: "mark" });
        held = true;
    }""")
    page.set_input_files("input[type=file]", files=[file(RIGHT)])
    draw_until(page, ".checker-verdict")
    wait_for(page, "window.painted !== undefined")
    assert page.locator("team-checker").get_attribute("verdict") is None
    assert page.locator(".checker-app[aria-busy=true]").count() == 1
    page.evaluate("release()")
    desk.expect_verdict("met")
    wait_for(page, "told.length > 0")
    every = page.locator("[data-rule]").count()
    assert page.evaluate("painted") < every
    assert page.evaluate("told") == [[every, False]]


def test_a_newer_report_takes_the_place_of_one_that_is_still_being_drawn(page, site):
    page.add_init_script(ONE_BY_ONE)
    page.goto(f"{site}check/")
    desk = CheckerPage(page)
    page.set_input_files("input[type=file]", files=[file(RIGHT)])
    desk.expect_verdict("met")
    findings = "[...document.querySelectorAll('[data-rule]')].map(({ outerHTML }) => outerHTML)"
    before = page.evaluate(findings)
    page.evaluate("held = true")
    desk.choose("false", "teams", 0, "answers", "inception.tool")
    draw_until(page, ".checker-verdict[data-verdict=unmet]")
    assert page.locator("team-checker").get_attribute("verdict") == "met"
    assert page.locator(".checker-app[aria-busy=true]").count() == 1
    # The first report is half drawn: what comes now undoes the change.
    page.evaluate("document.querySelector('[data-action=undo]').click()")
    page.wait_for_timeout(200)
    page.evaluate("release()")
    page.locator(".checker-verdict[data-verdict=met]").wait_for()
    page.locator(BUILT).wait_for()
    desk.expect_verdict("met")
    assert page.evaluate(findings) == before
    assert page.locator(".checker-beside [data-tone=unmet]").count() == 0


def test_a_button_that_leads_to_a_field_finds_it_although_the_drawing_is_not_done(page, site):
    page.add_init_script(ONE_BY_ONE)
    page.goto(f"{site}check/")
    desk = CheckerPage(page)
    page.evaluate("held = true")
    desk.action("add-seats").evaluate("button => button.click()")
    assert page.evaluate("document.activeElement.id").endswith("participants-0-name")
    page.evaluate("release()")
