"""The participants of all teams as CSV, written so that no program takes a name for a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, Final

from checkers.reading import FORMAT
from checkers.sheets.grid import Grid, Row
from checkers.sheets.loose import decoded, parted, rows_of
from checkers.sheets.naming import PartnerNames, component_named
from checkers.sheets.people_reader import read_person
from checkers.sheets.table_reader import Table, is_headed, short
from checkers.sheets.tables import CSV_COLUMNS
from checkers.sheets.vocabulary import normal

if TYPE_CHECKING:
    from checkers.sheets.grid import Notes
    from checkers.sheets.places import Places
    from checkers.sheets.table_reader import Record
    from checkers.sheets.tables import Sheet

__all__ = ["csv_bytes", "read_people_file"]

_READ: Final = (";", ",", "\t")
_NEEDED: Final = ("team", "partner")
_DELIMITERS: Final = {"sv": ";", "en": ","}
#: A cell that begins with one of these may be worked out by the program that opens it. An apostrophe before
#: it stops that; so that it can be taken away again, a text's own apostrophe gets one as well.
_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "'", "＝", "＋", "－", "＠")  # noqa: RUF001 - wide forms count too
_GUARD: Final = "'"
#: A row with none of these is there for the partner's sake.
_OF_A_PERSON: Final = tuple(
    key for key in CSV_COLUMNS if key not in ("partner", "partner_id", "country", "elected_opposition")
)


def csv_bytes(sheet: Sheet, language: str) -> bytes:
    """Return a table as CSV: UTF-8 with a byte order mark, parted as Excel expects in the language."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=_DELIMITERS[language], lineterminator="\r\n")
    writer.writerow([column.label for column in sheet.columns])
    writer.writerows([[_guarded(cell or "") for cell in row] for row in sheet.rows])
    return out.getvalue().encode("utf-8-sig")


def read_people_file(
    data: bytes, places: Places, notes: Notes, language: str
) -> tuple[Grid, dict[str, Any] | None]:
    """Return a CSV file's cells, and the partnership file they stand for; None where it is a loose list.

    Raises:
        UnusableDocument: it is too large, or no text.
    """
    text = decoded(data)
    # What parts the cells is what makes the headings those of a form; a spreadsheet may save with another.
    for delimiter in _READ:
        grid = _grid(parted(text, delimiter))
        if is_headed(grid, CSV_COLUMNS, _NEEDED):
            table = Table(grid, CSV_COLUMNS, notes, language)
            return grid, _PeopleFile(table, places).document()
    return _grid(rows_of(text)), None


def _grid(rows: list[list[str]]) -> Grid:
    numbered = enumerate(rows, start=1)
    return Grid(
        None, [Row(number, [_bare(cell) for cell in cells]) for number, cells in numbered if any(cells)]
    )


def _guarded(cell: str) -> str:
    return f"{_GUARD}{cell}" if cell.startswith(_STARTS) else cell


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith(_GUARD) and cell[1:].startswith(_STARTS) else cell


class _PeopleFile:
    """Reads rows that say by themselves which team and which partner."""

    def __init__(self, table: Table, places: Places) -> None:
        self._records = list(table)
        self._places = places
        self._partners: dict[str, dict[str, Any]] = {}
        self._teams: dict[str, dict[str, Any]] = {}

    def document(self) -> dict[str, Any]:
        """Read everything: the partners first, for a name means one of them."""
        for record in self._records:
            self._partner(record)
        partners = list(self._partners.values())
        known = PartnerNames((each["id"], each["name"] or "") for each in partners)
        for record in self._records:
            if not all(map(record.is_blank, _OF_A_PERSON)):
                self._person(record, known)
        for place, team in enumerate(self._teams.values()):
            self._places.at(f"teams[{place}].component", team.pop("_place"))
        return {"format": FORMAT, "partners": partners, "teams": list(self._teams.values())}

    def _partner(self, record: Record) -> None:
        word = record.raw("partner")
        id_ = record.text("partner_id")
        if not id_ and (not word.strip() or PartnerNames([]).is_external(word)):
            return
        values = {
            "id": id_ or word.strip(),
            "name": None if word in (id_, f'"{id_}"') else word,
            "country": record.country("country"),
            "elected_opposition": record.boolean("elected_opposition"),
        }
        known = self._partners.setdefault(id_ or normal(word), values)
        if known is values:
            path = f"partners[{len(self._partners) - 1}]"
            self._places.record(path, record, values, {"id": "partner_id", "name": "partner"})
        for key in ("country", "elected_opposition"):
            if known[key] is None:
                known[key] = values[key]
            elif values[key] not in (None, known[key]):
                record.fault(key, "sheet_differs", value=short(record.raw(key)), allowed=str(known[key]))

    def _person(self, record: Record, partners: PartnerNames) -> None:
        name = record.raw("team").strip()
        team = self._teams.setdefault(
            normal(name),
            {"component": component_named(name), "participants": [], "_place": record.place("team")},
        )
        place = list(self._teams).index(normal(name))
        person = read_person(record, partners)
        path = f"teams[{place}].participants[{len(team['participants'])}]"
        self._places.record(path, record, person, {})
        team["participants"].append(person)
