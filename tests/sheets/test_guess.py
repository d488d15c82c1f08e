"""A loose list becomes a proposal in which every cell can be found again."""

from __future__ import annotations

import base64
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checkers.rulebook import load
from checkers.service import answer, check
from checkers.sheets.loose import rows_of
from checkers.sheets.vocabulary import vocabulary
from checkers.words import CAPACITIES, GENDERS, ROLES, SIDES

PARTNERS = [
    {"id": "se", "name": "Region Gotland", "country": "SE"},
    {"id": "ke", "name": "Machakos", "country": "KE"},
]


def guess(text, language="sv", **more):
    request = {"type": "guess", "language": language, "component": "inception", "text": text, **more}
    return json.loads(answer(json.dumps(request)))


def people(text, **more):
    return guess(text, partners=PARTNERS, **more)["people"]


SWEDISH = """Namn\tKommun\tDeltar som\tSida\tRoll\tKön\tSkäl
Amina Lindberg\tRegion Gotland\tPolitiker\tMajoritet\tSamordnare, kontaktperson\tKvinna\tHar mandatet
Otieno Were\tMachakos\tTjänsteman\t\t\tman\t
"""
ENGLISH = """Participant,From,Takes part as,Political side,Role,Gender,Why
Amina Lindberg,Region Gotland,politician,majority,Coordinator / Contact person,F,Har mandatet
Otieno Were,Machakos,Civil Servant,,,Male,
"""
UNHEADED = """Amina Lindberg;Region Gotland;Politiker;majoritet;samordnare och kontakt;K
Otieno Were;Machakos;Tjänsteperson;;;M
"""


@pytest.mark.parametrize("text", [SWEDISH, ENGLISH, UNHEADED], ids=["Swedish", "English", "no headings"])
def test_the_same_list_in_each_manner_gives_the_same_people(text):
    first, second = people(text)
    assert first["name"] == "Amina Lindberg"
    assert (first["partner"], second["partner"]) == ("se", "ke")
    assert (first["capacity"], second["capacity"]) == ("politician", "civil_servant")
    assert (first["side"], second["side"]) == ("majority", None)
    assert first["roles"] == ["coordinator", "contact"]
    assert (first["gender"], second["gender"]) == ("woman", "man")


def test_what_is_proposed_can_be_checked():
    team = {"component": "inception", "participants": people(SWEDISH)}
    report = json.loads(
        check(json.dumps({"format": "partnership/1", "partners": PARTNERS, "teams": [team]}), "sv")
    )
    assert report["format"] == "report/1"


def test_first_and_last_name_become_one_name():
    assert people("Förnamn\tEfternamn\nAnna\tvon Berg")[0]["name"] == "Anna von Berg"


def test_a_plain_list_of_names_is_a_list_of_people():
    found = guess("Anna Berg\nBo Ek\n\nCilla Ås")
    assert [person["name"] for person in found["people"]] == ["Anna Berg", "Bo Ek", "Cilla Ås"]
    assert found["heading"] is False
    assert found["left_over"] == []


def test_one_cell_may_say_two_things():
    person = people("Namn\tTyp\nBo Ek\tPolitiker (opposition)")[0]
    assert (person["capacity"], person["side"]) == ("politician", "opposition")


def test_a_heading_yields_to_what_stands_below_it():
    found = guess("Namn\tRoll\nBo Ek\tPolitiker\nAnna Berg\tTjänsteperson")
    assert [column["field"] for column in found["columns"]] == ["name", "capacity"]


def test_a_partner_that_nobody_knows_is_asked_about():
    found = guess("Namn\tFrån\nBo Ek\tMachakos\nAnna Berg\tNakuru\nEva Å\tExtern", partners=PARTNERS)
    assert [(said["said"], said["id"], said["external"]) for said in found["partners"]] == [
        ("Machakos", "ke", False),
        ("Nakuru", None, False),
        ("Extern", None, True),
    ]
    assert [said["people"] for said in found["partners"]] == [[0], [1], [2]]


