"""Teams with much wrong at once, drawn by chance and the same each time: for what only a search is asked."""

from __future__ import annotations

import random
from typing import Any, Final

from tests.teams import ABROAD, COMPONENTS, HOME, team

__all__ = ["SPOILT"]

_WORDS: Final = (
    *("majority", "opposition", "neither", "politician", "civil_servant", "civil_servant leading"),
    *("civil_servant leading?", "civil_servant employed?", "civil_servant not-employed", "civil_society"),
    *("academia", "someone", "majority breaks-code", "civil_servant breaks-code"),
)
_ROLES: Final = ("", "", "", "coordinator", "manager", "contact", "coordinator contact", "manager contact")
_EACH: Final = 12


def _spoilt(component: str, number: int) -> dict[str, Any]:
    chance = random.Random(f"{component} {number}")

    def people(most: int) -> list[str]:
        return [f"{chance.choice(_WORDS)} {chance.choice(_ROLES)}" for _ in range(chance.randint(0, most))]

    draft = team(component).people(HOME, *people(4)).people(ABROAD, *people(4)).people(None, *people(1))
    if chance.random() < 1 / 4:
        draft.people("bw", *people(3))
    draft.opposition(se=chance.choice((True, False, None)), ke=chance.choice((True, False, None)))
    document = draft.document
    for person in document["teams"][0]["participants"]:
        if chance.random() < 1 / 3:
            person["name"] = ""
    if chance.random() < 1 / 4:
        chance.shuffle(document["teams"][0]["participants"])
    return document


SPOILT: Final = {
    f"spoilt {component} {number}": _spoilt(component, number)
    for component in COMPONENTS
    for number in range(_EACH)
}
