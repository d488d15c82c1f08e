"""The method chooser as the build renders it: what the script asks, says and cites."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from checkers.methods import load, load_questions
from macros.interface import interface
from macros.scripts import embedded, modules_of
from macros.sources import listed

if TYPE_CHECKING:
    from checkers.methods import Method, Question
    from macros.guide import Guide

__all__ = ["method_chooser"]

_WORDS: Final = "chooser.toml"
_ENTRY: Final = "method-chooser.js"
#: What it says in the checker's words.
_SHARED: Final = ("answer.", "engine.")


def method_chooser(guide: Guide) -> str:
    """Return the method chooser; without a script, a sentence that leads to the table."""
    words = interface(guide.language, _WORDS)
    return guide.render(
        "method_chooser.html",
        words=words,
        assets=guide.asset("checker/"),
        modules=modules_of(_ENTRY),
        entry=_ENTRY,
        settings=embedded(_settings(guide, words)),
    )


def _settings(guide: Guide, words: dict[str, str]) -> dict[str, Any]:
    questions = load_questions()
    shared = {key: word for key, word in interface(guide.language).items() if key.startswith(_SHARED)}
    judgements = {f"judgement.{key}": text(guide.language) for key, text in questions.judgements.items()}
    codes = sorted({code for method in load().values() for code in _codes(method)})
    return {
        "language": guide.language,
        "root": guide.up,
        "mostPeople": questions.most_people,
        "words": shared | judgements | words,
        "questions": [_question(guide, question) for question in questions.asked],
        "sources": {
            code: {"name": source["name"], "href": f"#{source['anchor']}"}
            for code, source in zip(codes, listed(guide, codes), strict=True)
        },
    }


def _question(guide: Guide, question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "label": question.label(guide.language),
        "short": question.short(guide.language),
        "hint": question.hint(guide.language) if question.hint else "",
        "choices": [(choice.id, choice.label(guide.language)) for choice in question.choices],
    }


def _codes(method: Method) -> set[str]:
    """Return the sources of what the chooser may say about a method."""
    found = {*method.stay.sources, *(method.size.sources if method.size else ())}
    found |= {code for served in method.goals for code in served.sources}
    return found | {code for way in method.directions.values() for code in way.sources}
