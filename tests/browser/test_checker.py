"""The checker in a real browser, on the built site."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from checkers.rulebook import COMPONENTS, LANGUAGES
from checkers.service import check
from macros.checker_examples import example
from tests.browser.kept_python import HAS_ALL
from tests.browser.waiting import wait_for

pytestmark = pytest.mark.browser

#: Overwrites what is kept of the runtime.
SPOIL = """async () => {
  const cache = await caches.open("partnership-guide/python");
  for (const { url } of await cache.keys()) await cache.put(url, new Response("spoilt"));
}"""

MARKUP = '<img src=x onerror="document.title=1">'
RIGHT_TO_LEFT = "\u202bמחצ'קוס\u202c 🌍"


def file(document, name="team.json"):
    content = document if isinstance(document, bytes) else json.dumps(document).encode()
    return {"name": name, "mimeType": "application/json", "buffer": content}


def met(component="inception", language="sv"):
    """The example with its one fault mended."""
    document = example(component, language)
    person = {**document["teams"][0]["participants"][3], "name": "M. M.", "side": "opposition"}
    document["teams"][0]["participants"].append(person)
    return document


def type_person(checker, name, capacity, *, side=None, roles=()):
    """Fill in a person whose name has the focus, by keyboard alone."""
    keys = checker.page.keyboard
    keys.type(name)
    checker.tab_to("capacity")
    keys.type(capacity)
    if side:
        checker.tab_to("side")
        for _ in range(side):
            keys.press("ArrowRight")
    checker.tab_to("roles")
    for position in range(2):
        if position in roles:
            keys.press("Space")
        keys.press("Tab")
    checker.tab_to("reason")
    keys.type("Kan frågan.")
    checker.tab_to("code_of_conduct")
    keys.press("ArrowRight")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_team_entered_by_keyboard_comes_to_meet_the_requirements(checker, language):
    desk = checker(language=language)
    keys = desk.page.keyboard
    politician, servant = ("Poli", "Tjän") if language == "sv" else ("Poli", "Civil ser")
    for number, (name, country) in enumerate([("Region Gotland", "S"), ("Machakos", "Kenya")]):
        desk.tab_to("partners", str(number), "name")
        keys.type(name)
        if number:
            desk.tab_to("country")
            keys.type(country)
        desk.tab_to("elected_opposition")
        keys.press("ArrowRight")
        for person in range(3):
            desk.tab_to("add-person", str(number))
            keys.press("Enter")
            if person < 2:
                type_person(desk, f"P {number}{person}", politician, side=person + 1)
            else:
                type_person(desk, f"T {number}", servant, roles=(0, 1))
    desk.expect_verdict("unknown")
    desk.tab_to("inception.tool")
    keys.press("ArrowRight")
    desk.expect_verdict("met")
    assert desk.status("inception.majority-opposition", "p2") == "met"
    keys.press("ArrowRight")
    desk.expect_verdict("unmet")
    assert desk.status("inception.tool") == "unmet"
    marks = desk.page.evaluate("performance.getEntriesByType('mark').map((mark) => mark.name)")
    assert {"checker:engage", "checker:ready", "checker:edit", "checker:verdict"} <= set(marks)


def test_python_is_not_started_by_looking_at_the_page(checker):
    desk = checker()
    desk.page.wait_for_timeout(300)
    expect(desk.element).to_have_attribute("state", "idle")
    assert not desk.page.evaluate(
        "performance.getEntriesByType('resource').some((one) => one.name.includes('runtime/'))"
    )
    expect(desk.page.locator("[data-checklist]").first).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_is_shown_at_once_and_can_be_undone(checker, language):
    desk = checker(language=language)
    desk.field("partners", 0, "name").fill("Mitt eget")
    desk.page.set_input_files("input[type=file]", files=[file(met())])
    desk.expect_verdict("met")
    expect(desk.field("partners", 0, "name")).to_have_value("Region Gotland")
    assert desk.page.locator("[data-rule][data-status=met]").count() > 10
    desk.action("undo").click()
    desk.expect_verdict("unmet")
    expect(desk.field("partners", 0, "name")).to_have_value("Mitt eget")


@pytest.mark.parametrize(
    "bad",
    [
        file(b"{not json", "team.json"),
        file({"format": "partnership/9", "partners": [], "teams": []}),
        file(b"PK\x03\x04", "team.xlsx"),
        file(b"", "team.csv"),
        file(b"[" * 2_100_000, "large.json"),
    ],
    ids=["no json", "another version", "xlsx", "csv", "too large"],
)
def test_a_file_that_cannot_be_read_gets_a_sentence_and_nothing_is_lost(checker, bad):
    desk = checker(language="en")
    desk.field("partners", 0, "name").fill("Region Gotland")
    desk.expect_verdict("unmet")
    kept = desk.stored()
    desk.page.set_input_files("input[type=file]", files=[bad])
    notice = desk.page.locator(".checker-notice[data-tone=unmet]")
    notice.wait_for()
    assert bad["name"] in notice.inner_text()
    assert notice.locator("li").count() >= 1
    desk.expect_verdict("unmet")
    assert desk.stored() == kept
    expect(desk.field("partners", 0, "name")).to_have_value("Region Gotland")


def test_work_is_still_there_after_a_reload_and_in_the_other_language(checker, site):
    desk = checker()
    desk.field("partners", 1, "name").fill("Machakos")
    # Chromium's tab may die where it is reloaded while it compiles a module.
    desk.expect_verdict("unmet")
    desk.page.reload()
    expect(desk.field("partners", 1, "name")).to_have_value("Machakos")
    desk.page.goto(f"{site}en/components/steering/")
    expect(desk.field("partners", 1, "name")).to_have_value("Machakos")


def test_starting_over_empties_the_form_and_the_browser_and_can_be_undone(checker):
    desk = checker()
    desk.field("partners", 1, "name").fill("Machakos")
    desk.action("restart").click()
    expect(desk.field("partners", 1, "name")).to_have_value("")
    assert desk.stored() is None
    desk.page.locator(".checker-notice [data-action=undo]").click()
    expect(desk.field("partners", 1, "name")).to_have_value("Machakos")
    assert desk.stored()["partners"][1]["name"] == "Machakos"


@pytest.mark.parametrize("component", COMPONENTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_has_one_fault(component, language):
    report = json.loads(check(json.dumps(example(component, language)), language, component))
    findings = [one for one in report["teams"][0]["findings"] if one["strength"] in ("must", "should")]
    unmet = {one["rule"] for one in findings if one["strength"] == "must" and one["status"] == "unmet"}
    assert len(unmet) == 1
    assert not [one["rule"] for one in findings if one["status"] in ("unclear", "unknown")]


def test_an_example_is_shown_on_the_page_of_all_components(context, site, checker):
    desk = checker()
    desk.page.goto(f"{site}check/?component=project")
    desk.page.wait_for_selector("team-checker[component=project]")
    desk.action("example").click()
    desk.expect_verdict("unmet")
    desk.page.locator("[data-component=dissemination]").check()
    assert "component=dissemination" in desk.page.url
    desk.page.wait_for_selector("[data-rule='dissemination.participants']")


def test_a_finding_leads_to_its_person_and_its_source(checker, site):
    desk = checker(language="en")
    document = met()
    document["teams"][0]["participants"][1]["code_of_conduct"] = False
    desk.page.set_input_files("input[type=file]", files=[file(document)])
    desk.expect_verdict("unmet")
    finding = desk.page.locator("[data-rule='participants.code-of-conduct'][data-participant='1']")
    assert (
        finding.locator(".checker-source a")
        .get_attribute("href")
        .endswith("participants/#participants-code-of-conduct")
    )
    finding.locator("[data-action=reveal]").click()
    desk.person(1, "name").wait_for()
    place = desk.page.evaluate("document.activeElement.dataset.path")
    assert json.loads(place) == ["teams", 0, "participants", 1, "code_of_conduct"]


def test_a_document_that_cannot_be_checked_says_which_field_to_correct(checker):
    desk = checker(language="en")
    desk.page.set_input_files("input[type=file]", files=[file(met())])
    desk.expect_verdict("met")
    desk.field("teams", 0, "end").fill("2020-01-01")
    link = desk.page.locator(".checker-faults a")
    link.click()
    assert desk.element.get_attribute("verdict") is None
    assert desk.page.evaluate("document.activeElement.type") == "date"
    desk.page.keyboard.press("Delete")
    desk.field("teams", 0, "end").fill("2027-12-31")
    desk.expect_verdict("met")


def test_the_largest_file_is_shown_and_its_people_can_be_edited(checker):
    desk = checker(language="en")
    # Two thousand people are much to draw for a machine that runs other tests meanwhile.
    desk.page.set_default_timeout(120_000)
    document = met()
    people = document["teams"][0]["participants"]
    people += [{**people[2], "name": f"P {number}"} for number in range(2_000 - len(people))]
    desk.page.set_input_files("input[type=file]", files=[file(document)])
    desk.expect_verdict("unmet")
    expect(desk.page.locator(".checker-person")).to_have_count(2_000)
    desk.page.locator(".checker-person-toggle").nth(1).click()
    desk.person(1, "name").fill("Q")
    assert desk.stored()["teams"][0]["participants"][1]["name"] == "Q"


def test_a_person_taken_away_comes_back_with_undo_and_leaves_the_others_open(checker):
    desk = checker()
    desk.page.set_input_files("input[type=file]", files=[file(met())])
    desk.expect_verdict("met")
    for number in (0, 1):
        desk.page.locator(".checker-person-toggle").nth(number).click()
    desk.person(1, "name").wait_for()
    desk.page.locator("[data-action=remove][data-index='0']").click()
    desk.expect_verdict("unmet")
    expect(desk.person(0, "name")).to_have_value("B. N.")
    desk.page.locator(".checker-notice [data-action=undo]").click()
    desk.expect_verdict("met")
    expect(desk.person(0, "name")).to_have_value("A. L.")


def test_names_are_text_whatever_they_hold(checker):
    desk = checker()
    document = met()
    document["partners"][1]["name"] = MARKUP
    document["teams"][0]["participants"][0]["name"] = RIGHT_TO_LEFT
    desk.page.set_input_files("input[type=file]", files=[file(document)])
    desk.expect_verdict("met")
    expect(desk.page.locator("team-checker img")).to_have_count(0)
    expect(desk.page.get_by_role("heading", name=MARKUP)).to_have_count(2)
    expect(desk.page.locator(".checker-person-name", has_text=RIGHT_TO_LEFT)).to_have_count(1)
    assert desk.page.title() != "1"


def test_a_file_that_came_damaged_once_is_not_noticed(checker, context):
    desk = checker()
    left = ["once"]
    context.route(
        "**/runtime/library-*",
        lambda route: route.fulfill(body=left.pop()) if left else route.continue_(),
    )
    desk.field("partners", 0, "name").fill("Region Gotland")
    desk.expect_verdict("unmet")
    assert not left
    # The console says that it was fetched again.
    context.faults.clear()


def test_what_is_kept_of_the_runtime_is_used_again_and_does_no_harm_where_it_is_spoilt(checker, context):
    desk = checker()
    desk.field("partners", 0, "name").fill("Region Gotland")
    desk.expect_verdict("unmet")
    wait_for(desk.page, HAS_ALL)
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    again = checker("project")
    again.field("partners", 0, "name").fill("Region Gotland")
    again.expect_verdict("unmet")
    # What lies unpacked is asked of the service worker, where there is one by now; no host has it.
    assert not [url for url in asked if "/runtime/" in url and "/unpacked/" not in url]
    again.page.evaluate(SPOIL)
    last = checker("steering")
    last.field("partners", 0, "name").fill("Region Gotland")
    last.page.wait_for_selector("team-checker:is([state=failed], [verdict])")
    if last.page.locator("team-checker[state=failed]").count():
        last.action("retry").click()
    last.expect_verdict("unmet")
    # The console says what did not start.
    context.faults.clear()


def test_visits_and_replacements_are_checked(checker):
    desk = checker()
    desk.page.set_input_files("input[type=file]", files=[file(met())])
    desk.expect_verdict("met")
    desk.page.locator("#checker-visits > summary").click()
    desk.action("add-visit").click()
    desk.choose("A. L.", "teams", 0, "visits", 0, "travellers")
    desk.expect_verdict("unknown")
    assert desk.page.locator("[data-rule^='exchange.']").count() > 3
    desk.page.locator("#checker-replacements > summary").click()
    desk.action("add-replacement").click()
    desk.field("teams", 0, "replacements", 0, "leaves").select_option("A. L.")
    desk.choose("false", "teams", 0, "replacements", 0, "answers", "replacement.justified")
    desk.expect_verdict("unmet")
    assert desk.stored()["teams"][0]["visits"][0]["travellers"] == ["A. L."]


def test_a_name_written_anew_is_still_the_travellers(checker):
    desk = checker()
    document = met()
    document["teams"][0]["visits"] = [{"travellers": ["A. L.", "B. N."]}]
    document["teams"][0]["replacements"] = [{"leaves": "A. L."}]
    desk.page.set_input_files("input[type=file]", files=[file(document)])
    desk.page.locator(".checker-person-toggle").first.click()
    desk.person(0, "name").fill("")
    assert desk.stored()["teams"][0]["visits"][0]["travellers"] == ["B. N."]
    desk.person(0, "name").press_sequentially("Anna")
    team = desk.stored()["teams"][0]
    assert sorted(team["visits"][0]["travellers"]) == ["Anna", "B. N."]
    assert team["replacements"][0]["leaves"] == "Anna"
    expect(desk.page.locator(".checker-faults")).to_have_count(0)


def test_questions_that_decide_nothing_are_folded_and_counted(checker):
    desk = checker(language="en")
    fold = desk.page.locator("#checker-consider")
    answer = desk.field("teams", 0, "answers", "inception.goal").first
    expect(answer).to_be_hidden()
    expect(desk.field("teams", 0, "answers", "inception.tool").first).to_be_visible()
    summary = fold.locator("summary")
    before = summary.inner_text()
    summary.click()
    desk.choose("true", "teams", 0, "answers", "inception.goal")
    expect(answer).to_be_visible()
    expect(summary).not_to_have_text(before, use_inner_text=True)


def test_a_checker_that_is_taken_away_while_python_comes_complains_of_nothing(checker):
    desk = checker()
    desk.page.route("**/runtime/*.bin", lambda _: None)
    desk.action("check").click()
    desk.page.wait_for_selector("team-checker[state=loading]")
    desk.page.wait_for_timeout(500)
    desk.page.evaluate("document.querySelector('team-checker').remove()")
    desk.page.wait_for_timeout(500)
