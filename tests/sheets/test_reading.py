"""A form filled in by hand: what it may look like, and what is said where it cannot be read."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest

from checkers.faults import UnusableDocument
from checkers.reading import read_values
from checkers.rulebook import load
from checkers.service import answer, fault_lines, open_file
from checkers.sheets.opening import LooseList, open_sheets
from checkers.sheets.saving import form_file
from tests.documents import full
from tests.teams import team


def partnership(document):
    return read_values(document, load().questions)


@pytest.fixture
def book():
    """A form that has been saved, to be changed by hand."""
    return openpyxl.load_workbook(io.BytesIO(form_file(partnership(full()), "sv", "xlsx").data))


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def opened(book):
    return open_sheets("form.xlsx", saved(book), "sv")


def people(book):
    return opened(book).partnership.teams[0].participants


def faults(data, name="form.xlsx", language="sv"):
    with pytest.raises(UnusableDocument) as refused:
        open_sheets(name, data, language)
    return fault_lines(refused.value, language)


def test_words_of_either_language_in_any_case_and_ids_are_read(book):
    sheet = book["Förberedelse"]
    for cell, word in {
        "C3": " POLITICIAN ",
        "C4": "tjänsteperson",
        "C5": "civil_society",
        "H3": "Female",
    }.items():
        sheet[cell] = word
    sheet["G3"] = "Coordinator, kontaktperson till ICLD"
    sheet["B4"] = "ekby  KOMMUN"
    found = people(book)
    assert [found[place].capacity for place in range(3)] == ["politician", "civil_servant", "civil_society"]
    assert (found[0].gender, found[0].roles) == ("woman", ("coordinator", "contact"))
    assert found[1].partner == "se"


def test_booleans_dates_and_times_may_be_what_excel_makes_of_them(book):
    book["Förberedelse"]["E3"] = True
    book["Förberedelse"]["F3"] = "x"
    book["Team"]["D3"] = datetime(2026, 3, 1)  # noqa: DTZ001 - a spreadsheet knows no time zones
    book["Team"]["E3"] = date(2027, 2, 28)
    book["Besökens program"]["D3"] = time(9, 15)
    book["Besökens program"]["E3"] = "10.30"
    for sheet, cell in (("Team", "D3"), ("Team", "E3")):
        book[sheet][cell].number_format = "yyyy-mm-dd"
    book["Besökens program"]["D3"].number_format = "hh:mm"
    found = opened(book).partnership.teams[0]
    assert (found.participants[0].leading, found.participants[0].employed) == (True, True)
    assert (found.start, found.end) == (date(2026, 3, 1), date(2027, 2, 28))
    item = found.visits[0].plan.programme[0]
    assert (item.start, item.end) == (time(9, 15), time(10, 30))


def test_columns_may_change_places_and_rows_be_empty(book):
    sheet = book["Förberedelse"]
    sheet.move_range("B2:B20", cols=12)
    sheet.insert_rows(5, amount=3)
    sheet.insert_rows(1, amount=2)
    sheet["A1"] = "Utkast, ring Anna"
    assert people(book) == partnership(full()).teams[0].participants


def test_people_added_by_hand_are_in_the_team(book):
    sheet = book["Förberedelse"]
    row = 3 + len(people(book))
    for column, value in {"A": 7, "B": "Extern deltagare", "C": "Akademisk institution"}.items():
        sheet[f"{column}{row}"] = value
    added = people(book)[-1]
    assert (added.name, added.partner, added.capacity, added.employed) == ("7", None, "academia", False)


def test_a_team_may_be_a_new_sheet(book):
    sheet = book.create_sheet("Projekt")
    sheet.append(["Namn", "Kommer från", "Deltar som"])
    sheet.append(["Ny", "Kijani County", "Politiker"])
    teams = opened(book).partnership.teams
    assert [each.component for each in teams] == ["inception", "project"]
    assert teams[1].participants[0].partner == "ke"


def test_what_is_not_read_is_named_and_health_is_never_repeated(book):
    sheet = book["Förberedelse"]
    sheet["L2"], sheet["L3"] = "Skostorlek", "38"
    sheet["M2"], sheet["M3"] = "Allergier", "NÖTTER"
    book.create_sheet("Mina anteckningar").append(["Ring Bo"])
    unread = dict(opened(book).unread)
    assert set(unread) == {"Förberedelse!L2", "Förberedelse!M2", "Mina anteckningar"}
    assert "Skostorlek" in unread["Förberedelse!L2"]
    assert "NÖTTER" not in json.dumps(opened(book).document, ensure_ascii=False) + str(unread)


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "said"),
    [
        ("Förberedelse", "C4", "Astronaut", "Tjänsteperson"),
        ("Förberedelse", "B4", "Nakuru", "Ekby kommun"),
        ("Förberedelse", "B4", None, "Extern deltagare"),
        ("Förberedelse", "E4", "kanske", "Ja, Nej"),
        ("Förberedelse", "A4", "=A3", "formel"),
        ("Partner", "C3", "Atlantis", "SE"),
        ("Team", "D3", "våren", "2027-01-31"),
        ("Team", "E3", "2020-01-01", "första dagen"),
        ("Team", "B3", "Semester", "Förberedelse"),
        ("Besök", "F3", "Ingen alls", "deltagarna"),
        ("Besökens program", "A3", "Projekt 9", "Förberedelse"),
        ("Besökens program", "B3", "4", "Besök"),
        ("Byten", "C3", "Okänd", "deltagarna"),
    ],
)
def test_a_fault_names_its_cell_and_what_is_allowed(book, sheet, cell, value, said):
    book[sheet][cell] = value
    lines = faults(saved(book))
    assert [place for place, _ in lines] == [f"{sheet}!{cell}"]
    assert said in lines[0][1]


def test_several_faults_are_all_told(book):
    book["Förberedelse"]["C4"] = "Astronaut"
    book["Förberedelse"]["D5"] = "vänster"
    book["Team"]["D3"] = "våren"
    assert {place for place, _ in faults(saved(book))} == {"Förberedelse!C4", "Förberedelse!D5", "Team!D3"}


def test_a_csv_fault_names_row_and_column():
    data = form_file(partnership(full()), "sv", "csv").data.replace(b"Politiker", b"Astronaut", 1)
    assert [place for place, _ in faults(data, "people.csv")] == ["D2"]


def bomb():
    """An archive that would unpack to forty megabytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 40_000_000)
    return out.getvalue()


