"""methods.toml -> methods, refused with method and field where something is not right."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, cast

from checkers.methods.model import (
    AROUND,
    DIRECTIONS,
    GOALS,
    Amount,
    Direction,
    GoalServed,
    Method,
    OtherName,
    Sheet,
    Size,
    Statement,
    Stay,
)
from checkers.packaged import packaged_table
from checkers.rulebook import LANGUAGES, Text
from checkers.rulebook import load as load_rulebook
from checkers.rulebook.table import Table
from checkers.words import METHODS

if TYPE_CHECKING:
    from checkers.methods.model import Around, Judgement
    from checkers.rulebook import Form

__all__ = ["load"]

_FILE: Final = "methods.toml"
_UNITS: Final = {
    "minutes": "minutes",
    "day": "days",
    "days": "days",
    "week": "weeks",
    "weeks": "weeks",
}
_AMOUNT: Final = re.compile(r"(\d+(?:\.\d+)?) (\w+)", re.ASCII)


@cache
def load() -> dict[str, Method]:
    """Return every method by its id, in the order of the toolbox.

    Raises:
        RulebookError: the data is malformed; names the method and the field.
    """
    whole = Table(packaged_table(__package__, _FILE), _FILE, allowed=("stay",))
    form = load_rulebook().form
    methods = {method.id: method for method in (_method(table, form) for table in whole.tables("method"))}
    whole.finish()
    if tuple(methods) != METHODS:
        whole.refuse("", f"must hold {', '.join(METHODS)}, in this order")
    return methods


def _method(table: Table, form: Form) -> Method:
    name = table.one_of("id", METHODS)
    method = Method(
        id=name,
        name=form.choice("methods", name),
        named=_named(table.table("named")),
        also=tuple(_other_name(inner) for inner in table.tables("also")),
        fits=table.text("fits"),
        fits_badly=table.text("fits_badly"),
        result=table.text("result"),
        people=_statements(table, "people"),
        time=_statements(table, "time"),
        goals=tuple(_goal(inner) for inner in table.tables("goals")),
        size=next(map(_size, table.tables("size")), None),
        stay=_stay(table.table("stay")),
        directions=_directions(table.table("directions")),
        sheet=_sheet(table.table("sheet")),
    )
    table.finish()
    return method


def _named(table: Table) -> dict[str, tuple[str, ...]]:
    named = {language: _sources(table, language) for language in LANGUAGES}
    table.finish()
    return named


def _other_name(table: Table) -> OtherName:
    other = OtherName(table.one_of("language", LANGUAGES), table.string("name"), _sources(table))
    table.finish()
    return other


def _statements(table: Table, field: str) -> tuple[Statement, ...]:
    found = tuple(_statement(inner) for inner in table.tables(field))
    if not found:
        table.refuse(field, "must say something")
    return found


def _statement(table: Table) -> Statement:
    text = Text(*(table.string(language) for language in LANGUAGES))
    statement = Statement(text, _sources(table))
    table.finish()
    return statement


def _goal(table: Table) -> GoalServed:
    served = GoalServed(table.one_of("id", GOALS), _judgement(table), _sources(table))
    table.finish()
    return served


def _size(table: Table) -> Size:
    size = Size(
        counts=table.string("counts"),
        least=table.integer("least"),
        most=table.integer("most"),
        sources=_sources(table),
    )
    table.finish()
    return size


def _stay(table: Table) -> Stay:
    least = table.string("least", default="")
    stay = Stay(
        least=_amount(table, least) if least else None,
        most=_amount(table, table.string("most")),
        around=cast("Around", table.one_of("around", AROUND)),
        takes=table.text("takes"),
        sources=_sources(table),
    )
    table.finish()
    return stay


def _amount(table: Table, text: str) -> Amount:
    found = _AMOUNT.fullmatch(text)
    if not found or found[2] not in _UNITS:
        table.refuse("", f"{text!r} is no amount of time, as '1.5 days'")
    return Amount(float(found[1]), _UNITS[found[2]])


def _directions(table: Table) -> dict[str, Direction]:
    directions = {name: _direction(table.table(name)) for name in DIRECTIONS}
    table.finish()
    return directions


def _direction(table: Table) -> Direction:
    direction = Direction(_judgement(table), table.text("text"), _sources(table))
    table.finish()
    return direction


def _judgement(table: Table) -> Judgement:
    return cast("Judgement", table.one_of("judgement", ("fits", "partly", "no")))


def _sheet(table: Table) -> Sheet:
    sheet = Sheet(table.text("title"), _columns(table))
    table.finish()
    return sheet


def _columns(table: Table) -> tuple[Text, ...]:
    found = tuple(
        Text(*(column.string(language) for language in LANGUAGES)) for column in table.tables("columns")
    )
    if not found:
        table.refuse("columns", "must name the columns")
    return found


def _sources(table: Table, field: str = "sources") -> tuple[str, ...]:
    """Take a list of codes, which may be empty but must be there: nobody forgot it, it is our advice."""
    sources = table.strings(field)
    if sources is None:
        table.refuse(field, "is missing")
    return sources
