"""The tables of a participant form -> an .xlsx file: every cell a text, made to be filled in and printed."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from checkers.faults import Fault, UnusableDocument
from checkers.sheets.grid import column_letters
from checkers.sheets.table_reader import short
from checkers.sheets.tables import HEADINGS
from checkers.sheets.xlsx_text import put
from checkers.strict_json import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from _typeshed import SizedBuffer
    from openpyxl.worksheet.worksheet import Worksheet

    from checkers.sheets.tables import Sheet

__all__ = ["xlsx_bytes"]

#: What a cell in Excel holds, in units of UTF-16.
_MAX_TEXT: Final = 32_767


def xlsx_bytes(sheets: Sequence[Sheet], choices_name: str) -> bytes:
    """Return a workbook with these sheets and a hidden one of the words to choose from.

    Raises:
        UnusableDocument: a text is longer than a cell, the file too large, or openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook  # noqa: PLC0415 - where it is missing, say so
        from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415

        from checkers.sheets.xlsx_style import Choices, lay_out  # noqa: PLC0415
    except ImportError:
        raise UnusableDocument(Fault("$", "sheet_no_library", {})) from None
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = None
    pages = [(sheet, book.create_sheet(sheet.name)) for sheet in sheets]
    choices = Choices(book.create_sheet(choices_name))
    for sheet, page in pages:
        _fill(page, sheet)
        lay_out(page, sheet)
        choices.offer(page, sheet)
    out = io.BytesIO()
    with _OfAnyDay(out, "w", ZIP_DEFLATED, strict_timestamps=False) as archive:
        ExcelWriter(book, archive).save()
    if len(out.getvalue()) > MAX_BYTES:
        raise UnusableDocument(Fault("$", "too_large", {"limit": MAX_BYTES // 1_000_000}))
    return out.getvalue()


class _OfAnyDay(ZipFile):
    """An archive written on any day: its format has none before 1980, where a wrong clock may stand."""

    def writestr(
        self,
        zinfo_or_arcname: str | ZipInfo,
        data: SizedBuffer | str,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """Write a file under a name, as one of the archive's first possible day."""
        if isinstance(zinfo_or_arcname, str):
            zinfo_or_arcname = ZipInfo(zinfo_or_arcname)
            zinfo_or_arcname.compress_type = self.compression
        super().writestr(zinfo_or_arcname, data, compress_type, compresslevel)


def _fill(page: Worksheet, sheet: Sheet) -> None:
    """Write a sheet's title, headings and rows."""
    _write(page, 1, 0, sheet.title)
    for column, heading in enumerate(sheet.columns):
        _write(page, HEADINGS, column, heading.label)
    for number, row in enumerate(sheet.rows, start=HEADINGS + 1):
        for column, text in enumerate(row):
            if text is not None:
                _write(page, number, column, text)


def _write(page: Worksheet, row: int, column: int, text: str) -> None:
    """Write a text, if a cell can hold it."""
    if len(text.encode("utf-16-le")) // 2 > _MAX_TEXT:
        place = f"{page.title}!{column_letters(column)}{row}"
        raise UnusableDocument(
            Fault(place, "sheet_text_too_long", {"value": short(text), "limit": _MAX_TEXT})
        )
    put(page.cell(row, column + 1), text)
