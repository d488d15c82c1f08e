"""The smallest change and the two readings on the page: read, carried out, undone."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from checkers.rulebook import LANGUAGES
from tests.browser.axe import looks_in, violations_everywhere
from tests.browser.returning import returning
from tests.teams import ABROAD, team

pytestmark = [pytest.mark.browser, returning]

#: One politician too few abroad, and nobody there is coordinator.
SPOILT = team("inception").people(ABROAD, "majority", "civil_servant contact")
#: The steps of the smallest change; those for a strict reading stand further down.
STEPS = "[data-key=aid-fix] .aid-step"
UNCLEAR = team("inception").people(ABROAD, "majority", "opposition", "civil_servant")


def opened(checker, draft, language="sv"):
    desk = checker(draft.component, language)
    content = json.dumps(draft.document).encode()
    files = [{"name": "p.json", "mimeType": "application/json", "buffer": content}]
    desk.page.set_input_files("input[type=file]", files)
    desk.page.wait_for_selector(".aid")
    return desk


def people(desk):
    return desk.stored()["teams"][0]["participants"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_step_is_done_and_undone_by_keyboard_alone(checker, language):
    desk = opened(checker, SPOILT, language)
    before = len(SPOILT.participants)
    expect(desk.page.locator(STEPS)).to_have_count(2)
    added = desk.page.locator("[data-op=add] .aid-line > [data-action=aid-step]").first
    assert added.get_attribute("aria-label").endswith("Kijani County.")
    added.focus()
    desk.page.keyboard.press("Enter")
    desk.page.wait_for_selector("[data-path$='\"name\"]']:focus")
    desk.page.locator(STEPS).nth(1).wait_for(state="detached")
    assert people(desk)[before]["capacity"] == "politician"
    undo = desk.page.locator(".checker-notice [data-action=undo]")
    undo.focus()
    desk.page.keyboard.press("Enter")
    desk.page.locator(STEPS).nth(1).wait_for()
    assert len(people(desk)) == before


def test_all_steps_together_repair_the_team(checker):
    desk = opened(checker, SPOILT)
    desk.expect_verdict("unmet")
    desk.action("aid-all").click()
    desk.action("aid-all").wait_for(state="detached")
    for rule in ("inception.politicians", "inception.main-contact"):
        expect(desk.page.locator(f"[data-rule='{rule}'][data-status=unmet]")).to_have_count(0)
    desk.page.locator(".checker-notice [data-action=undo]").click()
    desk.expect_verdict("unmet")
    assert [person["name"] for person in people(desk)] == [one["name"] for one in SPOILT.participants]


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_readings_stand_side_by_side_and_the_strict_one_can_be_passed(checker, language):
    desk = opened(checker, UNCLEAR, language)
    desk.expect_verdict("unclear")
    strict = desk.page.locator("[data-readings='inception.coordinator'] [data-reading=strict]")
    generous = desk.page.locator("[data-readings='inception.coordinator'] [data-reading=generous]")
    assert (strict.get_attribute("data-tone"), generous.get_attribute("data-tone")) == ("unmet", "met")
    expect(strict.locator(".aid-safe")).to_be_visible()
    strict.locator(".aid-instead [data-action=aid-step]").click()
    desk.expect_verdict("met")
    assert "coordinator" in people(desk)[5]["roles"]
    desk.page.wait_for_selector(".aid", state="detached")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("draft", [SPOILT, UNCLEAR], ids=["steps", "readings"])
def test_the_help_breaks_no_rule_of_accessibility(checker, language, draft):
    page = opened(checker, draft, language).page
    assert violations_everywhere(page, ".checker-answer", looks_in(language)) == {}
