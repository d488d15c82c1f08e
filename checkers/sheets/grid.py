"""What was read from a spreadsheet before anyone knows what it means: cells with their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checkers.faults import Fault
from checkers.plain import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Formula", "Grid", "Notes", "Row", "column_letters"]


class Formula(str):
    """The text of a cell that holds a formula: shown, never worked out."""

    __slots__ = ()


class Row(NamedTuple):
    """A row with something in it, and its number as the spreadsheet shows it."""

    number: int
    cells: Sequence[str]


class Grid(NamedTuple):
    """A sheet's rows; `name` is None where a file has one sheet without a name."""

    name: str | None
    rows: Sequence[Row]

    def place(self, row: int, column: int | None = None) -> str:
        """Return where a cell, or a row, stands: `Projekt!C4`."""
        cell = f"{'' if column is None else column_letters(column)}{row}"
        return cell if self.name is None else f"{plain(self.name)}!{cell}"


class Notes:
    """Collects, while a form is read, what is wrong with it and what was left unread."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        #: A place, the name of a sentence and its values.
        self.unread: list[tuple[str, str, dict[str, str]]] = []

    def fault(self, place: str, code: str, **values: str | int) -> None:
        """Note what keeps the form from being used."""
        self.faults.append(Fault(place, code, values))


def column_letters(column: int) -> str:
    """Return a column's letters, counted from 0: A, B, … Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
