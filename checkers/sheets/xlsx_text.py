"""A text in a cell of an .xlsx file: it stays a text, whatever it looks like and holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell

__all__ = ["put", "unmarked"]

#: What XML cannot hold, a carriage return, which it makes a new line of, and what looks like a mark of these.
_UNHOLDABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
#: How Excel marks a character that XML cannot hold.
_MARKED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FORMULAS_BEGIN: Final = ("=", "+", "-", "@", "'")


def put(place: Cell | MergedCell, text: str) -> None:
    """Write a text into a cell, also one that looks like a formula, an error or a number."""
    cell: Any = place
    cell.value = _UNHOLDABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    cell.data_type = "s"
    cell.number_format = "@"
    # Whoever then edits the cell in Excel has a text before them, not a formula.
    cell.quotePrefix = text.startswith(_FORMULAS_BEGIN)


def unmarked(text: str) -> str:
    """Return a cell's text with the characters that XML cannot hold."""
    return _MARKED.sub(lambda mark: chr(int(mark[1], 16)), text)
