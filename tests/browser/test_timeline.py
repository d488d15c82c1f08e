"""The partnership's time line on the page: drawn, said in words, and a way to every field it speaks of."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations_everywhere
from tests.browser.checker_page import CheckerPage
from tests.browser.returning import returning
from tests.teams import team

pytestmark = [pytest.mark.browser, returning]

GAP = "project.steering-group-period"
#: The drawing's own words.
DRAWN = "all => all.map((each) => each.textContent)"


def partnership():
    """A project whose steering group begins two months late, with a visit after its end."""
    project = team("project").dates(start="2027-01-01", end="2028-12-31")
    project.visit("KE", start="2027-05-10", end="2027-05-14")
    project.visit("SE", start="2029-02-01", end="2029-02-05")
    return project.beside(team("steering"), start="2027-03-01", end="2028-12-31").document


def open_file(desk, document):
    content = json.dumps(document).encode()
    desk.page.set_input_files(
        "input[type=file]", [{"name": "p.json", "mimeType": "application/json", "buffer": content}]
    )
    desk.page.wait_for_selector("team-checker[state=ready][verdict]")


@pytest.fixture
def workshop(context, site):
    def open_workshop(language="sv", width=1280):
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{site}{'' if language == 'sv' else f'{language}/'}check/")
        return CheckerPage(page)

    return open_workshop


@pytest.fixture
def drawn(workshop):
    """Open the workshop with a partnership drawn."""

    def open_drawn(document=None, **how):
        desk = workshop(**how)
        open_file(desk, document or partnership())
        desk.page.wait_for_selector(".time-line-picture")
        return desk

    return open_drawn


def test_once_everything_is_erased_it_is_gone_at_once(drawn, context, site):
    desk = drawn()
    page = context.new_page()
    page.goto(f"{site}about/privacy/")
    page.locator("erase-data > button").click()
    page.locator(".erase-yes").click()
    page.locator(".erase-result table").wait_for()
    expect(desk.page.locator(".time-line-picture")).to_have_count(0)
    assert desk.element.get_attribute("state") == "idle"


def test_a_lane_a_team_its_visits_and_the_days_without_a_steering_group(drawn):
    page = drawn().page
    lanes = page.locator(".time-line-lane")
    assert lanes.evaluate_all("all => all.map((each) => each.dataset.component)") == ["project", "steering"]
    expect(lanes.first.locator(".time-line-visit")).to_have_count(2)
    assert lanes.first.locator(".time-line-label").evaluate_all(DRAWN) == ["Ansökan", "Kenya", "Sverige"]
    bar, gap, steering = (
        page.locator(name).first.bounding_box()
        for name in (".time-line-bar", ".time-line-gap", "[data-component=steering] .time-line-bar")
    )
    # The gap begins with the project and ends where the steering group begins.
    assert gap["x"] == pytest.approx(bar["x"], abs=2)
    assert gap["x"] + gap["width"] == pytest.approx(steering["x"], abs=3)
    # Two months of twenty-four.
    assert gap["width"] / bar["width"] == pytest.approx(59 / 731, abs=0.02)


def test_the_drawing_has_a_name_a_description_and_all_its_words(drawn):
    page = drawn(language="en").page
    picture = page.get_by_role("img", name="The whole partnership on one time line")
    expect(picture).to_have_count(1)
    summary = page.locator(f"#{picture.get_attribute('aria-describedby')}").inner_text()
    assert summary.startswith("2 teams. 2 visits. 3 remarks.")
    page.get_by_text("The time line in words").click()
    words = page.locator(".time-line-words").inner_text()
    for said in (
        "Project: from 2027-01-01 to 2028-12-31, 2 years.",
        "Steering group: from 2027-03-01 to 2028-12-31, 1 year and 10 months.",
        "Project, visit 1 at Kijani County: ",
        "Project, visit 2 at Ekby kommun: from 2029-02-01 to 2029-02-05, 5 days.",
        "Without a steering group: from 2027-01-01 to 2027-02-28, 2 months.",
        "Project, note: Visit 2 lies outside the team’s time.",
    ):
        assert said in words


def test_a_remark_has_the_verdicts_status_its_source_and_its_number_in_the_drawing(drawn):
    desk = drawn()
    remark = desk.page.locator(f"[data-time-rule='{GAP}']")
    expect(remark).to_have_attribute("data-status-of", "unmet")
    assert desk.status(GAP) == "unmet"
    assert "Inte uppfyllt" in remark.inner_text()
    assert "löper under motsvarande tid" in remark.inner_text()
    numbers = desk.page.locator(".time-line-number").all_inner_texts()
    assert sorted(desk.page.locator(".time-line-sign").evaluate_all(DRAWN)) == sorted(numbers)
    assert "Vår egen anmärkning" in desk.page.locator(".time-line-remarks").inner_text()


def test_by_keyboard_from_a_remark_to_the_field_of_another_team(drawn):
    late = team("inception").beside(team("project"), start="2027-01-01", end="2028-12-31")
    late.beside(team("steering"), start="2027-03-01", end="2028-12-31")
    desk = drawn(late.document)
    expect(desk.element).to_have_attribute("component", "inception")
    desk.tab_to("time-go", "1")
    desk.page.keyboard.press("Enter")
    desk.page.wait_for_selector("team-checker[component=project]")
    assert json.loads(desk.page.evaluate("document.activeElement.dataset.path")) == ["teams", 1, "start"]


def test_a_corrected_day_takes_the_gap_away(drawn):
    desk = drawn()
    desk.page.locator("[data-component=steering]").first.wait_for()
    desk.field("teams", 0, "start").fill("2027-03-01")
    desk.page.wait_for_selector(".time-line-picture:not(:has(.time-line-gap))")
    expect(desk.page.locator(f"[data-time-rule='{GAP}']")).to_have_count(0)


def test_a_missing_day_is_named_and_linked(drawn):
    document = team("project").dates(end=None).document
    desk = drawn(document, language="en")
    expect(desk.page.locator(".time-line-picture .time-line-bar[data-open]")).to_have_count(1)
    desk.page.get_by_text("Project: enter the last day.").click()
    assert json.loads(desk.page.evaluate("document.activeElement.dataset.path")) == ["teams", 0, "end"]


@pytest.mark.parametrize("width", [320, 360])
def test_on_a_narrow_screen_nothing_is_cut_and_nothing_overlaps(drawn, width):
    page = drawn(width=width).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    boxes = page.locator(".time-line-picture text").evaluate_all(
        "all => all.map((each) => each.getBoundingClientRect()).map(({left, right, top, bottom}) => "
        "[left, right, top + 4, bottom - 4])"
    )
    assert all(left >= 0 and right <= width for left, right, *_ in boxes)
    over = [
        (one, other)
        for place, one in enumerate(boxes)
        for other in boxes[place + 1 :]
        if one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]
    ]
    assert over == []


def test_where_nothing_has_been_entered_it_says_what_will_come(workshop):
    page = workshop().page
    assert "När ni har fyllt i dagar" in page.locator(".time-line").inner_text()
    expect(page.locator(".time-line-picture")).to_have_count(0)


def test_on_a_components_page_it_is_folded_and_there_only_when_there_is_a_whole_to_show(checker):
    desk = checker("project")
    desk.field("partners", 0, "name").fill("Ekby")
    desk.field("teams", 0, "start").fill("2027-01-01")
    desk.expect_verdict("unmet")
    expect(desk.page.locator(".time-line")).to_be_hidden()
    open_file(desk, partnership())
    fold = desk.page.locator(".time-line > details")
    fold.wait_for()
    assert fold.get_attribute("open") is None
    fold.locator("summary").first.click()
    desk.page.wait_for_selector(".time-line-picture")
    expect(desk.page.locator(".time-line-lane")).to_have_count(2)


def test_a_document_that_cannot_be_checked_leaves_no_old_drawing(drawn):
    desk = drawn()
    desk.field("teams", 0, "end").fill("2026-01-01")
    desk.page.wait_for_selector(".time-line:not(:has(.time-line-picture))")


def test_names_are_text_also_where_they_look_like_markup(drawn):
    document = partnership()
    document["partners"][1]["name"] = "<b onclick=alert(1)>Ki</b>"
    page = drawn(document).page
    expect(page.locator(".time-line b")).to_have_count(0)
    page.get_by_text("Tidslinjen i ord").click()
    assert "<b onclick=alert(1)>Ki</b>" in page.locator(".time-line-words").inner_text()


def test_axe_finds_nothing(drawn):
    page = drawn().page
    page.get_by_text("Tidslinjen i ord").click()
    assert violations_everywhere(page, ".time-line") == {}
