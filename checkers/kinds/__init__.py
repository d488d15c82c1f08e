"""The few kinds of rule: one function each, from a rule and a subject to an outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from checkers.kinds.answers import companion, derived, given, note, question
from checkers.kinds.ask import Ask
from checkers.kinds.people import balance, count
from checkers.kinds.roles import holder, holder_is
from checkers.kinds.time import duration
from checkers.kinds.visits import visits
from checkers.rulebook import (
    Balance,
    Companion,
    Count,
    Derived,
    Duration,
    Given,
    Holder,
    HolderIs,
    Note,
    Question,
    Visits,
)

if TYPE_CHECKING:
    from checkers.findings import Outcome

__all__ = ["Ask", "decide"]


def decide(ask: Ask) -> Outcome:  # noqa: C901, PLR0911 - one line a kind, and the type checker sees that none is missing
    """Decide a rule on a subject."""
    match ask.rule.spec:
        case Balance() as spec:
            return balance(ask, spec)
        case Companion() as spec:
            return companion(ask, spec)
        case Count() as spec:
            return count(ask, spec)
        case Derived() as spec:
            return derived(ask, spec)
        case Duration() as spec:
            return duration(ask, spec)
        case Given() as spec:
            return given(ask, spec)
        case Holder() as spec:
            return holder(ask, spec)
        case HolderIs() as spec:
            return holder_is(ask, spec)
        case Note():
            return note()
        case Question() as spec:
            return question(ask, spec)
        case Visits() as spec:
            return visits(ask, spec)
        case _ as unreachable:
            assert_never(unreachable)
