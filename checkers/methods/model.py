"""A peer-learning method, as the pages and the chooser know it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checkers.rulebook import Text

__all__ = [
    "AROUND",
    "DIRECTIONS",
    "GOALS",
    "Amount",
    "Around",
    "Direction",
    "GoalServed",
    "Judgement",
    "Method",
    "OtherName",
    "Sheet",
    "Size",
    "Statement",
    "Stay",
]

#: `open`: nothing that anyone has written decides it.
Judgement = Literal["fits", "partly", "no", "open"]
Around = Literal["none", "weeks", "months"]

#: What a method asks for beside the time together, least first.
AROUND: Final[tuple[Around, ...]] = ("none", "weeks", "months")
GOALS: Final = ("see", "compare", "change", "role", "outside", "solve", "decide", "between")
DIRECTIONS: Final = ("one_way", "mutual")

#: Working days in one of each unit of time.
_DAYS: Final = {"minutes": 1 / 480, "days": 1.0, "weeks": 5.0}


class Statement(NamedTuple):
    """Something said about a method, and who says so: codes of sources, none where it is our own advice."""

    text: Text
    sources: tuple[str, ...]


class OtherName(NamedTuple):
    """Another name for a method, in the one language that uses it."""

    language: str
    name: str
    sources: tuple[str, ...]


class Sheet(NamedTuple):
    """A table to print and write in."""

    title: Text
    columns: tuple[Text, ...]


class Amount(NamedTuple):
    """A length of time as a source states it."""

    number: float
    #: `minutes`, `days` or `weeks`.
    unit: str

    @property
    def days(self) -> float:
        """The amount in working days."""
        return self.number * _DAYS[self.unit]


class Size(NamedTuple):
    """How many people a method suits, as sources count them."""

    #: What is counted: guests, peers, everybody.
    counts: str
    least: int | None
    most: int | None
    sources: tuple[str, ...]


class Stay(NamedTuple):
    """How long people are together, and what the method asks for beside it."""

    least: Amount | None
    most: Amount
    around: Around
    #: Goes on "the method takes"; `{stay}` stands for the amounts.
    takes: Text
    sources: tuple[str, ...]


class GoalServed(NamedTuple):
    """A goal that a method serves, fully or partly, and who says so."""

    goal: str
    judgement: Judgement
    sources: tuple[str, ...]


class Direction(NamedTuple):
    """How a method does where one side learns, or both."""

    judgement: Judgement
    text: Text
    sources: tuple[str, ...]


class Method(NamedTuple):
    """A way for partners to learn from each other."""

    id: str
    name: Text
    #: By language, who uses the name; nobody where it is ours.
    named: Mapping[str, tuple[str, ...]]
    also: tuple[OtherName, ...]
    fits: Text
    fits_badly: Text
    #: What comes out of it.
    result: Text
    people: tuple[Statement, ...]
    time: tuple[Statement, ...]
    goals: tuple[GoalServed, ...]
    #: None where no source counts people.
    size: Size | None
    stay: Stay
    directions: Mapping[str, Direction]
    sheet: Sheet

    @property
    def page(self) -> str:
        """Its page, from the language's root."""
        return f"toolbox/{self.id}/"
