"""Where in a spreadsheet each value of a partnership file stands, so that a fault can name its cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checkers.sheets.table_reader import Record

__all__ = ["Places"]

_LAST_STEP: Final = re.compile(r"(?:\.[^.\[\]]+|\[[^\]]*\])\Z")
_WHOLE: Final = "$"


class Places:
    """Paths of the partnership file, and the cells they were read from."""

    def __init__(self) -> None:
        self._places: dict[str, str] = {}

    def at(self, path: str, place: str) -> None:
        """Remember where a value was read."""
        self._places[path] = place

    def record(self, path: str, record: Record, keys: Iterable[str], columns: Mapping[str, str]) -> None:
        """Remember a row and each of its values; `columns` names those whose column is called otherwise."""
        self._places[path] = record.grid.place(record.row.number)
        for key in keys:
            self._places[f"{path}.{key}"] = record.place(columns.get(key, key))

    def of(self, path: str) -> str:
        """Return the cell of a value, or of the nearest thing around it."""
        while path and path not in self._places:
            path, steps = _LAST_STEP.subn("", path)
            if not steps:
                path = ""
        return self._places.get(path, _WHOLE)
