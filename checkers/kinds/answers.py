"""Kinds of rule decided by what was answered, filled in, or found by other rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkers.findings import Facts, Outcome, Status
from checkers.readings import weakest

if TYPE_CHECKING:
    from checkers.kinds.ask import Ask
    from checkers.model import Answer, Team
    from checkers.rulebook import Companion, Derived, Given, Question

__all__ = ["companion", "derived", "given", "note", "question"]


def question(ask: Ask, spec: Question) -> Outcome:
    """Decide a yes/no question or a tick list from its answer."""
    answer = _answer(ask)
    if answer is None and _is_written(ask, spec):
        return Outcome(Status.MET, "written")
    if not isinstance(answer, tuple):
        return _yes_or_no(answer)
    facts = Facts(found=len(answer))
    if len(answer) < spec.ticks:
        return Outcome(Status.UNMET, "ticks_unmet", facts)
    return Outcome(Status.MET, "ticks_met", facts)


def _answer(ask: Ask) -> Answer:
    """Return the answer given for the subject.

    A visit or a replacement without one rests on its team's, and a team without one on its visits'; one visit
    never on another.
    """
    case, rule_id = ask.case, ask.rule.id
    team = case.answer(rule_id)
    own: Answer = None
    if ask.subject.replacement is not None:
        own = case.replacements[ask.subject.replacement].answers.get(rule_id)
    if ask.subject.visit is not None:
        own = case.visits[ask.subject.visit].answers.get(rule_id)
    if own is not None:
        return own
    if ask.subject.visit is None and team is None:
        return case.answer_of_visits(rule_id)
    return team


def _is_written(ask: Ask, spec: Question) -> bool:
    """Does the plan of the visit say what the question asks about?"""
    plan = None if ask.subject.visit is None else ask.case.visits[ask.subject.visit].plan
    if plan is None:
        return False
    texts = [getattr(plan, name) or "" for name in spec.written]
    if texts and all(text.strip() for text in texts):
        return True
    return spec.ticked is not None and any(getattr(item, spec.ticked) for item in plan.programme)


def _yes_or_no(answer: Answer) -> Outcome:
    if answer is None:
        return Outcome(Status.UNKNOWN, "open")
    return Outcome(Status.MET, "met") if answer else Outcome(Status.UNMET, "unmet")


def given(ask: Ask, spec: Given) -> Outcome:
    """Decide whether a field has been filled in, a yes/no field with yes."""
    subject, case = ask.subject, ask.case
    if subject.participant is not None:
        value: object = getattr(case.team.participants[subject.participant], spec.field)
    elif subject.visit is not None:
        value = getattr(case.visits[subject.visit], spec.field)
    else:
        value = getattr(case.team, spec.field)
    if value is None:
        return Outcome(Status.UNKNOWN, "open")
    filled = bool(value.strip() if isinstance(value, str) else value)
    return Outcome(Status.MET, "met") if filled else Outcome(Status.UNMET, "unmet")


def companion(ask: Ask, spec: Companion) -> Outcome:
    """Decide whether another team of the partnership is there when this one needs it."""
    teams = ask.case.teams_of(spec.component)
    if not teams:
        return _yes_or_no(_answer(ask))
    about = Facts(component=spec.component)
    if spec.covers == "nothing":
        return Outcome(Status.MET, "there", about)
    statuses: set[Status] = set()
    for team in teams:
        statuses.add(_covers(spec, team, ask.case.team))
        if Status.MET in statuses:
            return Outcome(Status.MET, "covered", about)
    if Status.UNKNOWN in statuses:
        return Outcome(Status.UNKNOWN, "dates_open", about)
    first = teams[0]
    if first.start is None or first.end is None:
        return Outcome(Status.UNMET, "not_covered_part", about)
    return Outcome(Status.UNMET, "not_covered", about._replace(at_start=first.start, at_end=first.end))


def _covers(spec: Companion, other: Team, team: Team) -> Status:
    """Compare days; where one is missing, the others may still be enough to tell."""
    first, last = team.start, team.start if spec.covers == "start" else team.end
    days = [day for day in (first, last) if day is not None]
    if other.start is not None and any(other.start > day for day in days):
        return Status.UNMET
    if other.end is not None and any(other.end < day for day in days):
        return Status.UNMET
    return Status.UNKNOWN if None in (first, last, other.start, other.end) else Status.MET


def derived(ask: Ask, spec: Derived) -> Outcome:
    """Decide a rule that rests on others about the same subject."""
    statuses = {part: ask.earlier[part, ask.subject] for part in spec.parts}
    status = weakest(statuses.values())
    lacking = Facts(rules=tuple(part for part, found in statuses.items() if found is status))
    if status is Status.UNMET:
        reason = "unmet" if spec.otherwise == "unmet" else "absent"
        return Outcome(Status(spec.otherwise), reason, lacking)
    return Outcome(status, "met" if status is Status.MET else "open", lacking)


def note() -> Outcome:
    """Answer for a rule that only tells."""
    return Outcome(Status.NOT_APPLICABLE, "note")
