"""The kind of rule about how long a component lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkers.findings import Facts, Outcome, Status
from checkers.months import last_day, length

if TYPE_CHECKING:
    from checkers.kinds.ask import Ask
    from checkers.rulebook import Duration

__all__ = ["duration"]


def duration(ask: Ask, spec: Duration) -> Outcome:
    """Decide whether the time from first to last day is as long as the rule says."""
    start, end = ask.case.team.start, ask.case.team.end
    if start is None or end is None:
        return Outcome(Status.UNKNOWN, "open")
    months, days = length(start, end)
    facts = Facts(months=months, days=days)
    if spec.min_months is not None and end < last_day(start, spec.min_months):
        return Outcome(Status.UNMET, "too_short", facts)
    if spec.max_months is not None and end > last_day(start, spec.max_months):
        return Outcome(Status.UNMET, "too_long", facts)
    if spec.note_below_months is not None and end < last_day(start, spec.note_below_months):
        return Outcome(Status(spec.short), "too_short" if spec.short == "unmet" else "noted", facts)
    return Outcome(Status.MET, "met", facts)
