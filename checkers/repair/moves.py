"""What can be done with a person, and who can be added.

Whoever is added, or moves to another partner, is stated in full, as far as the rules ask. Whoever stays with
a partner keeps what is not set, blanks too. Nothing is ever blanked.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from checkers.repair.cost import cost
from checkers.repair.steps import BLANK
from checkers.rulebook import Holder, HolderIs
from checkers.words import CAPACITIES, EMPLOYED_BY_DEFAULT, ROLES, SIDES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checkers.model import Participant
    from checkers.repair.sight import Seen, Sight

__all__ = ["Move", "Moves"]

#: Of capacities that serve a rule equally the first is proposed: an employee, whom every partner has.
_CAPACITIES: Final = tuple(sorted(CAPACITIES, key=lambda capacity: capacity not in EMPLOYED_BY_DEFAULT))
_STATED: Final = (True, False)
_Value = TypeVar("_Value")
_COST: Final = {
    name: cost(**{name: 1})
    for name in ("capacity", "side", "leading", "employed", "roles", "each_role", "rank")
}

#: Capacity, side, leading, employed, and the roles that are asked about.
_Look = tuple[str | None, str | None, bool | None, bool | None, tuple[str, ...]]


class Move(NamedTuple):
    """What a person becomes, or who is added."""

    seen: Seen
    #: The fields that are set, as in the partnership file; the partner aside.
    values: Mapping[str, Any]
    #: How many roles are given or taken.
    roles: int
    cost: int


class Moves:
    """The moves that make a difference to some rules; alike ones are tried once, the easiest of them."""

    def __init__(self, sight: Sight, sound: tuple[str, ...]) -> None:
        """Move people under the eyes of `sight`; `sound` are the fields in which nobody may answer no."""
        self._sight = sight
        self._sound = sound
        whos = [who for group in sight.whos for who in group]
        self._capacities = _told_apart([who.capacity for who in whos if who.capacity is not None])
        self._sides = tuple(SIDES) if any(who.side for who in whos) else ()
        self._leading = _STATED if any(who.leading is not None for who in whos) else ()
        self._employed = _STATED if any(who.employed is not None for who in whos) else ()
        asked: set[str] = {rule.spec.role for rule in sight.rules if isinstance(rule.spec, Holder | HolderIs)}
        asked |= {who.role for who in whos if who.role}
        self._roles: tuple[str, ...] = tuple(role for role in ROLES if role in asked)
        self._role_sets = tuple(
            tuple(role for role, held in zip(self._roles, chosen, strict=True) if held)
            for chosen in product((False, True), repeat=len(self._roles))
        )
        self._added: dict[bool, tuple[Move, ...]] = {}
        self._known: dict[tuple[_Look, bool], Seen] = {}

    def additions(self, *, external: bool) -> tuple[Move, ...]:
        """Return everyone who can be added, the ones with the fewest fields first."""
        if external not in self._added:
            found: dict[Seen, Move] = {}
            people = sorted(self._new_people(), key=len)
            for rank, values in enumerate(people):
                person = BLANK._replace(**self.read(values))
                seen = self._sight.see(person, external=external)
                if self._sight.open.isdisjoint(seen):
                    roles = len(values.get("roles", ()))
                    found.setdefault(seen, Move(seen, values, roles, cost(each_role=roles, rank=rank)))
            self._added[external] = tuple(found.values())
        return self._added[external]

    def _new_people(self) -> Iterator[dict[str, Any]]:
        for capacity, side, leading, employed, roles in product(
            self._capacities,
            (None, *self._sides),
            (None, *self._leading),
            (None, *self._employed),
            self._role_sets,
        ):
            if employed is not None and employed == (capacity in EMPLOYED_BY_DEFAULT):
                continue
            stated: dict[str, Any] = {"capacity": capacity, "side": side, "leading": leading}
            stated |= {"employed": employed, "roles": list(roles) or None}
            yield {name: value for name, value in stated.items() if value is not None}

    @staticmethod
    def read(values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields as the file's reader would, where `employed` may be left out."""
        employed = values.get("employed", values["capacity"] in EMPLOYED_BY_DEFAULT)
        return {**values, "employed": employed, "roles": tuple(values.get("roles", ()))}

    def changes(self, person: Participant, *, external: bool) -> dict[Seen, Move]:
        """Return what a person can become without leaving the partner; for each sort the easiest way.

        One of the moves may be to stay as the person is.
        """
        found: dict[Seen, tuple[int, _Look]] = {}
        for look in product(
            _first(person.capacity, self._capacities),
            _first(person.side, self._sides),
            _first(person.leading, self._leading),
            _first(person.employed, self._employed),
            self._role_sets,
        ):
            price = self._price(person, look)
            seen = self._seen(look, external=external)
            if price is not None and (seen not in found or price < found[seen][0]):
                found[seen] = price, look
        mended = {name: True for name in self._sound if getattr(person, name) is False}
        moves: dict[Seen, Move] = {}
        for seen, (price, look) in found.items():
            roles = self._changed_roles(person, look)
            values = {**self._set(person, look), **mended}
            moves[seen] = Move(seen, values, len(roles), price + cost(sound=len(mended)))
        return moves

    def _seen(self, look: _Look, *, external: bool) -> Seen:
        """Return what the rules see of somebody who looks like this; many look alike."""
        key = (look, external)
        if key not in self._known:
            capacity, side, leading, employed, roles = look
            person = BLANK._replace(
                capacity=capacity, side=side, leading=leading, employed=employed, roles=roles
            )
            self._known[key] = self._sight.see(person, external=external)
        return self._known[key]

    def _price(self, person: Participant, look: _Look) -> int | None:
        """Return what it costs that somebody looks like this; None where a field would have to be blanked."""
        capacity, side, leading, employed, _ = look
        price = 0
        if capacity != person.capacity:
            price += _COST["capacity"] + _COST["rank"] * _CAPACITIES.index(capacity or "")
        if side != person.side:
            price += _COST["side"]
        if leading != person.leading:
            price += _COST["leading"]
        if employed != person.employed or self._unsure(person, capacity):
            if employed is None:
                return None
            price += _COST["employed"]
        roles = self._changed_roles(person, look)
        return price + (_COST["roles"] + _COST["each_role"] * len(roles) if roles else 0)

    def _changed_roles(self, person: Participant, look: _Look) -> set[str]:
        held = {role for role in person.roles if role in self._roles}
        return held.symmetric_difference(look[-1])

    def _set(self, person: Participant, look: _Look) -> dict[str, Any]:
        """Return the fields to set so that somebody looks like this."""
        capacity, side, leading, employed, roles = look
        values: dict[str, Any] = {
            name: value
            for name, value in (
                ("capacity", capacity),
                ("side", side),
                ("leading", leading),
                ("employed", employed),
            )
            if value != getattr(person, name) or (name == "employed" and self._unsure(person, capacity))
        }
        if self._changed_roles(person, look):
            kept = {role for role in person.roles if role not in self._roles}
            values["roles"] = [role for role in ROLES if role in kept.union(roles)]
        return values

    def _unsure(self, person: Participant, capacity: str | None) -> bool:
        """Could another capacity change whether the person is employed, where the file leaves that out?"""
        if (
            not self._employed
            or capacity == person.capacity
            or (person.employed is None and capacity is None)
        ):
            return False
        left_out = None if person.capacity is None else person.capacity in EMPLOYED_BY_DEFAULT
        return person.employed == left_out and person.employed != (capacity in EMPLOYED_BY_DEFAULT)


def _first(own: _Value, others: tuple[_Value, ...]) -> tuple[_Value, ...]:
    """Return what a field may become: what it is, then every other value."""
    return (own, *(value for value in others if value != own))


def _told_apart(asked: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Return one capacity of each group that no description tells apart."""
    found: dict[tuple[bool, ...], str] = {}
    for capacity in _CAPACITIES:
        found.setdefault(tuple(capacity in group for group in asked), capacity)
    return tuple(found.values())
