"""A summary of many files, printed as they are read or written to a spreadsheet."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from checkers.faults import UnusableDocument
from checkers.service import fault_lines
from checkers.sheets.vocabulary import words
from checkers.summary import Line, lines_of, summary_json, summary_sheet, summary_text, unusable_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checkers.report import Report

__all__ = ["summarise"]


def summarise(
    outcomes: Iterable[tuple[str, Report | UnusableDocument]], form: str, to: str | None, language: str
) -> None:
    """Print a line for each team as `text` or `jsonl`, or write the table `to` an .xlsx file."""
    lines = _lines(outcomes, language)
    if to is not None:
        from checkers.sheets.xlsx_writer import xlsx_bytes  # noqa: PLC0415 - it needs openpyxl

        data = xlsx_bytes([summary_sheet(lines, language)], words()["sheets.choices"](language))
        Path(to).write_bytes(data)
        return
    for line in lines:
        print(
            summary_text(line, language)
            if form == "text"
            else json.dumps(summary_json(line), ensure_ascii=False)
        )


def _lines(outcomes: Iterable[tuple[str, Report | UnusableDocument]], language: str) -> Iterator[Line]:
    for name, outcome in outcomes:
        if isinstance(outcome, UnusableDocument):
            yield unusable_line(name, fault_lines(outcome, language))
        else:
            yield from lines_of(name, outcome)
