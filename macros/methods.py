"""The toolbox's methods as HTML: names, people, time, a sheet to print, and the table of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkers.methods import load
from checkers.rulebook import LANGUAGES
from macros.sources import RULES, said_by

if TYPE_CHECKING:
    from checkers.methods import Method
    from macros.guide import Guide

__all__ = ["method_names", "method_people", "method_sheet", "method_table", "method_time"]

#: ICLD's page about its toolbox for peer learning.
_TOOLBOX: Final = "E12"
#: As many as an A4 page on its side takes, with room to write.
_ROWS: Final = 7


def method_names(guide: Guide, method_id: str) -> str:
    """Return what a method is called in each language, by whom, and whether ICLD names it.

    Raises:
        KeyError: no such method.
    """
    method = load()[method_id]
    return guide.render(
        "method_names.html",
        method=method,
        languages=sorted(LANGUAGES, key=lambda language: language != guide.language),
        by_icld=_by_icld(method),
        said_by=said_by,
    )


def method_people(guide: Guide, method_id: str) -> str:
    """Return who and how many a method takes, each statement with who says so."""
    return guide.render("method_facts.html", statements=load()[method_id].people, said_by=said_by)


def method_time(guide: Guide, method_id: str) -> str:
    """Return how long a method takes, each statement with who says so."""
    return guide.render("method_facts.html", statements=load()[method_id].time, said_by=said_by)


def method_sheet(guide: Guide, method_id: str) -> str:
    """Return a method's sheet to print and write in."""
    return guide.render("method_sheet.html", method=load()[method_id], rows=_ROWS)


def method_table(guide: Guide) -> str:
    """Return all methods side by side: when each fits, people, time and what comes out."""
    return guide.render("method_table.html", methods=load().values(), said_by=said_by)


def _by_icld(method: Method) -> str:
    """Return where ICLD names the method: the key of a sentence."""
    sources = {code for codes in method.named.values() for code in codes}
    if RULES in sources:
        return "both" if _TOOLBOX in sources else "rules"
    return "page" if _TOOLBOX in sources else "neither"