def test_what_is_no_choice_is_left_over_with_its_place_and_what_is_allowed():
    found = guess("Namn;Sida\nBo Ek;Till vänster\nAnna Berg;opposition\n", "en")
    (left,) = found["left_over"]
    assert (left["kind"], left["row"], left["column"], left["value"]) == ("value", 2, 1, "Till vänster")
    assert "Majority, Opposition" in left["why"]


def test_rows_above_the_headings_and_columns_without_a_field_are_left_over():
    found = guess("Projektgrupp 2026\nNamn\tE-post\nBo Ek\tbo@ek.se")
    assert [(left["kind"], left["value"] or left["header"]) for left in found["left_over"]] == [
        ("row", "Projektgrupp 2026"),
        ("column", "E-post"),
    ]


@pytest.mark.parametrize(
    "heading", ["Allergier", "Specialkost", "Health", "Dietary needs", "Hälsa (frivilligt)"]
)
def test_health_is_never_read(heading):
    found = guess(f"Namn\t{heading}\tKön\nBo Ek\tNÖTTER\tman\n\tNÖTTER\t")
    assert "NÖTTER" not in json.dumps(found, ensure_ascii=False)
    assert found["columns"][1] == {"header": heading, "field": None, "sample": []}
    assert any(left["header"] == heading for left in found["left_over"])
    decided = guess(f"Namn\t{heading}\nBo Ek\tNÖTTER", fields=["name", "reason"])
    assert "NÖTTER" not in json.dumps(decided, ensure_ascii=False)


def test_a_decision_takes_the_place_of_the_guess():
    text = "Namn\tTitel\nBo Ek\tKommunalråd"
    assert people(text)[0]["capacity"] == "politician"
    found = guess(text, fields=["name", None])
    assert found["people"][0]["capacity"] is None
    assert found["left_over"][0]["header"] == "Titel"
    swapped = guess(text, fields=["reason", "name"])["people"][0]
    assert (swapped["name"], swapped["reason"]) == ("Kommunalråd", "Bo Ek")
    assert [person["name"] for person in guess(text, heading=False, fields=["name", None])["people"]] == [
        "Namn",
        "Bo Ek",
    ]


def test_cells_copied_from_excel_may_hold_lines_and_quotation_marks():
    found = people('Namn\tSkäl\n"Bo ""Bosse"" Ek"\t"Ett.\nTvå."\n')
    assert (found[0]["name"], found[0]["reason"]) == ('Bo "Bosse" Ek', "Ett.\nTvå.")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_in_the_encodings_that_excel_writes(encoding):
    data = "Namn;Kön\nÅsa Öberg;kvinna\n".encode(encoding)
    found = guess(None, name="lista.csv", base64=_base64(data))
    assert found["people"][0]["name"] == "Åsa Öberg"


def test_a_file_that_is_no_table_is_one_fault():
    for name, data in (("a.pdf", b"%PDF"), ("a.csv", b"\xff\xfe\x00"), ("a.csv", b"x" * 2_000_001)):
        found = guess(None, name=name, base64=_base64(data))
        assert (found["format"], len(found["faults"])) == ("faults/1", 1)


def test_no_word_stands_for_two_values():
    known, form = vocabulary(), load().form
    for name, words in (("capacity", CAPACITIES), ("side", SIDES), ("gender", GENDERS), ("roles", ROLES)):
        assert set(known.choices[name].values()) == set(words)
        for choice in form.fields[name].choices:
            assert known.choice(name, choice.label.sv) == choice.value
            assert known.choice(name, choice.label.en) == choice.value


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).map(str.strip)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=8))
@example([["", ""]])
def test_no_cell_disappears(rows):
    text = "\n".join("\t".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    found = guess(text)
    placed = json.dumps([found["people"], found["left_over"], found["partners"]], ensure_ascii=False)
    fields = [column["field"] for column in found["columns"]]
    gone = {left["column"] for left in found["left_over"] if left["kind"] == "column"}
    for row in rows_of(text)[1 if found["heading"] else 0 :]:
        for place, cell in enumerate(row):
            # What was read as a choice stands there as its value; a column that is left over is named.
            if cell.strip() and place not in gone and fields[place] in ("name", "reason"):
                assert json.dumps(cell.strip(), ensure_ascii=False)[1:-1] in placed


def _base64(data):
    return base64.b64encode(data).decode()
