"""Made-up teams for each component: one with a typical fault to find, and the same without it.

People are initials; the places are real.
"""

from __future__ import annotations

from typing import Any, Final

from checkers.rulebook import Text, load

__all__ = ["example"]

_HOME: Final = "se"
_ABROAD: Final = "ke"
_REASONS: Final = {
    "politician": Text(
        "Har mandat att fatta beslut och driver frågan i nämnden.",
        "Has the mandate to decide and works for the question in the committee.",
    ),
    "civil_servant": Text(
        "Arbetar med frågan varje dag och kan ändra arbetssättet.",
        "Works with the question every day and can change how it is done.",
    ),
    "academia": Text("Forskar om medborgardialog.", "Does research on dialogue with citizens."),
}

#: By component: home people, people abroad, people from outside. Each: name, capacity, side, leading, roles.
_Person = tuple[str, str, str | None, bool | None, tuple[str, ...]]
_TEAMS: Final[dict[str, tuple[list[_Person], list[_Person], list[_Person]]]] = {
    # The partner abroad lacks a politician.
    "inception": (
        [
            ("A. L.", "politician", "majority", None, ()),
            ("B. N.", "politician", "opposition", None, ()),
            ("C. E.", "civil_servant", None, None, ("coordinator", "contact")),
        ],
        [
            ("D. M.", "politician", "majority", None, ()),
            ("E. W.", "civil_servant", None, None, ("coordinator",)),
            ("F. O.", "civil_servant", None, None, ()),
        ],
        [],
    ),
    # The home partner has one civil servant too few.
    "project": (
        [
            ("C. E.", "civil_servant", None, None, ("project_manager", "contact")),
            ("G. S.", "civil_servant", None, None, ()),
        ],
        [
            ("E. W.", "civil_servant", None, None, ("project_manager",)),
            ("F. O.", "civil_servant", None, None, ()),
            ("H. K.", "civil_servant", None, None, ()),
        ],
        [("I. B.", "academia", None, None, ())],
    ),
    # The contact person to ICLD is not the Swedish coordinator.
    "steering": (
        [
            ("A. L.", "politician", "majority", None, ()),
            ("B. N.", "politician", "opposition", None, ()),
            ("J. H.", "civil_servant", None, True, ("coordinator",)),
        ],
        [
            ("D. M.", "politician", "majority", None, ()),
            ("K. A.", "politician", "opposition", None, ()),
            ("L. N.", "civil_servant", None, True, ("coordinator", "contact")),
        ],
        [],
    ),
    # The partner abroad has one participant too many.
    "expansion": (
        [
            ("A. L.", "politician", "majority", None, ()),
            ("B. N.", "politician", "opposition", None, ()),
            ("C. E.", "civil_servant", None, None, ("coordinator", "contact")),
            ("G. S.", "civil_servant", None, None, ()),
        ],
        [
            ("D. M.", "politician", "majority", None, ()),
            ("K. A.", "politician", "opposition", None, ()),
            ("E. W.", "civil_servant", None, None, ("coordinator",)),
            ("F. O.", "civil_servant", None, None, ()),
            ("H. K.", "civil_servant", None, None, ()),
        ],
        [],
    ),
    # Project manager and contact person to ICLD are two people.
    "dissemination": (
        [
            ("C. E.", "civil_servant", None, None, ("project_manager",)),
            ("G. S.", "civil_servant", None, None, ()),
        ],
        [
            ("E. W.", "civil_servant", None, None, ("contact",)),
            ("D. M.", "politician", "majority", None, ()),
        ],
        [("I. B.", "academia", None, None, ())],
    ),
}
#: How the fault is mended: the people of one side, as they should be.
_RIGHT: Final[dict[str, dict[str, list[_Person]]]] = {
    "inception": {
        _ABROAD: [*_TEAMS["inception"][1], ("K. A.", "politician", "opposition", None, ())],
    },
    "project": {_HOME: [*_TEAMS["project"][0], ("J. H.", "civil_servant", None, None, ())]},
    "steering": {
        _HOME: [
            *_TEAMS["steering"][0][:2],
            ("J. H.", "civil_servant", None, True, ("coordinator", "contact")),
        ],
        _ABROAD: [*_TEAMS["steering"][1][:2], ("L. N.", "civil_servant", None, True, ("coordinator",))],
    },
    "expansion": {_ABROAD: _TEAMS["expansion"][1][:-1]},
    "dissemination": {
        _HOME: [
            ("C. E.", "civil_servant", None, None, ("project_manager", "contact")),
            *_TEAMS["dissemination"][0][1:],
        ],
        _ABROAD: [("E. W.", "civil_servant", None, None, ()), *_TEAMS["dissemination"][1][1:]],
    },
}
_DATES: Final[dict[str, dict[str, str]]] = {
    "inception": {"start": "2027-02-01", "end": "2027-12-31"},
    "project": {"application": "2026-09-15", "start": "2027-01-01", "end": "2028-12-31"},
    "steering": {"start": "2027-01-01", "end": "2028-12-31"},
    "expansion": {"start": "2027-03-01", "end": "2027-08-31"},
    "dissemination": {"application": "2026-09-15"},
}


def example(component: str, language: str, *, right: bool = False) -> dict[str, Any]:
    """Return a partnership file with one team of the component, in which one requirement is not met.

    With `right` all are met.
    """
    home, abroad, outside = _TEAMS[component]
    if right:
        home, abroad = (
            _RIGHT[component].get(side, people) for side, people in ((_HOME, home), (_ABROAD, abroad))
        )
    groups = ((_HOME, home), (_ABROAD, abroad), (None, outside))
    placed = [(partner, person) for partner, persons in groups for person in persons]
    people = [
        _participant(person, partner, number, language) for number, (partner, person) in enumerate(placed)
    ]
    return {
        "format": "partnership/1",
        "partners": [
            {"id": _HOME, "name": "Region Gotland", "country": "SE", "elected_opposition": True},
            {"id": _ABROAD, "name": "Machakos County", "country": "KE", "elected_opposition": True},
        ],
        "teams": [
            {
                "component": component,
                **_DATES[component],
                "answers": _answers(component),
                "participants": people,
                "visits": [],
                "replacements": [],
            }
        ],
    }


def _participant(person: _Person, partner: str | None, number: int, language: str) -> dict[str, Any]:
    name, capacity, side, leading, roles = person
    return {
        "name": name,
        "partner": partner,
        "capacity": capacity,
        "side": side,
        "leading": leading,
        "roles": list(roles),
        "gender": "woman" if number % 2 else "man",
        "reason": _REASONS[capacity](language),
        "code_of_conduct": True,
        "approved": None,
    }


def _answers(component: str) -> dict[str, bool | list[str]]:
    """Answer every question with yes, and every tick list with all of it."""
    book = load()
    rules = [rule for name in (component, "participants") for rule in book.group(name).rules]
    return {
        rule.id: [value for value, _ in rule.options] if rule.options else True
        for rule in rules
        if rule.is_question
    }
