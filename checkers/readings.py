"""Where the source bears two readings, and where blanks leave several answers: one status out of many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkers.findings import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["agreed", "compared", "weakest"]

#: Which status speaks for a whole, the first that any part has.
_WEIGHT = (Status.UNMET, Status.UNCLEAR, Status.UNKNOWN)


def compared(*, strict: bool, generous: bool) -> Status:
    """Return the status that two readings give together."""
    if strict:
        return Status.MET
    return Status.UNCLEAR if generous else Status.UNMET


def agreed(possible: Iterable[Status]) -> Status:
    """Return the status that every way of filling in the blanks gives, else `unknown`."""
    found = set(possible)
    return found.pop() if len(found) == 1 else Status.UNKNOWN


def weakest(statuses: Iterable[Status]) -> Status:
    """Return the status of a whole: `unmet` before `unclear` before `unknown`, else `met`."""
    found = set(statuses)
    return next((status for status in _WEIGHT if status in found), Status.MET)
