"""A proposed replacement as JSON -> values, every fault with its path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from checkers.faults import UnusableDocument
from checkers.node import Node
from checkers.strict_json import parse

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from checkers.faults import Fault
    from checkers.model import Team

__all__ = ["Proposal", "read_proposal"]

_KEYS: Final = ("leaves", "joins", "entry", "travels", "last_day", "cause", "own_cause", "post")
#: A reason in a letter is a sentence or two.
_MAX_CHARACTERS: Final = 4000


class Proposal(NamedTuple):
    """A replacement as it is proposed; None means not stated."""

    #: Index of a participant.
    leaves: int
    #: A participant as the partnership file writes it; read with the team that the person joins.
    joins: dict[str, Any]
    #: Which of the team's replacements this one is, where it is one of them.
    entry: int | None
    #: Indexes of the visits that the new person makes instead.
    travels: tuple[int, ...]
    last_day: date | None
    #: One of the causes that the letter knows, and the words for one of your own.
    cause: str | None
    own_cause: str | None
    #: The new person's post or office.
    post: str | None


def read_proposal(data: str, team: Team, causes: Collection[str]) -> Proposal:
    """Read what is proposed for a team.

    Raises:
        UnusableDocument: it cannot be read; holds every fault found.
    """
    faults: list[Fault] = []
    keys = Node(parse(data), "", faults).object(_KEYS, required=("leaves", "joins"))
    joins = keys["joins"].mapping()
    visits = len(team.visits or ())
    travels = (item.whole_number(0, visits - 1) for item in keys["travels"].items())
    leaves = keys["leaves"].whole_number(0, len(team.participants) - 1)
    proposal = Proposal(
        leaves=leaves or 0,
        joins={name: node.value for name, node in joins.items()},
        entry=keys["entry"].whole_number(0, len(team.replacements) - 1),
        travels=tuple(visit for visit in travels if visit is not None),
        last_day=keys["last_day"].day(),
        cause=keys["cause"].one_of(causes),
        own_cause=keys["own_cause"].text(_MAX_CHARACTERS),
        post=keys["post"].text(_MAX_CHARACTERS),
    )
    if faults:
        raise UnusableDocument(*faults)
    return proposal
