"""Partnership files of any size: the same team with more people, partners, teams or visits."""

from __future__ import annotations

import json

from checkers.words import CAPACITIES, ROLES, SIDES
from tests.teams import ABROAD, HOME, team

__all__ = ["SHAPES", "crowd", "spoilt", "text_of"]

#: The fields of a person that chance may change, and to what.
_CHANGES = (
    ("capacity", (*CAPACITIES, None)),
    ("side", (*SIDES, None)),
    ("partner", (HOME, ABROAD, None)),
    ("roles", [[], *([role] for role in ROLES), [*ROLES]]),
    ("leading", (True, False, None)),
    ("employed", (True, False, None)),
    ("code_of_conduct", (True, False, None)),
    ("approved", (True, False, None)),
    ("gender", ("woman", "man", None)),
    ("reason", ("", None)),
)


def crowd(component, people, **fields):
    """Return a partnership whose one team has so many people, each with these fields."""
    document = team(component).document
    known = document["teams"][0]["participants"]
    document["teams"][0]["participants"] = [
        {**known[number % len(known)], "name": f"P. {number}", **fields} for number in range(people)
    ]
    return document


def _nameless(size):
    return crowd("inception", size, name="", capacity=None, gender=None, code_of_conduct=None, roles=[])


def _holders(size):
    return crowd("inception", size, capacity="politician", side=None, roles=["coordinator", "contact"])


def _partners(size):
    document = crowd("steering", size)
    ids = [f"p{number}" for number in range(size // 10)]
    document["partners"] = [{"id": id_, "name": "", "country": "KE"} for id_ in ids]
    for number, person in enumerate(document["teams"][0]["participants"]):
        person["partner"] = ids[number % len(ids)]
    return document


def _teams(size):
    document = crowd("project", 10)
    document["teams"] = [*document["teams"], *crowd("steering", 10)["teams"]] * (size // 10)
    return document


def _visits(size):
    document = crowd("inception", size)
    visit = {
        "country": "KE",
        "start": "2026-05-10",
        "end": "2026-05-14",
        "answers": {"exchange.budget": True},
    }
    document["teams"][0] |= {
        "visits": [
            {**visit, "travellers": [f"P. {number}"], "answers": {"exchange.budget": True}}
            for number in range(size)
        ],
        "replacements": [{"leaves": f"P. {number}", "joins": "N. N."} for number in range(size)],
    }
    return document


def _faulty(size):
    document = crowd("inception", size)
    document["teams"][0]["participants"] = [{"nmae": 1, "capacity": 2}] * size
    return document


#: What a partnership of a size can be large by; each takes about as many letters as its size.
SHAPES = {
    "blanks": _nameless,
    "holders": _holders,
    "partners": _partners,
    "teams": _teams,
    "visits": _visits,
    "faults": _faulty,
}


def text_of(document):
    """Return a partnership file."""
    return json.dumps(document, ensure_ascii=False)


def spoilt(component, people, choice):
    """Return a partnership file whose team has at least so many people, some of them as chance has it."""
    document = team(component).document
    persons = document["teams"][0]["participants"]
    while len(persons) < people:
        persons.append({**choice.choice(persons), "name": f"P. {len(persons)}"})
    for person in choice.sample(persons, choice.randint(1, min(6, len(persons)))):
        field, values = choice.choice(_CHANGES)
        person[field] = choice.choice(values)
    return json.dumps(document)
