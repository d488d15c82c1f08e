"""Which field each column of a loose list holds: by its heading, else by what stands in it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from checkers.sheets.vocabulary import BOOLEANS, normal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checkers.sheets.vocabulary import Vocabulary

__all__ = ["FIRST_NAME", "LAST_NAME", "NEVER", "fields_of", "heading_row", "parts_of"]

#: Two columns that together are a name, and a column that is never read.
FIRST_NAME: Final = "first_name"
LAST_NAME: Final = "last_name"
NEVER: Final = "never"

#: Above the headings there may stand a title and a few lines more.
_HEADING_WITHIN: Final = 10
#: A column holds a field without saying so where at least so many of its cells are words of that field.
_MOSTLY: Final = 0.6
_HALF: Final = 0.5
_PARTING: Final = re.compile(r"[,;/()+&|\n]|\s[–-]\s|\s(?:och|and)\s", re.IGNORECASE)
_BY_VALUE: Final = ("capacity", "side", "roles", "gender")


def heading_row(rows: Sequence[Sequence[str]], known: Vocabulary) -> int | None:
    """Return the place of the row that holds the headings, or None."""
    best, most = None, 0
    for place, row in enumerate(rows[:_HEADING_WITHIN]):
        cells = [cell for cell in row if cell.strip()]
        # A cell that is also a choice, as a lone `Politician`, heads nothing.
        found = sum(_field_of(cell, known) is not None and not _is_choice(cell, known) for cell in cells)
        if found > most and found >= len(cells) * _HALF:
            best, most = place, found
    return best


def fields_of(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    known: Vocabulary,
    is_partner: Callable[[str], bool],
) -> list[str | None]:
    """Return each column's field, or None; a field may be returned for two columns."""
    columns = [[cell for row in rows if place < len(row) and (cell := row[place].strip())]
               for place in range(len(headings))]  # fmt: skip
    fields = [_field_of(heading, known) for heading in headings]
    for place, cells in enumerate(columns):
        fields[place] = _by_values(fields[place], cells, fields, known, is_partner)
    if not {"name", FIRST_NAME, LAST_NAME} & set(fields):
        _find_names(fields, headings, columns)
    return fields


def _field_of(heading: str, known: Vocabulary) -> str | None:
    """Return the field that a heading names: by its longest synonym, and of several by the first."""
    said = normal(heading)
    if said in known.never:
        return NEVER
    if said in known.headings:
        return known.headings[said]
    if said in known.unrelated:
        return None
    tokens = said.split()
    if any(token in known.never for token in tokens):
        return NEVER
    for length in range(len(tokens) - 1, 0, -1):
        for start in range(len(tokens) - length + 1):
            field = known.headings.get(" ".join(tokens[start : start + length]))
            if field:
                return field
    return None


def _is_choice(cell: str, known: Vocabulary) -> bool:
    return any(known.choice(field, cell) for field in _BY_VALUE)


def _by_values(
    field: str | None,
    cells: Sequence[str],
    fields: Sequence[str | None],
    known: Vocabulary,
    is_partner: Callable[[str], bool],
) -> str | None:
    """Return the field that the cells speak for, where the heading names none or one that they do not fit."""
    if not cells or (field is not None and field not in (*_BY_VALUE, *BOOLEANS)):
        return field
    if field in BOOLEANS:
        fits = sum(known.boolean(cell) is not None or known.is_open(cell) for cell in cells)
    else:
        fits = sum(field is not None and _has(cell, field, known) for cell in cells)
    if field is not None and fits >= len(cells) * _HALF:
        return field
    shares = Counter(
        {other: sum(_has(cell, other, known) for cell in cells) for other in _BY_VALUE if other not in fields}
    )
    shares["partner"] = 0 if "partner" in fields else sum(map(is_partner, cells))
    other, number = shares.most_common(1)[0]
    return other if number >= len(cells) * _MOSTLY else field


def _has(cell: str, field: str, known: Vocabulary) -> bool:
    return any(known.choice(field, part) for part in parts_of(cell))


def parts_of(cell: str) -> list[str]:
    """Return a cell whole, and what commas, slashes, brackets and the like part in it."""
    whole = cell.strip()
    parts = [part.strip() for part in _PARTING.split(whole) if part.strip()]
    return [whole, *parts] if len(parts) > 1 else [whole]


def _find_names(fields: list[str | None], headings: Sequence[str], columns: Sequence[Sequence[str]]) -> None:
    """Take the first column without a field whose cells are mostly different words for the names."""
    for place, cells in enumerate(columns):
        if fields[place] is None and not headings[place].strip() and cells and _are_names(cells):
            fields[place] = "name"
            return


def _are_names(cells: Sequence[str]) -> bool:
    lettered = [cell for cell in cells if any(map(str.isalpha, cell)) and "@" not in cell]
    return len(lettered) >= len(cells) * _MOSTLY and len(set(lettered)) >= len(lettered) * _HALF
