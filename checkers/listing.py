"""The rulebook as text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from checkers.report import SourceJson
from checkers.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checkers.rulebook import Group, Rule, Rulebook

__all__ = ["RuleJson", "RulesJson", "rules_json", "rules_text"]


class RuleJson(TypedDict):
    """One rule in the language asked for; texts are empty where the rule has none."""

    rule: str
    scope: str
    kind: str
    strength: str
    title: str
    explain: str
    question: str
    options: list[str]
    differs: str
    read: str
    source: SourceJson


class RulesJson(TypedDict):
    """The rulebook, or the rules that one component is under."""

    format: str
    rulebook: str
    language: str
    rules: list[RuleJson]


def rules_json(rulebook: Rulebook, language: str, component: str | None = None) -> RulesJson:
    """Return the rules as plain values; with `component`, its own rules alone."""
    return RulesJson(
        format="rules/1",
        rulebook=rulebook.version,
        language=language,
        rules=[_rule(rule, language) for group in _groups(rulebook, component) for rule in group.rules],
    )


def rules_text(rulebook: Rulebook, language: str, component: str | None = None) -> str:
    """Return the rules as lines of text, one a rule, below the names of their groups."""
    wording = Wording(rulebook, language)
    lines: list[str] = []
    for group in _groups(rulebook, component):
        lines.append(f"{group.name(language)} ({rulebook.document}, {group.section}, {group.read})")
        for rule in group.rules:
            lines.append(f"  {wording.say(f'strength.{rule.strength}')}: {rule.title(language)} [{rule.id}]")
            if rule.source.quote:
                lines.append(f"      ”{rule.source.quote}”")
    return "\n".join(lines)


def _groups(rulebook: Rulebook, component: str | None) -> Iterator[Group]:
    yield from (group for group in rulebook.groups if component in (None, group.id))


def _rule(rule: Rule, language: str) -> RuleJson:
    return RuleJson(
        rule=rule.id,
        scope=rule.scope,
        kind=rule.kind,
        strength=rule.strength,
        title=rule.title(language),
        explain=rule.explain(language),
        question=rule.question(language),
        options=[value for value, _ in rule.options],
        differs=rule.differs(language) if rule.differs else "",
        read=rule.source.read.isoformat(),
        source=SourceJson(section=rule.source.section, quote=rule.source.quote, page=rule.source.page),
    )
