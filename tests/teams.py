"""Partnership files for tests: `team("inception")` is valid, and a case says what differs from it."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Final, Self

from checkers.rulebook import load
from checkers.service import check
from tests.people import Person, person, spread_out

__all__ = ["ABROAD", "COMPONENTS", "HOME", "Draft", "empty_team", "findings_of", "team"]

HOME: Final = "se"
ABROAD: Final = "ke"

#: The smallest team of each component that leaves no must, should or encouragement unmet.
_PEOPLE: Final[dict[str, dict[str | None, tuple[str, ...]]]] = {
    "inception": {
        HOME: ("majority", "opposition", "civil_servant coordinator contact"),
        ABROAD: ("majority", "opposition", "civil_servant coordinator contact"),
    },
    "project": {
        HOME: ("civil_servant manager contact", "2 civil_servant"),
        ABROAD: ("civil_servant manager contact", "2 civil_servant"),
        None: ("academia",),
    },
    "steering": {
        HOME: ("majority", "opposition", "civil_servant leading coordinator contact"),
        ABROAD: ("majority", "opposition", "civil_servant leading coordinator"),
    },
    "expansion": {
        HOME: ("civil_servant coordinator contact", "civil_servant", "majority", "opposition"),
        ABROAD: ("civil_servant coordinator contact", "civil_servant", "majority", "opposition"),
    },
    "dissemination": {
        HOME: ("civil_servant manager contact", "majority"),
        ABROAD: ("civil_servant", "majority"),
    },
}
_DATES: Final = {
    "inception": ("2026-03-01", "2027-02-28"),
    "project": ("2026-03-01", "2028-02-29"),
    "steering": ("2026-03-01", "2028-02-29"),
    "expansion": ("2026-03-01", "2026-08-31"),
    "dissemination": ("2026-03-01", "2026-12-31"),
}
COMPONENTS: Final = tuple(_PEOPLE)

_PLACES: Final = {HOME: ("Ekby kommun", "SE"), ABROAD: ("Kijani County", "KE"), "bw": ("Motse", "BW")}


class Draft:
    """A partnership file in the making; every method changes it and returns it."""

    def __init__(self, component: str) -> None:
        start, end = _DATES[component]
        self.component = component
        self._partners = {id_: _partner(id_) for id_ in (HOME, ABROAD)}
        self._people: dict[str | None, list[Person]] = {}
        self._others: list[dict[str, Any]] = []
        self._values: dict[str, Any] = {
            "component": component,
            "application": "2026-01-15",
            "start": start,
            "end": end,
            "answers": answers_yes(component, "participants", "exchange.budget"),
        }
        for partner, descriptions in _PEOPLE[component].items():
            self.people(partner, *descriptions)

    def people(self, partner: str | None, *descriptions: str) -> Self:
        """Let these be all the people of a partner (or, with None, from outside)."""
        if partner is not None and partner not in self._partners:
            self._partners[partner] = _partner(partner)
        self._people[partner] = []
        return self.also(partner, *descriptions)

    def both(self, *descriptions: str) -> Self:
        """Let each of the two partners have these people."""
        return self.people(HOME, *descriptions).people(ABROAD, *descriptions)

    def also(self, partner: str | None, *descriptions: str) -> Self:
        """Add people to a partner's."""
        found = self._people.setdefault(partner, [])
        for words in spread_out(descriptions):
            found.append(person(words, partner, len(found)))
        return self

    def opposition(self, **partners: bool | None) -> Self:
        """Say whether a partner has elected opposition."""
        for id_, answer in partners.items():
            self._partners[id_]["elected_opposition"] = answer
        return self

    def place(self, partner: str, **values: Any) -> Self:
        """Change a partner's own fields."""
        self._partners[partner] |= values
        return self

    def dates(self, **days: str | None) -> Self:
        """Change the team's `application`, `start` or `end`."""
        self._values |= days
        return self

    def answer(self, rule: str, value: Any) -> Self:
        """Answer a question."""
        self._values["answers"][rule] = value
        return self

    def unanswered(self) -> Self:
        """Leave every question without an answer."""
        self._values["answers"] = {}
        return self

    def visit(self, country: str | None = "KE", **changes: Any) -> Self:
        """Add a well planned visit."""
        planned = {
            "country": country,
            "start": "2026-05-04",
            "end": "2026-05-08",
            "travellers": [],
            "methods": ["study-visit"],
            "answers": {id_: True for id_ in _questions() if id_.startswith("exchange.tip-")},
        }
        self._values.setdefault("visits", []).append(_changed(planned, changes))
        return self

    def replacement(self, **changes: Any) -> Self:
        """Add the replacement of the first person, with everything asked in place."""
        first = self.participants[0]["name"]
        done = {"leaves": first, "joins": "Maja Grahn", "answers": answers_yes("replacement")}
        self._values.setdefault("replacements", []).append(_changed(done, changes))
        return self

    def beside(self, other: Draft, **changes: Any) -> Self:
        """Put another team into the same file."""
        self._others.append(other.values | changes)
        return self

    @property
    def participants(self) -> list[Person]:
        """The team's people, partner by partner, those from outside last."""
        inside = [one for partner, people in self._people.items() if partner is not None for one in people]
        return inside + self._people.get(None, [])

    @property
    def values(self) -> dict[str, Any]:
        """The team as it stands in the file."""
        return self._values | {"participants": self.participants}

    @property
    def document(self) -> dict[str, Any]:
        """The whole partnership file, this team first."""
        return {
            "format": "partnership/1",
            "partners": list(self._partners.values()),
            "teams": [self.values, *self._others],
        }


def team(component: str) -> Draft:
    """Return a valid team of a component, at two partners."""
    return Draft(component)


def empty_team(component: str) -> dict[str, Any]:
    """Return a partnership file with a team in which nothing has been entered."""
    partners = [{"id": HOME, "country": "SE"}, {"id": ABROAD, "country": "KE"}]
    return {"format": "partnership/1", "partners": partners, "teams": [{"component": component}]}


def findings_of(document: object, rule: str | None = None) -> list[dict[str, Any]]:
    """Check a file; return its first team's findings, of one rule or of all."""
    report = report_of(document)
    return [found for found in report["teams"][0]["findings"] if rule in (None, found["rule"])]


def report_of(document: object, language: str = "en", *, fix: bool = False) -> dict[str, Any]:
    """Check a file that is fit to be checked; most tests do not ask how to repair it."""
    answer = json.loads(check(json.dumps(document), language, fix=fix))
    assert answer["format"] == "report/1", answer
    return answer


def answers_yes(*groups: str) -> dict[str, Any]:
    """Answer yes, or tick everything, in the questions of groups (or single questions) of the rulebook."""
    return {id_: list(options) or True for id_, options in _questions().items() if _belongs(id_, groups)}


@cache
def _questions() -> dict[str, tuple[str, ...]]:
    rules = [rule for group in load().groups for rule in group.rules if rule.is_question]
    return {rule.id: tuple(value for value, _ in rule.options) for rule in rules}


def _belongs(id_: str, groups: tuple[str, ...]) -> bool:
    return id_ in groups or id_.partition(".")[0] in groups


def _partner(id_: str) -> dict[str, Any]:
    name, country = _PLACES[id_]
    return {"id": id_, "name": name, "country": country, "elected_opposition": True}


def _changed(values: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """Change some values; answers are changed one by one."""
    answers = values["answers"] | changes.pop("answers", {})
    return values | changes | {"answers": answers}
