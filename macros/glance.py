"""A component in one glance: who, how long, what must be in place, which visits, and what comes out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from macros.data_files import read_toml

if TYPE_CHECKING:
    from checkers.rulebook import Rule
    from macros.guide import Guide

__all__ = ["QUESTIONS", "emphasised", "glance", "glance_rules"]

#: What the box answers, in this order.
QUESTIONS: Final = ("who", "time", "first", "visits", "result")


@cache
def glance_rules() -> dict[str, dict[str, list[str]]]:
    """Return the ids of the rules that answer each question, by component."""
    return read_toml("data/glance.toml")


def glance(guide: Guide, component: str) -> str:
    """Return the box that answers a component's first questions, each answer a link to its rule.

    Raises:
        KeyError: no such component, or its box names a rule that does not exist.
    """
    chosen = glance_rules()[component]
    rows = [(name, [guide.book.rule(rule_id) for rule_id in chosen[name]]) for name in QUESTIONS]
    return guide.render("glance.html", rows=rows, emphasised=emphasised)


def emphasised(rule: Rule, language: str) -> Markup:
    """Return a rule's title with the number it asks for in strong type, where the title says it."""
    title = rule.title(language)
    for amount in (rule.asked_who(language), rule.asked(language)):
        start = title.lower().find(amount.lower()) if amount else -1
        if start >= 0:
            end = start + len(amount)
            return Markup("{}<strong>{}</strong>{}").format(title[:start], title[start:end], title[end:])
    return escape(title)
