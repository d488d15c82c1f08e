"""What goes into a participant form comes out of it again, whatever people are called."""

from __future__ import annotations

import csv
import io
import time
import zipfile
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.faults import UnusableDocument
from checkers.model import Plan
from checkers.reading import read_values
from checkers.rulebook import load
from checkers.sheets.opening import open_sheets
from checkers.sheets.saving import form_file
from tests.documents import full
from tests.sheets.partnerships import AWKWARD, partnerships
from tests.teams import COMPONENTS, team

LANGUAGES = st.sampled_from(["sv", "en"])


def partnership(document):
    return read_values(document, load().questions)


def normalised(partnership):
    """Leave out what says nothing: a question without an answer, a plan with nothing in it."""
    return partnership._replace(teams=tuple(map(_team, partnership.teams)))


def _team(team):
    visits = team.visits and tuple(
        visit._replace(answers=_answered(visit), plan=_plan(visit.plan)) for visit in team.visits
    )
    gone = tuple(each._replace(answers=_answered(each)) for each in team.replacements)
    return team._replace(answers=_answered(team), visits=visits, replacements=gone)


def _answered(holder):
    return {id_: answer for id_, answer in holder.answers.items() if answer is not None}


def _plan(plan):
    nothing = Plan(
        learn=None, skills=None, methods=None, challenges=None, reflection=None, home=None, programme=()
    )
    return None if plan == nothing else plan


def reopened(document, language="sv", kind="xlsx", read_in="en"):
    file = form_file(partnership(document), language, kind)
    return open_sheets(file.name, file.data, read_in)


@given(partnerships(), LANGUAGES, LANGUAGES)
def test_excel_loses_nothing(document, language, read_in):
    opened = reopened(document, language, read_in=read_in)
    assert normalised(opened.partnership) == normalised(partnership(document))
    assert opened.unread == ()


@given(partnerships(), LANGUAGES, LANGUAGES)
def test_csv_loses_no_participant(document, language, read_in):
    before = partnership(document)
    after = reopened(document, language, "csv", read_in).partnership
    teams = [team for team in before.teams if team.participants]
    assert [team.component for team in after.teams] == [team.component for team in teams]
    assert [team.participants for team in after.teams] == [team.participants for team in teams]
    facts = {(partner.id, partner.country, partner.elected_opposition) for partner in before.partners}
    assert {(partner.id, partner.country, partner.elected_opposition) for partner in after.partners} == facts


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("component", COMPONENTS)
def test_a_usual_team_keeps_every_field(component, language):
    document = team(component).visit().replacement().document
    assert normalised(reopened(document, language).partnership) == normalised(partnership(document))


def test_a_file_that_uses_every_field_comes_back():
    assert reopened(full()).partnership == partnership(full())


def sheets(data):
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.mark.parametrize(
    "name", ["=1+1", "+46", "-1", "@SUM(A1)", "=cmd|'/c calc'!A0", "#N/A", "TRUE", "007"]
)
def test_a_name_is_never_a_formula_or_a_number(name):
    document = team("inception").document
    document["teams"][0]["participants"][0]["name"] = name
    data = form_file(partnership(document), "sv", "xlsx").data
    cell = sheets(data)["Förberedelse"]["A3"]
    assert (cell.value, cell.data_type, cell.number_format) == (name, "s", "@")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        pages = [archive.read(part) for part in archive.namelist() if part.startswith("xl/worksheets/")]
    assert pages
    assert not [page for page in pages if b"<f>" in page.split(b"<dataValidations")[0]]


@given(st.sampled_from(AWKWARD) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8))
def test_no_cell_of_a_csv_file_begins_as_a_formula(name):
    document = team("inception").document
    document["teams"][0]["participants"][0]["name"] = name
    data = form_file(partnership(document), "sv", "csv").data
    assert data.startswith(b"\xef\xbb\xbf")
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_a_text_that_no_cell_can_hold_is_refused_with_its_place():
    document = team("inception").document
    document["teams"][0]["participants"][1]["reason"] = "x" * 32_768
    with pytest.raises(UnusableDocument) as refused:
        form_file(partnership(document), "sv", "xlsx")
    (fault,) = refused.value.faults
    assert (fault.path, fault.code, fault.values["limit"]) == (
        "Förberedelse!I4",
        "sheet_text_too_long",
        32_767,
    )
    document["teams"][0]["participants"][1]["reason"] = "x" * 32_767
    assert reopened(document).partnership == partnership(document)


def test_two_hundred_people_in_many_teams_of_one_component():
    draft = team("project")
    for _ in range(9):
        draft.beside(team("project").also("ke", "20 civil_servant"))
    assert reopened(draft.document).partnership == partnership(draft.document)


def test_the_form_is_made_to_be_filled_in_and_printed():
    book = sheets(form_file(partnership(full()), "sv", "xlsx").data)
    assert book.sheetnames == [
        "Förberedelse", "Partner", "Team", "Svar", "Besök", "Besökens program", "Byten", "Resultat", "Val",
    ]  # fmt: skip
    assert book["Val"].sheet_state == "hidden"
    people = book["Förberedelse"]
    assert people.freeze_panes == "B3"
    assert people.print_title_rows == "$2:$2"
    assert (people.page_setup.orientation, people.page_setup.fitToWidth) == ("landscape", 1)
    assert "Ekby kommun · Kijani County" in people["A1"].value
    assert load().version in people["A1"].value
    offered = {
        str(rule.sqref).split(":")[0]: rule.formula1 for rule in people.data_validations.dataValidation
    }
    words = [book["Val"][cell[0].coordinate].value for cell in _range(book, offered["C3"])]
    assert words[:2] == ["Politiker", "Tjänsteperson"]


def _range(book, formula):
    sheet, cells = formula.rsplit("!", 1)
    return book[sheet.strip("'")][cells]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_verdict_has_a_sheet_with_citations(language):
    book = sheets(form_file(partnership(team("inception").people("ke").document), language, "xlsx").data)
    rows = list(book[{"sv": "Resultat", "en": "Result"}[language]].iter_rows(min_row=3, values_only=True))
    first = rows[0]
    assert first[3] in ("Inte uppfyllt", "Not met", load().phrases["status.unmet"](language))
    assert any("två politiker" in (row[8] or "") for row in rows)
    assert all("#" in row[9] for row in rows)


def test_the_file_is_whole_and_its_xml_well_formed():
    with zipfile.ZipFile(io.BytesIO(form_file(partnership(full()), "sv", "xlsx").data)) as archive:
        assert archive.testzip() is None
        for part in archive.namelist():
            ET.fromstring(archive.read(part))  # noqa: S314 - we have just written it


def test_a_workbook_is_written_where_the_clock_stands_at_its_beginning(monkeypatch):
    monkeypatch.setattr(time, "time", lambda: 0.0)
    file = form_file(partnership(full()), "sv", "xlsx")
    assert openpyxl.load_workbook(io.BytesIO(file.data)).sheetnames
