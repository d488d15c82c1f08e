"""Months as the programme counts them, the last day included."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.months import last_day, length


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        ("2027-01-01", 12, "2027-12-31"),
        ("2026-09-01", 6, "2027-02-28"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2027-08-30", 6, "2028-02-29"),
        ("2027-08-29", 6, "2028-02-28"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-28"),
        ("2026-03-01", 36, "2029-02-28"),
        ("2025-03-01", 36, "2028-02-29"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-01-30", 1, "2026-02-28"),
        ("2026-01-29", 1, "2026-02-28"),
        ("2026-01-28", 1, "2026-02-27"),
        ("2026-03-31", 1, "2026-04-30"),
        ("2026-12-15", 1, "2027-01-14"),
        ("2026-05-31", 12, "2027-05-30"),
    ],
)
def test_the_last_day_of_so_many_months(start, months, expected):
    assert last_day(date.fromisoformat(start), months) == date.fromisoformat(expected)


def test_no_month_lies_beyond_the_calendar():
    assert last_day(date(9999, 6, 1), 36) == date.max


STARTS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))
MONTHS = st.integers(min_value=1, max_value=60)


@given(STARTS, MONTHS)
def test_what_lasts_exactly_so_long_is_said_to(start, months):
    assert length(start, last_day(start, months)) == (months, 0)


@given(STARTS, st.integers(min_value=0, max_value=2000))
def test_the_months_and_days_of_a_time_add_up(start, days):
    end = start + timedelta(days=days)
    months, left = length(start, end)
    before = last_day(start, months) if months else start - timedelta(days=1)
    assert before + timedelta(days=left) == end
    assert end < last_day(start, months + 1)


@given(STARTS, MONTHS)
def test_a_later_start_never_ends_earlier(start, months):
    assert last_day(start, months) <= last_day(start + timedelta(days=1), months)
