"""Ten times the people take at most ten times the work: counted in calls, so that no clock decides."""

from __future__ import annotations

import sys

import pytest

from checkers.service import check, timeline
from tests.crowds import SHAPES, crowd, text_of
from tests.teams import COMPONENTS

#: A part of the work that does not grow can only make the number smaller; the rest is for rounding.
MOST = 10.5


def work(task, document):
    """Return how many calls, of Python's own functions too, a task makes, and how much it says."""
    text = text_of(document)
    calls = 0

    def count(_frame, event, _argument):
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        said = task(text)
    finally:
        sys.setprofile(before)
    return calls, len(said)


def assert_linear(task, small, large):
    # The first of all also fills what is kept for good.
    task(text_of(small))
    (few, short), (many, long) = work(task, small), work(task, large)
    assert many <= MOST * few
    assert long <= MOST * short


@pytest.mark.parametrize("component", COMPONENTS)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_reading_checking_and_wording_grow_with_the_people(component, language):
    assert_linear(
        lambda text: check(text, language, fix=False), crowd(component, 100), crowd(component, 1000)
    )


@pytest.mark.parametrize("shape", SHAPES)
def test_whatever_makes_a_partnership_large(shape):
    assert_linear(lambda text: check(text, "sv", fix=False), SHAPES[shape](100), SHAPES[shape](1000))


@pytest.mark.parametrize("shape", ["teams", "visits"])
def test_the_time_line_grows_with_what_stands_on_it(shape):
    assert_linear(lambda text: timeline(text, "sv"), SHAPES[shape](100), SHAPES[shape](1000))


@pytest.mark.parametrize("component", COMPONENTS)
def test_the_search_for_a_repair_is_bounded(component):
    assert_linear(lambda text: check(text, "sv"), crowd(component, 100), crowd(component, 1000))


def test_work_that_grows_faster_is_seen():
    def each_with_each(text):
        return "".join(str(one).strip() for one in range(len(text) // 1000) for _ in range(len(text) // 1000))

    with pytest.raises(AssertionError):
        assert_linear(each_with_each, crowd("inception", 100), crowd("inception", 1000))
