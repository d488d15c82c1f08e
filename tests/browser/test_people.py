"""The people in the form: added, copied, moved, put in order, taken away; by pointer and by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from checkers.rulebook import LANGUAGES
from tests.browser.returning import returning

pytestmark = [pytest.mark.browser, returning]


def names(desk):
    """Return the first team's people as the browser keeps them: who, and where from."""
    return [(person["name"], person["partner"]) for person in desk.stored()["teams"][0]["participants"]]


def do(desk, index, action, **data):
    """Open a person's menu by keyboard and press one of its buttons."""
    desk.page.locator(f"[data-action=person-menu][data-index='{index}']").focus()
    desk.page.keyboard.press("Enter")
    menu = desk.page.locator(".checker-menu:popover-open")
    menu.wait_for()
    wanted = "".join(f"[data-{name}='{value}']" for name, value in data.items())
    target = menu.locator(f"[data-action={action}]{wanted}")
    for _ in range(8):
        if target.evaluate("button => button === document.activeElement"):
            break
        desk.page.keyboard.press("Tab")
    desk.page.keyboard.press("Enter")
    menu.wait_for(state="hidden")


@pytest.fixture
def desk(checker):
    desk = checker()
    desk.action("example").click()
    desk.expect_verdict("unmet")
    return desk


def test_a_person_is_put_in_another_order_and_the_focus_stays_on_the_person(desk):
    do(desk, 1, "step-person", to="-1")
    assert [name for name, _ in names(desk)][:3] == ["B. N.", "A. L.", "C. E."]
    assert desk.page.evaluate("document.activeElement.dataset.index") == "0"
    assert "1 av 3" in desk.page.locator(".checker-notice").inner_text()
    desk.page.locator(".checker-notice [data-action=undo]").click()
    assert [name for name, _ in names(desk)][:2] == ["A. L.", "B. N."]


def test_order_keeps_to_the_people_of_one_partner(desk):
    desk.page.locator("[data-action=person-menu][data-index='2']").click()
    menu = desk.page.locator(".checker-menu:popover-open")
    assert menu.locator("[data-action=step-person]").evaluate_all(
        "all => all.map((one) => one.dataset.to)"
    ) == ["-1"]


def test_a_person_moves_to_another_partner_with_all_that_is_said_of_them(desk):
    before = desk.stored()["teams"][0]["participants"][1]
    do(desk, 1, "move-person", to="1")
    desk.expect_verdict("unmet")
    after = desk.stored()["teams"][0]["participants"][-1]
    assert after == {**before, "partner": "ke"}
    # Of both verdicts the word is unmet: the finding tells the new one.
    found = "[data-rule='inception.politicians'][data-partner=ke][data-status=met]"
    desk.page.wait_for_selector(found, state="attached")
    assert desk.page.evaluate("document.activeElement.dataset.action") == "person-menu"
    do(desk, 5, "move-person", to="-1")
    assert names(desk)[-1] == ("B. N.", None)


def test_the_field_that_moves_a_person_keeps_the_focus(desk):
    desk.page.locator(".checker-person-toggle").nth(1).click()
    desk.person(1, "partner").select_option("ke")
    assert names(desk)[1] == ("B. N.", "ke")
    assert "partner" in desk.page.evaluate("document.activeElement.id")


def test_a_copy_is_a_seat_of_the_same_sort_without_what_only_the_person_can_have(desk):
    do(desk, 2, "copy-person")
    first, copy = desk.stored()["teams"][0]["participants"][2:4]
    assert (copy["partner"], copy["capacity"]) == (first["partner"], first["capacity"])
    assert (copy["name"], copy["roles"], copy["code_of_conduct"], copy["reason"]) == (None, [], None, None)
    assert desk.page.evaluate("document.activeElement.id").endswith("participants-3-name")
    desk.page.keyboard.type("M. M.")
    assert names(desk)[3] == ("M. M.", "se")


def test_those_who_travel_and_leave_are_the_same_after_a_move(desk):
    desk.page.locator("#checker-visits > summary").click()
    desk.action("add-visit").click()
    desk.choose("A. L.", "teams", 0, "visits", 0, "travellers")
    do(desk, 0, "step-person", to="1")
    do(desk, 1, "move-person", to="1")
    assert desk.stored()["teams"][0]["visits"][0]["travellers"] == ["A. L."]
    expect(desk.page.locator(".checker-faults")).to_have_count(0)


def test_escape_closes_the_menu_and_gives_the_focus_back(desk):
    button = desk.page.locator("[data-action=person-menu]").nth(3)
    button.focus()
    desk.page.keyboard.press("Enter")
    desk.page.locator(".checker-menu:popover-open").wait_for()
    desk.page.keyboard.press("Escape")
    expect(desk.page.locator(".checker-menu:popover-open")).to_have_count(0)
    assert button.evaluate("one => one === document.activeElement")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wide_form_shows_the_main_fields_in_the_row_and_a_narrow_one_does_not(checker, site, language):
    desk = checker(language=language)
    desk.page.goto(f"{site}{'en/' if language == 'en' else ''}check/?component=inception")
    desk.action("example").click()
    desk.expect_verdict("unmet")
    expect(desk.person(0, "name")).to_be_visible()
    expect(desk.person(0, "side")).to_be_visible()
    # What the card says is there for a screen reader alone: the row's fields say it to the eye.
    assert desk.page.locator(".checker-person-who").first.bounding_box()["width"] <= 1
    expect(desk.person(0, "reason")).to_have_count(0)
    desk.page.set_viewport_size({"width": 360, "height": 800})
    expect(desk.person(0, "name")).to_be_hidden()
    expect(desk.page.get_by_role("button", name="A. L.").first).to_be_visible()
    desk.page.locator(".checker-person-toggle").first.click()
    expect(desk.person(0, "name")).to_be_visible()
    expect(desk.person(0, "reason")).to_be_visible()


def test_fields_come_where_they_matter(checker):
    desk = checker("steering")
    desk.action("example").click()
    desk.expect_verdict("unmet")
    for number in (0, 2):
        desk.page.locator(".checker-person-toggle").nth(number).click()
    expect(desk.person(0, "side")).to_have_count(1)
    expect(desk.person(0, "leading")).to_have_count(0)
    expect(desk.person(2, "side")).to_have_count(0)
    expect(desk.person(2, "leading")).to_have_count(3)
    expect(desk.person(2, "approved")).to_have_count(0)
    desk.page.locator("#checker-visits > summary").click()
    desk.action("add-visit").click()
    expect(desk.person(2, "approved")).to_have_count(3)
