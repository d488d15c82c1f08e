"""Findings -> verdicts, and the report as plain JSON values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypedDict

from checkers.case import Case
from checkers.engine import evaluate
from checkers.findings import Status
from checkers.readings import weakest
from checkers.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkers.findings import Finding
    from checkers.model import Partnership
    from checkers.rulebook import Rulebook

__all__ = [
    "FORMAT",
    "FindingJson",
    "Report",
    "SourceJson",
    "TeamJson",
    "finding_json",
    "make_report",
    "verdict",
]

FORMAT: Final = "report/1"


class SourceJson(TypedDict):
    """Where a rule was read: section and key phrase in Swedish, page relative to the language root."""

    section: str
    quote: str
    page: str


class FindingJson(TypedDict):
    """One rule on one subject."""

    rule: str
    partner: str | None
    participant: int | None
    visit: int | None
    status: str
    strength: str
    title: str
    message: str
    advice: str
    source: SourceJson


class TeamJson(TypedDict):
    """One team's findings; `fix` is null: no set of changes has been looked for."""

    component: str
    verdict: str
    findings: list[FindingJson]
    fix: None


class Report(TypedDict):
    """The answer to a partnership file."""

    format: str
    rulebook: str
    language: str
    verdict: str
    teams: list[TeamJson]


def make_report(
    partnership: Partnership, rulebook: Rulebook, language: str, component: str | None = None
) -> Report:
    """Check every team, or those of one component; the whole partnership counts either way."""
    wording = Wording(rulebook, language)
    teams = [
        _team(Case(partnership, team), rulebook, wording)
        for team in partnership.teams
        if component is None or team.component == component
    ]
    return Report(
        format=FORMAT,
        rulebook=rulebook.version,
        language=language,
        verdict=weakest(Status(team["verdict"]) for team in teams) if teams else Status.UNKNOWN,
        teams=teams,
    )


def verdict(findings: Iterable[Finding]) -> Status:
    """Return a team's verdict: its must rules alone decide."""
    return weakest(finding.status for finding in findings if finding.rule.strength == "must")


def _team(case: Case, rulebook: Rulebook, wording: Wording) -> TeamJson:
    findings = evaluate(case, rulebook)
    return TeamJson(
        component=case.team.component,
        verdict=verdict(findings),
        findings=[finding_json(finding, case, wording) for finding in findings],
        fix=None,
    )


def finding_json(finding: Finding, case: Case, wording: Wording) -> FindingJson:
    """Return a finding with its sentences; names and numbers come from the team in `case`."""
    rule, subject = finding.rule, finding.subject
    words = wording.finding(finding, case)
    return FindingJson(
        rule=rule.id,
        partner=subject.partner,
        participant=subject.participant,
        visit=subject.visit,
        status=finding.status,
        strength=rule.strength,
        title=words.title,
        message=words.message,
        advice=words.advice,
        source=SourceJson(section=rule.source.section, quote=rule.source.quote, page=rule.source.page),
    )
