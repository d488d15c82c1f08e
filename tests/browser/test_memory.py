"""A later visit wakes Python from a memory kept by the browser, which never held what anybody wrote."""

from __future__ import annotations

import pytest

from macros.data_files import read_toml
from tests.browser.checker_page import CheckerPage
from tests.browser.kept_python import HAS_ALL, HAS_MEMORY, MEMORIES
from tests.browser.waiting import wait_for

pytestmark = pytest.mark.browser

PAGE = "components/inception/"
ENOUGH = "Object.defineProperty(Navigator.prototype, 'deviceMemory', { get: () => 8 });"
#: A Python that is never asked anything is started for its memory, after a pause.
LONG = 4_000
NAME = "Quetzalcoatlus Marmeladskog"
SIZE = """caches.open("partnership-guide/python").then(async (cache) => {
  const found = (await cache.keys()).find(({ url }) => url.includes("/memory-"));
  return (await (await cache.match(found)).blob()).size;
})"""
#: Does anything kept for Python hold a text, as one byte a character or as two or four?
HOLDS = """async (text) => {
  const codes = [...text].map((letter) => letter.codePointAt(0));
  const forms = [1, 2, 4].map((width) => codes.flatMap((code) => [code, ...Array(width - 1).fill(0)]));
  const cache = await caches.open("partnership-guide/python");
  for (const request of await cache.keys()) {
    const bytes = new Uint8Array(await (await cache.match(request)).arrayBuffer());
    for (const form of forms)
      for (let at = bytes.indexOf(form[0]); at >= 0; at = bytes.indexOf(form[0], at + 1))
        if (form.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}"""
#: A browser in which what is kept of Python shows only some seconds after.
SLOW_TO_SHOW = """{
  const match = CacheStorage.prototype.match;
  const until = performance.now() + 8_000;
  CacheStorage.prototype.match = function (...asked) {
    const isAbsent = String(asked[0]).includes("/checkers-") && performance.now() < until;
    return isAbsent ? Promise.resolve() : match.apply(this, asked);
  };
}"""
SPOIL = """async (how) => {
  const cache = await caches.open("partnership-guide/python");
  for (const { url } of await cache.keys()) {
    if (!url.includes("/memory-")) continue;
    const whole = new Uint8Array(await (await cache.match(url)).arrayBuffer());
    const spoilt = { short: whole.slice(0, 5e6), none: whole.slice(0, 0), noise: whole.fill(85, 4e3) };
    await cache.put(url, new Response(spoilt[how]));
  }
}"""


#: The first answer of Python's is a failure, as if its memory had been no good.
FAILS_ONCE = """const { JSON: { parse } } = window;
let failed = false;
JSON.parse = (text, ...rest) => {
  const value = parse(text, ...rest);
  if (failed || value?.type !== "answer") return value;
  failed = true;
  return { type: "failed", reason: "crashed" };
};"""


def said(page, name):
    return page.evaluate(f"performance.getEntriesByName('checker:{name}').length")


def asked(page, site, address=PAGE, name="Region Gotland"):
    """Open a page, have a team checked, and return the whole report as it reads."""
    page.goto(f"{site}{address}")
    desk = CheckerPage(page)
    desk.field("partners", 0, "name").fill(name)
    desk.expect_verdict("unmet")
    return desk.element.locator(".checker-verdict, .checker-group").all_inner_texts()


#: The Python that is started for its memory alone finds no room.
NO_ROOM = """{
  const { Blob: Whole } = window;
  const none = "WebAssembly.instantiate = async () => { throw new RangeError('no room'); };\\n";
  window.Blob = class extends Whole {
    constructor(parts = [], ...rest) {
      const isSecond = String(parts[0]).includes('"task":"remember"');
      super(isSecond ? [none, ...parts] : parts, ...rest);
    }
  };
}"""
FORGET_MEMORY = """caches.open("partnership-guide/python").then(async (cache) => {
  for (const { url } of await cache.keys()) if (url.includes("/memory-")) await cache.delete(url);
})"""


@pytest.fixture
def page(context):
    page = context.new_page()
    page.add_init_script(ENOUGH)
    return page


@pytest.fixture
def remembered(page, site):
    """A page whose first visit has left a memory, and what its report said."""
    first = asked(page, site)
    assert (said(page, "started"), said(page, "woken")) == (1, 0)
    wait_for(page, HAS_MEMORY)
    # The one who made it is gone; the two who answer stay.
    wait_for_workers(page, 2)
    return first


def wait_for_workers(page, count):
    for _ in range(200):
        if len(page.workers) == count:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{len(page.workers)} workers")


