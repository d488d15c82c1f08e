"""The components on one time line, drawn to scale from the lengths that the rules give."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from checkers.rulebook import Duration
from macros.glance import emphasised

if TYPE_CHECKING:
    from checkers.rulebook import Group, Rule, Rulebook
    from macros.guide import Guide

__all__ = ["Bar", "Row", "rows", "timeline"]

_YEAR: Final = 12
#: The rules that tell of each component's length and of what it follows on, the length first.
_RULES: Final = {
    "inception": ("inception.duration",),
    "project": ("project.duration", "project.steering-group-exists"),
    "steering": ("project.steering-group-period",),
    "expansion": ("expansion.duration", "expansion.steering-group-exists"),
    "dissemination": ("dissemination.duration", "dissemination.dialogue"),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time, in months from the beginning."""

    start: float
    end: float
    #: `sure`, `possible` (the time may be shorter), `next` (what it leads to) or `unsaid`.
    kind: str

    @property
    def length(self) -> float:
        """How long the stretch is."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Row:
    """A component, what its rules say of its time, and where it stands on the line."""

    group: Group
    rules: tuple[Rule, ...]
    bars: tuple[Bar, ...]


def timeline(guide: Guide) -> str:
    """Return the components one under the other, each with its stretch of the same time line."""
    found, months = rows(guide.book)
    years = range(0, months, _YEAR)
    return guide.render("timeline.html", rows=found, months=months, years=years, emphasised=emphasised)


def rows(book: Rulebook) -> tuple[list[Row], int]:
    """Return each component's row, and the length of the whole line in months."""
    project = _longest(book, "inception")
    expansion = project + _longest(book, "project")
    following = expansion + _longest(book, "expansion")
    months = -(-(following + 1) // _YEAR) * _YEAR
    carried_out = _stretch(book, "project", project)
    bars = {
        "inception": _stretch(book, "inception", 0),
        "project": carried_out,
        # The expansion presupposes a steering group that already stands.
        "steering": (*carried_out[:-1], replace(carried_out[-1], end=(expansion + following) / 2)),
        "expansion": (*_stretch(book, "expansion", expansion), Bar(following, months, "next")),
        "dissemination": (Bar(0, months, "unsaid"),),
    }
    return [
        Row(book.group(name), tuple(book.rule(rule_id) for rule_id in _RULES[name]), bars[name])
        for name in _RULES
    ], months


def _stretch(book: Rulebook, component: str, start: float) -> tuple[Bar, ...]:
    """Return a component's time: what it takes at least, and what it may take on top."""
    least, longest = _length(book, component).min_months, _longest(book, component)
    if least is None or least == longest:
        return (Bar(start, start + longest, "sure"),)
    return (Bar(start, start + least, "sure"), Bar(start + least, start + longest, "possible"))


def _longest(book: Rulebook, component: str) -> int:
    longest = _length(book, component).max_months
    if longest is None:
        raise ValueError(f"{component}: the rules name no longest time")
    return longest


def _length(book: Rulebook, component: str) -> Duration:
    spec = book.rule(_RULES[component][0]).spec
    if not isinstance(spec, Duration):
        raise TypeError(f"{component}: {_RULES[component][0]!r} is no length of time")
    return spec
