"""Rules as HTML: cards, an overview table, a checklist, and the key to their strengths."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkers.rulebook.model import STRENGTHS, TOPICS

if TYPE_CHECKING:
    from checkers.rulebook import Rule
    from macros.guide import Guide

__all__ = ["asked", "checklist", "rule_table", "rules", "strength_key"]

#: The strengths that ask something of a team.
_DEMANDS: Final = ("must", "should")


def rules(guide: Guide, group: str, topic: str) -> str:
    """Return the rules of a group on one topic, each with its anchor.

    Raises:
        KeyError: no such group.
        ValueError: no such topic, or the group has no rule on it.
    """
    if topic not in TOPICS:
        raise ValueError(f"no topic {topic!r}: choose from {', '.join(TOPICS)}")
    found = [rule for rule in guide.book.group(group).rules if rule.topic == topic]
    if not found:
        raise ValueError(f"no rule in {group!r} on topic {topic!r}")
    return guide.render("rules.html", rules=found)


def asked(guide: Guide, rule_id: str) -> str:
    """Return the number a rule asks for.

    Raises:
        KeyError: no such rule.
        ValueError: the rule asks for no number.
    """
    number = guide.book.rule(rule_id).asked(guide.language)
    if not number:
        raise ValueError(f"{rule_id!r} asks for no number")
    return number


def rule_table(guide: Guide, group: str) -> str:
    """Return a group's demands in a table, each a link to its paragraph."""
    return guide.render("rule_table.html", rules=_demands(guide, group))


def checklist(guide: Guide, group: str) -> str:
    """Return a group's demands as a list of boxes to tick on paper."""
    return guide.render("checklist.html", rules=_demands(guide, group))


def strength_key(guide: Guide) -> str:
    """Return what each strength means."""
    return guide.render("strength_key.html", strengths=STRENGTHS)


def _demands(guide: Guide, group: str) -> list[Rule]:
    return [rule for rule in guide.book.group(group).rules if rule.strength in _DEMANDS]
