"""TOML table of a rule -> what its kind needs to know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, cast

from checkers.rulebook.specs import (
    KINDS,
    Balance,
    Companion,
    Count,
    Derived,
    Duration,
    Given,
    Holder,
    HolderIs,
    Note,
    Question,
    Spec,
    Visits,
    Who,
)
from checkers.rulebook.text import Noun, Text
from checkers.words import CAPACITIES, PLAN_TEXTS, PROGRAMME_TICKS, ROLES, SIDES

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkers.rulebook.table import Table

__all__ = ["read_noun", "read_spec"]

_SILENT: Final = ("unmet", "not_applicable")


def read_spec(kind: str, table: Table) -> Spec:
    """Take the fields that a kind of rule needs out of the rule's table.

    Raises:
        RulebookError: a field is missing or of the wrong sort.
    """
    return _READERS[KINDS[kind]](table)


def read_noun(table: Table, field: str = "noun") -> Noun:
    """Take a noun: `one` and `many`, each in both languages."""
    inner = table.table(field)
    noun = Noun(inner.text("one"), inner.text("many"))
    inner.finish()
    return noun


def _who(table: Table) -> Who:
    capacity = table.strings("capacity")
    for value in capacity or ():
        if value not in CAPACITIES:
            table.refuse("capacity", f"{value!r} is not one of {', '.join(CAPACITIES)}")
    who = Who(
        capacity=capacity,
        side=table.one_of("side", SIDES, default="") or None,
        leading=table.boolean("leading"),
        employed=table.boolean("employed"),
        role=table.one_of("role", ROLES, default="") or None,
    )
    table.finish()
    return who


def _one_who(table: Table, field: str) -> Who | None:
    found = [_who(inner) for inner in table.tables(field)]
    return found[0] if found else None


def _count(table: Table) -> Count:
    who = tuple(_who(inner) for inner in table.tables("who"))
    if not who:
        table.refuse("who", "is missing")
    least, most = table.integer("min"), table.integer("max")
    if least is not None and most is not None and least > most:
        table.refuse("min", f"{least} is above max, {most}")
    return Count(
        who=who,
        noun=read_noun(table),
        min=least,
        max=most,
        also=_one_who(table, "also"),
        over=cast("Literal['unmet', 'unclear']", table.one_of("over", ("unmet", "unclear"), default="unmet")),
        when=cast(
            "Literal['elected_opposition'] | None",
            table.one_of("when", ("elected_opposition",), default="") or None,
        ),
    )


def _holder(table: Table) -> Holder:
    return Holder(
        role=table.one_of("role", ROLES),
        who=_one_who(table, "who") or Who(),
        noun=read_noun(table),
        shared=table.boolean("shared") or False,
    )


def _silent(table: Table, field: str) -> Literal["unmet", "not_applicable"]:
    return cast("Literal['unmet', 'not_applicable']", table.one_of(field, _SILENT, default="unmet"))


def _holder_is(table: Table) -> HolderIs:
    return HolderIs(
        role=table.one_of("role", ROLES),
        who=_one_who(table, "who") or Who(),
        need=cast("Literal['all', 'any']", table.one_of("need", ("all", "any"), default="all")),
        none=_silent(table, "none"),
        otherwise=_silent(table, "otherwise"),
        country=table.string("country", default="") or None,
    )


def _duration(table: Table) -> Duration:
    return Duration(
        min_months=table.integer("min_months"),
        max_months=table.integer("max_months"),
        note_below_months=table.integer("note_below_months"),
        short=cast("Literal['unmet', 'met']", table.one_of("short", ("unmet", "met"), default="unmet")),
    )


def _question(table: Table) -> Question:
    options: list[tuple[str, Text]] = []
    for option in table.tables("options"):
        options.append((option.string("value"), option.text("label")))
        option.finish()
    ticks = table.integer("ticks")
    if ticks is not None and not 1 <= ticks <= len(options):
        table.refuse("ticks", f"must be from 1 to the number of options, {len(options)}")
    return Question(
        options=tuple(options),
        ticks=1 if ticks is None else ticks,
        written=_written(table),
        ticked=table.one_of("ticked", PROGRAMME_TICKS, default="") or None,
    )


def _written(table: Table) -> tuple[str, ...]:
    written = table.strings("written") or ()
    for name in written:
        if name not in PLAN_TEXTS:
            table.refuse("written", f"{name!r} is not one of {', '.join(PLAN_TEXTS)}")
    return written


def _companion(table: Table) -> Companion:
    covers = table.one_of("covers", ("nothing", "start", "period"), default="nothing")
    return Companion(
        component=table.string("companion"),
        covers=cast("Literal['nothing', 'start', 'period']", covers),
    )


def _visits(table: Table) -> Visits:
    per = table.one_of("per", ("team", "country", "country-year"))
    return Visits(
        per=cast("Literal['team', 'country', 'country-year']", per),
        min=table.number("min"),
        max=table.integer("max"),
    )


def _balance(table: Table) -> Balance:
    return Balance(
        max_difference=table.number("max_difference"),
        min_percent=table.number("min_percent"),
        min_stated=table.number("min_stated"),
    )


def _derived(table: Table) -> Derived:
    parts = table.strings("parts")
    if not parts:
        table.refuse("parts", "must name at least one rule")
    return Derived(parts=parts, otherwise=_silent(table, "otherwise"))


_READERS: Final[dict[type[Spec], Callable[[Table], Spec]]] = {
    Balance: _balance,
    Companion: _companion,
    Count: _count,
    Derived: _derived,
    Duration: _duration,
    Given: lambda table: Given(field=table.string("field")),
    Holder: _holder,
    HolderIs: _holder_is,
    Note: lambda _table: Note(),
    Question: _question,
    Visits: _visits,
}
