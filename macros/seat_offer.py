"""The seats that the rules ask each partner to fill: in words, and as blank people of the right sort."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, cast

from checkers.rulebook import Count, Holder
from macros.interface import interface
from macros.seats import team

if TYPE_CHECKING:
    from macros.guide import Guide
    from macros.seats import Place

__all__ = ["Offer", "Seat", "seat_offers"]


class Seat(TypedDict):
    """What is known of whoever will sit there, as the partnership file writes it."""

    capacity: str | None
    side: str | None
    leading: bool | None
    roles: list[str]


class Offer(TypedDict):
    """The seats of one sort."""

    text: str
    #: The fact about a partner without which the seats are not asked for.
    when: str | None
    seats: list[Seat]


def seat_offers(guide: Guide, component: str) -> list[Offer]:
    """Return what a component's rules ask of each partner, as few seats as the rules allow."""
    return [_offer(guide, place) for place in team(guide.book, component).places]


def _offer(guide: Guide, place: Place) -> Offer:
    spec = cast("Count", place.rule.spec)
    # Roles of which each partner has one; whoever else must have a role is up to the team.
    held = [role for role in place.roles if isinstance(role.rule.spec, Holder)]
    asked = place.rule.asked_who(guide.language)
    among = " ".join(role.rule.asked_who(guide.language) for role in held)
    text = (
        interface(guide.language)["offer.among"].format(seats=asked, role=among)
        if held and not place.is_role
        else asked
    )
    seats = [_seat(place) for _ in range(place.required)]
    if seats:
        seats[0]["roles"] = [role.role for role in held]
    return Offer(text=text, when=spec.when, seats=seats)


def _seat(place: Place) -> Seat:
    who = cast("Count", place.rule.spec).who[0]
    # Where several sorts of people may sit, which one is for the team to say.
    capacity = who.capacity[0] if who.capacity and len(who.capacity) == 1 else None
    return Seat(capacity=capacity, side=who.side, leading=who.leading, roles=[])
