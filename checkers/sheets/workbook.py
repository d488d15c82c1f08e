"""The one place that opens a file with openpyxl: sheet by sheet and row by row, formulas as they stand."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from defusedxml.ElementTree import iterparse
from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Cells", "sheets_of"]

_STRING: Final = f"{{{SHEET_MAIN_NS}}}si"

#: A row's number, and its cells as openpyxl reads them: `column` (from 1), `value`, `data_type`.
Cells = tuple[int, list[dict[str, Any]]]


class _ExactReader(ExcelReader):
    """Reads texts as they are: openpyxl takes `x005F_` out of them, and with it a mark of Excel's own."""

    def read_strings(self) -> None:
        part: Any = self.package.find(SHARED_STRINGS)  # type: ignore[no-untyped-call]
        if part is None:
            return
        with self.archive.open(part.PartName[1:]) as source:
            for _, node in iterparse(source):
                if node.tag == _STRING:
                    text: Any = Text.from_tree(node)
                    self.shared_strings.append(text.content)
                    node.clear()


def sheets_of(data: bytes) -> Iterator[tuple[str, Iterator[Cells]]]:
    """Yield each sheet's name and rows, without links and macros."""
    reader = _ExactReader(io.BytesIO(data), read_only=True, keep_vba=False, keep_links=False)
    reader.read()
    for sheet in reader.wb.worksheets:
        yield sheet.title, _rows(sheet)


def _rows(sheet: Any) -> Iterator[Cells]:  # noqa: ANN401 - openpyxl's own worksheet for reading is untyped
    """Yield a sheet's rows as they come: openpyxl's own loop fills gaps, and there can be a million rows."""
    book = sheet.parent
    with sheet._get_source() as source:  # noqa: SLF001
        parser: Any = WorkSheetParser(
            source,
            sheet._shared_strings,  # noqa: SLF001
            epoch=book.epoch,
            date_formats=book._date_formats,  # noqa: SLF001
            timedelta_formats=book._timedelta_formats,  # noqa: SLF001
        )
        yield from parser.parse()
