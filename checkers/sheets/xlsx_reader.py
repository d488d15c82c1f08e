"""An .xlsx file's bytes -> cells as text: nothing is worked out, no macro seen, nothing fetched."""

from __future__ import annotations

import io
import warnings
import zipfile
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, Final, NoReturn

from checkers.faults import Fault, UnusableDocument
from checkers.sheets.grid import Formula, Grid, Row, column_letters
from checkers.sheets.xlsx_text import unmarked
from checkers.strict_json import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checkers.sheets.workbook import Cells

__all__ = ["xlsx_grids"]

#: What one file may unpack to, and hold. A form with 2,000 participants unpacks to a few megabytes.
_MAX_UNPACKED: Final = 30_000_000
_MAX_PARTS: Final = 2000
_MAX_ROWS: Final = 20_000
_MAX_COLUMNS: Final = 100
_ZIP: Final = b"PK"
#: What begins an old .xls file, and one that a password protects.
_OLD: Final = b"\xd0\xcf\x11\xe0"


def xlsx_grids(data: bytes) -> list[Grid]:
    """Return the cells of every visible or hidden sheet.

    Raises:
        UnusableDocument: the file is too large, protected or broken, or what reads it is not installed.
    """
    if len(data) > MAX_BYTES:
        _refuse("too_large", limit=MAX_BYTES // 1_000_000)
    if data.startswith(_OLD):
        _refuse("sheet_old")
    _check_size(data)
    try:
        from checkers.sheets.workbook import sheets_of  # noqa: PLC0415 - where it is missing, say so
    except ImportError:
        _refuse("sheet_no_library")
    try:
        with warnings.catch_warnings(action="ignore"):  # It warns of what it leaves out of a drawing.
            return [Grid(name, list(_rows(name, rows))) for name, rows in sheets_of(data)]
    except (MemoryError, UnusableDocument):
        raise
    except Exception:  # noqa: BLE001 - a broken file makes the library fail in any of many ways
        _refuse("sheet_broken", allowed=".xlsx")


def _check_size(data: bytes) -> None:
    """Refuse an archive that unpacks to too much, before anything in it is unpacked."""
    if not data.startswith(_ZIP):
        _refuse("sheet_broken", allowed=".xlsx")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - a broken archive makes the library fail in any of many ways
        _refuse("sheet_broken", allowed=".xlsx")
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_UNPACKED:
        _refuse("sheet_too_large", limit=_MAX_UNPACKED // 1_000_000)


def _rows(name: str, rows: Iterable[Cells]) -> Iterator[Row]:
    """Yield the rows that hold something."""
    for number, cells in rows:
        texts = {cell["column"] - 1: text for cell in cells if (text := _text(cell))}
        if not texts:
            continue
        width = max(texts) + 1
        if number > _MAX_ROWS:
            _refuse("sheet_too_long", place=f"{name}!A{number}", limit=_MAX_ROWS)
        if width > _MAX_COLUMNS:
            place = f"{name}!{column_letters(width - 1)}{number}"
            _refuse("sheet_too_wide", place=place, limit=column_letters(_MAX_COLUMNS - 1))
        yield Row(number, [texts.get(column, "") for column in range(width)])


def _text(cell: Mapping[str, Any]) -> str:
    """Return what a cell holds as the text that stands for it in a partnership file."""
    value = cell["value"]
    if value is None:
        return ""
    if cell["data_type"] == "f":
        return Formula(getattr(value, "text", None) or value)
    if isinstance(value, str):
        return unmarked(value)
    return _day_or_number(value)


def _day_or_number(value: object) -> str:
    match value:
        case datetime():
            # A day without a time of day is what a form asks for.
            return value.date().isoformat() if value.time() == time.min else value.isoformat(" ", "minutes")
        case time():
            return f"{value:%H:%M}"
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)


def _refuse(code: str, place: str = "$", **values: str | int) -> NoReturn:
    raise UnusableDocument(Fault(place, code, values))
