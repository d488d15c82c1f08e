"""A partnership -> the file of its participant form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checkers.sheets.csv_file import csv_bytes
from checkers.sheets.form import Form
from checkers.sheets.verdict import verdict_sheet
from checkers.sheets.vocabulary import words

if TYPE_CHECKING:
    from checkers.model import Partnership

__all__ = ["KINDS", "File", "form_file"]

#: The sorts of file, and what a browser is told of each.
KINDS: Final = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
}


class File(NamedTuple):
    """A finished file; `lacks` says what of the partnership it cannot hold, or nothing."""

    name: str
    type: str
    data: bytes
    lacks: str


def form_file(partnership: Partnership, language: str, kind: str) -> File:
    """Return the participant form as a file of a kind.

    Raises:
        UnusableDocument: the file cannot hold it, or what writes it is not installed.
    """
    form = Form(partnership, language)
    if kind == "csv":
        data, lacks = csv_bytes(form.people(), language), words()["file.csv_lacks"](language)
    else:
        # Only those who save such a file need the library for it.
        from checkers.sheets.xlsx_writer import xlsx_bytes  # noqa: PLC0415

        verdict = verdict_sheet(partnership, form.teams, form.title(), language)
        data, lacks = xlsx_bytes([*form.sheets(), verdict], words()["sheets.choices"](language)), ""
    return File(f"{words()['file.name'](language)}.{kind}", KINDS[kind], data, lacks)
