"""The guide's words: one English word for each Swedish one, what it means, and what to call it instead of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from checkers.rulebook import LANGUAGES, Text
from macros.data_files import read_toml
from macros.words import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from macros.guide import Guide

__all__ = ["Apart", "Term", "glossary", "terms", "words_apart"]

#: Whose the English word is.
_STATUSES: Final = ("icld", "icld-older", "common", "ours")
_GROUPS: Final = ("programme", "people", "papers", "aims", "methods")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One word of the guide, in both languages."""

    id: str
    group: str
    word: Text
    explain: Text
    status: str
    #: The code of the text where the English word was read; empty where the word is ours.
    source: str
    #: Where the guide says more, relative to a language's root.
    page: str
    #: How much a page needs the word explained where it is first used: 1 most, 0 never.
    tip: int
    #: By language: other names, inflections, and patterns of what the guide never says instead.
    also: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, tuple[str, ...]]
    avoid: Mapping[str, tuple[str, ...]]

    @property
    def anchor(self) -> str:
        """The id of the term's paragraph in the glossary."""
        return f"term-{self.id}"


@dataclass(frozen=True, slots=True)
class Apart:
    """Words that are easily taken for each other."""

    words: Mapping[str, tuple[str, ...]]
    why: Text


def glossary(guide: Guide) -> str:
    """Return every term in both languages, in the order of the page's language."""
    found = sorted(terms(), key=lambda term: sort_key(term.word(guide.language), guide.language))
    by_letter = groupby(found, key=lambda term: term.word(guide.language)[0].upper())
    letters = [(letter, list(group)) for letter, group in by_letter]
    return guide.render("glossary.html", letters=letters, other=_other(guide.language))


def words_apart(guide: Guide) -> str:
    """Return the words to keep apart, with the difference between them."""
    return guide.render("words_apart.html", pairs=_data()[1])


def terms() -> tuple[Term, ...]:
    """Return every term, in the order of the data."""
    return _data()[0]


def _other(language: str) -> str:
    return next(other for other in LANGUAGES if other != language)


@cache
def _data() -> tuple[tuple[Term, ...], tuple[Apart, ...]]:
    tables = read_toml("data/glossary.toml")
    pairs = tuple(Apart(_lists(entry["words"]), Text(**entry["why"])) for entry in tables["apart"])
    return tuple(map(_term, tables["term"])), pairs


def _term(entry: dict[str, Any]) -> Term:
    return Term(
        id=entry["id"],
        group=_one_of(_GROUPS, entry, "group"),
        word=Text(sv=entry["sv"], en=entry["en"]),
        explain=Text(**entry["explain"]),
        status=_one_of(_STATUSES, entry, "status"),
        source=entry.get("source", ""),
        page=entry["page"],
        tip=entry.get("tip", 0),
        also=_lists(entry.get("also", {})),
        forms=_lists(entry.get("forms", {})),
        avoid=_lists(entry.get("avoid", {})),
    )


def _one_of(allowed: Iterable[str], entry: dict[str, Any], key: str) -> str:
    value = entry[key]
    if value not in allowed:
        raise ValueError(f"{entry['id']}: {key} {value!r}, not one of {', '.join(allowed)}")
    return str(value)


def _lists(table: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {language: tuple(table.get(language, ())) for language in LANGUAGES}
