"""methods.toml -> methods, refused with method and field where something is not right."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from checkers.methods.model import Method, OtherName, Sheet, Statement
from checkers.rulebook import LANGUAGES, Text
from checkers.rulebook import load as load_rulebook
from checkers.rulebook.table import Table
from checkers.words import METHODS

if TYPE_CHECKING:
    from checkers.rulebook import Form

__all__ = ["load"]

_FILE = "methods.toml"


@cache
def load() -> dict[str, Method]:
    """Return every method by its id, in the order of the toolbox.

    Raises:
        RulebookError: the data is malformed; names the method and the field.
    """
    text = (files(__package__) / _FILE).read_text("utf-8")
    whole = Table(tomllib.loads(text), _FILE)
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
