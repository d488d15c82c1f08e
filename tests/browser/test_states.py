"""Every state of the workshop holds WCAG 2.2 AA as far as axe can tell, whatever the width and scheme."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from checkers.rulebook import COMPONENTS, LANGUAGES
from macros.checker_examples import example
from tests.browser.axe import looks_in, violations_everywhere
from tests.browser.checker_page import CheckerPage
from tests.browser.returning import first_visit, returning
from tests.teams import ABROAD, team

pytestmark = [pytest.mark.browser, returning]

ELEMENT = "team-checker"
UNCLEAR = team("inception").people(ABROAD, "majority", "opposition", "civil_servant").document
RIGHT = team("inception").visit().document
SEVERAL = {**RIGHT, "teams": [*RIGHT["teams"], *team("project").document["teams"]]}
ROWS = "Namn\tRoll\tAnnat\nA. B.\tpolitiker\tx\nC. D.\tastronaut\ty\n"


@pytest.fixture
def workshop(context, site):
    """Open the workshop in a language, its runtime let through, held back or cut off."""

    def open_workshop(language, *, runtime="there", component="inception"):
        page = context.new_page()
        if runtime == "gone":
            page.route("**/runtime/*.bin", lambda route: route.fulfill(status=404, body=""))
        elif runtime == "slow":
            page.route("**/runtime/*.bin", lambda _: None)
        prefix = "" if language == "sv" else f"{language}/"
        page.goto(f"{site}{prefix}check/?component={component}")
        return CheckerPage(page)

    return open_workshop


def laid(desk, document, verdict):
    """Open a file."""
    file = {"name": "t.json", "mimeType": "application/json", "buffer": json.dumps(document).encode()}
    desk.page.set_input_files("input[type=file]", files=[file])
    desk.expect_verdict(verdict)


def opened(desk, document, verdict):
    """Open a file and unfold everything that can be."""
    laid(desk, document, verdict)
    desk.page.evaluate("""() => {
        for (const fold of document.querySelectorAll('team-checker details')) fold.open = true;
    }""")
    # A politician and a civil servant: the others have the same fields.
    for place in (0, 2):
        desk.page.locator("[data-action=toggle-person]").nth(place).click()


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_anything_is_entered(workshop, language):
    assert violations_everywhere(workshop(language).page, ELEMENT, looks_in(language)) == {}


@first_visit
@pytest.mark.parametrize("language", LANGUAGES)
def test_while_python_is_on_its_way(workshop, language):
    desk = workshop(language, runtime="slow")
    desk.action("check").click()
    desk.page.wait_for_selector(f"{ELEMENT}[state=loading]")
    assert violations_everywhere(desk.page, ELEMENT, looks_in(language)) == {}


@first_visit
@pytest.mark.parametrize("language", LANGUAGES)
def test_when_python_does_not_come(workshop, context, language):
    desk = workshop(language, runtime="gone")
    desk.action("check").click()
    desk.page.wait_for_selector(f"{ELEMENT}[state=failed]")
    assert violations_everywhere(desk.page, ELEMENT, looks_in(language)) == {}
    # The browser's own line on the file that is not there.
    context.faults.clear()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("component", COMPONENTS)
def test_with_a_fault_in_each_component(workshop, component, language):
    desk = workshop(language, component=component)
    opened(desk, example(component, language), "unmet")
    desk.page.locator(".checker-answer [data-action^=aid]").first.wait_for()
    assert violations_everywhere(desk.page, ELEMENT, looks_in(language)) == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("document", "verdict"),
    [(RIGHT, "met"), (UNCLEAR, "unclear"), (SEVERAL, "met")],
    ids=["met", "two readings", "several teams"],
)
def test_with_an_answer(workshop, document, verdict, language):
    desk = workshop(language)
    opened(desk, document, verdict)
    if verdict == "unclear":
        desk.page.locator(".aid-unclear").first.wait_for()
    assert violations_everywhere(desk.page, ELEMENT, looks_in(language)) == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("action", ["shelf", "examples", "paste", "form", "share", "person-menu", "pick"])
def test_with_a_dialog_open(workshop, action, language):
    desk = workshop(language)
    laid(desk, SEVERAL, "met")
    desk.action(action).click()
    open_one = "dialog[open], [popover]:popover-open"
    desk.page.locator(open_one).first.wait_for()
    if action == "paste":
        desk.page.locator("dialog[open] textarea").fill(ROWS)
        desk.action("paste-read").click()
        desk.page.locator("dialog[open] .checker-paste-proposal").wait_for()
    assert violations_everywhere(desk.page, open_one, looks_in(language)) == {}
    desk.page.keyboard.press("Escape")
    expect(desk.page.locator(open_one)).to_have_count(0)
    assert desk.page.evaluate("document.activeElement.dataset.action") == action


@pytest.mark.parametrize("language", LANGUAGES)
def test_while_it_is_asked_whether_to_erase_and_after(context, site, language):
    page = context.new_page()
    page.goto(f"{site}{'' if language == 'sv' else 'en/'}about/privacy/")
    page.locator("erase-data button").first.click()
    page.locator("dialog[open]").wait_for()
    assert violations_everywhere(page, "dialog[open]", looks_in(language)) == {}
    page.locator("dialog[open] button").first.click()
    page.locator(".erase-result:not(:empty)").wait_for()
    assert violations_everywhere(page, "erase-data", looks_in(language)) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_verdict_is_announced_once_and_politely(workshop, language):
    desk = workshop(language)
    opened(desk, RIGHT, "met")
    live = desk.page.locator(".checker-announce")
    expect(live).to_have_attribute("aria-live", "polite")
    desk.page.wait_for_timeout(1500)
    desk.page.evaluate("""() => {
        window.said = [];
        const live = document.querySelector('.checker-announce');
        new MutationObserver(() => said.push(live.textContent)).observe(live, { childList: true });
    }""")
    desk.choose("false", "teams", 0, "answers", "inception.tool")
    desk.expect_verdict("unmet")
    desk.page.wait_for_timeout(1500)
    assert desk.page.evaluate("said.length") == 1
    # A change that leaves the verdict and its counts as they are is not news.
    desk.person(0, "name").fill("N. N.")
    desk.page.wait_for_timeout(1500)
    assert desk.page.evaluate("said.length") == 1
