"""Lengths of time in calendar months, the last day included."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Final

__all__ = ["last_day", "length"]

_MONTHS_IN_YEAR: Final = 12
_ONE_DAY: Final = timedelta(days=1)


def last_day(start: date, months: int) -> date:
    """Return the last day of exactly `months` months that begin on `start`.

    That is the day before the same day `months` months later; where that month has no such day, its last day.
    A day beyond the calendar's end (9999-12-31) is that end.
    """
    years, month = divmod(start.month - 1 + months, _MONTHS_IN_YEAR)
    year, month = start.year + years, month + 1
    if year > date.max.year:
        return date.max
    days_in_month = calendar.monthrange(year, month)[1]
    if start.day > days_in_month:
        return date(year, month, days_in_month)
    return date(year, month, start.day) - _ONE_DAY


def length(start: date, end: date) -> tuple[int, int]:
    """Return the whole months from `start` to `end`, last day included, and the days left over."""
    months = max(0, (end.year - start.year) * _MONTHS_IN_YEAR + end.month - start.month - 1)
    while last_day(start, months + 1) <= end and last_day(start, months + 1) < date.max:
        months += 1
    if months == 0:
        return 0, (end - start).days + 1
    return months, (end - last_day(start, months)).days
