"""A spreadsheet's bytes -> the partnership in it, faults named by their cells, and what was left unread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from checkers.faults import Fault, UnusableDocument
from checkers.opened import Opened
from checkers.reading import read_values
from checkers.rulebook import load
from checkers.sheets.csv_file import read_people_file
from checkers.sheets.form_reader import is_form, read_form
from checkers.sheets.grid import Notes
from checkers.sheets.places import Places
from checkers.sheets.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkers.sheets.grid import Grid

__all__ = ["LooseList", "open_sheets"]

EXCEL: Final = ".xlsx"
_MAX_FAULTS: Final = 100


class LooseList(UnusableDocument):
    """A file that is no participant form; its rows may still be a list of people."""

    def __init__(self, grids: Sequence[Grid]) -> None:
        super().__init__(Fault("$", "sheet_no_form", {}))
        self.grids = grids


def open_sheets(name: str, data: bytes, language: str) -> Opened:
    """Read a participant form.

    Raises:
        LooseList: the file is a table, but no participant form.
        UnusableDocument: it cannot be read; holds its faults, each with its cell.
    """
    places, notes = Places(), Notes()
    if name.lower().endswith(EXCEL):
        # Only those who open such a file need the library for it.
        from checkers.sheets.xlsx_reader import xlsx_grids  # noqa: PLC0415

        grids = xlsx_grids(data)
        document = read_form(grids, places, notes, language) if is_form(grids) else None
    else:
        grid, document = read_people_file(data, places, notes, language)
        grids = [grid]
    if document is None:
        raise LooseList(grids)
    return _checked(document, places, notes, language)


def _checked(document: dict[str, Any], places: Places, notes: Notes, language: str) -> Opened:
    faults = list(notes.faults)
    try:
        partnership = read_values(document, load().questions)
    except UnusableDocument as error:
        said = {fault.path for fault in faults}
        found = [Fault(places.of(fault.path), fault.code, fault.values) for fault in error.faults]
        # What could not be read is missing; that is not a second fault.
        faults += [fault for fault in found if fault.path not in said]
    else:
        if not faults:
            sentences = (
                (place, words()[f"unread.{why}"](language), said) for place, why, said in notes.unread
            )
            unread = tuple((place, sentence.format(**said)) for place, sentence, said in sentences)
            return Opened(partnership, document, unread)
    raise UnusableDocument(
        *list({(fault.path, fault.code): fault for fault in faults}.values())[:_MAX_FAULTS]
    )
