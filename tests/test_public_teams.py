"""The twenty-five agreed teams, each with what must be said of it and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from tests.case_file import subject_of
from tests.core_set import MUST
from tests.teams import ABROAD, COMPONENTS, HOME, empty_team, report_of, team

if TYPE_CHECKING:
    from tests.teams import Draft

BOTH = (HOME, ABROAD)


@dataclass(frozen=True, kw_only=True)
class Row:
    """A team, its verdict, and the findings that are not as they should be: `rule@subject`."""

    number: int
    team: Draft
    verdict: str = "met"
    errors: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()
    #: Notes that must be there; a component may have others on what a row does not speak of.
    notes: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = field(default=())


def at(partners: tuple[str, ...], *rules: str) -> tuple[str, ...]:
    return tuple(f"{rule}@{partner}" for rule in rules for partner in partners)


SERVANT = "civil_servant coordinator contact"
TWO_AND_ONE = ("majority", "opposition", SERVANT)
MANAGER = "civil_servant manager contact"
LEADING = "civil_servant leading coordinator"


ROWS = (
    Row(number=1, team=team("inception").both(*TWO_AND_ONE)),
    Row(
        number=2,
        team=team("inception").both(*TWO_AND_ONE, "civil_servant", "civil_society"),
        notes=at(BOTH, "inception.funded-participants"),
    ),
    Row(
        number=3,
        team=team("inception").both("2 majority", SERVANT),
        warnings=at(BOTH, "inception.majority-opposition"),
    ),
    Row(
        number=4,
        team=team("inception").both("majority coordinator contact", "opposition", "2 civil_servant"),
        verdict="unmet",
        errors=at(BOTH, "inception.coordinator", "inception.coordinator-counts"),
    ),
    Row(
        number=5,
        team=team("inception").both("majority", "opposition", "civil_society coordinator contact"),
        verdict="unmet",
        errors=at(BOTH, "inception.civil-servants", "inception.coordinator", "inception.coordinator-counts"),
    ),
    Row(
        number=6,
        team=team("inception").people(ABROAD, "majority", "opposition", "civil_servant"),
        verdict="unclear",
        unclear=("inception.coordinator@ke",),
        not_applicable=("inception.coordinator-counts@ke",),
    ),
    Row(
        number=7,
        team=team("inception").people(ABROAD, SERVANT),
        verdict="unmet",
        errors=("inception.politicians@ke",),
        warnings=("inception.majority-opposition@ke",),
    ),
    Row(
        number=8,
        team=team("project").both(MANAGER, "2 civil_servant").people(None),
        tips=("project.others-encouraged@team",),
    ),
    Row(
        number=9,
        team=team("project").both("3 civil_servant", "civil_society manager contact").people(None),
        verdict="unmet",
        errors=at(BOTH, "project.manager"),
    ),
    Row(
        number=10,
        team=team("project").both(MANAGER, "civil_servant", "majority").people(None),
        verdict="unmet",
        errors=at(BOTH, "project.civil-servants"),
        tips=("project.others-encouraged@team",),
        notes=at(BOTH, "project.politicians"),
    ),
    Row(number=11, team=team("project").both(MANAGER, "4 civil_servant", "academia").people(None)),
    Row(
        number=12,
        team=team("project").beside(team("steering"), end="2028-02-28"),
        verdict="unmet",
        errors=("project.steering-group-period@team",),
    ),
    Row(
        number=13,
        team=team("project").dates(end="2029-02-28").beside(team("steering"), end="2029-02-28"),
    ),
    Row(
        number=14,
        team=team("steering")
        .people(HOME, "majority", f"{LEADING} contact")
        .people(ABROAD, "majority", LEADING)
        .opposition(se=False, ke=False),
        not_applicable=at(BOTH, "steering.opposition"),
    ),
    Row(
        number=15,
        team=team("steering")
        .people(HOME, "majority", f"{LEADING} contact")
        .people(ABROAD, "majority", LEADING),
        verdict="unmet",
        errors=at(BOTH, "steering.opposition"),
    ),
    Row(
        number=16,
        team=team("steering")
        .people(HOME, "majority", "opposition", SERVANT)
        .people(ABROAD, "majority", "opposition", "civil_servant coordinator"),
        verdict="unmet",
        errors=at(BOTH, "steering.leading-officials"),
    ),
    Row(
        number=17,
        team=team("steering")
        .people(HOME, "majority", "opposition", LEADING)
        .people(ABROAD, "majority", "opposition", f"{LEADING} contact"),
        verdict="unmet",
        errors=("steering.swedish-contact@team",),
    ),
    Row(number=18, team=team("expansion").both(SERVANT, "2 civil_servant", "majority", "2 civil_society")),
    Row(
        number=19,
        team=team("expansion").both(SERVANT, "civil_servant", "majority", "civil_society"),
        verdict="unclear",
        unclear=at(BOTH, "expansion.participants"),
    ),
    Row(
        number=20,
        team=team("expansion").both(SERVANT, "3 civil_servant", "majority"),
        verdict="unmet",
        errors=at(BOTH, "expansion.participants"),
    ),
    Row(number=21, team=team("expansion").dates(start="2026-08-31", end="2027-02-28")),
    Row(
        number=22,
        team=team("dissemination").people(HOME, MANAGER, "majority").people(ABROAD, "3 civil_servant"),
    ),
    Row(
        number=23,
        team=team("dissemination")
        .people(HOME, "civil_servant manager", "majority")
        .people(ABROAD, "civil_servant contact", "majority"),
        verdict="unmet",
        errors=("dissemination.contact@team",),
    ),
    Row(
        number=24,
        team=team("dissemination")
        .people(HOME, "civil_servant", "majority")
        .people(ABROAD, "3 civil_servant")
        .people(None, "municipal_association manager contact"),
        verdict="unclear",
        unclear=("dissemination.manager@team",),
    ),
)


def named(findings, strength, *statuses):
    return {
        f"{found['rule']}@{subject_of(found)}"
        for found in findings
        if found["strength"] == strength and found["status"] in statuses
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"row {row.number}")
def test_public_team(row):
    answer = report_of(row.team.document)["teams"][0]
    findings = answer["findings"]
    assert answer["verdict"] == row.verdict
    assert named(findings, "must", "unmet") == set(row.errors)
    assert named(findings, "must", "unclear") == set(row.unclear)
    assert named(findings, "must", "unknown") == set()
    assert named(findings, "should", "unmet") == set(row.warnings)
    assert named(findings, "encouraged", "unmet") == set(row.tips)
    assert named(findings, "information", "unmet", "unclear") == set(row.notes)
    not_applicable = named(findings, "must", "not_applicable") - {"participants.approved-costs@team"}
    assert not_applicable == set(row.not_applicable)


def test_the_rows_are_one_to_twenty_four():
    assert [row.number for row in ROWS] == list(range(1, 25))


@pytest.mark.parametrize("component", COMPONENTS)
def test_row_25_an_empty_team_meets_nothing(component):
    answer = report_of(empty_team(component))["teams"][0]
    found = {(finding["rule"], finding["status"]) for finding in answer["findings"]}
    must = {rule for rule in MUST if rule.startswith(f"{component}.")} | {"participants.code-of-conduct"}
    nobody = {
        "inception.coordinator-counts",
        "steering.coordinator-employed",
        "participants.approved-costs",
    }
    assert {rule for rule, _ in found} >= must
    for rule, status in found:
        if rule in MUST:
            assert status in ({"not_applicable"} if rule in nobody else {"unmet", "unknown"}), rule
    assert answer["verdict"] == "unmet"
    assert ("participants.code-of-conduct", "unknown") in found


def test_row_25_an_empty_file_has_no_team_to_be_met():
    report = report_of({"format": "partnership/1", "partners": [{"id": "se"}], "teams": []})
    assert report["teams"] == []
    assert report["verdict"] != "met"
