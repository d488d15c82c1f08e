"""People for test teams: a person from a few words, named and made up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Person", "person", "spread_out"]

#: A participant of a partnership file.
Person = dict[str, Any]

#: What a word says of a person. A question mark leaves the field blank.
_WORDS: Final[dict[str, Person]] = {
    "politician": {"capacity": "politician"},
    "majority": {"capacity": "politician", "side": "majority"},
    "opposition": {"capacity": "politician", "side": "opposition"},
    "neither": {"capacity": "politician", "side": "neither"},
    "civil_servant": {"capacity": "civil_servant"},
    "civil_society": {"capacity": "civil_society"},
    "academia": {"capacity": "academia"},
    "business": {"capacity": "business"},
    "municipal_association": {"capacity": "municipal_association"},
    "other": {"capacity": "other"},
    "someone": {"capacity": None},
    "leading": {"leading": True},
    "leading?": {"leading": None},
    "employed": {"employed": True},
    "not-employed": {"employed": False},
    "employed?": {"employed": None},
    "woman": {"gender": "woman"},
    "man": {"gender": "man"},
    "other-gender": {"gender": "other"},
    "gender?": {"gender": None},
    "reason?": {"reason": None},
    "empty-reason": {"reason": " \t\n"},
    "breaks-code": {"code_of_conduct": False},
    "code?": {"code_of_conduct": None},
    "approved": {"approved": True},
    "not-approved": {"approved": False},
}
_GENDERS: Final = ("woman", "man")
_ROLES: Final = {"coordinator": "coordinator", "manager": "project_manager", "contact": "contact"}
_NAMES: Final = {
    "se": (
        "Amina Lindberg",
        "Björn Sandström",
        "Cecilia Wallin",
        "David Åkerman",
        "Elin Norberg",
        "Frej Holm",
    ),
    "ke": (
        "Wanjiru Kamau",
        "Otieno Were",
        "Achieng Odhiambo",
        "Kiprono Rono",
        "Mumbua Mutiso",
        "Njoroge Maina",
    ),
    None: ("Tova Ek", "Samuel Okello", "Ruth Nekesa", "Ingrid Moberg"),
}


def person(words: str, partner: str | None, number: int) -> Person:
    """Make a person from words such as `majority contact`; `number` is a place among the partner's people."""
    made: Person = {
        "name": _name(partner, number),
        "partner": partner,
        "capacity": None,
        "side": None,
        "leading": False,
        "roles": [_ROLES[word] for word in words.split() if word in _ROLES],
        "gender": _GENDERS[(number + (partner == "ke")) % 2],
        "reason": "Knows the question and has the mandate.",
        "code_of_conduct": True,
        "approved": None,
    }
    for word in words.split():
        if word not in _ROLES:
            made |= _WORDS[word]
    return made


def spread_out(descriptions: tuple[str, ...]) -> Iterator[str]:
    """Yield each description once for each person it stands for: `3 civil_servant` is three."""
    for description in descriptions:
        number, _, words = description.partition(" ")
        yield from [words] * int(number) if number.isdigit() else [description]


def _name(partner: str | None, number: int) -> str:
    names = _NAMES.get(partner, ())
    return names[number] if number < len(names) else f"{partner or 'External'} person {number + 1}"
