"""Real files: what we write is opened by LibreOffice, saved by it, and read back."""

from __future__ import annotations

import csv

import pytest

from checkers.reading import read_values
from checkers.rulebook import load
from checkers.sheets.opening import open_sheets
from checkers.sheets.saving import form_file
from release.office import convert
from tests.documents import full
from tests.sheets.partnerships import AWKWARD
from tests.teams import team

#: What LibreOffice itself changes: carriage returns, blank texts, and a mark of Excel’s within a text.
KEPT = [
    text for text in AWKWARD if text.strip() and not set(text) & set("\r\0\ufffe") and "_x005F" not in text
]


def partnership(document):
    return read_values(document, load().questions)


@pytest.fixture(scope="module")
def awkward():
    """A team whose people have every awkward name."""
    document = team("project").document
    people = document["teams"][0]["participants"]
    for name in KEPT:
        people.append({**people[0], "name": name, "reason": name, "roles": []})
    return partnership(document)


def resaved(partnership, folder, language="sv"):
    file = form_file(partnership, language, "xlsx")
    (folder / "in").mkdir()
    source = folder / "in" / file.name
    source.write_bytes(file.data)
    return convert(source, "xlsx", folder)


def test_a_form_saved_by_libreoffice_is_the_same_form(tmp_path):
    saved = resaved(partnership(full()), tmp_path)
    assert saved.read_bytes()[:2] == b"PK"
    assert open_sheets(saved.name, saved.read_bytes(), "sv").partnership == partnership(full())


def test_libreoffice_takes_no_name_for_a_formula_and_keeps_every_letter(awkward, tmp_path):
    saved = resaved(awkward, tmp_path)
    after = open_sheets(saved.name, saved.read_bytes(), "sv").partnership
    assert [person.name for person in after.teams[0].participants] == [
        person.name for person in awkward.teams[0].participants
    ]
    assert [person.reason for person in after.teams[0].participants] == [
        person.reason for person in awkward.teams[0].participants
    ]


def test_libreoffice_shows_the_names_themselves(awkward, tmp_path):
    file = form_file(awkward, "sv", "xlsx")
    (tmp_path / "in").mkdir()
    source = tmp_path / "in" / file.name
    source.write_bytes(file.data)
    # Field separator, quotation mark, UTF-8, first line.
    shown = convert(source, "csv:Text - txt - csv (StarCalc):44,34,76,1", tmp_path)
    rows = list(csv.reader(shown.read_text("utf-8").splitlines()))
    names = {row[0] for row in rows}
    assert {"=1+1", "+46 70", "@SUM(A1)", "'=1", "#N/A", "007", "TRUE", "2026-03-01", "<b>&amp;"} <= names
