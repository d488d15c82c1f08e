"""Python starts before anyone asks only where that costs nobody anything."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.checker_page import CheckerPage
from tests.browser.kept_python import HAS_ALL
from tests.browser.waiting import wait_for

pytestmark = pytest.mark.browser

PAGE = "components/inception/"
#: Longer than a page lies idle before Python starts.
LONG = 5_000
LINE = "Object.defineProperty(NetworkInformation.prototype, '{name}', {{ get: () => {value} }});"
#: A minute without a word from Python, after which it is given up, passes in ten seconds.
IMPATIENT = """const wait = setTimeout;
window.setTimeout = (call, time, ...rest) => wait(call, time >= 60_000 ? 10_000 : time, ...rest);"""
NOT_KNOWN = "delete Navigator.prototype.connection;"


@pytest.fixture
def opened(context, site):
    """Open a page on a line, and keep account of what it asks for of the runtime."""

    def open_page(script="", address=PAGE):
        page = context.new_page()
        page.add_init_script(script)
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url) if fetched(request) else None)
        page.goto(f"{site}{address}")
        return page

    return open_page


def fetched(request):
    """Is this a file of the runtime from a host? Unpacked ones lie in the browser."""
    return "/runtime/" in request.url and "/unpacked/" not in request.url


def line(name, value):
    return LINE.format(name=name, value=value)


def state(page):
    return page.locator("team-checker").get_attribute("state")


def test_on_a_fast_line_python_is_there_before_the_reader_and_says_nothing(opened):
    page = opened()
    desk = CheckerPage(page)
    wait_for(page, "performance.getEntriesByType('resource').some(({ name }) => name.includes('/runtime/'))")
    page.wait_for_timeout(LONG)
    assert state(page) == "idle"
    assert page.evaluate("performance.getEntriesByName('checker:engage').length") == 0
    assert page.evaluate("caches.keys()") == []
    desk.field("partners", 0, "name").fill("Region Gotland")
    desk.expect_verdict("unmet")
    assert page.evaluate("performance.getEntriesByName('checker:engage').length") == 1
    wait_for(page, HAS_ALL)


def test_python_that_nobody_asked_for_waits_as_long_as_the_reader_does(opened):
    page = opened(IMPATIENT)
    desk = CheckerPage(page)
    # One reads Python's script and library, the other unpacks its module.
    wait_for(page, "performance.getEntriesByType('resource').some(({ name }) => name.includes('/runtime/'))")
    page.wait_for_timeout(20_000)
    assert len(page.workers) == 2
    desk.field("partners", 0, "name").fill("Region Gotland")
    desk.expect_verdict("unmet")
    assert len(page.workers) == 2


@pytest.mark.parametrize(
    "script",
    [line("saveData", "true"), line("effectiveType", "'3g'"), line("type", "'cellular'"), NOT_KNOWN],
    ids=["data saver", "slow", "metered", "not known"],
)
def test_on_any_other_line_nothing_is_fetched_until_the_reader_turns_to_the_checker(opened, script):
    page = opened(script)
    desk = CheckerPage(page)
    page.wait_for_timeout(LONG)
    assert page.asked == []
    # It has looked for what is kept, and to look makes nothing.
    assert page.evaluate("caches.keys()") == []
    desk.field("partners", 0, "name").fill("Region Gotland")
    desk.expect_verdict("unmet")
    assert page.asked


def test_whoever_saves_data_fetches_nothing_by_passing_through(opened):
    page = opened(line("saveData", "true"))
    desk = CheckerPage(page)
    desk.field("partners", 0, "name").click()
    desk.field("partners", 1, "name").focus()
    page.wait_for_timeout(500)
    assert page.asked == []
    assert state(page) == "idle"
    desk.action("check").click()
    desk.page.wait_for_selector("team-checker[state=ready]")


def test_what_is_kept_starts_on_any_line_and_fetches_nothing(opened):
    first = opened(NOT_KNOWN)
    desk = CheckerPage(first)
    desk.field("partners", 0, "name").fill("Region Gotland")
    desk.expect_verdict("unmet")
    wait_for(first, HAS_ALL)
    first.close()
    page = opened(NOT_KNOWN)
    with page.expect_event("worker"):
        CheckerPage(page)
    page.wait_for_timeout(1_000)
    assert page.asked == []


@pytest.mark.parametrize("address", ["", "components/", "toolbox/study-visit/", "about/privacy/"])
def test_a_page_of_prose_fetches_nothing_however_long_it_lies(opened, address):
    page = opened(address=address)
    page.wait_for_timeout(LONG)
    assert page.asked == []


def test_a_start_that_nobody_asked_for_fails_unseen_and_the_next_one_counts(opened, context):
    context.route("**/runtime/library-*", lambda route: route.abort())
    page = opened()
    desk = CheckerPage(page)
    wait_for(page, "performance.getEntriesByType('resource').some(({ name }) => name.includes('/runtime/'))")
    page.wait_for_timeout(LONG)
    assert state(page) == "idle"
    expect(page.get_by_role("alert")).to_have_count(0)
    context.unroute("**/runtime/library-*")
    desk.field("partners", 0, "name").fill("Region Gotland")
    desk.expect_verdict("unmet")
    # The console says what did not come.
    context.faults.clear()
