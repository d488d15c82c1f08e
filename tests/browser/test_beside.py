"""Findings beside the fields they are about, and the summary that leads to them."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from checkers.rulebook import LANGUAGES, load
from macros.checker_examples import example
from macros.concerns import concerns
from tests.browser.returning import returning

pytestmark = [pytest.mark.browser, returning]


def opened(checker, component="inception", language="sv", *, change):
    """Open a team that meets the requirements but for a change."""
    document = example(component, language, right=True)
    change(document["teams"][0])
    desk = checker(component, language)
    content = json.dumps(document).encode()
    desk.page.set_input_files(
        "input[type=file]", files=[{"name": "t.json", "mimeType": "application/json", "buffer": content}]
    )
    desk.expect_verdict("unmet")
    return desk


def described(desk, locator):
    """Return the texts that a control is described by."""
    ids = (locator.get_attribute("aria-describedby") or "").split()
    return [desk.page.locator(f"[id='{each}']").inner_text() for each in ids]


def several(team):
    """Spoil a person, a question, a role and a count."""
    team["participants"][0]["code_of_conduct"] = False
    team["participants"][2]["roles"] = ["coordinator"]
    team["participants"][1]["roles"] = ["contact"]
    team["answers"]["inception.tool"] = False
    del team["participants"][-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_item_of_the_summary_leads_to_its_field_by_keyboard(checker, language):
    desk = opened(checker, language=language, change=several)
    links = desk.page.locator(".checker-first a")
    led = []
    for number in range(links.count()):
        text = links.nth(number).inner_text()
        links.nth(number).focus()
        desk.page.keyboard.press("Enter")
        focused = desk.page.locator("*:focus")
        expect(focused).to_be_visible()
        said = [
            line
            for each in [focused, focused.locator("xpath=ancestor::fieldset").first]
            if each.count()
            for line in described(desk, each)
        ]
        message = text.split(": ", 1)[-1]
        assert any(text in line or message in line for line in said), (text, said)
        led.append(focused.get_attribute("data-path") or focused.get_attribute("data-action"))
    assert len(led) == 4
    assert any("code_of_conduct" in place for place in led)
    assert any("inception.tool" in place for place in led)
    assert any("roles" in place for place in led)
    assert "add-person" in led


def test_a_field_says_what_the_result_says_and_stops_when_it_is_mended(checker):
    desk = opened(checker, change=lambda team: team["participants"][0].update(code_of_conduct=False))
    said = desk.page.locator("[data-beside='participants.code-of-conduct']")
    expect(said).to_have_count(0)
    desk.page.locator(".checker-first a").click()
    in_result = desk.page.locator("[data-rule='participants.code-of-conduct'][data-participant='0'] p[dir]")
    assert said.locator(".checker-beside-message").inner_text() == in_result.first.inner_text()
    desk.choose("true", "teams", 0, "participants", 0, "code_of_conduct")
    desk.expect_verdict("met")
    expect(desk.page.locator(".checker-beside")).to_have_count(0)
    expect(desk.page.locator(".checker-first")).to_have_count(0)


def test_a_date_that_breaks_a_rule_is_invalid_and_says_why(checker):
    desk = opened(checker, "project", change=lambda team: team.update(end="2027-02-28"))
    end = desk.field("teams", 0, "end")
    expect(end).to_have_attribute("aria-invalid", "true")
    assert desk.field("teams", 0, "start").get_attribute("aria-invalid") is None
    message = desk.page.locator("[data-beside='project.duration'] .checker-beside-message").inner_text()
    assert any(message in text for text in described(desk, end))
    end.fill("2028-12-31")
    desk.expect_verdict("met")
    expect(desk.page.locator(".checker-beside")).to_have_count(0)
    assert end.evaluate("field => field === document.activeElement")


def test_what_is_not_filled_in_yet_is_no_fault(checker):
    desk = checker()
    desk.action("add-person").click()
    desk.expect_verdict("unmet")
    desk.person(0, "capacity").select_option("politician")
    desk.page.wait_for_selector("[data-rule='participants.code-of-conduct'][data-participant='0']")
    expect(desk.page.locator("[data-person] .checker-beside")).to_have_count(0)
    expect(desk.page.locator("[aria-invalid=true]")).to_have_count(0)


def test_every_must_of_a_team_has_a_place_in_the_form():
    """A rule without one would be told nowhere but in the result."""
    book = load()
    placed = concerns(book)
    for component in ("inception", "project", "steering", "expansion", "dissemination", "participants"):
        for rule in book.group(component).rules:
            if rule.strength == "must" and not rule.is_question and rule.kind != "derived":
                assert rule.id in placed, rule.id
                assert placed[rule.id]["field"] in book.form.fields
