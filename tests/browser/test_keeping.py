"""Nothing that anyone types is lost: a reload, a closed tab, two tabs, a browser that does not save."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from macros.checker_examples import example
from tests.browser.checker_page import CheckerPage

pytestmark = pytest.mark.browser

NAME = ("partners", 0, "name")
JOURNAL = "Object.keys(localStorage).filter((key) => key.startsWith('partnership-guide:unsaved'))"
REFUSED = "indexedDB.open = () => { throw new DOMException('no', 'SecurityError') }"
SILENT = "indexedDB.open = () => new EventTarget()"
FULL = """IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }"""
MEMORYLESS = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


def notice(desk):
    box = desk.page.locator(".checker-notice[data-tone=unclear]")
    box.wait_for()
    return box


def until(desk, name):
    """Wait until the first partner's name is so."""
    expect(desk.page.locator(".checker-input").first).to_have_value(name)


def test_what_was_typed_right_before_the_tab_was_closed_is_there_in_the_next(checker):
    for attempt in range(5):
        desk = checker()
        desk.field(*NAME).fill(f"Region {attempt}")
        desk.page.close(run_before_unload=False)
        desk = checker()
        until(desk, f"Region {attempt}")
        desk.page.close()


def test_what_a_slow_store_has_not_kept_when_the_page_goes_is_taken_up_by_the_next(checker, site):
    desk = checker()
    desk.field(*NAME).fill("Region")
    before = desk.stored()
    assert before["partners"][0]["name"] == "Region"
    # From now on nothing is kept any more, and nothing is refused either.
    desk.page.evaluate("void (IDBObjectStore.prototype.put = () => new Promise(() => {}))")
    desk.field(*NAME).fill("Region Gotland")
    desk.page.goto(f"{site}components/project/")
    until(desk, "Region Gotland")
    assert desk.stored()["partners"][0]["name"] == "Region Gotland"
    assert len(desk.shelf()) == 1
    assert desk.page.evaluate(JOURNAL) == []


def test_back_and_forward_show_what_was_entered_last(checker, site):
    desk = checker()
    # Chromium's tab may die where it leaves a page that is compiling.
    desk.page.route("**/runtime/*.bin", lambda _: None)
    desk.field(*NAME).fill("Region Gotland")
    desk.page.goto(f"{site}components/project/")
    until(desk, "Region Gotland")
    desk.field(*NAME).fill("Gotland")
    desk.page.go_back()
    until(desk, "Gotland")
    desk.page.go_forward()
    until(desk, "Gotland")
    assert len(desk.shelf()) == 1


def test_a_tab_where_nothing_is_begun_shows_what_is_begun_in_another(checker):
    one, other = checker(), checker()
    one.field(*NAME).fill("Region Gotland")
    until(other, "Region Gotland")
    assert len(one.shelf()) == 1


def test_two_tabs_by_turns_are_one_partnership_and_the_other_tabs_change_can_be_undone(checker):
    one, other = checker(), checker()
    one.field(*NAME).fill("A")
    until(other, "A")
    other.field(*NAME).fill("AB")
    until(one, "AB")
    one.field(*NAME).fill("ABC")
    until(other, "ABC")
    assert len(one.shelf()) == 1
    other.page.locator(".checker-notice [data-action=undo]").click()
    until(one, "AB")
    assert other.stored() == one.stored()


def test_what_is_unfolded_stays_so_when_another_tab_changes_something(checker):
    one, other = checker(), checker()
    one.action("example").click()
    name = example("inception", "sv")["partners"][0]["name"]
    until(other, name)
    other.page.locator("[data-action=toggle-person]").nth(1).click()
    other.field("teams", 0, "participants", 1, "reason").wait_for()
    one.field(*NAME).fill("Gotland")
    until(other, "Gotland")
    expect(other.field("teams", 0, "participants", 1, "reason")).to_have_count(1)


def test_two_tabs_at_the_same_time_leave_two_partnerships_and_say_so(checker):
    one, other = checker(), checker(language="en")
    one.field(*NAME).fill("A")
    until(other, "A")
    # The other tab sleeps: it hears nothing of what this one does.
    other.page.evaluate("void (BroadcastChannel.prototype.postMessage = () => {})")
    one.page.evaluate("void (BroadcastChannel.prototype.postMessage = () => {})")
    one.field(*NAME).fill("One")
    assert one.stored()["partners"][0]["name"] == "One"
    other.field(*NAME).fill("Other")
    told = notice(other)
    assert "from another tab" in told.inner_text()
    assert sorted(entry["document"]["partners"][0]["name"] for entry in one.shelf()) == ["One", "Other"]
    other.field(*NAME).fill("Other still")
    one.field(*NAME).fill("One still")
    assert other.stored()["partners"][0]["name"] == "Other still"
    assert one.stored()["partners"][0]["name"] == "One still"
    assert len(one.shelf()) == 2
    told.locator("[data-action=look]").click()
    until(other, "One still")


def test_what_is_typed_in_two_tabs_in_the_same_moment_is_all_there(checker):
    one, other = checker(), checker()
    one.field(*NAME).fill("A")
    until(other, "A")
    typing = """(name) => {
      const field = document.querySelector('.checker-input');
      field.value = name;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }"""
    for turn in range(10):
        one.page.evaluate(typing, f"One {turn}")
        other.page.evaluate(typing, f"Other {turn}")
    shown = {desk.field(*NAME).input_value() for desk in (one, other)}
    one.stored()
    other.stored()
    kept = {entry["document"]["partners"][0]["name"] for entry in one.shelf()}
    assert shown <= kept


