"""The visit planner in a real browser, on the built site."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import expect

from checkers.rulebook import LANGUAGES
from checkers.service import check
from macros.planner_example import example
from tests.browser.axe import violations_everywhere
from tests.browser.checker_page import CheckerPage
from tests.browser.planner_page import PlannerPage
from tests.browser.returning import returning
from tests.browser.waiting import wait_for

pytestmark = [pytest.mark.browser, returning]

ROOT = Path(__file__).parents[2]
PAGE_OBJECT = re.compile(rb"/Type\s*/Page\b")
POINTS = ("expectations", "methods", "challenges", "reflection", "communicate")
AWKWARD = 'Möte; "med, alla\\n" <b>🌍</b> מחצ'


@pytest.fixture
def planner(context, site):
    """Open the planner in a language."""

    def open_planner(language="sv", query=""):
        page = context.new_page()
        page.goto(f"{site}{'' if language == 'sv' else f'{language}/'}learning/visit/{query}")
        return PlannerPage(page)

    return open_planner


@pytest.fixture
def shown(planner):
    """Open the planner with its example, checked."""

    def show(language="sv"):
        desk = planner(language)
        desk.action("example").click()
        desk.expect_verdict("unknown")
        return desk

    return show


def file(document):
    return {"name": "plan.json", "mimeType": "application/json", "buffer": json.dumps(document).encode()}


def pages_of(pdf):
    return len(PAGE_OBJECT.findall(pdf))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_has_one_thing_left_to_do(language):
    report = json.loads(check(json.dumps(example(language)), language))
    findings = [
        one
        for one in report["teams"][0]["findings"]
        if one["rule"].startswith("exchange.") or one["rule"] == "participants.approved-costs"
    ]
    left = {
        (one["rule"], one["participant"])
        for one in findings
        if one["strength"] in ("must", "should")
        and one["status"] != "met"
        and (one["participant"] is not None or one["visit"] is not None)
    }
    assert left == {("participants.approved-costs", 5)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_visit_is_planned_from_nothing_by_keyboard(planner, language):
    desk = planner(language)
    keys = desk.page.keyboard
    desk.tab_to("add-visit")
    keys.press("Enter")
    assert "country" in desk.page.evaluate("document.activeElement.id")
    keys.type("Kenya")
    desk.visit("start").fill("2027-05-10")
    desk.visit("end").fill("2027-05-11")
    for text in ("learn", "skills"):
        desk.tab_to(f'"plan","{text}"')
        keys.type("Så här.")
    desk.expect_part("exchange.tip-expectations", "met")
    desk.tab_to('"methods"')
    keys.press("Space")
    for text in ("methods", "challenges", "home"):
        desk.tab_to(f'"plan","{text}"')
        keys.type("Så här.")
    desk.tab_to("add-item", "2027-05-10")
    keys.press("Enter")
    assert "programme-0-start" in desk.page.evaluate("document.activeElement.id")
    desk.tab_to('"programme",0,"what"')
    keys.type("Samtal")
    desk.tab_to('"programme",0,"reflection"')
    keys.press("Space")
    for point in POINTS:
        desk.expect_part(f"exchange.tip-{point}", "met")
    desk.expect_part("methods", "met")
    plan = desk.stored_visit()["plan"]
    assert plan["learn"] == "Så här."
    assert plan["programme"] == [
        {
            "day": "2027-05-10",
            "start": None,
            "end": None,
            "what": "Samtal",
            "where": None,
            "reflection": True,
        }
    ]


def test_python_is_not_started_by_looking_at_the_page(planner):
    desk = planner()
    desk.page.wait_for_timeout(300)
    expect(desk.element).to_have_attribute("state", "idle")
    assert not desk.page.evaluate(
        "performance.getEntriesByType('resource').some((one) => /runtime|ical/.test(one.name))"
    )
    expect(desk.page.locator("[data-checklist] li")).to_have_count(len(POINTS))
    expect(desk.page.locator("[data-checklist]")).to_be_visible()


def test_without_a_script_the_points_are_there_to_print(chromium, site):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}learning/visit/")
    expect(page.locator("[data-checklist] li")).to_have_count(len(POINTS))
    assert "JavaScript" in page.locator("noscript").inner_text()
    context.close()


def test_what_is_entered_in_the_checker_shows_here_and_the_reverse(planner, context, site):
    page = context.new_page()
    page.goto(f"{site}components/project/")
    checker = CheckerPage(page)
    checker.page.locator("#checker-visits > summary").click()
    checker.action("add-visit").click()
    checker.field("teams", 0, "visits", 0, "country").select_option("KE")
    checker.choose("false", "teams", 0, "visits", 0, "answers", "exchange.tip-challenges")
    desk = planner()
    expect(desk.element).to_have_attribute("component", "project")
    expect(desk.visit("country")).to_have_value("KE")
    desk.plan("challenges").fill("Val i maj.")
    desk.expect_part("exchange.tip-challenges", "advised")
    desk.choose("", "teams", 0, "visits", 0, "answers", "exchange.tip-challenges")
    desk.expect_part("exchange.tip-challenges", "met")
    checker.page.bring_to_front()
    wait_for(
        checker.page,
        "document.querySelector('[data-rule=\"exchange.tip-challenges\"]')?.dataset.status === 'met'",
    )


def test_the_checker_leaves_a_plan_as_it_is(shown):
    desk = shown()
    before = desk.stored_visit()
    desk.page.goto(desk.page.url.partition("learning")[0] + "components/project/")
    checker = CheckerPage(desk.page)
    checker.field("partners", 0, "name").fill("Region Gotland och andra")
    assert checker.stored()["teams"][0]["visits"][0] == before
    checker.page.locator("#checker-visits > summary").click()
    checker.page.locator("#checker-visits a[href*='learning/visit']").click()
    expect(PlannerPage(checker.page).visit("country")).to_have_value("KE")


def test_a_plan_is_there_after_a_reload_and_in_the_other_language(shown, site):
    desk = shown()
    desk.plan("home").fill(AWKWARD)
    desk.page.reload()
    expect(desk.plan("home")).to_have_value(AWKWARD)
    desk.page.goto(f"{site}en/learning/visit/")
    expect(desk.plan("home")).to_have_value(AWKWARD)


def test_a_plan_is_saved_as_a_file_and_opened_again(shown, planner, context):
    desk = shown()
    kept = desk.stored()
    with desk.page.expect_download() as download:
        desk.action("save").click()
    saved = Path(download.value.path()).read_bytes()
    assert json.loads(saved) == kept
    desk.in_store("clear")
    desk.page.reload()
    expect(desk.visit("country")).to_have_count(0)
    desk.page.set_input_files("input[type=file]", files=[file(json.loads(saved))])
    desk.expect_verdict("unknown")
    assert desk.stored() == kept


def test_the_person_left_to_approve_is_found_beside_the_question(shown):
    desk = shown()
    desk.expect_part("travellers", "unknown")
    note = desk.page.locator("[data-rule='participants.approved-costs'][data-participant='5']")
    expect(note).to_have_attribute("data-status", "unknown")
    desk.choose("false", "teams", 0, "participants", 5, "approved")
    desk.expect_verdict("unmet")
    expect(note).to_have_attribute("data-status", "unmet")
    desk.choose("true", "teams", 0, "participants", 5, "approved")
    desk.expect_verdict("met")


def test_a_line_of_the_brief_leads_to_its_part(shown):
    desk = shown()
    desk.part("exchange.tip-communicate").locator("a").click()
    assert desk.page.evaluate("document.activeElement.id") == "checker-exchange-tip-communicate"


def test_visits_are_chosen_added_and_removed_with_undo(shown):
    desk = shown()
    desk.action("add-visit").click()
    assert len(desk.stored()["teams"][0]["visits"]) == 2
    expect(desk.field("teams", 0, "visits", 1, "country")).to_have_value("")
    desk.page.locator("[data-visit='0']").check()
    expect(desk.visit("country")).to_have_value("KE")
    desk.action("remove-visit").click()
    assert [one["country"] for one in desk.stored()["teams"][0]["visits"]] == [None]
    desk.page.locator(".checker-notice [data-action=undo]").click()
    assert [one["country"] for one in desk.stored()["teams"][0]["visits"]] == ["KE", None]


def test_an_item_is_removed_with_undo_and_the_rest_keep_their_texts(shown):
    desk = shown()
    texts = [item["what"] for item in desk.stored_visit()["plan"]["programme"]]
    desk.action("remove-item").click()
    assert [item["what"] for item in desk.stored_visit()["plan"]["programme"]] == texts[1:]
    expect(desk.plan("programme", 0, "what")).to_have_value(texts[1])
    desk.page.locator(".checker-notice [data-action=undo]").click()
    assert [item["what"] for item in desk.stored_visit()["plan"]["programme"]] == texts


def test_the_programme_follows_the_visit_to_other_days(shown):
    desk = shown()
    desk.visit("end").fill("2027-06-04")
    desk.visit("start").fill("2027-06-02")
    expect(desk.plan("programme", 0, "day")).to_have_value("2027-05-10")
    desk.action("move-programme").click()
    days = {item["day"] for item in desk.stored_visit()["plan"]["programme"]}
    assert days == {"2027-06-02", "2027-06-03", "2027-06-04"}
    expect(desk.plan("programme", 0, "day")).to_have_count(0)


def test_a_time_that_ends_before_it_starts_leads_to_its_field(shown):
    desk = shown()
    desk.plan("programme", 1, "end").fill("08:00")
    link = desk.page.locator(".checker-faults a")
    link.click()
    assert "programme-1-end" in desk.page.evaluate("document.activeElement.id")
    desk.plan("programme", 1, "end").fill("16:30")
    desk.expect_verdict("unknown")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_is_one_printed_page_with_nothing_else(shown, language):
    desk = shown(language)
    desk.page.emulate_media(media="print")
    visible = desk.page.evaluate("document.body.innerText")
    assert "Machakos County" in visible
    for text in (example(language)["teams"][0]["visits"][0]["plan"]["home"], "09:00–10:30"):
        assert text in visible
    assert len(visible) < 2000, "no menu, no form, no prose"
    desk.page.emulate_media(media="null")
    assert pages_of(desk.page.pdf(prefer_css_page_size=True)) == 1
    assert pages_of(desk.page.pdf(format="A4")) == 1


def test_a_plan_with_much_in_it_still_fits_a_page(planner):
    document = example("sv")
    visit = document["teams"][0]["visits"][0]
    for name in ("learn", "skills", "methods", "challenges", "reflection", "home"):
        visit["plan"][name] = "Det här är en mening av vanlig längd om besöket. " * 4
    visit["plan"]["programme"] = [
        {"day": f"2027-05-{day}", "start": f"{hour:02}:00", "end": f"{hour + 1:02}:30", "what": "Möte"}
        for day in (10, 11, 12, 13, 14)
        for hour in (9, 11, 14, 17)
    ]
    visit["end"] = "2027-05-14"
    desk = planner()
    desk.page.set_input_files("input[type=file]", files=[file(document)])
    desk.expect_verdict("unknown")
    assert pages_of(desk.page.pdf(prefer_css_page_size=True)) == 1


def test_a_fault_in_another_visit_or_in_the_team_leads_there(shown):
    desk = shown("en")
    desk.action("add-visit").click()
    desk.field("teams", 0, "visits", 1, "start").fill("2027-09-10")
    desk.field("teams", 0, "visits", 1, "end").fill("2027-09-01")
    desk.page.locator(".checker-faults a").wait_for()
    desk.page.locator("[data-visit='0']").check()
    desk.page.locator(".checker-faults a").click()
    assert desk.page.evaluate("document.activeElement.id").endswith("visits-1-end")
    desk.field("teams", 0, "visits", 1, "end").fill("2027-09-12")
    desk.page.locator(".checker-faults").wait_for(state="detached")
    document = desk.stored()
    document["teams"][0]["end"] = "2020-01-01"
    desk.replace(document)
    desk.action("check").click()
    desk.page.locator(".checker-faults a").click()
    desk.page.wait_for_url("**/en/check/?component=project")


def calendar(desk):
    """Save the calendar file and read it as a calendar does."""
    with desk.page.expect_download() as download:
        desk.action("calendar").click()
    data = Path(download.value.path()).read_bytes()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    return download.value.suggested_filename, icalendar.Calendar.from_ical(data)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_calendar_file_holds_the_visit_and_each_item(shown, language):
    desk = shown(language)
    desk.plan("programme", 1, "what").fill(AWKWARD)
    desk.plan("programme", 1, "where").fill("Sal 2, hus B; vån. 3")
    name, read = calendar(desk)
    assert name.endswith("-2027-05-10.ics")
    whole, *items = read.walk("VEVENT")
    assert whole.decoded("dtstart") == date(2027, 5, 10)
    assert whole.decoded("dtend") == date(2027, 5, 13), "the day after the last"
    texts = example(language)["teams"][0]["visits"][0]["plan"]
    assert all(texts[name] in str(whole["description"]) for name in ("learn", "home"))
    assert len(items) == 6
    # Floating: neither a zone nor UTC.
    assert items[1].decoded("dtstart") == datetime(2027, 5, 10, 13, 0)  # noqa: DTZ001
    assert items[1].decoded("dtend") == datetime(2027, 5, 10, 16, 0)  # noqa: DTZ001
    assert str(items[1]["summary"]) == AWKWARD
    assert str(items[1]["location"]) == "Sal 2, hus B; vån. 3"
    identities = [str(event["uid"]) for event in read.walk("VEVENT")]
    assert len(set(identities)) == 7
    _, again = calendar(desk)
    assert [str(event["uid"]) for event in again.walk("VEVENT")] == identities


def test_items_with_little_in_them_are_still_events(planner):
    document = example("en")
    visit = document["teams"][0]["visits"][0]
    visit["plan"] = {
        "programme": [
            {"day": "2027-05-10", "what": "A\rB\u0000\nC"},
            {"day": "2027-05-11", "start": "09:00"},
            {"day": "2027-05-11", "start": "10:00", "end": "10:00", "reflection": True},
            {"what": "On no day"},
            {"day": "2027-05-12"},
        ]
    }
    desk = planner("en")
    desk.page.set_input_files("input[type=file]", files=[file(document)])
    desk.expect_verdict("unknown")
    _, read = calendar(desk)
    _, first, second, third = read.walk("VEVENT")
    assert (first.decoded("dtstart"), first.decoded("dtend")) == (date(2027, 5, 10), date(2027, 5, 11))
    assert str(first["summary"]) == "AB\nC"
    assert second.decoded("dtstart") == datetime(2027, 5, 11, 9, 0)  # noqa: DTZ001
    assert "dtend" not in second
    assert str(third["summary"]) == "Time to reflect"


def test_a_calendar_without_days_asks_for_them(planner):
    desk = planner()
    desk.action("add-visit").click()
    desk.action("calendar").click()
    expect(desk.page.locator(".checker-notice[data-tone=unclear]")).to_be_visible()
    assert desk.page.evaluate("document.activeElement.id").endswith("visits-0-start")


def test_what_is_written_is_never_markup(planner):
    markup = '<img src=x onerror="document.title=1">'
    document = example("en")
    document["teams"][0]["visits"][0]["plan"]["learn"] = markup
    document["teams"][0]["visits"][0]["plan"]["programme"][0]["what"] = markup
    desk = planner("en")
    desk.page.set_input_files("input[type=file]", files=[file(document)])
    desk.expect_verdict("unknown")
    assert desk.page.title() != "1"
    desk.page.emulate_media(media="print")
    assert desk.page.evaluate("document.body.innerText").count(markup) == 2


def test_axe_finds_nothing_and_nothing_sticks_out(shown):
    desk = shown("en")
    desk.choose("false", "teams", 0, "participants", 5, "approved")
    desk.expect_verdict("unmet")
    for fold in desk.page.locator(".plan-answer > summary").all():
        fold.click()
    assert violations_everywhere(desk.page, "visit-planner") == {}
