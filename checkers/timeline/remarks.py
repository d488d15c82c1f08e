"""What is to be remarked about a team's time: findings of the rules on time, and one plausibility of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checkers.engine import evaluate
from checkers.findings import Status
from checkers.rulebook import Companion, Duration, Visits
from checkers.timeline.stretches import Stretch, uncovered

if TYPE_CHECKING:
    from checkers.case import Case
    from checkers.findings import Finding
    from checkers.model import Team, Visit
    from checkers.rulebook import Rule, Rulebook

__all__ = ["Remark", "is_on_time", "remarks"]


class Remark(NamedTuple):
    """A finding of a rule on time; or, with a visit and no finding, that the visit lies outside the team's.

    No rule of the source says that a visit must lie inside: that remark is our own.
    """

    finding: Finding | None = None
    #: Days on which what the rule asks for is certainly lacking.
    gaps: tuple[Stretch, ...] = ()
    #: Place in the team's list.
    visit: int | None = None


def is_on_time(rule: Rule) -> bool:
    """Is the rule about a length of time, one team beside another, or where and when visits are made?"""
    return isinstance(rule.spec, Companion | Duration | Visits)


def remarks(case: Case, rulebook: Rulebook) -> tuple[Remark, ...]:
    """Return what is to be remarked about the team in `case`, the rulebook's rules first."""
    found = [
        Remark(finding=finding, gaps=_gaps(finding, case))
        for finding in evaluate(case, rulebook, is_on_time)
        if _tells(finding)
    ]
    own = [Remark(visit=visit.index) for visit in case.visits if _is_outside(visit, case.team)]
    return (*found, *own)


def _tells(finding: Finding) -> bool:
    """Is there something to be said? That days are missing is told where they would stand."""
    match finding.status:
        case Status.UNMET | Status.UNCLEAR:
            return True
        case Status.UNKNOWN:
            return finding.rule.strength == "must" and isinstance(finding.rule.spec, Companion)
        case Status.MET:
            return finding.outcome.reason == "noted"
        case _:
            return False


def _gaps(finding: Finding, case: Case) -> tuple[Stretch, ...]:
    spec, team = finding.rule.spec, case.team
    if not isinstance(spec, Companion) or spec.covers == "nothing" or finding.status is not Status.UNMET:
        return ()
    others = case.teams_of(spec.component)
    last = team.start if spec.covers == "start" else team.end
    if not others or team.start is None or last is None:
        return ()
    return uncovered(Stretch(team.start, last), ((other.start, other.end) for other in others))


def _is_outside(visit: Visit, team: Team) -> bool:
    """Does the visit certainly begin before the team's time or end after it?"""
    first, last = visit.start or visit.end, visit.end or visit.start
    if first is None or last is None:
        return False
    return (team.start is not None and first < team.start) or (team.end is not None and last > team.end)
