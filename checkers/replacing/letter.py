"""The message to ICLD: the sentences of `letter.toml` with what is known, and blanks for what is not."""

from __future__ import annotations

from functools import cache
from string import Formatter
from typing import TYPE_CHECKING, Final, NamedTuple

from checkers.packaged import packaged_table
from checkers.rulebook.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checkers.rulebook import Text

__all__ = ["Cause", "Letter", "Piece", "Sentence", "load_letter"]

_FILE: Final = "letter.toml"


class Cause(NamedTuple):
    """Why somebody leaves: what the form calls it, and what the letter says."""

    id: str
    label: Text
    sentence: Text


class Piece(NamedTuple):
    """A stretch of the letter; a blank is what somebody has to fill in, in square brackets."""

    text: str
    blank: bool


class Sentence(NamedTuple):
    """One of the letter's sentences, and what is known for its placeholders."""

    name: str
    known: Mapping[str, str | None] = {}


class Letter(NamedTuple):
    """The sentences, the words for blanks, the causes, and how a capacity is written."""

    sentences: Mapping[str, Text]
    blanks: Mapping[str, Text]
    causes: Mapping[str, Cause]
    capacities: Mapping[str, Text]

    def written(
        self, paragraphs: Iterable[Iterable[Sentence]], known: Mapping[str, str | None], language: str
    ) -> list[Piece]:
        """Return the letter: paragraphs of sentences, with what is `known` in all of them."""
        pieces: list[Piece] = []
        for number, paragraph in enumerate(paragraphs):
            if number:
                _add(pieces, "\n\n")
            for place, sentence in enumerate(paragraph):
                if place:
                    _add(pieces, " ")
                self._write(pieces, sentence.name, {**known, **sentence.known}, language)
        return pieces

    def _write(self, pieces: list[Piece], name: str, known: Mapping[str, str | None], language: str) -> None:
        for literal, field in _parts(self._template(name)(language)):
            _add(pieces, literal)
            if field is None:
                continue
            value = _one_line(known.get(field))
            if value:
                _add(pieces, value)
            else:
                pieces.append(Piece(f"[{_at_start(self.blanks[field](language), pieces)}]", blank=True))

    def _template(self, name: str) -> Text:
        cause = self.causes.get(name)
        return cause.sentence if cause else self.sentences[name]


@cache
def load_letter() -> Letter:
    """Return what the message is made of.

    Raises:
        RulebookError: the data is malformed; names the field.
    """
    values = packaged_table(__package__, _FILE)
    # What a sentence can hold is what has a word for its blank.
    whole = Table(values, _FILE, allowed=tuple(values.get("blank", ())))
    letter = Letter(
        sentences=whole.texts("letter"),
        blanks=whole.texts("blank"),
        causes={cause.id: cause for cause in map(_cause, whole.tables("cause"))},
        capacities=whole.texts("capacity"),
    )
    whole.finish()
    return letter


def _cause(table: Table) -> Cause:
    cause = Cause(table.string("id"), table.text("label"), table.text("sentence"))
    table.finish()
    return cause


def _parts(template: str) -> Iterator[tuple[str, str | None]]:
    for literal, field, _, _ in Formatter().parse(template):
        yield literal, field


def _add(pieces: list[Piece], text: str) -> None:
    """Add text that is no blank; what ends with a sentence's own mark takes no second one."""
    last = pieces[-1] if pieces else None
    if last and not last.blank:
        if last.text.endswith((".", "!", "?", "…")):
            text = text.removeprefix(".")
        pieces[-1] = Piece(last.text + text, blank=False)
    elif text:
        pieces.append(Piece(text, blank=False))


def _at_start(words: str, pieces: list[Piece]) -> str:
    """Return words with a capital where they begin a sentence."""
    begins = not pieces or pieces[-1].text.endswith((". ", "\n"))
    return words[:1].upper() + words[1:] if begins else words


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())
