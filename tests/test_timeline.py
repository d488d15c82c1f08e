"""Teams and visits on one time line: gaps, order, remarks, and that all of it is said in words."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.rulebook import Companion, Duration, Visits, load
from checkers.service import timeline
from checkers.timeline import Stretch, uncovered
from tests.teams import COMPONENTS, empty_team, report_of, team

FIRST = date(2026, 1, 1)
ON_TIME = {
    rule.id
    for group in load().groups
    for rule in group.rules
    if isinstance(rule.spec, Companion | Duration | Visits)
}


def timeline_of(document, language="en"):
    line = json.loads(timeline(json.dumps(document), language))
    assert line["format"] == "timeline/1", line
    return line


def lane(line, component="project"):
    return next(one for one in line["teams"] if one["component"] == component)


def remark(line, rule, component="project"):
    return next((one for one in lane(line, component)["remarks"] if one["rule"] == rule), None)


def gaps(line, rule="project.steering-group-period", component="project"):
    found = remark(line, rule, component)
    return found and [(gap["start"], gap["end"]) for gap in found["gaps"]]


def with_steering(*periods, start="2027-01-01", end="2028-12-31"):
    """A project, and a steering group for each period."""
    draft = team("project").dates(start=start, end=end)
    for first, last in periods:
        draft.beside(team("steering"), start=first, end=last)
    return draft.document


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        ([("2027-01-01", "2028-12-31")], None),
        ([("2026-01-01", "2030-01-01")], None),
        ([("2027-01-01", "2028-12-30")], [("2028-12-31", "2028-12-31")]),
        ([("2027-01-02", "2028-12-31")], [("2027-01-01", "2027-01-01")]),
        ([("2027-03-01", "2027-12-31")], [("2027-01-01", "2027-02-28"), ("2028-01-01", "2028-12-31")]),
        ([("2027-03-01", None)], [("2027-01-01", "2027-02-28")]),
        ([(None, "2027-12-31")], [("2028-01-01", "2028-12-31")]),
        ([("2029-01-01", "2029-12-31")], [("2027-01-01", "2028-12-31")]),
        ([("2027-01-01", "2027-06-30"), ("2028-01-01", "2028-12-31")], [("2027-07-01", "2027-12-31")]),
        ([(None, None)], []),
    ],
)
def test_days_of_the_project_without_a_steering_group(periods, expected):
    assert gaps(timeline_of(with_steering(*periods))) == expected


def test_a_project_whose_steering_group_is_not_in_the_file_has_no_gap_drawn():
    """Nobody knows which days a steering group somewhere else covers."""
    document = team("project").answer("project.steering-group-period", value=False).document
    assert gaps(timeline_of(document)) == []


def test_an_expansion_that_begins_before_its_steering_group():
    expansion = team("expansion").dates(start="2026-03-01", end="2026-08-31")
    line = timeline_of(expansion.beside(team("steering"), start="2026-03-02", end="2027-12-31").document)
    rule = "expansion.steering-group-exists"
    assert remark(line, rule, "expansion")["status"] == "unmet"
    assert gaps(line, rule, "expansion") == [("2026-03-01", "2026-03-01")]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"start": "2026-03-01", "end": "2026-03-05"}, False),
        ({"start": "2026-02-28", "end": "2026-03-05"}, True),
        ({"start": "2028-02-25", "end": "2028-02-29"}, False),
        ({"start": "2028-02-25", "end": "2028-03-01"}, True),
        ({"start": None, "end": "2028-03-01"}, True),
        ({"start": "2028-03-01", "end": None}, True),
        ({"start": None, "end": None}, False),
    ],
)
def test_a_visit_outside_its_teams_time_is_remarked_as_ours(days, expected):
    """From 2026-03-01 to 2028-02-29 the project runs; ICLD's text does not say that visits lie inside."""
    line = timeline_of(team("project").visit("KE", **days).document)
    own = [one for one in lane(line)["remarks"] if one["rule"] is None]
    assert [one["visit"] for one in own] == ([0] if expected else [])
    for one in own:
        assert (one["source"], one["strength"]) == (None, "information")
        assert "ICLD’s text says nothing" in one["message"]


def test_a_country_without_a_visit_is_remarked():
    line = timeline_of(team("expansion").visit("KE").visit("KE").document)
    assert "Ekby kommun 0" in remark(line, "expansion.visits-each-country", "expansion")["message"]


@pytest.mark.parametrize(
    ("days", "missing"),
    [
        ({}, []),
        ({"start": None}, ["start"]),
        ({"end": None}, ["end"]),
        ({"start": None, "end": None}, ["start", "end"]),
    ],
)
def test_missing_days_are_named(days, missing):
    line = timeline_of(team("project").dates(**days).document)
    assert [(one["visit"], one["field"]) for one in lane(line)["missing"]] == [(None, one) for one in missing]


def test_missing_days_of_a_visit_are_named():
    line = timeline_of(team("project").visit("KE").visit("SE", start=None, end=None).document)
    assert [one["text"] for one in lane(line)["missing"]] == [
        "Project, visit 2: enter the first day.",
        "Project, visit 2: enter the last day.",
    ]


