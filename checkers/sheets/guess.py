"""A loose list -> a proposal to confirm: what each column holds, the people, and what could not be placed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypedDict

from checkers.reading import LIMITS
from checkers.sheets.columns import NEVER, fields_of, heading_row
from checkers.sheets.grid import Formula
from checkers.sheets.left_over import Left, LeftOver, field_label, line_of
from checkers.sheets.list_people import FIELDS, PersonReader, PossiblePartner, Said
from checkers.sheets.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Column", "Guess", "guess"]

FORMAT: Final = "guess/1"
_SAMPLES: Final = 3
#: Two columns of these are read one after the other; of any other field there is one.
_REPEATABLE: Final = ("reason", "roles")


class Column(TypedDict):
    """What a column was taken for; of one that is never read nothing is shown."""

    header: str
    field: str | None
    sample: list[str]


class Guess(TypedDict):
    """A proposal: nothing in it is true before somebody has confirmed it."""

    format: str
    heading: bool
    columns: list[Column]
    people: list[dict[str, Any]]
    partners: list[Said]
    left_over: list[Left]


def guess(
    rows: Sequence[Sequence[str]],
    language: str,
    *,
    partners: Sequence[PossiblePartner] = (),
    fields: Sequence[str | None] | None = None,
    heading: bool | None = None,
) -> Guess:
    """Propose participants for a table.

    `partners` are those that already have an id. `fields`, one for each column with None for one to leave
    out, and `heading`, is there a row of headings, put somebody's decision in the place of the guess.
    """
    left = LeftOver(language)
    reader = PersonReader(partners, left)
    numbered = [(number, list(row)) for number, row in enumerate(rows, start=1) if any(map(str.strip, row))]
    first = _heading_place([row for _, row in numbered], heading)
    for number, row in numbered[: max(first, 0)]:
        left.note("row", "above", row=number, value=line_of(row))
    body = numbered[first + 1 :]
    headings = _headings(numbered[first][1] if first >= 0 else [], [row for _, row in body])
    table = _Table(headings, [row for _, row in body])
    guessed = fields_of(headings, table.rows, vocabulary(), reader.is_partner)
    settled = _settled(table, guessed, fields, left)
    return Guess(
        format=FORMAT,
        heading=first >= 0,
        columns=[table.column(place, field) for place, field in enumerate(settled)],
        people=_people(body, headings, settled, reader, left),
        partners=list(reader.partners.values()),
        left_over=left.items,
    )


class _Table:
    """The cells below the headings."""

    def __init__(self, headings: list[str], rows: list[list[str]]) -> None:
        self.headings = headings
        self.rows = rows

    def cells(self, place: int) -> list[str]:
        return [cell for row in self.rows if place < len(row) and (cell := row[place].strip())]

    def column(self, place: int, field: str | None) -> Column:
        never = field == NEVER
        sample = [] if never else list(dict.fromkeys(self.cells(place)))[:_SAMPLES]
        return Column(header=self.headings[place], field=None if never else field, sample=sample)


def _heading_place(rows: list[list[str]], heading: bool | None) -> int:  # noqa: FBT001 - None is a third answer
    """Return the place of the row of headings, or -1."""
    found = None if heading is False else heading_row(rows, vocabulary())
    if found is None:
        return 0 if heading and rows else -1
    return found


def _headings(row: list[str], rows: list[list[str]]) -> list[str]:
    """Return a heading for every column, empty for one that has none."""
    width = max((len(row), *(len(each) for each in rows)), default=0)
    return [cell.strip() for cell in row] + [""] * (width - len(row))


def _settled(
    table: _Table, guessed: list[str | None], chosen: Sequence[str | None] | None, left: LeftOver
) -> list[str | None]:
    """Return each column's field as decided or guessed; note the columns that stay without one."""
    fields: list[str | None] = []
    for place, guess_ in enumerate(guessed):
        decided = chosen is not None and place < len(chosen)
        # Health is not read even where somebody asks for it.
        field = chosen[place] if chosen and decided and guess_ != NEVER else guess_
        why = _why_not(field, fields, decided=decided)
        header = table.headings[place]
        if why is not None and (header or table.cells(place)):
            values = {"field": field_label(field, left.language)} if field else None
            left.note("column", why, values, column=place, header=header)
        fields.append(field if why in (None, "never") else None)
    return fields


def _why_not(field: str | None, taken: list[str | None], *, decided: bool) -> str | None:
    if field == NEVER:
        return "never"
    if field not in FIELDS:
        return "not_asked" if decided else "no_field"
    return "twice" if field in taken and field not in _REPEATABLE else None


def _people(
    body: list[tuple[int, list[str]]],
    headings: list[str],
    fields: list[str | None],
    reader: PersonReader,
    left: LeftOver,
) -> list[dict[str, Any]]:
    people: list[dict[str, Any]] = []
    for number, row in body:
        if len(people) >= LIMITS["participants"]:
            left.note("row", "too_many", {"limit": str(LIMITS["participants"])}, row=number)
            break
        before = len(left.items)
        texts = [cell.strip() for cell in row] + [""] * (len(headings) - len(row))
        for column, cell in enumerate(row):
            if isinstance(cell, Formula):
                left.note(
                    "value", "formula", row=number, column=column, header=headings[column], value=str(cell)
                )
                texts[column] = ""
        person = reader.person(number, list(zip(headings, fields, texts, strict=True)), len(people))
        if person is not None:
            people.append(person)
        elif len(left.items) == before:
            readable = [text for text, field in zip(texts, fields, strict=True) if field != NEVER]
            left.note("row", "no_person", row=number, value=line_of(readable))
    return people
