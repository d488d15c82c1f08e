"""From where people are to the page they need, in at most two questions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from checkers.rulebook import Text
from macros.data_files import read_toml

if TYPE_CHECKING:
    from macros.guide import Guide

__all__ = ["Answer", "Situation", "all_situations", "parse", "situations"]


@dataclass(frozen=True, slots=True)
class Answer:
    """A way on: what to do, on which page, and the rules behind it."""

    say: Text
    page: str
    rules: tuple[str, ...]
    #: The answer to the situation's question; None where there is no question.
    when: Text | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """Where people are."""

    title: Text
    answers: tuple[Answer, ...]
    question: Text | None = None


def situations(guide: Guide) -> str:
    """Return the situations, each of which opens to its answers; works without a script."""
    return guide.render("situations.html", situations=all_situations())


@cache
def all_situations() -> tuple[Situation, ...]:
    """Return the situations in their order."""
    return parse(read_toml("data/situations.toml"))


def parse(tables: dict[str, Any]) -> tuple[Situation, ...]:
    """Return the situations of a file's tables.

    Raises:
        ValueError: a situation has several answers and no question, or the other way round.
    """
    return tuple(_situation(table) for table in tables["situation"])


def _situation(table: dict[str, Any]) -> Situation:
    answers = tuple(_answer(each) for each in table["answer"])
    question = _text(table, "question")
    if (len(answers) > 1) != (question is not None):
        raise ValueError(f"situations.toml: {table['title']['en']}: a question goes with several answers")
    return Situation(Text(**table["title"]), answers, question)


def _answer(table: dict[str, Any]) -> Answer:
    return Answer(Text(**table["say"]), table["page"], tuple(table["rules"]), _text(table, "when"))


def _text(table: dict[str, Any], name: str) -> Text | None:
    return Text(**table[name]) if name in table else None
