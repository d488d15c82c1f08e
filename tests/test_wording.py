"""What people read: every finding words itself in both languages, and a few reports are kept word for word.

`UPDATE_GOLDEN=1 python -m pytest tests/test_wording.py` renews the kept reports; read the difference before
it is committed.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from checkers.printing import report_text
from checkers.reading import read
from checkers.rulebook import LANGUAGES, load
from checkers.service import check_file
from tests.case_file import CASES, read_cases
from tests.teams import ABROAD, COMPONENTS, empty_team, findings_of, report_of, team

GOLDEN = Path(__file__).parent / "golden"
DOCUMENTS = [case.document for file in sorted(CASES.glob("*.toml")) for case in read_cases(file)]

KEPT = {
    **{f"empty-{component}": empty_team(component) for component in COMPONENTS},
    "too-few-politicians": team("inception").people(ABROAD, "majority", "civil_servant coordinator").document,
    "one-coordinator": team("inception").people(ABROAD, "majority", "opposition", "civil_servant").document,
    "project-too-long": team("project").dates(end="2029-03-01").people(None).document,
    "steering-ends-early": team("project").beside(team("steering"), end="2028-02-28").document,
    "contact-abroad": team("steering")
    .people("se", "majority", "civil_servant leading coordinator")
    .people(ABROAD, "majority", "civil_servant coordinator contact not-employed")
    .opposition(se=False, ke=None)
    .document,
    "civil-society-in-the-four": team("expansion")
    .people(ABROAD, "civil_servant coordinator", "2 civil_servant", "civil_society")
    .document,
    "two-contacts": team("dissemination")
    .people("se", "civil_servant manager breaks-code", "civil_servant contact empty-reason")
    .visit(answers={"exchange.tip-reflection": False}, travellers=["Amina Lindberg"])
    .replacement(answers={"replacement.approved": False, "replacement.proposal": None})
    .document,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", KEPT)
def test_kept_report(name, language):
    report = check_file("file.json", json.dumps(KEPT[name]), language)
    text = report_text(report, load(), None, read(json.dumps(KEPT[name]), load().questions)) + "\n"
    file = GOLDEN / language / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    assert file.read_text("utf-8") == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kept_report_is_of_a_team(language):
    assert {file.stem for file in (GOLDEN / language).glob("*.txt")} == set(KEPT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_of_every_case_is_finished_sentences(language):
    assert DOCUMENTS
    for document in DOCUMENTS:
        for found in report_of(document, language)["teams"][0]["findings"]:
            for words in (found["message"], found["advice"]):
                assert words == words.strip()
                assert "{" not in words
                assert "  " not in words
                assert not words or words[-1] in ".?!", words
                assert words[:1] == words[:1].upper()
            assert found["title"][:1] == found["title"][:1].upper()
            assert found["message"]


def test_what_is_not_met_comes_with_what_to_do():
    for document in DOCUMENTS:
        for found in report_of(document)["teams"][0]["findings"]:
            if found["strength"] in ("must", "should", "encouraged") and found["status"] in (
                "unmet",
                "unclear",
                "unknown",
            ):
                assert found["advice"], found["rule"]


def test_a_reading_that_is_unclear_shows_both():
    book = load()
    for document in DOCUMENTS:
        for found in report_of(document)["teams"][0]["findings"]:
            if found["status"] == "unclear":
                for reading in book.rule(found["rule"]).readings or ():
                    assert reading("en") in found["message"], found["rule"]


def test_a_name_is_never_taken_for_a_sentence_with_gaps():
    document = (
        team("inception").people(ABROAD, "majority breaks-code").place("ke", name="{found} {0}").document
    )
    document["teams"][0]["participants"][3]["name"] = "{subject} %s"
    messages = [found["message"] for found in report_of(document)["teams"][0]["findings"]]
    assert any("{found} {0}" in message for message in messages)
    assert any("{subject} %s" in message for message in messages)


def test_a_sentence_that_ends_in_initials_has_one_full_stop():
    draft = team("inception").visit(travellers=["A. B."])
    document = draft.document
    document["teams"][0]["participants"][0] |= {"name": "A. B.", "approved": True}
    (found,) = [
        found
        for found in findings_of(document, "participants.approved-costs")
        if found["participant"] is not None
    ]
    assert found["message"] == "ICLD has approved A. B."
