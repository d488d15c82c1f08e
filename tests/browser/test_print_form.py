"""The participant form with its verdict, as it comes out of the printer."""

from __future__ import annotations

import io
import json
import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.returning import first_visit, returning
from tests.teams import COMPONENTS, empty_team, team

pytestmark = [pytest.mark.browser, returning]

LONG = "Wilhelmina Charlotta Augusta von Oxenstierna af Södermalm, Västergötland och Wiråholm"


def fourteen():
    """A project of fourteen people, with a visit and a steering group that begins too late."""
    project = team("project").dates(start="2027-01-01", end="2028-12-31")
    project.people("se", "civil_servant manager contact", "4 civil_servant")
    project.people("ke", "civil_servant manager", "4 civil_servant").people(None, "4 academia")
    project.visit("KE", start="2027-05-10", end="2027-05-14")
    document = project.beside(team("steering"), start="2027-03-01", end="2028-12-31").document
    people = document["teams"][0]["participants"]
    people[3]["name"] = LONG
    people[6]["reason"] = None
    people[7]["reason"] = None
    return document


@pytest.fixture
def printed(checker):
    """Open a file on its component's page, press the button; return the page."""

    def print_form(document, language="sv", *, answered=True):
        desk = checker(document["teams"][0]["component"], language)
        # What would open the printer's dialogue.
        desk.page.evaluate("() => { window.asked = 0; window.print = () => { window.asked += 1 } }")
        desk.page.set_input_files(
            "input[type=file]",
            [
                {
                    "name": "p.json",
                    "mimeType": "application/json",
                    "buffer": json.dumps(document).encode(),
                }
            ],
        )
        if answered:
            desk.page.wait_for_selector("team-checker[state=ready][verdict]")
            desk.action("print").click()
            desk.page.wait_for_selector("team-checker[printing]")
        return desk

    return print_form


def pages_of(page):
    """Return the text of each printed page, its white space made even."""
    pdf = page.pdf(prefer_css_page_size=True)
    return [re.sub(r"\s+", " ", one.extract_text()) for one in PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("component", COMPONENTS)
def test_every_components_form_is_printed_with_its_verdict(printed, component, language):
    document = team(component).document
    pages = pages_of(printed(document, language).page)
    text = " ".join(pages)
    title, verdict = {
        "sv": ("Deltagarformulär", "Teamet uppfyller kraven"),
        "en": ("Participant form", "The team meets the requirements"),
    }[language]
    assert title in pages[0]
    assert verdict in pages[0]
    assert f"1 / {len(pages)}" in pages[0]
    assert len(pages) <= 3
    for person in document["teams"][0]["participants"]:
        assert person["name"] in text
    decides = {"sv": "ICLD avgör.", "en": "ICLD decides."}[language]
    assert decides in pages[-1]
    assert "2026-11" in pages[-1]


def test_fourteen_people_with_all_that_was_entered_fit_on_a_few_pages(printed):
    desk = printed(fourteen())
    pages = pages_of(desk.page)
    text = " ".join(pages)
    assert len(pages) <= 4
    assert all(len(page.split()) > 60 for page in pages)
    # A long name is whole; those who lack a reason are named together.
    assert LONG in text
    assert "Besök 1, Kenya, 10 maj 2027 – 14 maj 2027" in text
    assert "Projektledare, Kontaktperson till ICLD" in text
    unmet = text.index("Inte uppfyllt: Styrgruppen löper under motsvarande tid")
    assert "löper under motsvarande tid”" in text
    assert unmet < text.index("Tips och upplysningar") < text.index("I ordning")
    # The heading row stands on each page that the table goes on to.
    with_people = [page for page in pages if re.search(r"Akademisk|Tjänsteperson", page)]
    assert all("Godkänd av ICLD" in page for page in with_people)


def test_people_are_asked_for_as_their_component_does(printed):
    steering = " ".join(pages_of(printed(team("steering").document, "en").page))
    assert "Politician. Opposition" in steering
    assert "Leading civil servant? Yes" in steering


def test_gender_is_not_printed(printed):
    document = team("inception").document
    for person in document["teams"][0]["participants"]:
        person["gender"] = "other"
    text = " ".join(pages_of(printed(document, "en").page))
    assert not re.search(r"\bGender \(|\b(Woman|Man|Other)\b", text)


def test_an_empty_form_can_be_printed(printed):
    text = " ".join(pages_of(printed(empty_team("inception"), "en").page))
    assert "No participant has been entered yet." in text
    assert "First day not entered" in text


def test_names_are_text_also_where_they_look_like_markup(printed):
    document = team("inception").document
    document["teams"][0]["participants"][0]["name"] = "<img src=x> 😀 نور"
    desk = printed(document)
    expect(desk.page.locator(".form-sheet img")).to_have_count(0)
    assert "<img src=x>" in " ".join(pages_of(desk.page))


def test_the_page_is_as_before_when_it_has_been_printed(printed):
    desk = printed(team("inception").document)
    assert desk.page.evaluate("window.asked") == 1
    pages_of(desk.page)
    expect(desk.page.locator(".form-sheet")).to_have_count(0)
    assert desk.element.get_attribute("printing") is None
    expect(desk.person(0, "name")).to_have_count(1)


def test_a_page_printed_without_the_button_is_the_page(printed):
    desk = printed(team("inception").document, answered=False)
    desk.expect_verdict("met")
    assert "Deltagarformulär · " not in " ".join(pages_of(desk.page))


def test_a_change_is_in_the_verdict_that_is_printed(printed):
    """The button waits for the answer to the last change rather than print the one before."""
    desk = printed(team("inception").document, answered=False)
    desk.expect_verdict("met")
    desk.choose("false", "teams", 0, "answers", "inception.tool")
    desk.action("print").click()
    desk.page.wait_for_selector("team-checker[printing]")
    assert "Teamet uppfyller inte kraven än" in pages_of(desk.page)[0]


@first_visit
def test_without_python_the_sheet_says_that_the_verdict_is_missing(context, site):
    page = context.new_page()
    page.route("**/runtime/*.bin", lambda route: route.abort())
    page.goto(f"{site}components/inception/")
    page.wait_for_selector(".checker-app")
    page.evaluate("() => { window.print = () => undefined }")
    page.locator('[data-path=\'["partners",0,"name"]\']').fill("Region Gotland")
    page.wait_for_selector("team-checker[state=failed]")
    page.locator("[data-action=print]").click()
    page.wait_for_selector("team-checker[printing]")
    text = " ".join(pages_of(page))
    assert "Region Gotland" in text
    assert "Resultatet saknas." in text
    assert "Teamet uppfyller" not in text
    context.faults.clear()
