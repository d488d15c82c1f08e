"""Kinds of rule that count people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkers.findings import Facts, Outcome, Status
from checkers.kinds.ask import indexes
from checkers.matching import matches
from checkers.readings import agreed, compared

if TYPE_CHECKING:
    from checkers.kinds.ask import Ask
    from checkers.matching import Matches
    from checkers.rulebook import Balance, Count

__all__ = ["balance", "count"]

_PERCENT = 100


def count(ask: Ask, spec: Count) -> Outcome:
    """Decide whether there are as many people of a sort as the rule says."""
    if spec.when is not None and ask.subject.partner is not None:
        holds = ask.case.partner(ask.subject.partner).elected_opposition
        if holds is None:
            return Outcome(Status.UNKNOWN, "condition_open")
        if not holds:
            return Outcome(Status.NOT_APPLICABLE, "no_condition")
    groups = tuple(matches(ask.people, who) for who in spec.who)
    return _each(spec, groups) if len(groups) > 1 else _single(ask, spec, groups[0])


def _single(ask: Ask, spec: Count, found: Matches) -> Outcome:
    number, undecided = len(found.sure), len(found.open)
    also = matches(ask.people, spec.also) if spec.also is not None else None
    extra = len(also.sure) if also else 0
    # Each person with blanks may or may not be one of them; whoever is not may count in the generous reading.
    possible = {
        _status(spec, number + filled, others)
        for filled in range(undecided + 1)
        for others in ({extra, extra + undecided - filled} if also else {0})
    }
    status = agreed(possible)
    facts = Facts(
        found=number,
        people=indexes(found.open if status is Status.UNKNOWN else found.sure),
        missing=max(0, (spec.min or 0) - number),
        excess=0 if spec.max is None else max(0, number - spec.max),
    )
    return Outcome(status, _reason(spec, status, number), facts)


def _status(spec: Count, number: int, extra: int) -> Status:
    """Return the status of `number` people, with `extra` whom only the generous reading counts."""
    if spec.min is not None and number < spec.min:
        return compared(strict=False, generous=number + extra >= spec.min)
    if spec.max is not None and number > spec.max:
        return Status(spec.over)
    return Status.MET


def _reason(spec: Count, status: Status, number: int) -> str:
    match status:
        case Status.UNKNOWN:
            return "open"
        case Status.UNCLEAR:
            return "readings" if spec.also is not None else "silent"
        case Status.UNMET:
            return "too_few" if spec.min is not None and number < spec.min else "too_many"
        case _ if spec.min is not None:
            return "met"
        case _ if number == 0:
            return "none"
        case _:
            return "met" if spec.max is not None else "allowed"


def _each(spec: Count, groups: tuple[Matches, ...]) -> Outcome:
    """Decide a rule that asks for so many of each sort."""
    lacking = [max(0, (spec.min or 0) - len(group.sure)) for group in groups]
    undecided = {person for group in groups for person in group.open}
    fillable = len(undecided) >= sum(lacking) and all(
        len(group.open) >= lack for group, lack in zip(groups, lacking, strict=True)
    )
    facts = Facts(
        found=min(len(group.sure) for group in groups),
        people=tuple(sorted(person.index for person in undecided)),
    )
    if not any(lacking):
        return Outcome(Status.MET, "met", facts)
    return Outcome(Status.UNKNOWN, "open", facts) if fillable else Outcome(Status.UNMET, "too_few", facts)


def balance(ask: Ask, spec: Balance) -> Outcome:
    """Decide whether women and men are about as many, among those who state it."""
    genders = [person.gender for person in ask.people if person.gender is not None]
    women, men = genders.count("woman"), genders.count("man")
    facts = Facts(women=women, men=men)
    if len(genders) < spec.min_stated:
        return Outcome(Status.UNKNOWN, "open", facts)
    balanced = abs(women - men) <= spec.max_difference or (
        min(women, men) * _PERCENT >= spec.min_percent * (women + men)
    )
    return Outcome(Status.MET, "met", facts) if balanced else Outcome(Status.UNMET, "unmet", facts)
