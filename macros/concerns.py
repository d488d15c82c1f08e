"""Which field of the form a rule is about, read out of what it asks: the page puts its findings there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypedDict

from checkers.rulebook import Balance, Count, Duration, Given, Holder, HolderIs

if TYPE_CHECKING:
    from checkers.rulebook import Rule, Rulebook, Who

__all__ = ["Concern", "concerns"]


class Concern(TypedDict, total=False):
    """A field, and the role whose holders' field it is; a rule about the whole list of people has none."""

    field: str
    role: str


#: What says most about a person, first: a rule on leading civil servants is about `leading`.
_FACTS: Final = ("leading", "employed", "side", "capacity")


def concerns(book: Rulebook) -> dict[str, Concern]:
    """Return the field of every rule that has one, by the rule's id; questions are fields of their own."""
    found = ((rule.id, _concern(rule)) for group in book.groups for rule in group.rules)
    return {rule: concern for rule, concern in found if concern}


def _concern(rule: Rule) -> Concern:
    match rule.spec:
        case Given(field=field):
            return {"field": field}
        case Duration() | Balance() as spec:
            return {"field": "end" if isinstance(spec, Duration) else "gender"}
        case Holder(role=role):
            return {"field": "roles", "role": role}
        case HolderIs(role=role, who=who):
            return {"field": _fact(who) if who.role is None else "roles", "role": role}
        case Count(who=(who, *_)):
            return {"field": "roles", "role": who.role} if who.role else {"field": _fact(who)}
        case _:
            return {}


def _fact(who: Who) -> str:
    return next((name for name in _FACTS if getattr(who, name) is not None), "roles")