def test_a_component_whose_form_asks_for_no_days_misses_none():
    line = timeline_of(team("dissemination").dates(start=None, end=None).document)
    assert lane(line, "dissemination")["missing"] == []
    assert "Dissemination: no days have been entered." in lane(line, "dissemination")["words"]


def test_a_partnership_without_days_has_no_span():
    line = timeline_of(empty_team("project"))
    assert (line["start"], line["end"]) == (None, None)
    assert lane(line)["words"][0] == "Project: the first and the last day have not been entered."


def test_teams_of_one_component_are_numbered_in_the_order_of_the_file():
    line = timeline_of(with_steering(("2028-01-01", "2028-12-31"), ("2027-01-01", "2027-12-31")))
    assert [one["name"] for one in line["teams"]] == ["Project", "Steering group 2", "Steering group 1"]


def test_a_visit_is_told_by_its_host_or_its_country():
    line = timeline_of(team("project").visit("KE").visit("NO").visit(None).document)
    first, second, third = (one["text"] for one in lane(line)["visits"])
    assert first.startswith("Project, visit 1 at Kijani County: from 2026-05-04")
    assert second.startswith("Project, visit 2 in NO: ")
    assert third.startswith("Project, visit 3: ")


def test_a_file_with_faults_is_answered_with_them():
    document = team("project").dates(start="2027-01-01", end="2026-01-01").document
    assert json.loads(timeline(json.dumps(document), "sv"))["format"] == "faults/1"


days = st.none() | st.integers(0, 40).map(lambda number: FIRST + timedelta(days=number))
periods = st.tuples(days, days).map(lambda ends: tuple(sorted(ends)) if None not in ends else ends)


@given(st.integers(0, 20), st.integers(0, 20), st.lists(periods, max_size=4))
def test_uncovered_days_are_those_that_no_cover_can_reach(first, more, covers):
    whole = Stretch(FIRST + timedelta(days=first), FIRST + timedelta(days=first + more))
    all_days = [whole.start + timedelta(days=number) for number in range(more + 1)]
    expected = [
        day
        for day in all_days
        if all((start or date.min) > day or (end or date.max) < day for start, end in covers)
    ]
    found = uncovered(whole, covers)
    listed = [gap.start + timedelta(days=n) for gap in found for n in range((gap.end - gap.start).days + 1)]
    assert listed == expected
    # No gap touches the next: each is as long as it can be.
    assert all(one.end + timedelta(days=1) < other.start for one, other in pairwise(found))


@st.composite
def partnerships(draw):
    """A few teams with days here and there, and visits."""
    first, *others = draw(st.lists(st.sampled_from(COMPONENTS), min_size=1, max_size=4))
    draft = team(first).dates(**draw(dated()))
    for country in draw(st.lists(st.sampled_from(["KE", "SE", None]), max_size=2)):
        draft.visit(country, travellers=None, **draw(dated()))
    for other in others:
        draft.beside(team(other), **draw(dated()))
    return draft.document


@st.composite
def dated(draw):
    start, end = draw(periods)
    return {name: day and str(day) for name, day in (("start", start), ("end", end))}


@given(partnerships())
def test_every_remark_on_a_rule_is_the_reports_finding(document):
    report = report_of(document)
    for one in timeline_of(document)["teams"]:
        findings = {found["rule"]: found for found in report["teams"][one["team"]]["findings"]}
        told = [found for found in one["remarks"] if found["rule"]]
        for found in told:
            same = ("status", "strength", "title", "message", "advice", "source")
            assert {name: found[name] for name in same} == {
                name: findings[found["rule"]][name] for name in same
            }
            assert found["status"] == "unmet" or not found["gaps"]
        unmet = {rule for rule in ON_TIME & findings.keys() if findings[rule]["status"] == "unmet"}
        assert unmet <= {found["rule"] for found in told}


@given(partnerships(), st.randoms(use_true_random=False))
def test_the_order_of_teams_does_not_matter(document, random):
    """Except for the numbers of teams of one component, and for which of several steering groups is named."""

    def gist(line):
        return sorted(
            json.dumps(
                [
                    one["component"],
                    one["start"],
                    one["end"],
                    one["visits"] and [visit["start"] for visit in one["visits"]],
                    [(found["rule"], found["status"], found["gaps"]) for found in one["remarks"]],
                ]
            )
            for one in line["teams"]
        )

    def order(line):
        return [(one["component"], one["start"], one["end"]) for one in line["teams"]]

    before = timeline_of(document)
    random.shuffle(document["teams"])
    after = timeline_of(document)
    assert gist(after) == gist(before)
    assert order(after) == order(before)
    assert (after["start"], after["end"]) == (before["start"], before["end"])


@given(partnerships(), st.sampled_from(["sv", "en"]))
def test_the_words_say_all_that_is_drawn(document, language):
    line = timeline_of(document, language)
    for one in line["teams"]:
        said = [one["text"], *(visit["text"] for visit in one["visits"])]
        said += [gap["text"] for found in one["remarks"] for gap in found["gaps"]]
        assert set(said) <= set(one["words"])
        for found in one["remarks"]:
            assert any(found["title"] in words and found["message"] in words for words in one["words"])
        assert not any("{" in words for words in one["words"])