def with_part(book, part, change):
    """Save a workbook with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(book))) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, change(content) if name == part else content)
    return out.getvalue()


ENTITY = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"not a workbook",
        b"\xd0\xcf\x11\xe0" + b"\0" * 600,
        b"PK" + b"\0" * 2_000_000,
        bomb(),
    ],
    ids=["empty", "cut", "text", "old or protected", "too large", "bomb"],
)
def test_a_file_that_is_no_workbook_is_one_sentence(data):
    assert len(faults(data)) == 1


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_entities_are_refused(book, part):
    data = with_part(book, part, lambda xml: ENTITY + xml.replace(b"<sheetData>", b"<sheetData>&e;"))
    assert [place for place, _ in faults(data)] == ["$"]


def test_a_cell_far_below_or_far_to_the_right_is_told_and_not_waited_for(book):
    book["Förberedelse"]["A1048576"] = "hej"
    assert [place for place, _ in faults(saved(book))] == ["Förberedelse!A1048576"]
    del book["Förberedelse"]
    book.create_sheet("Förberedelse")["XFD1"] = "hej"
    assert [place for place, _ in faults(saved(book))] == ["Förberedelse!XFD1"]


def test_a_list_in_excel_is_a_proposal_for_the_page_and_a_fault_for_the_command_line():
    book = openpyxl.Workbook()
    book.active.append(["Namn", "Kommun", "Roll"])
    book.active.append(["Anna Berg", "Gotland", "=1+1"])
    book.create_sheet("Två").append(["mer"])
    data = saved(book)
    with pytest.raises(LooseList):
        open_sheets("list.xlsx", data, "sv")
    proposal = json.loads(open_file("list.xlsx", data, "sv"))
    assert proposal["format"] == "guess/1"
    assert proposal["people"][0]["name"] == "Anna Berg"
    assert [(left["kind"], left["value"]) for left in proposal["left_over"]] == [
        ("value", "=1+1"),
        ("sheet", "Två"),
    ]


def test_the_page_is_given_a_form_and_opens_it_again():
    request = {"type": "form", "text": json.dumps(full()), "language": "en", "kind": "xlsx"}
    made = json.loads(answer(json.dumps(request)))
    assert (made["format"], made["name"], made["lacks"]) == ("file/1", "participant-form.xlsx", "")
    request = {"type": "open", "name": made["name"], "base64": made["base64"], "language": "en"}
    reopened = json.loads(answer(json.dumps(request)))
    assert reopened["format"] == "opened/1"
    assert partnership(reopened["document"]) == partnership(full())
    assert reopened["unread"] == []


def test_macros_and_drawings_are_not_seen(book):
    out = io.BytesIO(saved(book))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"Sub AutoOpen()")
        archive.writestr("xl/drawings/drawing1.xml", b"<broken")
    assert open_sheets("form.xlsx", out.getvalue(), "sv").partnership == partnership(full())


def test_two_people_of_one_name_can_stand_in_a_form():
    document = team("inception").document
    for person in document["teams"][0]["participants"][:2]:
        person["name"] = "A. B."
    file = form_file(partnership(document), "sv", "xlsx")
    assert open_sheets(file.name, file.data, "sv").partnership == partnership(document)


@pytest.mark.parametrize("step", ["zipfile.ZipFile", "checkers.sheets.workbook.sheets_of"])
def test_memory_that_runs_out_is_not_called_a_broken_file(book, monkeypatch, step):
    data = saved(book)

    def runs_out(*_):
        raise MemoryError

    monkeypatch.setattr(step, runs_out)
    with pytest.raises(MemoryError):
        open_sheets("form.xlsx", data, "sv")
