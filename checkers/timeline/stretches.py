"""Stretches of days, both ends included, and what is left of one where others lie over it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Stretch", "uncovered"]

_ONE_DAY: Final = timedelta(days=1)


class Stretch(NamedTuple):
    """Days from the first to the last, both included."""

    start: date
    end: date


def uncovered(whole: Stretch, covers: Iterable[tuple[date | None, date | None]]) -> tuple[Stretch, ...]:
    """Return the days of `whole` that none of `covers` can cover, in order.

    A cover without a first or a last day may reach as far as it likes that way: only days that are certainly
    uncovered are returned.
    """
    gaps: list[Stretch] = []
    free = whole.start
    for start, end in sorted((start or date.min, end or date.max) for start, end in covers):
        if start > whole.end:
            break
        if start > free:
            gaps.append(Stretch(free, start - _ONE_DAY))
        if end >= whole.end:
            return tuple(gaps)
        free = max(free, end + _ONE_DAY)
    return (*gaps, Stretch(free, whole.end))
