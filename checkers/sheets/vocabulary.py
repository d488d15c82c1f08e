"""What people write in a table, and what it means: headings, choices, yes and no, in both languages."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from checkers.packaged import packaged_table
from checkers.rulebook import LANGUAGES, Text, load
from checkers.rulebook.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["BOOLEANS", "Vocabulary", "normal", "vocabulary", "words"]

#: The fields of a participant that are answered by yes or no.
BOOLEANS: Final = ("leading", "employed", "code_of_conduct", "approved")
_PLACEHOLDERS: Final = ("allowed", "field", "limit", "partners", "unclear", "unknown", "unmet", "version")
_NO_WORD: Final = re.compile(r"[^\w]+|_+")


def normal(text: str) -> str:
    """Return a word as it is compared: without capitals, accents, punctuation and extra spaces."""
    bare = "".join(mark for mark in unicodedata.normalize("NFKD", text) if unicodedata.category(mark) != "Mn")
    return _NO_WORD.sub(" ", bare.casefold()).strip()


class Vocabulary(NamedTuple):
    """Normal words and what they stand for."""

    #: A column's heading -> the field.
    headings: Mapping[str, str]
    #: Headings of columns that are never read.
    never: frozenset[str]
    #: Headings of columns that the form has no field for.
    unrelated: frozenset[str]
    #: By field: a word -> the value of the partnership file.
    choices: Mapping[str, Mapping[str, str]]
    booleans: Mapping[str, bool]
    #: A country's name -> its code.
    countries: Mapping[str, str]
    #: Words for an answer that is not known, and for an empty list.
    open: frozenset[str]
    none: frozenset[str]

    def choice(self, field: str, text: str) -> str | None:
        """Return the value that a text stands for in a field with choices, or None."""
        return self.choices[field].get(normal(text))

    def boolean(self, text: str) -> bool | None:
        """Return what a text answers, or None."""
        return self.booleans.get(_answer(text))

    def is_open(self, text: str) -> bool:
        """Does a text say that the answer is not known?"""
        return _answer(text) in self.open

    def is_none(self, text: str) -> bool:
        """Does a text say that a list is empty?"""
        return normal(text) in self.none


@cache
def vocabulary() -> Vocabulary:
    """Return every word that is understood.

    Raises:
        RulebookError: the data is malformed.
    """
    synonyms = _toml("synonyms.toml")
    answers = _toml("words.toml")["answers"]
    form = load().form
    labels = {name: (field.label.sv, field.label.en) for name, field in form.fields.items()}
    headings = {
        normal(heading): name
        for name, known in synonyms["headings"].items()
        for heading in (*known, *labels.get(name, ()), name)
    }
    choices = {
        name: {
            normal(word): choice.value
            for choice in field.choices
            for word in (
                choice.value,
                choice.label.sv,
                choice.label.en,
                *synonyms["values"].get(name, {}).get(choice.value, ()),
            )
        }
        for name, field in form.fields.items()
        if field.choices
    }
    return Vocabulary(
        headings=headings,
        never=frozenset(map(normal, synonyms["never"]["headings"])),
        unrelated=frozenset(map(normal, synonyms["unrelated"]["headings"])),
        choices=choices,
        booleans={_answer(word): said == "yes" for said in ("yes", "no") for word in _both(answers[said])},
        countries={normal(name): code for code, names in synonyms["countries"].items() for name in names},
        open=frozenset(map(_answer, _both(answers["open"]))),
        none=frozenset(map(normal, _both(answers["none"]))),
    )


@cache
def words() -> dict[str, Text]:
    """Return the sentences and names of the spreadsheet by `group.name`; of a list, its first word.

    Raises:
        RulebookError: a text is missing in a language, or its placeholders differ.
    """
    found: dict[str, Text] = {}
    for group, texts in _toml("words.toml").items():
        one = {
            key: {language: _first(said[language]) for language in LANGUAGES} for key, said in texts.items()
        }
        table = Table({group: one}, "words.toml", allowed=_PLACEHOLDERS)
        found |= {f"{group}.{key}": text for key, text in table.texts(group).items()}
    return found


def _answer(text: str) -> str:
    """Return an answer as it is compared; one without letters or digits, as a tick, is kept."""
    return normal(text) or text.strip()


def _both(said: Mapping[str, Iterable[str]]) -> list[str]:
    return [word for language in LANGUAGES for word in said[language]]


def _first(said: str | list[str]) -> str:
    return said if isinstance(said, str) else said[0]


def _toml(name: str) -> dict[str, Any]:
    return packaged_table(__package__, name)
