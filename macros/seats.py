"""A team as seats around a table, read out of the rules' own counts and roles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from checkers.rulebook import Count, Holder, HolderIs
from checkers.words import SWEDEN
from macros.seat_drawing import draw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from checkers.rulebook import Rule, Rulebook, Who
    from macros.guide import Guide

__all__ = ["Guest", "Place", "Role", "Team", "seats", "team"]


@dataclass(frozen=True, slots=True)
class Role:
    """A role that someone on these seats holds."""

    rule: Rule
    role: str
    #: Only the Swedish partner's holder, where the rule names that country.
    home_only: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """The seats of one sort that each partner fills."""

    rule: Rule
    required: int
    optional: int
    #: The rule names no upper end.
    open_ended: bool
    conditional: bool
    #: A recommendation on which political sides the seats go to.
    preference: Rule | None
    roles: tuple[Role, ...]
    #: The seat belongs to a role rather than to a sort of people.
    is_role: bool


@dataclass(frozen=True, slots=True)
class Guest:
    """People who may also take part, in no stated number."""

    rule: Rule
    each_partner: bool


@dataclass(frozen=True, slots=True)
class Team:
    """Everything the figure shows."""

    places: tuple[Place, ...]
    #: Roles held by one person for both partners together.
    shared: tuple[Role, ...]
    guests: tuple[Guest, ...]
    #: What the source leaves unsaid about the team.
    unsaid: tuple[Rule, ...]

    @property
    def rules(self) -> list[Rule]:
        """Every rule that the figure draws, in its order and each once."""
        found: list[Rule] = []
        for place in self.places:
            found += [place.rule, *([place.preference] if place.preference else [])]
            found += [role.rule for role in place.roles]
        found += [role.rule for role in self.shared]
        found += [guest.rule for guest in self.guests]
        return list({rule.id: rule for rule in (*found, *self.unsaid)}.values())


def seats(guide: Guide, component: str) -> str:
    """Return the figure of a component's team, with the same in words.

    Raises:
        KeyError: no such component.
    """
    found = team(guide.book, component)
    return guide.render(
        "seats.html",
        prefix=f"seats-{component}",
        name=guide.book.group(component).name(guide.language),
        team=found,
        drawing=draw(guide, found),
    )


def team(book: Rulebook, component: str) -> Team:
    """Return the team that the component's rules ask for."""
    group = book.group(component).rules
    rules = [rule for rule in group if rule.topic == "team"]
    places = tuple(_place(rule, rules) for rule in rules if _is_place(rule))
    return Team(
        places=places,
        shared=tuple(_roles(rules, lambda _, rule: rule.scope == "team")),
        guests=tuple(Guest(rule, rule.scope == "partner") for rule in rules if _is_guest(rule)),
        unsaid=tuple(
            rule for rule in group if rule.topic == "unsaid" and any(place.open_ended for place in places)
        ),
    )


def _is_place(rule: Rule) -> bool:
    return isinstance(rule.spec, Count) and rule.strength == "must" and rule.scope == "partner"


def _is_guest(rule: Rule) -> bool:
    return isinstance(rule.spec, Count) and rule.strength in ("may", "encouraged")


def _place(rule: Rule, rules: list[Rule]) -> Place:
    spec = cast("Count", rule.spec)
    is_role = spec.who[0].role is not None
    required = spec.min or 0
    return Place(
        rule=rule,
        required=required,
        optional=max((spec.max or 0) - required, 0),
        # A role's own seat is one seat: the rule on its holder says how many.
        open_ended=spec.max is None and not is_role,
        conditional=spec.when is not None,
        preference=_preference(spec, rules),
        roles=tuple(
            _roles(rules, lambda holder, held: held.scope == "partner" and _sits(holder, spec.who[0]))
        ),
        is_role=is_role,
    )


def _preference(seats: Count, rules: Iterable[Rule]) -> Rule | None:
    """Return the recommendation on who sits on these seats, where there is one."""
    for rule in rules:
        spec = rule.spec if rule.strength == "should" else None
        if isinstance(spec, Count) and {who.capacity for who in spec.who} == {seats.who[0].capacity}:
            return rule
    return None


def _roles(rules: Iterable[Rule], chosen: Callable[[Holder, Rule], bool]) -> Iterator[Role]:
    """Yield the roles that fit, each followed by the roles that its holder has as well."""
    for rule in rules:
        if isinstance(rule.spec, Holder) and chosen(rule.spec, rule):
            yield Role(rule, rule.spec.role)
            yield from _also_held(rule.spec.role, rules)


def _also_held(role: str, rules: Iterable[Rule]) -> Iterator[Role]:
    for rule in rules:
        if isinstance(rule.spec, HolderIs) and rule.spec.who.role == role:
            yield Role(rule, rule.spec.role, home_only=rule.spec.country == SWEDEN)


def _sits(holder: Holder, seat: Who) -> bool:
    """Does whoever holds the role sit on such a seat?"""
    if holder.who.capacity is None:
        return seat.role == holder.role
    return seat.capacity is not None and set(seat.capacity) <= set(holder.who.capacity)
