"""Is this one of the people a rule speaks of? Yes, no, or not decided by what was entered."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checkers.model import Participant
    from checkers.rulebook import Who

__all__ = ["Matches", "fits", "matches"]


class Matches(NamedTuple):
    """The people who fit a description, and those who may once their blanks are filled in."""

    sure: tuple[Participant, ...]
    open: tuple[Participant, ...]


def fits(person: Participant, who: Who) -> bool | None:
    """Tell whether a person fits a description; None where a blank field decides."""
    answers = tuple(_answers(person, who))
    if False in answers:
        return False
    return None if None in answers else True


def matches(people: Iterable[Participant], who: Who) -> Matches:
    """Sort out the people who fit a description and those who may."""
    sure: list[Participant] = []
    undecided: list[Participant] = []
    for person in people:
        fit = fits(person, who)
        if fit:
            sure.append(person)
        elif fit is None:
            undecided.append(person)
    return Matches(tuple(sure), tuple(undecided))


def _answers(person: Participant, who: Who) -> Iterator[bool | None]:
    if who.capacity is not None:
        yield None if person.capacity is None else person.capacity in who.capacity
    if who.side is not None:
        yield None if person.side is None else person.side == who.side
    if who.leading is not None:
        yield None if person.leading is None else person.leading == who.leading
    if who.employed is not None:
        yield None if person.employed is None else person.employed == who.employed
    if who.role is not None:
        yield who.role in person.roles
