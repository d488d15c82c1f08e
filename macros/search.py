"""What the search knows beside the pages' own text: what readers call things, and what they ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from checkers.methods import load
from macros.data_files import read_toml
from macros.glossary import terms

__all__ = ["Asked", "asked_of", "ignored_words", "synonyms"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What readers ask of a page."""

    #: Words and short questions in the page's language; nobody reads them.
    phrases: tuple[str, ...] = ()
    #: How much an answer of this page counts: a page that names all stands back for those that explain it.
    weight: float = 1


def asked_of(address: str, language: str) -> Asked:
    """Return what readers ask of the page at an address below its language's root."""
    table = _data("questions").get(address)
    if table is None:
        return Asked()
    phrases = (" ".join(phrase.split()) for phrase in table[language].split(","))
    return Asked(tuple(filter(None, phrases)), table.get("weight", 1))


def synonyms(language: str) -> list[list[str]]:
    """Return groups of words or phrases, each group for one thing."""
    everyday = [group[language] for group in _data("synonyms")["group"]]
    names = [[*term.word(language).split(", "), *term.also[language]] for term in terms()]
    methods = [[each.name(language), *(other.name for other in each.also)] for each in load().values()]
    return [group for group in (*everyday, *names, *methods) if len(group) > 1]


def ignored_words(language: str) -> list[str]:
    """Return the words of a question that every page could answer."""
    words: str = _data("synonyms")["ignored"][language]
    return words.split()


def _data(name: str) -> dict[str, Any]:
    return read_toml(f"data/search/{name}.toml")