@pytest.mark.parametrize("fault", [REFUSED, SILENT], ids=["refused", "silent"])
def test_a_store_that_is_refused_is_told_of_at_once_and_the_work_is_not_lost(checker, context, site, fault):
    context.add_init_script(fault)
    desk = checker(language="en")
    told = notice(desk)
    with desk.page.expect_download() as download:
        desk.field(*NAME).fill("Region Gotland")
        told.locator("[data-action=save]").click()
    assert "Region Gotland" in download.value.path().read_text("utf-8")
    desk.expect_verdict("unmet")
    desk.page.reload()
    until(desk, "Region Gotland")
    desk.field(*NAME).fill("Gotland")
    desk.page.goto(f"{site}en/components/project/")
    until(desk, "Gotland")


def test_where_nothing_at_all_is_kept_the_reader_is_asked_before_the_page_goes(checker, context):
    context.add_init_script(f"{REFUSED}; {MEMORYLESS}")
    desk = checker()
    notice(desk)
    desk.field(*NAME).fill("Region Gotland")
    desk.expect_verdict("unmet")
    asked = []
    desk.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    desk.page.reload()
    assert asked == ["beforeunload"]


def test_a_full_store_is_told_of_and_what_was_typed_is_kept_when_there_is_room_again(checker):
    desk = checker()
    desk.field(*NAME).fill("Region")
    before = desk.stored()
    desk.page.evaluate(f"window.put = IDBObjectStore.prototype.put; void ({FULL})")
    desk.field(*NAME).fill("Region Gotland")
    assert "full" in notice(desk).inner_text()
    assert desk.shelf()[0]["document"] == before
    desk.page.evaluate("void (IDBObjectStore.prototype.put = window.put)")
    desk.field("partners", 1, "name").fill("Machakos")
    desk.page.locator(".checker-notice").wait_for(state="detached")
    assert [one["name"] for one in desk.stored()["partners"]] == ["Region Gotland", "Machakos"]
    assert desk.page.evaluate(JOURNAL) == []


def test_an_entry_that_cannot_be_read_is_never_written_over(checker):
    desk = checker()
    desk.field(*NAME).fill("Region")
    entry = desk.entry()
    damaged = entry | {"document": {"format": "partnership/2", "secret": 1}}
    desk.put(damaged)
    desk.page.reload()
    notice(desk)
    desk.field(*NAME).fill("Region Gotland")
    assert desk.stored()["partners"][0]["name"] == "Region Gotland"
    kept = {one["id"]: one for one in desk.shelf()}
    assert kept[entry["id"]] == damaged
    assert len(kept) == 2


def test_a_store_of_a_newer_edition_is_left_alone(checker):
    desk = checker()
    desk.page.evaluate("""() => new Promise((done) => {
      const asked = indexedDB.open('partnership-guide:partnerships', 9);
      asked.onsuccess = () => { asked.result.close(); done(); };
    })""")
    desk.page.reload()
    notice(desk)
    desk.field(*NAME).fill("Region Gotland")
    desk.page.reload()
    until(desk, "Region Gotland")
    version = desk.page.evaluate("indexedDB.databases().then(([one]) => one.version)")
    assert version == 9


def test_a_store_that_someone_removes_is_told_of_and_the_next_change_is_kept_again(checker):
    desk = checker()
    desk.field(*NAME).fill("Region")
    assert desk.stored()
    desk.page.evaluate("""() => new Promise((done) => {
      indexedDB.deleteDatabase('partnership-guide:partnerships').onsuccess = () => done();
    })""")
    notice(desk)
    expect(desk.field(*NAME)).to_have_value("Region")
    desk.field(*NAME).fill("Region Gotland")
    desk.page.locator(".checker-notice").wait_for(state="detached")
    assert desk.stored()["partners"][0]["name"] == "Region Gotland"


def test_what_an_older_edition_kept_is_taken_over(checker, context, site):
    document = example("inception", "sv")
    page = context.new_page()
    page.goto(f"{site}glossary/")
    old = {
        "partnership-guide:document": json.dumps(document),
        "partnership-guide:kept:2026-11-01T10:00:00.000Z": json.dumps(example("project", "sv")),
        "partnership-guide:kept:2026-11-02T10:00:00.000Z": '{"format":"partnership/2"}',
    }
    page.evaluate("(old) => { for (const [key, text] of Object.entries(old)) localStorage[key] = text }", old)
    page.goto(f"{site}components/inception/")
    desk = CheckerPage(page)
    until(desk, document["partners"][0]["name"])
    desk.field("partners", 1, "name").fill("Machakos")
    assert desk.stored()["partners"][1]["name"] == "Machakos"
    assert len(desk.shelf()) == 3
    assert '{"format":"partnership/2"}' in [entry["document"] for entry in desk.shelf()]
    assert page.evaluate("Object.keys(localStorage).filter((key) => /document|kept/.test(key))") == []
    page.reload()
    assert len(desk.shelf()) == 3
