"""The visit planner as the build renders it: the five points on paper, and what the script has to know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checkers.rulebook import COMPONENTS, Question
from macros.checker import settings
from macros.interface import interface
from macros.planner_example import example
from macros.scripts import embedded, modules_of

if TYPE_CHECKING:
    from checkers.rulebook import Rule
    from macros.guide import Guide

__all__ = ["points", "visit_planner"]

_WORDS = "planner.toml"
_ENTRY = "visit-planner.js"


def visit_planner(guide: Guide) -> str:
    """Return the planner of a visit; without a script, its points to fill in by hand."""
    words = interface(guide.language, _WORDS)
    return guide.render(
        "planner.html",
        words=words,
        assets=guide.asset("checker/"),
        modules=modules_of(_ENTRY),
        entry=_ENTRY,
        points=points(guide),
        settings=embedded(_settings(guide, words)),
    )


def points(guide: Guide) -> list[Rule]:
    """Return the rules that a plan answers by what is written in it, in the rulebook's order."""
    rules = guide.book.group("exchange").rules
    return [rule for rule in rules if isinstance(rule.spec, Question) and rule.spec.written]


def _settings(guide: Guide, words: dict[str, str]) -> dict[str, Any]:
    everything = settings(guide, COMPONENTS)
    # The planner asks nothing about the team itself, and shows an example of its own.
    components = [
        each | {"questions": [], "fields": [], "example": None} for each in everything["components"]
    ]
    return everything | {
        "components": components,
        "words": everything["words"] | words,
        "plan": {
            "points": [_point(rule, words) for rule in points(guide)],
            "example": example(guide.language),
        },
    }


def _point(rule: Rule, words: dict[str, str]) -> dict[str, Any]:
    written = rule.spec.written if isinstance(rule.spec, Question) else ()
    return {"id": rule.id, "name": words[f"plan.name.{rule.id}"], "texts": written}
