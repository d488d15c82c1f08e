"""Pick the rules a team is under, ask each about its subjects, collect the findings. Knows no rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkers.findings import Facts, Finding, Outcome, Status, Subject
from checkers.kinds import Ask, decide
from checkers.readings import weakest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checkers.case import Case
    from checkers.rulebook import Rule, Rulebook

__all__ = ["evaluate"]


def evaluate(
    case: Case, rulebook: Rulebook, wanted: Callable[[Rule], bool] | None = None
) -> tuple[Finding, ...]:
    """Check the team in `case`; findings come in the rulebook's order, then in the order of the file.

    Only `wanted` rules are asked where it is given; none of these may rest on others.
    """
    earlier: dict[tuple[str, Subject], Status] = {}
    findings: list[Finding] = []
    for rule in filter(wanted, _rules(case, rulebook)) if wanted else _rules(case, rulebook):
        for finding in _about(rule, case, earlier):
            earlier[rule.id, finding.subject] = finding.status
            findings.append(finding)
    return tuple(findings)


def _rules(case: Case, rulebook: Rulebook) -> Iterator[Rule]:
    """Yield the component's rules, those on people, and those on visits and replacements entered."""
    yield from rulebook.group(case.team.component).rules
    yield from rulebook.group("participants").rules
    if case.visits:
        yield from rulebook.group("exchange").rules
    if case.replacements:
        yield from rulebook.group("replacement").rules


def _about(rule: Rule, case: Case, earlier: dict[tuple[str, Subject], Status]) -> Iterator[Finding]:
    """Yield a rule's findings, one a subject."""
    findings = [
        Finding(rule, subject, decide(Ask(rule, subject, case, earlier))) for subject in _subjects(rule, case)
    ]
    yield from findings
    if rule.scope in ("participant", "traveller"):
        yield Finding(rule, Subject(), _summary(rule, case, findings))


def _subjects(rule: Rule, case: Case) -> Iterator[Subject]:
    match rule.scope:
        case "partner":
            yield from (Subject(partner=partner.id) for partner in case.partnership.partners)
        case "participant":
            yield from (Subject(participant=person.index) for person in case.team.participants)
        case "traveller":
            yield from (Subject(participant=person.index) for person in case.travellers)
        case "visit":
            yield from (Subject(visit=visit.index) for visit in case.visits)
        case "replacement":
            yield from (Subject(replacement=one.index, participant=one.leaves) for one in case.replacements)
        case _:
            yield Subject()


def _summary(rule: Rule, case: Case, findings: list[Finding]) -> Outcome:
    """Sum up for the team a rule that is asked of every person."""
    if rule.scope == "traveller":
        if not case.visits:
            return Outcome(Status.NOT_APPLICABLE, "no_visits")
        if not case.travellers_stated and not any(finding.status is Status.UNMET for finding in findings):
            return Outcome(Status.UNKNOWN, "travellers_open")
        if not findings:
            return Outcome(Status.NOT_APPLICABLE, "no_travellers")
    if not findings:
        return Outcome(Status.UNKNOWN, "nobody")
    status = weakest(finding.status for finding in findings)
    people = tuple(finding.subject.participant for finding in findings if finding.status is status)
    reason = {Status.UNMET: "all_unmet", Status.UNKNOWN: "all_open"}.get(status, "all_met")
    return Outcome(status, reason, Facts(people=tuple(index for index in people if index is not None)))
