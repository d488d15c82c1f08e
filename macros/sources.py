"""The register of sources, and how a page cites it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from checkers.rulebook import Text
from macros.data_files import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.guide import Guide

__all__ = ["RULES", "Source", "cite", "listed", "own", "page_sources", "register", "said_by", "source_note"]

#: The code of ICLD's Swedish text, which the rulebook describes.
RULES: Final = "S"


@dataclass(frozen=True, slots=True)
class Source:
    """One text that the guide builds on beside the rules' own."""

    code: str
    publisher: Text
    title: Text
    #: How old the text is, as far as anyone can tell.
    dated: Text
    #: Where it was read; empty where the address would name a private person.
    addresses: tuple[str, ...]


@cache
def register() -> dict[str, Source]:
    """Return every source by its code."""
    tables = read_toml("data/sources.toml")
    return {code: _source(code, table) for code, table in tables.items()}


def _source(code: str, table: dict[str, Any]) -> Source:
    publisher = table["publisher"]
    both = Text(**publisher) if isinstance(publisher, dict) else Text(sv=publisher, en=publisher)
    return Source(code, both, Text(**table["title"]), Text(**table["dated"]), tuple(table["addresses"]))


def cite(guide: Guide, *codes: str) -> str:
    """Return who says what was just said, each linked to the page's list of sources.

    Raises:
        ValueError: no code, or one that the page's front matter does not list.
    """
    if not codes:
        raise ValueError("name at least one source")
    return guide.render("cite.html", sources=listed(guide, codes)).strip()


def own(guide: Guide) -> str:
    """Return the mark of what is our own advice."""
    return guide.render("own.html")


def said_by(guide: Guide, codes: Iterable[str]) -> Markup:
    """Return, for a template, who says something: the sources, or we ourselves where there is none."""
    return Markup(cite(guide, *codes) if codes else own(guide))  # noqa: S704 - both come from templates


def source_note(guide: Guide, group: str | None = None) -> str:
    """Return which texts the page builds on, down to a group's section, and when they were last read."""
    return guide.render(
        "source_note.html",
        group=guide.book.group(group) if group else None,
        rules=RULES in guide.meta["sources"],
        sources=page_sources(guide),
        letters=source_letters(guide),
        # A date, or in some site generators its text.
        checked=date.fromisoformat(str(guide.meta["checked"])),
    )


def page_sources(guide: Guide) -> list[Source]:
    """Return the sources in the page's front matter, beside the rules' own text."""
    return [register()[code] for code in guide.meta["sources"] if code != RULES]


def listed(guide: Guide, codes: Iterable[str]) -> list[dict[str, str]]:
    """Return each source's anchor, its name, what of the name to show beside the one before it, and its age.

    Raises:
        ValueError: the page's front matter does not list one of them.
    """
    letters = source_letters(guide)
    found: list[dict[str, str]] = []
    before = ""
    for code in codes:
        if code not in guide.meta["sources"]:
            raise ValueError(f"cited, but not among the page's sources: {code!r}")
        source = None if code == RULES else register()[code]
        publisher = source.publisher(guide.language) if source else guide.word("source.builds")
        letter = letters.get(code, "")
        name = f"{publisher} {letter}".strip()
        dated = source.dated(guide.language) if source else ""
        anchor = f"source-{code.lower()}"
        found.append(
            {"anchor": anchor, "name": name, "shown": letter if publisher == before else name, "dated": dated}
        )
        before = publisher
    return found


def source_letters(guide: Guide) -> dict[str, str]:
    """Return a letter for each of the page's sources that shares its publisher with another of them."""
    sources = page_sources(guide)
    letters: dict[str, str] = {}
    for source in sources:
        same = [each.code for each in sources if each.publisher == source.publisher]
        if len(same) > 1:
            letters[source.code] = _letter(same.index(source.code))
    return letters


def _letter(number: int) -> str:
    """Return a, b … z, aa, ab and so on."""
    before, last = divmod(number, len(ascii_lowercase))
    return (_letter(before - 1) if before else "") + ascii_lowercase[last]
