"""Text pasted or opened as a table -> rows of cells, whatever parts its cells."""

from __future__ import annotations

import codecs
import csv
import io
from typing import Final

from checkers.faults import Fault, UnusableDocument
from checkers.strict_json import MAX_BYTES

__all__ = ["decoded", "parted", "rows_in", "rows_of"]

_ENDINGS: Final = (".csv", ".tsv", ".txt")
_DELIMITERS: Final = ("\t", ";", ",", "|")
#: So many rows are looked at to see what parts the cells.
_LOOKED_AT: Final = 50
#: A file is at most 2 MB, and so is a cell: the standard limit would refuse it with an error of its own.
_FIELD_LIMIT: Final = 4_000_000


def rows_in(name: str, data: bytes) -> list[list[str]]:
    """Return the rows of a file that holds a table.

    Raises:
        UnusableDocument: it holds none that can be read.
    """
    if not name.lower().endswith(_ENDINGS):
        raise UnusableDocument(Fault("$", "other_file", {"allowed": ", ".join(_ENDINGS)}))
    return rows_of(decoded(data))


def decoded(data: bytes) -> str:
    """Return a table's text: UTF-8, what Excel calls Unicode text, or what Windows wrote before that.

    Raises:
        UnusableDocument: it is too large, or no text.
    """
    if len(data) > MAX_BYTES:
        raise UnusableDocument(Fault("$", "too_large", {"limit": MAX_BYTES // 1_000_000}))
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        # What is half a text in one of these is none in the older one either.
        if wide or b"\0" in data:
            raise UnusableDocument(Fault("$", "not_utf8", {"position": error.start + 1})) from None
        return data.decode("cp1252", errors="replace")


def rows_of(text: str) -> list[list[str]]:
    """Return a text's rows, parted by tabs as Excel copies them, by semicolons, commas or bars, or not.

    Raises:
        UnusableDocument: it is too large.
    """
    if len(text) > MAX_BYTES:
        raise UnusableDocument(Fault("$", "too_large", {"limit": MAX_BYTES // 1_000_000}))
    text = text.removeprefix("\ufeff")
    first, _, rest = text.partition("\n")
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == len("sep=;"):
        return parted(rest, first.strip()[-1])
    return parted(text, _delimiter(text))


def _delimiter(text: str) -> str | None:
    """Return what parts the cells in the same way in most rows; a tab always does."""
    if "\t" in text:
        return "\t"
    best, most = None, 0.0
    for delimiter in _DELIMITERS[1:]:
        widths = [len(row) for row in parted(text, delimiter)[:_LOOKED_AT] if any(row)]
        wide = [width for width in widths if width > 1]
        if not wide:
            continue
        usual = max(set(wide), key=wide.count)
        score = wide.count(usual) / len(widths)
        if score > most:
            best, most = delimiter, score
    return best if most >= 0.5 else None  # noqa: PLR2004 - half of the rows


def parted(text: str, delimiter: str | None) -> list[list[str]]:
    """Return a text's rows, their cells parted by a delimiter, or each line as one cell."""
    csv.field_size_limit(_FIELD_LIMIT)
    if delimiter is None:
        return [[line] for line in text.splitlines()]
    # Not strict: a stray quotation mark in a name is part of the name.
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
