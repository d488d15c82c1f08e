"""Steps of a repair by themselves: as they stand in a report, carried out, and in words.

Here is also what no team of today's rules asks for, such as somebody from outside who has to be added.
"""

from __future__ import annotations

import pytest

from checkers.repair import Step, applied
from checkers.repair.sight import Sight
from checkers.repair.telling import Telling
from checkers.rulebook import load
from checkers.wording import Wording
from tests.repairs import case_of
from tests.teams import team

BOOK = load()
CASE = case_of(team("inception").document)

ADD = {"op": "add", "participant": {"partner": "se", "capacity": "academia"}, "why": ["a.b"]}
CHANGE = {"op": "change", "participant": 1, "set": {"side": "majority"}, "why": ["a.b", "a.c"]}
REMOVE = {"op": "remove", "participant": 2, "why": []}


@pytest.mark.parametrize("json", [ADD, CHANGE, REMOVE], ids=lambda json: json["op"])
def test_a_step_is_read_as_it_is_written(json):
    step = Step.read(json)
    assert step.op == json["op"]
    assert step.json == json


def test_a_step_that_sets_nothing_has_no_values():
    assert Step.read(REMOVE) == Step("remove", {}, 2, ())
    assert Step.read({"op": "change", "participant": 1, "why": []}) == Step("change", {}, 1, ())


def test_people_keep_their_places_and_somebody_new_comes_last():
    steps = [
        Step("add", {"partner": "se", "capacity": "civil_servant"}),
        Step("remove", {}, 0),
        Step("change", {"roles": ["contact"], "side": "neither"}, 1),
        Step("add", {"partner": None, "capacity": "academia"}),
        Step("add", {"partner": "se", "capacity": "academia", "employed": True}),
    ]
    before = CASE.team.participants
    after = applied(CASE.team, steps).participants
    assert [person.index for person in after] == list(range(8))
    assert after[0] == before[1]._replace(index=0, side="neither", roles=("contact",))
    assert after[1:5] == tuple(one._replace(index=place) for place, one in enumerate(before[2:], start=1))
    assert [(one.partner, one.capacity, one.employed) for one in after[5:]] == [
        ("se", "civil_servant", True),
        (None, "academia", False),
        ("se", "academia", True),
    ]


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (
            Step("add", {"partner": None, "capacity": "academia"}),
            "Add a person from an academic institution as an external participant.",
        ),
        (
            Step("change", {"partner": None, "capacity": "academia"}, 0),
            (
                "Let a person from an academic institution take over from Amina Lindberg "
                "as an external participant."
            ),
        ),
        (Step("add", {"partner": "se"}), "Add a person from Ekby kommun."),
    ],
)
def test_what_no_team_needs_today_can_be_said(step, said):
    assert Telling(CASE, BOOK, Wording(BOOK, "en")).step(step) == said


def test_what_is_not_decided_by_counting_people_is_not_looked_at():
    note = next(rule for group in BOOK.groups for rule in group.rules if rule.kind == "note")
    with pytest.raises(TypeError, match=r"^Note is not decided by counting people$"):
        Sight((note,))
