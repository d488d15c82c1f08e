"""How a sheet looks, prints and offers its choices."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, Final

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties

from checkers.sheets.grid import column_letters
from checkers.sheets.tables import HEADINGS
from checkers.sheets.xlsx_text import put

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from checkers.sheets.tables import Column, Sheet

__all__ = ["Choices", "lay_out"]

#: So many rows below the last one are ready to be filled in.
_SPARE_ROWS: Final = 60
#: Widths in characters; what is not named here is a word or a date.
_WIDTH: Final = 13
_WIDTHS: Final = {
    **dict.fromkeys(("capacity", "partner", "subject", "section"), 18),
    **dict.fromkeys(("name", "partner_name", "methods", "roles", "team", "component", "item_where"), 24),
    **dict.fromkeys(("travellers", "answer", "question_id", "quote", "page", "file"), 30),
    **dict.fromkeys(("reason", "rule", "advice", "item_what", "elected_opposition"), 36),
    **dict.fromkeys(("question", "message", "first"), 52),
    **{f"plan_{text}": 28 for text in ("learn", "skills", "methods", "challenges", "reflection", "home")},
}
_FONT: Final = "Calibri"
#: The height of a line, in points, and of the highest row: Excel allows a little more than 400.
_LINE_HEIGHT: Final = 15
_HIGHEST: Final = 400
_INK: Final = "FFFFFF"
_HEADING: Final = "1F4E5F"
_LINE: Final = "C3CDD2"
#: The status is written in words; the tint helps the eye along.
_TINTS: Final = {"unmet": "FBE3E0", "unclear": "FFF1D1", "unknown": "E6EEF7"}
_A4: Final = 9


def lay_out(page: Worksheet, sheet: Sheet) -> None:
    """Give a filled sheet its widths, borders and print set-up."""
    line = Side(style="thin", color=_LINE)
    border = Border(left=line, right=line, top=line, bottom=line)
    wrapped = Alignment(vertical="top", wrap_text=True)
    heads, fields = _Look(), _Look()
    page["A1"].font = Font(name=_FONT, bold=True, size=14)
    page.row_dimensions[1].height = 24
    for place, column in enumerate(sheet.columns):
        letters = column_letters(place)
        page.column_dimensions[letters].width = _WIDTHS.get(column.key, _WIDTH)
        heads.give(
            page[f"{letters}{HEADINGS}"],
            font=Font(name=_FONT, bold=True, color=_INK),
            fill=PatternFill("solid", fgColor=_HEADING),
            alignment=Alignment(vertical="center", wrap_text=True),
            border=border,
            number_format="@",
        )
        spare = 0 if sheet.tones else _SPARE_ROWS
        for row in range(HEADINGS + 1, HEADINGS + 1 + len(sheet.rows) + spare):
            fields.give(page[f"{letters}{row}"], alignment=wrapped, border=border, number_format="@")
    for row, tone in enumerate(sheet.tones, start=HEADINGS + 1):
        if tint := _TINTS.get(tone):
            for place in range(len(sheet.columns)):
                page[f"{column_letters(place)}{row}"].fill = PatternFill("solid", fgColor=tint)
    for row, cells in enumerate(sheet.rows, start=HEADINGS + 1):
        lines = max(
            (_lines(cell or "", column) for cell, column in zip(cells, sheet.columns, strict=True)), default=1
        )
        # A row of one line keeps no height of its own, so that it grows with what is written into it.
        if lines > 1:
            page.row_dimensions[row].height = min(lines * _LINE_HEIGHT, _HIGHEST)
    _set_up_print(page, sheet)


class _Look:
    """What many cells look like: one is given its parts, the others are copied from it.

    Looking up each part for each cell takes openpyxl ten times as long.
    """

    def __init__(self) -> None:
        self._first: Any = None

    def give(self, place: Cell | MergedCell, **parts: object) -> None:
        """Let a cell look like the first one, which got these parts; a quoted text stays quoted."""
        cell: Any = place
        if self._first is None:
            self._first = cell
            for name, part in parts.items():
                setattr(cell, name, part)
            return
        is_quoted = cell.quotePrefix
        cell._style = copy(self._first._style)  # noqa: SLF001 - as openpyxl copies a sheet
        cell.quotePrefix = is_quoted


def _lines(text: str, column: Column) -> int:
    """Return how many lines a text takes in its column, a little more rather than less."""
    width = _WIDTHS.get(column.key, _WIDTH)
    return sum(1 + len(line) // width for line in text.split("\n"))


def _set_up_print(page: Worksheet, sheet: Sheet) -> None:
    page.freeze_panes = f"B{HEADINGS + 1}"
    lines = max(_lines(f"{column.label}  ", column) for column in sheet.columns)
    page.row_dimensions[HEADINGS].height = (lines + 1) * _LINE_HEIGHT
    page.sheet_view.showGridLines = False
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{HEADINGS}:{HEADINGS}"
    last = column_letters(len(sheet.columns) - 1)
    page.print_area = f"A1:{last}{HEADINGS + max(len(sheet.rows), 1)}"
    page.oddFooter = HeaderFooterItem(left=_HeaderFooterPart("&A"), right=_HeaderFooterPart("&P / &N"))


class Choices:
    """The hidden sheet of the words to choose from, a column for each list."""

    def __init__(self, page: Worksheet) -> None:
        page.sheet_state = "hidden"
        self._page = page
        self._places: dict[tuple[str, ...], str] = {}

    def offer(self, page: Worksheet, sheet: Sheet) -> None:
        """Let each column of a sheet with words to choose from offer them."""
        if sheet.tones:
            return
        for place, column in enumerate(sheet.columns):
            if column.words:
                self._offer(page, column, column_letters(place), len(sheet.rows))

    def _offer(self, page: Worksheet, column: Column, letters: str, rows: int) -> None:
        # A list of several words, and what names may have changed, is offered but not enforced.
        free = column.several or column.key in ("partner", "team", "answer")
        rule = DataValidation(
            type="list", formula1=self._range(column.words), allow_blank=True, showErrorMessage=not free
        )
        rule.add(f"{letters}{HEADINGS + 1}:{letters}{HEADINGS + rows + _SPARE_ROWS}")
        page.add_data_validation(rule)

    def _range(self, words: tuple[str, ...]) -> str:
        """Return where a list of words stands, written there the first time."""
        if words not in self._places:
            place = len(self._places)
            letters = column_letters(place)
            for row, word in enumerate(words, start=1):
                put(self._page[f"{letters}{row}"], word)
            name = self._page.title.replace("'", "''")
            self._places[words] = f"'{name}'!${letters}$1:${letters}${len(words)}"
        return self._places[words]