def test_the_next_visit_wakes_python_and_reads_the_same(page, site, remembered):
    assert asked(page, site) == remembered
    assert (said(page, "started"), said(page, "woken")) == (0, 1)
    # In the other language and for another component as well: it is the same memory.
    asked(page, site, "en/components/project/")
    assert said(page, "woken") == 1


def test_a_memory_is_kept_too_where_keeping_what_python_came_from_takes_a_while(page, site):
    page.add_init_script(SLOW_TO_SHOW)
    asked(page, site)
    wait_for(page, HAS_MEMORY)


def test_what_is_kept_holds_nothing_of_what_was_written(page, site):
    asked(page, site, name=NAME)
    wait_for(page, HAS_MEMORY)
    # What does stand in it is found.
    assert page.evaluate(HOLDS, "participants.health")
    assert not page.evaluate(HOLDS, NAME)


def test_what_is_kept_is_as_large_as_readers_are_told(page, remembered):
    size = page.evaluate(SIZE)
    assert size == pytest.approx(read_toml("data/device.toml")["image"], rel=0.1)


@pytest.mark.parametrize("how", ["short", "none", "noise"])
def test_from_a_spoilt_memory_python_starts_anew_and_says_the_same(page, site, remembered, how):
    page.context.faults.clear()
    page.evaluate(SPOIL, how)
    assert asked(page, site) == remembered
    assert (said(page, "started"), said(page, "woken")) == (1, 0)
    # The next memory is a whole one again.
    wait_for(page, HAS_MEMORY)
    assert asked(page, site) == remembered
    assert said(page, "woken") == 1


def test_a_woken_python_that_fails_is_started_anew_when_it_is_tried_again(page, site, remembered):
    page.context.faults.clear()
    page.add_init_script(FAILS_ONCE)
    page.goto(f"{site}{PAGE}")
    desk = CheckerPage(page)
    desk.field("partners", 0, "name").fill("Region Gotland")
    page.locator("team-checker[state=failed]").wait_for()
    assert (said(page, "started"), said(page, "woken")) == (0, 1)
    desk.action("retry").click()
    desk.expect_verdict("unmet")
    assert (said(page, "started"), said(page, "woken")) == (1, 1)


def test_in_another_time_zone_a_memory_is_made_anew(page, site, remembered):
    there = page.evaluate(MEMORIES)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setTimezoneOverride", {"timezoneId": "Africa/Nairobi"})
    assert asked(page, site) == remembered
    assert said(page, "woken") == 0
    wait_for(page, f"{MEMORIES}.then((found) => found.some((url) => url.includes('Nairobi')))")
    assert not set(there) & set(page.evaluate(MEMORIES))


def test_a_device_with_little_memory_keeps_none(context, site):
    page = context.new_page()
    asked(page, site)
    page.wait_for_timeout(LONG)
    assert page.evaluate(MEMORIES) == []


def test_where_there_is_no_room_for_a_second_python_what_the_first_came_from_stays(page, site):
    page.context.faults.clear()
    page.add_init_script(NO_ROOM)
    with page.expect_console_message(lambda line: "no room" in line.text):
        asked(page, site)
        wait_for(page, HAS_ALL)
    # It has come and gone.
    wait_for_workers(page, 2)
    assert page.evaluate(HAS_ALL)
    assert page.evaluate(MEMORIES) == []
    # The console says why it was not kept.
    page.context.faults.clear()


@pytest.mark.parametrize("pressed", ["remove", "erase"])
def test_removed_copies_take_the_memory_along_and_it_does_not_come_back(page, site, remembered, pressed):
    page.goto(f"{site}check/")
    desk = CheckerPage(page)
    # Python answers here too, and one with nothing to do would see to its memory in a moment.
    page.evaluate(FORGET_MEMORY)
    desk.field("partners", 0, "name").fill("Region Skåne")
    desk.expect_verdict("unmet")
    page.locator("offline-copy [data-offline=keep]").scroll_into_view_if_needed()
    page.locator("offline-copy [data-offline=keep]").click()
    page.locator("offline-copy[state=kept]").wait_for()
    if pressed == "remove":
        page.locator("offline-copy [data-offline=remove]").click()
        page.locator("offline-copy[state=removed]").wait_for()
    else:
        desk.action("shelf").click()
        page.locator("erase-data > button").click()
        page.locator(".erase-yes").click()
        page.locator(".erase-result table").wait_for()
    page.wait_for_timeout(LONG)
    assert page.evaluate("caches.keys()") == []
