"""Rows from a spreadsheet: pasted, read, confirmed, and nothing in them dropped without a word."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from checkers.rulebook import LANGUAGES
from tests.browser.returning import returning

pytestmark = [pytest.mark.browser, returning]

MESSY = """Deltagarlista vår\t\t\t\t\t
Förnamn\tEfternamn\tKommun\tBefattning\tParti\tSkostorlek
Anna\tLind\tRegion Gotland\tPolitiker\tMajoritet\t38

Bo\tNord\tRegion Gotland\ttjänsteman, samordnare\t\t40
<b>Caro</b>\tMwangi\tMachakos\tpolitician\topposition\t41
David\t\t\tkonsult\t\t"""
PASTE = """([field, text]) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def people(desk):
    document = desk.stored() or {"teams": []}
    return document["teams"][0]["participants"] if document["teams"] else []


def read(desk, text=MESSY):
    desk.action("paste").click()
    desk.page.locator("#checker-paste-text").fill(text)
    desk.page.locator("[data-action=paste-read]").click()
    desk.page.locator("[data-action=paste-add]").wait_for()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_messy_table_is_added_by_keyboard_alone_and_taken_back(checker, language):
    desk = checker(language=language)
    desk.tab_to("paste")
    keys = desk.page.keyboard
    keys.press("Enter")
    assert desk.page.evaluate("document.activeElement.id") == "checker-paste-text"
    keys.insert_text(MESSY)
    desk.tab_to("paste-read")
    keys.press("Enter")
    desk.page.locator("[data-action=paste-add]").wait_for()
    assert desk.page.evaluate("document.activeElement.id") == "checker-paste-proposal"
    desk.tab_to("paste-add")
    keys.press("Enter")
    desk.expect_verdict("unmet")
    expect(desk.page.locator("dialog.checker-paste")).to_have_count(0)
    assert desk.page.evaluate("document.activeElement.id").endswith("participants-0")
    stored = desk.stored()
    assert [partner["name"] for partner in stored["partners"]] == ["Region Gotland", "Machakos"]
    assert [(one["name"], one["partner"], one["capacity"]) for one in people(desk)] == [
        ("Anna Lind", "p1", "politician"),
        ("Bo Nord", "p1", "civil_servant"),
        ("<b>Caro</b> Mwangi", "p2", "politician"),
        ("David", "p1", None),
    ]
    assert people(desk)[1]["roles"] == ["coordinator"]
    desk.page.locator(".checker-notice [data-action=undo]").click()
    assert people(desk) == []


def test_what_has_no_place_is_named_with_its_reason(checker):
    desk = checker()
    read(desk)
    left = desk.page.locator(".checker-paste-left").inner_text()
    assert "Skostorlek" in left
    assert "konsult" in left
    assert "Deltagarlista vår" in left


def test_a_guess_can_be_corrected_and_a_partner_chosen(checker):
    desk = checker()
    read(desk)
    desk.page.locator("[data-column='1']").select_option("")
    desk.page.locator(".checker-paste-left", has_text="Efternamn").wait_for()
    desk.page.locator("[data-said='Machakos']").select_option("new")
    desk.page.locator("[data-said='']").select_option("outside")
    desk.page.locator("[data-action=paste-add]").click()
    assert [(one["name"], one["partner"]) for one in people(desk)] == [
        ("Anna", "p1"),
        ("Bo", "p1"),
        ("<b>Caro</b>", "p3"),
        ("David", None),
    ]
    assert desk.stored()["partners"][2]["name"] == "Machakos"


def test_escape_keeps_what_was_pasted_and_closing_throws_it_away(checker):
    desk = checker()
    read(desk)
    desk.page.keyboard.press("Escape")
    expect(desk.page.locator("dialog.checker-paste")).to_have_count(0)
    desk.action("paste").click()
    expect(desk.page.locator("#checker-paste-text")).to_have_value(MESSY)
    expect(desk.page.locator("[data-action=paste-add]")).to_be_visible()
    desk.page.locator("[data-action=paste-close]").click()
    desk.action("paste").click()
    expect(desk.page.locator("#checker-paste-text")).to_have_value("")
    assert people(desk) == []


def test_rows_pasted_into_a_name_are_offered_as_people_and_one_name_is_a_name(checker):
    desk = checker()
    desk.action("add-person").click()
    name = desk.person(0, "name").element_handle()
    desk.page.evaluate(PASTE, [name, "Anna Lind"])
    expect(desk.page.locator("dialog.checker-paste")).to_have_count(0)
    desk.page.evaluate(PASTE, [name, "Anna\tPolitiker\nBo\tTjänsteperson"])
    desk.page.locator("[data-action=paste-add]").click()
    assert [one["capacity"] for one in people(desk)] == [None, "politician", "civil_servant"]


def test_rows_that_hold_nobody_get_a_sentence(checker):
    desk = checker()
    desk.action("paste").click()
    desk.page.locator("#checker-paste-text").fill(" ")
    desk.page.locator("[data-action=paste-read]").click()
    line = desk.page.locator(".checker-paste-line")
    line.filter(has_text=re.compile(r"\w{3}")).wait_for()
    expect(line).to_have_attribute("role", "status")
    expect(desk.page.locator("[data-action=paste-add]")).to_have_count(0)
