"""Findings -> verdicts, and the report as plain JSON values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NotRequired, TypedDict

from checkers.case import Case, cases_of
from checkers.engine import evaluate
from checkers.findings import Status
from checkers.readings import weakest
from checkers.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkers.findings import Finding
    from checkers.model import Partnership
    from checkers.repair import StepJson
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
    """One team's findings, and the smallest set of changes to its people that repairs it.

    `fix` is empty where none is needed, and null where no change of people can help, where the search gave up
    (then `fix_limit` is true) or where none was asked for.
    """

    component: str
    verdict: str
    findings: list[FindingJson]
    fix: list[StepJson] | None
    fix_limit: NotRequired[bool]


class Report(TypedDict):
    """The answer to a partnership file."""

    format: str
    rulebook: str
    language: str
    verdict: str
    teams: list[TeamJson]


def make_report(
    partnership: Partnership,
    rulebook: Rulebook,
    language: str,
    component: str | None = None,
    *,
    fix: bool = True,
) -> Report:
    """Check every team, or those of one component; the whole partnership counts either way.

    Without `fix` no repair is looked for: a page first shows the verdict.
    """
    wording = Wording(rulebook, language)
    teams = [
        _team(case, rulebook, wording, fix=fix)
        for case in cases_of(partnership)
        if component is None or case.team.component == component
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


def _team(case: Case, rulebook: Rulebook, wording: Wording, *, fix: bool) -> TeamJson:
    findings = evaluate(case, rulebook)
    team = TeamJson(
        component=case.team.component,
        verdict=verdict(findings),
        findings=[finding_json(finding, case, wording) for finding in findings],
        fix=None,
    )
    if fix and team["verdict"] != Status.UNMET:
        team["fix"] = []
    elif fix:
        # Whoever needs no repair does not wait for what finds one.
        from checkers.repair import smallest_fix  # noqa: PLC0415

        found = smallest_fix(case, rulebook, findings)
        team["fix"] = None if found.steps is None else [step.json for step in found.steps]
        if found.gave_up:
            team["fix_limit"] = True
    return team


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
