"""A sheet's cells -> records by column, each value understood or its fault noted at its cell."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from checkers.rulebook import load
from checkers.sheets.cells import split, taken
from checkers.sheets.grid import Formula
from checkers.sheets.tables import label_of
from checkers.sheets.vocabulary import normal, vocabulary, words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from checkers.sheets.grid import Grid, Notes, Row

__all__ = ["Record", "Table", "is_headed", "short"]

#: Above the headings there may stand a title and what else somebody wrote there.
_HEADINGS_WITHIN: Final = 10
_SHORT: Final = 40
_TIME: Final = re.compile(r"(\d{1,2})[:.](\d{2})(?::00)?", re.ASCII)


class Record(NamedTuple):
    """One row of a table."""

    grid: Grid
    row: Row
    columns: Mapping[str, int]
    notes: Notes
    language: str

    def raw(self, key: str) -> str:
        """Return a cell as it stands, empty where there is none."""
        column = self.columns.get(key)
        cell = self.row.cells[column] if column is not None and column < len(self.row.cells) else ""
        if isinstance(cell, Formula):
            self.fault(key, "sheet_formula", value=short(cell))
            return ""
        return cell

    def place(self, key: str) -> str:
        """Return where a value stands."""
        return self.grid.place(self.row.number, self.columns.get(key))

    def fault(self, column: str, code: str, **values: str | int) -> None:
        """Note what is wrong with a value."""
        self.notes.fault(self.place(column), code, **values)

    def is_blank(self, key: str) -> bool:
        """Is there nothing in a cell?"""
        return not self.raw(key).strip()

    def text(self, key: str) -> str | None:
        """Read a text exactly as it stands."""
        return taken(self.raw(key))

    def boolean(self, key: str) -> bool | None:
        """Read yes or no."""
        cell = self.raw(key).strip()
        answer = vocabulary().boolean(cell)
        if cell and answer is None and not vocabulary().is_open(cell):
            self._refuse(key, cell, [words()["answers.yes"], words()["answers.no"]])
        return answer

    def choice(self, key: str, field: str | None = None) -> str | None:
        """Read one of a field's values by its word."""
        cell = self.raw(key).strip()
        if not cell or vocabulary().is_open(cell):
            return None
        value = vocabulary().choice(field or key, cell)
        if value is None:
            self._refuse(key, cell, [choice.label for choice in load().form.fields[field or key].choices])
        return value

    def choices(self, key: str) -> list[str] | None:
        """Read several of a field's values."""
        labels = {choice.value: choice.label for choice in load().form.fields[key].choices}
        return self.ticks(key, lambda word: vocabulary().choice(key, word), labels)

    def ticks(
        self, key: str, value_of: Callable[[str], str | None], labels: Mapping[str, Any]
    ) -> list[str] | None:
        """Read a list of words; None where nothing is said, empty where the word for none stands there."""
        cell = self.raw(key)
        if not cell.strip() or vocabulary().is_open(cell):
            return None
        if vocabulary().is_none(cell):
            return []
        found: list[str] = []
        for item in split(cell):
            values = [value_of(item.text)]
            if values == [None]:  # By hand people write commas as well.
                values = [value_of(part) for part in item.text.split(",") if part.strip()]
            for value in values:
                if value is None:
                    self._refuse(key, item.text, list(labels.values()))
                elif value not in found:
                    found.append(value)
        return found

    def day(self, key: str) -> str | None:
        """Read a day; whether there is such a day the partnership file's reader says."""
        return self.raw(key).strip() or None

    def time(self, key: str) -> str | None:
        """Read a time of day."""
        cell = self.raw(key).strip()
        found = _TIME.fullmatch(cell)
        return f"{int(found[1]):02}:{found[2]}" if found else cell or None

    def country(self, key: str) -> str | None:
        """Read a country by its code, or by its name where that is known here."""
        cell = self.raw(key).strip()
        return vocabulary().countries.get(normal(cell), cell.upper()) if cell else None

    def _refuse(self, key: str, cell: str, labels: Sequence[Any]) -> None:
        allowed = ", ".join(label(self.language) for label in labels)
        self.fault(key, "sheet_choice", value=short(cell), allowed=allowed)


class Table:
    """The rows of a sheet below its headings."""

    def __init__(self, grid: Grid, keys: Sequence[str], notes: Notes, language: str) -> None:
        """Find the row of headings; note the columns that hold something and are none of `keys`."""
        self.grid = grid
        self._notes = notes
        self.language = language
        self.columns, place = _headings(grid, keys)
        self.rows = grid.rows[place + 1 :] if self.columns else ()
        if self.columns:
            self._note_others(grid.rows[place])

    def __iter__(self) -> Iterator[Record]:
        for row in self.rows:
            record = Record(self.grid, row, self.columns, self._notes, self.language)
            if any(column < len(row.cells) and row.cells[column].strip() for column in self.columns.values()):
                yield record

    def fault(self, code: str, **values: str | int) -> None:
        """Note what is wrong with the table as a whole."""
        self._notes.fault(self.grid.place(1), code, **values)

    def _note_others(self, headings: Row) -> None:
        known = set(self.columns.values())
        used = {place for row in self.rows for place, cell in enumerate(row.cells) if cell.strip()}
        for place in sorted(used - known):
            heading = headings.cells[place].strip() if place < len(headings.cells) else ""
            never = any(word in vocabulary().never for word in (normal(heading), *normal(heading).split()))
            self._notes.unread.append(
                (
                    self.grid.place(headings.number, place),
                    "never" if never else "column",
                    {} if never else {"field": short(heading)},
                )
            )


def is_headed(grid: Grid, keys: Sequence[str], needed: Collection[str]) -> bool:
    """Does a sheet have a row of headings that names all that is needed?"""
    columns, _ = _headings(grid, keys)
    return columns.keys() >= set(needed)


def _headings(grid: Grid, keys: Sequence[str]) -> tuple[dict[str, int], int]:
    """Return the columns by key, and the place of the row that names most of them."""
    best: dict[str, int] = {}
    best_place = 0
    for place, row in enumerate(grid.rows[:_HEADINGS_WITHIN]):
        found: dict[str, int] = {}
        for column, cell in enumerate(row.cells):
            key = _key_of(normal(cell), tuple(keys))
            if key is not None:
                found.setdefault(key, column)
        if len(found) > len(best):
            best, best_place = found, place
    return best, best_place


@cache
def _by_label(keys: tuple[str, ...]) -> dict[str, str]:
    return {normal(label): key for key in keys for label in (label_of(key).sv, label_of(key).en, key)}


def _key_of(heading: str, keys: tuple[str, ...]) -> str | None:
    synonym = vocabulary().headings.get(heading)
    return _by_label(keys).get(heading) or (synonym if synonym in keys else None)


def short(text: str) -> str:
    """Return the beginning of a text."""
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"
