"""Several partnerships side by side, several teams in one, and one button that erases them all."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from macros.checker_examples import example
from tests.browser.checker_page import CheckerPage
from tests.browser.waiting import wait_for

pytestmark = pytest.mark.browser

NAME = ("partners", 0, "name")


@pytest.fixture
def workshop(context, site):
    """Open the page of all components."""

    def open_workshop(language="sv"):
        page = context.new_page()
        page.goto(f"{site}{'' if language == 'sv' else 'en/'}check/")
        return CheckerPage(page)

    return open_workshop


def file(document):
    content = json.dumps(document).encode()
    return {"name": "team.json", "mimeType": "application/json", "buffer": content}


def titles(desk):
    return desk.page.locator(".checker-shelf-open strong").all_inner_texts()


def focused(desk):
    return desk.page.evaluate("document.activeElement.id || document.activeElement.dataset.action")


def test_a_file_opens_beside_what_was_there(checker):
    desk = checker()
    desk.field(*NAME).fill("Mitt eget")
    assert desk.stored()
    desk.page.set_input_files("input[type=file]", files=[file(example("inception", "sv"))])
    desk.expect_verdict("unmet")
    expect(desk.field(*NAME)).to_have_value("Region Gotland")
    desk.stored()
    assert sorted(one["document"]["partners"][0]["name"] for one in desk.shelf()) == [
        "Mitt eget",
        "Region Gotland",
    ]
    desk.page.locator(".checker-notice [data-action=undo]").click()
    expect(desk.field(*NAME)).to_have_value("Mitt eget")
    wait_for(desk.page, "!document.querySelector('.checker-notice')")
    desk.stored()
    assert [one["document"]["partners"][0]["name"] for one in desk.shelf()] == ["Mitt eget"]
    desk.action("redo").click()
    expect(desk.field(*NAME)).to_have_value("Region Gotland")
    assert desk.stored()["partners"][0]["name"] == "Region Gotland"


def test_examples_that_nobody_changed_do_not_pile_up(workshop):
    desk = workshop()
    for component in ("inception", "project", "steering"):
        desk.page.locator(f"[data-component={component}]").check()
        desk.action("example").click()
    desk.stored()
    assert len(desk.shelf()) == 1


def test_partnerships_are_begun_renamed_copied_and_opened_by_keyboard(checker):
    desk = checker()
    desk.field(*NAME).fill("Region Gotland")
    desk.stored()
    keys = desk.page.keyboard
    desk.action("shelf-new").focus()
    keys.press("Enter")
    assert focused(desk) == "checker-partners-0-name"
    keys.type("Region Skåne")
    desk.stored()
    desk.action("shelf").focus()
    keys.press("Enter")
    desk.page.locator("[data-entry]").nth(1).wait_for()
    assert titles(desk) == ["Region Skåne", "Region Gotland"]
    desk.page.locator("[data-action=shelf-rename]").nth(1).focus()
    keys.press("Enter")
    assert focused(desk) == "checker-shelf-name"
    keys.type("Gotland i år")
    keys.press("Enter")
    desk.page.get_by_text("Partnerskapet heter nu Gotland i år").wait_for()
    assert focused(desk) == "shelf-rename"
    desk.page.locator("[data-entry]", has_text="Gotland i år").locator("[data-action=shelf-copy]").focus()
    keys.press("Enter")
    desk.page.get_by_text("Kopian heter Gotland i år (kopia)").wait_for()
    assert sorted(titles(desk)) == ["Gotland i år", "Gotland i år (kopia)", "Region Skåne"]
    desk.action("shelf-undo").focus()
    keys.press("Enter")
    desk.page.locator("[data-entry]").nth(2).wait_for(state="detached")
    desk.page.locator("[data-action=shelf-open]", has_text="Gotland i år").focus()
    keys.press("Enter")
    desk.page.locator(".checker-shelf-dialog").wait_for(state="detached")
    assert focused(desk) == "checker-shelf"
    expect(desk.field(*NAME)).to_have_value("Region Gotland")
    assert desk.entry()["title"] == "Gotland i år"
    desk.page.reload()
    expect(desk.field(*NAME)).to_have_value("Region Gotland")


def test_a_partnership_removed_comes_back_with_undo(checker):
    desk = checker(language="en")
    desk.field(*NAME).fill("Region Gotland")
    desk.stored()
    desk.action("shelf-new").click()
    desk.field(*NAME).fill("Region Skåne")
    before = desk.entry()
    desk.action("shelf").click()
    desk.page.locator(f"[data-entry='{before['id']}'] [data-action=shelf-remove]").click()
    desk.page.get_by_text("Region Skåne has been removed").wait_for()
    assert focused(desk) == "checker-shelf-said"
    assert [one["document"]["partners"][0]["name"] for one in desk.shelf()] == ["Region Gotland"]
    desk.action("shelf-undo").click()
    desk.page.locator(f"[data-entry='{before['id']}'] [aria-current]").wait_for()
    desk.action("shelf-close").click()
    expect(desk.field(*NAME)).to_have_value("Region Skåne")
    assert desk.entry() == before


def test_what_cannot_be_read_is_listed_handed_out_and_removed(checker):
    desk = checker()
    desk.put({"id": "odd", "document": {"format": "partnership/7"}, "version": 3})
    desk.page.reload()
    desk.action("shelf").click()
    item = desk.page.locator("[data-entry=odd]")
    with desk.page.expect_download() as download:
        item.locator("[data-action=shelf-raw]").click()
    raw = json.loads(download.value.path().read_text("utf-8"))
    assert raw["document"] == {"format": "partnership/7"}
    item.locator("[data-action=shelf-remove]").click()
    item.wait_for(state="detached")
    assert desk.shelf() == []
    desk.action("shelf-undo").click()
    item.wait_for()


def test_another_team_is_added_copied_chosen_and_removed_with_undo(workshop):
    desk = workshop()
    desk.action("example").click()
    desk.expect_verdict("unmet")
    people = len(desk.stored()["teams"][0]["participants"])
    desk.action("team-copy").click()
    teams = desk.stored()["teams"]
    assert [len(team["participants"]) for team in teams] == [people, people]
    assert teams[1]["answers"] == teams[0]["answers"]
    expect(desk.field("teams", 1, "participants", 0, "name")).to_have_count(1)
    desk.page.locator("[data-place='0']").check()
    expect(desk.person(0, "name")).to_have_count(1)
    desk.action("team-add").click()
    assert [len(team["participants"]) for team in desk.stored()["teams"]] == [people, people, 0]
    desk.page.locator("[data-place='1']").check()
    desk.action("team-remove").click()
    assert [len(team["participants"]) for team in desk.stored()["teams"]] == [people, 0]
    desk.page.locator(".checker-notice [data-action=undo]").click()
    assert [len(team["participants"]) for team in desk.stored()["teams"]] == [people, people, 0]


def test_a_components_page_shows_its_teams_when_there_are_several(checker):
    desk = checker()
    expect(desk.page.locator("[data-component]")).to_have_count(0)
    desk.action("example").click()
    desk.action("team-add").click()
    expect(desk.page.locator("[data-component=inception]")).to_have_count(2)


def test_people_are_picked_from_the_other_teams_without_their_roles(workshop):
    desk = workshop()
    desk.action("example").click()
    desk.expect_verdict("unmet")
    desk.page.locator("[data-component=project]").check()
    desk.page.locator("[data-action=pick][data-index='1']").click()
    boxes = desk.page.locator(".checker-pick input[type=checkbox]")
    first = desk.page.locator(".checker-pick legend").first.inner_text()
    assert first == example("inception", "sv")["partners"][1]["name"]
    boxes.nth(0).check()
    boxes.nth(1).check()
    desk.action("pick-add").click()
    old, new = (team["participants"] for team in desk.stored()["teams"])
    assert len(new) == 2
    names = {person["name"] for person in new}
    source = [person for person in old if person["name"] in names]
    for one, other in zip(source, new, strict=True):
        assert other["roles"] == []
        for fact in ("name", "partner", "capacity", "reason", "code_of_conduct"):
            assert other[fact] == one.get(fact)
    desk.page.locator("[data-action=pick][data-index='1']").click()
    shown = desk.page.locator(".checker-pick .checker-tick").all_inner_texts()
    assert not [text for text in shown if text.startswith(tuple(names))]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_everything_is_erased_in_every_tab_and_shown_to_be(checker, context, site, language):
    one = checker(language=language)
    one.field(*NAME).fill("Region Gotland")
    one.stored()
    one.action("shelf-new").click()
    one.field(*NAME).fill("Region Skåne")
    one.stored()
    page = context.new_page()
    page.goto(f"{site}{'' if language == 'sv' else 'en/'}about/privacy/")
    page.locator("erase-data > button").click()
    assert "2" in page.locator(".erase-dialog li").first.inner_text()
    page.locator(".erase-yes").click()
    page.locator(".erase-result table").wait_for()
    counts = page.locator("[data-kind=partnerships] td").all_inner_texts()
    assert counts == ["2", "0"]
    now = [row.locator("td").last.inner_text() for row in page.locator("[data-kind]").all()]
    assert now == ["0", "0", "0"]
    assert page.evaluate("document.activeElement.className") == "erase-result"
    assert page.evaluate("indexedDB.databases()") == []
    wait_for(one.page, "document.querySelector('.checker-input').value === ''")
    everything = "[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
    assert page.evaluate(everything) == []
    assert one.page.evaluate(everything) == []
    one.page.goto(f"{site}components/project/")
    expect(one.field(*NAME)).to_have_value("")
    assert one.shelf() == []


def test_undo_leads_back_to_a_partnership_as_it_is_kept_now(checker, context):
    desk = checker()
    desk.field(*NAME).fill("Region Gotland")
    desk.stored()
    desk.action("shelf-new").click()
    desk.field(*NAME).fill("Region Skåne")
    desk.stored()
    other = checker()
    other.action("shelf").click()
    other.page.locator("[data-action=shelf-open]", has_text="Region Gotland").click()
    other.field(*NAME).fill("Gotland, ändrat")
    other.stored()
    other.page.close()
    # To rename it, this tab reads it.
    desk.action("shelf").click()
    desk.page.locator("[data-entry]", has_text="Gotland, ändrat").locator(
        "[data-action=shelf-rename]"
    ).click()
    desk.page.keyboard.type("Vårt")
    desk.page.keyboard.press("Enter")
    desk.page.get_by_text("Partnerskapet heter nu Vårt").wait_for()
    desk.action("shelf-close").click()
    for _ in range(2):
        desk.action("undo").click()
    expect(desk.field(*NAME)).to_have_value("Gotland, ändrat")
    entry = desk.entry()
    assert (entry["title"], entry["document"]["partners"][0]["name"]) == ("Vårt", "Gotland, ändrat")


def test_everything_is_erased_where_the_browser_has_no_list_of_databases(checker, context, site):
    desk = checker()
    desk.field(*NAME).fill("Region Gotland")
    desk.stored()
    page = context.new_page()
    page.add_init_script("delete IDBFactory.prototype.databases;")
    page.goto(f"{site}about/privacy/")
    for before in ("1", "0"):
        page.locator("erase-data > button").click()
        page.locator(".erase-yes").click()
        page.locator(".erase-result table").wait_for()
        assert page.locator("[data-kind=partnerships] td").all_inner_texts() == [before, "0"]
        assert desk.page.evaluate("indexedDB.databases()") == []
        page.reload()


def test_erasing_answers_where_storage_is_forbidden(context, site):
    page = context.new_page()
    page.add_init_script("""Object.defineProperty(globalThis, "indexedDB", {
      get() { throw new DOMException("no", "SecurityError"); } });""")
    page.goto(f"{site}about/privacy/")
    page.locator("erase-data > button").click()
    page.locator(".erase-yes").click()
    page.locator(".erase-result table").wait_for()


def test_after_erasing_from_the_list_the_next_thing_typed_is_kept_as_ever(checker):
    desk = checker()
    desk.field(*NAME).fill("Region Gotland")
    desk.stored()
    desk.action("shelf").click()
    desk.page.locator("erase-data > button").click()
    desk.page.locator(".erase-yes").click()
    desk.page.locator(".erase-result table").wait_for()
    desk.action("shelf-close").click()
    expect(desk.field(*NAME)).to_have_value("")
    desk.field(*NAME).fill("Region Skåne")
    assert [one["document"]["partners"][0]["name"] for one in [desk.entry()]] == ["Region Skåne"]
