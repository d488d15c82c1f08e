"""One partnership under several components: what one team's page means for another's."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.returning import returning

pytestmark = [pytest.mark.browser, returning]


def test_a_team_that_was_only_looked_at_is_not_kept(checker):
    """A partner's name entered on the steering group's page makes no steering group."""
    desk = checker("steering")
    desk.field("partners", 0, "name").fill("Region Gotland")
    desk.expect_verdict("unmet")
    assert desk.stored()["teams"] == []
    desk.field("teams", 0, "start").fill("2027-01-01")
    assert [team["component"] for team in desk.stored()["teams"]] == ["steering"]


def test_a_steering_group_that_has_been_entered_answers_for_the_project(checker):
    steering = checker("steering")
    steering.field("teams", 0, "start").fill("2027-01-01")
    project = checker("project")
    project.field("partners", 0, "name").fill("Region Gotland")
    project.expect_verdict("unmet")
    assert project.status("project.steering-group-exists") == "met"
    expect(project.field("teams", 1, "answers", "project.steering-group-exists")).to_have_count(0)
    assert "Avgörs av partnerskapets styrgrupp" in project.element.inner_text()


def test_a_team_without_people_is_not_told_that_it_fails(checker):
    desk = checker()
    desk.field("partners", 0, "name").fill("Region Gotland")
    desk.expect_verdict("unmet")
    box = desk.page.locator(".checker-verdict")
    expect(box).to_have_attribute("data-verdict", "empty")
    desk.action("add-person").click()
    desk.page.wait_for_selector(".checker-verdict[data-verdict=unmet]")


def test_visits_that_nobody_has_entered_are_left_open(checker):
    desk = checker()
    desk.field("partners", 0, "name").fill("Region Gotland")
    desk.expect_verdict("unmet")
    assert desk.status("inception.meetings") == "unknown"


def test_a_visit_whose_only_traveller_is_removed_has_travellers_not_stated(checker):
    desk = checker()
    desk.action("add-person").click()
    desk.person(0, "name").fill("A. L.")
    desk.page.get_by_text("Besök", exact=True).last.click()
    desk.action("add-visit").click()
    desk.choose("A. L.", "teams", 0, "visits", 0, "travellers")
    assert desk.stored()["teams"][0]["visits"][0]["travellers"] == ["A. L."]
    desk.page.locator("[data-action=remove][data-list=participants]").click()
    assert desk.stored()["teams"][0]["visits"][0]["travellers"] is None
