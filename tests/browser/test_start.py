"""Before anyone is entered: what each partner is asked for, and the ways to begin."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from checkers.rulebook import COMPONENTS, LANGUAGES, load
from checkers.service import check
from macros.checker_examples import example

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("component", COMPONENTS)
def test_seats_are_offered_as_the_rules_ask_and_added_by_one_press(checker, component):
    desk = checker(component)
    offer = desk.page.locator(".checker-empty:has([data-action=add-seats])").first
    counts = [
        rule
        for rule in load().group(component).rules
        if rule.kind == "count"
        and rule.strength == "must"
        and rule.scope == "partner"
        and rule.topic == "team"
    ]
    assert counts
    for rule in counts:
        assert rule.asked_who("sv") in offer.inner_text()
    desk.action("add-seats").focus()
    desk.page.keyboard.press("Enter")
    people = desk.stored()["teams"][0]["participants"]
    assert len(people) == sum(rule.spec.min for rule in counts)
    assert {person["partner"] for person in people} == {"p1"}
    assert {person["name"] for person in people} == {None}
    assert desk.page.evaluate("document.activeElement.id").endswith("participants-0-name")
    desk.expect_verdict("unmet")
    for rule in counts:
        assert desk.status(rule.id, "p1") in ("met", "unknown")
    desk.page.locator(".checker-notice [data-action=undo]").click()
    expect(desk.page.locator(".checker-person")).to_have_count(0)


def test_no_seat_for_an_opposition_is_offered_where_there_is_none(checker):
    desk = checker("steering")
    desk.choose("false", "partners", 1, "elected_opposition")
    offers = desk.page.locator(".checker-empty:has([data-action=add-seats])")
    assert "opposition" in offers.nth(0).inner_text()
    assert "opposition" not in offers.nth(1).inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_either_example_is_chosen_by_keyboard_and_taken_back(checker, language):
    desk = checker(language=language)
    desk.field("partners", 0, "name").fill("Mitt eget")
    desk.tab_to("right-example")
    desk.page.keyboard.press("Enter")
    desk.expect_verdict("met")
    expect(desk.page.locator("#checker-start")).to_have_count(0)
    desk.page.locator("[data-action=examples]").focus()
    desk.page.keyboard.press("Enter")
    desk.tab_to("example")
    desk.page.keyboard.press("Shift+Tab")
    desk.page.keyboard.press("Enter")
    desk.expect_verdict("unmet")
    desk.action("undo").click()
    desk.expect_verdict("met")
    desk.action("undo").click()
    expect(desk.field("partners", 0, "name")).to_have_value("Mitt eget")


@pytest.mark.parametrize("component", COMPONENTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_right_example_meets_every_must_and_should(component, language):
    document = example(component, language, right=True)
    report = json.loads(check(json.dumps(document), language, component))
    assert report["verdict"] == "met"
    left = [
        one["rule"]
        for one in report["teams"][0]["findings"]
        if one["strength"] in ("must", "should") and one["status"] not in ("met", "not_applicable")
    ]
    assert left == []
