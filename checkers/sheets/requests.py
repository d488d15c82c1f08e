"""What the page asks about spreadsheets, as JSON values, and what it is answered."""

from __future__ import annotations

import binascii
from typing import TYPE_CHECKING, Any

from checkers.sheets.guess import Guess, guess
from checkers.sheets.left_over import LeftOver
from checkers.sheets.loose import rows_in, rows_of
from checkers.sheets.opening import EXCEL, LooseList
from checkers.sheets.saving import form_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checkers.model import Partnership
    from checkers.sheets.grid import Grid

__all__ = ["form_of", "guess_in", "guess_of"]


def form_of(partnership: Partnership, language: str, kind: str) -> dict[str, str]:
    """Return a partnership's participant form as `file/1`; `lacks` says what it does not hold, or nothing.

    Raises:
        UnusableDocument: the file cannot hold it, or what writes it is not installed.
    """
    file = form_file(partnership, language, kind)
    return {
        "format": "file/1",
        "name": file.name,
        "type": file.type,
        "base64": binascii.b2a_base64(file.data, newline=False).decode("ascii"),
        "lacks": file.lacks,
    }


def guess_of(request: Mapping[str, Any]) -> Guess:
    """Propose participants for a pasted `text`, or for the file `name` with its bytes in `base64`.

    Raises:
        UnusableDocument: it holds no table that can be read.
    """
    language = request["language"]
    others: Sequence[Grid] = ()
    if request.get("text") is not None:
        rows: Sequence[Sequence[str]] = rows_of(request["text"])
    else:
        rows, others = _rows(request["name"], binascii.a2b_base64(request["base64"]))
    proposal = guess(
        rows,
        language,
        partners=request.get("partners") or (),
        fields=request.get("fields"),
        heading=request.get("heading"),
    )
    return _with_others(proposal, others, language)


def guess_in(error: Exception, language: str) -> Guess | None:
    """Propose participants for a file that is no participant form; None where it is no table either."""
    if not isinstance(error, LooseList):
        return None
    rows, others = _first(error.grids)
    proposal = guess(rows, language)
    return _with_others(proposal, others, language) if proposal["people"] else None


def _rows(name: str, data: bytes) -> tuple[Sequence[Sequence[str]], Sequence[Grid]]:
    if not name.lower().endswith(EXCEL):
        return rows_in(name, data), ()
    # Only those who open such a file need the library for it.
    from checkers.sheets.xlsx_reader import xlsx_grids  # noqa: PLC0415

    return _first(xlsx_grids(data))


def _first(grids: Sequence[Grid]) -> tuple[list[Sequence[str]], list[Grid]]:
    """Return the first sheet’s rows, each at its own number, and the other sheets that hold something."""
    filled = [grid for grid in grids if grid.rows]
    if not filled:
        return [], []
    rows: list[Sequence[str]] = []
    for row in filled[0].rows:
        rows += [()] * (row.number - 1 - len(rows))
        rows.append(row.cells)
    return rows, filled[1:]


def _with_others(proposal: Guess, others: Sequence[Grid], language: str) -> Guess:
    """Name the sheets that were not read: a list stands on one of them."""
    left = LeftOver(language)
    for grid in others:
        left.note("sheet", "sheet", value=grid.name or "")
    proposal["left_over"] += left.items
    return proposal
