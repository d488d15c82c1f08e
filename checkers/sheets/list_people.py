"""One row of a loose list -> a participant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypedDict

from checkers.sheets.columns import FIRST_NAME, LAST_NAME, NEVER, parts_of
from checkers.sheets.vocabulary import BOOLEANS, normal, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checkers.sheets.left_over import LeftOver

__all__ = ["FIELDS", "PersonReader", "PossiblePartner", "Said"]

#: What a column can be said to hold.
FIELDS: Final = (
    "name", FIRST_NAME, LAST_NAME, "partner", "capacity", "side", "leading", "employed",
    "roles", "gender", "reason", "code_of_conduct", "approved",
)  # fmt: skip
_CHOICES: Final = ("capacity", "side", "gender")
_NOTHING: Final = ("-", "–", "—")


class PossiblePartner(TypedDict):
    """A partner of the partnership that the people are to join."""

    id: str
    name: str | None
    country: str | None


class Said(TypedDict):
    """What the list calls a partner: whose id that is, if anyone's, and the people who come from there."""

    said: str
    id: str | None
    external: bool
    people: list[int]


class PersonReader:
    """Reads the rows of one list; collects on the way what the list calls the partners."""

    def __init__(self, partners: Sequence[PossiblePartner], left: LeftOver) -> None:
        self._known = vocabulary()
        self._ids = _ids_by_word(partners)
        self._left = left
        self.partners: dict[str, Said] = {}

    def is_partner(self, text: str) -> bool:
        """Is this what one of the partners is called?"""
        return normal(text) in self._ids

    def person(
        self, number: int, cells: Sequence[tuple[str, str | None, str]], place: int
    ) -> dict[str, Any] | None:
        """Read a row, each cell with its heading and field; None where nothing in it is about a person.

        `number` is the row's, for what cannot be read; `place` the person's among the people.
        """
        found: dict[str, Any] = {}
        partner = ""
        for column, (header, field, text) in enumerate(cells):
            if not text or field is None or field == NEVER:
                continue
            if field == "partner":
                partner = text
            elif not self._take(found, field, text):
                self._left.refused(field, row=number, column=column, header=header, value=text)
        names = [found.pop(part) for part in (FIRST_NAME, LAST_NAME) if part in found]
        if names:
            found.setdefault("name", " ".join(names))
        if not found and not partner:
            return None
        if partner:
            self._come_from(partner, place)
        return _blank() | found | {"partner": self._ids.get(normal(partner))}

    def _take(self, found: dict[str, Any], field: str, text: str) -> bool:
        """Put what a cell says into a person; tell whether it could be read."""
        if text in _NOTHING:
            return True
        if field in BOOLEANS:
            return self._take_boolean(found, field, text)
        if field == "roles":
            return self._take_roles(found, text)
        if field in _CHOICES:
            return self._take_choice(found, field, text)
        found[field] = f"{found[field]}\n{text}" if field in found else text
        return True

    def _take_boolean(self, found: dict[str, Any], field: str, text: str) -> bool:
        answer = self._known.boolean(text)
        if answer is None and not self._known.is_open(text):
            return False
        found[field] = answer
        return True

    def _take_roles(self, found: dict[str, Any], text: str) -> bool:
        if self._known.is_none(text):
            return True
        whole, *parts = parts_of(text)
        # The whole may be one role, as `contact person to ICLD`, or several.
        one = self._known.choice("roles", whole)
        roles = [one] if one else [self._known.choice("roles", part) for part in parts]
        chosen = [role for role in roles if role]
        found["roles"] = list(dict.fromkeys([*found.get("roles", []), *chosen]))
        return bool(roles) and len(chosen) == len(roles)

    def _take_choice(self, found: dict[str, Any], field: str, text: str) -> bool:
        """Read a choice, and what stands beside it in the cell, as the side in `politician (opposition)`."""
        whole, *parts = parts_of(text)
        value = self._known.choice(field, whole)
        if value:
            found.setdefault(field, value)
            return True
        read = [fact for part in parts for fact in self._facts(part, field)]
        for other, said in read:
            found.setdefault(other, [said] if other == "roles" else said)
        return field in found and len(read) == len(parts)

    def _facts(self, part: str, field: str) -> Iterator[tuple[str, str]]:
        """Yield the field that a part of a cell speaks of, the cell's own before others, and its value."""
        for other in (field, *_CHOICES, "roles"):
            value = self._known.choice(other, part)
            if value:
                yield other, value
                return

    def _come_from(self, partner: str, place: int) -> None:
        external = self._known.choice("partner", partner) == "external"
        new = Said(said=partner, id=self._ids.get(normal(partner)), external=external, people=[])
        self.partners.setdefault(normal(partner), new)["people"].append(place)


def _ids_by_word(partners: Sequence[PossiblePartner]) -> dict[str, str]:
    """Return partners by what they may be called: id, name, or where that is one partner's alone, country."""
    found: dict[str, str] = {}
    countries = [partner.get("country") for partner in partners]
    for partner in partners:
        found.setdefault(normal(partner["id"]), partner["id"])
        name, country = partner.get("name"), partner.get("country")
        if name:
            found[normal(name)] = partner["id"]
        if country and countries.count(country) == 1:
            found.setdefault(normal(country), partner["id"])
    return found


def _blank() -> dict[str, Any]:
    # Who is employed follows from the capacity where nobody says it, and only where the field is not there.
    return {field: None for field in FIELDS if field not in (FIRST_NAME, LAST_NAME, "employed")} | {
        "roles": []
    }
