"""Where knowledge ends: texts that part from ICLD's Swedish one, and what that one leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal

from checkers.rulebook import Text
from macros.data_files import read_toml
from macros.sources import listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkers.rulebook import Group, Rule, Rulebook
    from macros.guide import Guide

__all__ = ["Disagreement", "disagreements", "rows", "unknowns"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One matter on which another text says something else."""

    topic: Text
    #: What the Swedish text says: these rules, or else the name of this group.
    rules: tuple[str, ...]
    group: str | None
    #: What the other text says, where the first rule does not tell.
    theirs: Text | None
    sources: tuple[str, ...]


#: What `unknowns` can list, by its name in words.toml: rules of two readings, and those without any words.
_KINDS: Final[dict[str, Callable[[Rule], bool]]] = {
    "readings": lambda rule: rule.readings is not None,
    "silent": lambda rule: not rule.source.quote and rule.readings is None,
}


def disagreements(guide: Guide) -> str:
    """Return a table of what the Swedish text says and what other texts say."""
    return guide.render("disagreements.html", rows=[_seen(guide, row) for row in rows()])


def unknowns(guide: Guide, kind: Literal["readings", "silent"]) -> str:
    """Return the rules that bear two readings, or those on which the text is silent, group by group."""
    groups = [(group, _chosen(group, kind)) for group in guide.book.groups]
    return guide.render("unknowns.html", groups=[each for each in groups if each[1]])


@cache
def rows() -> tuple[Disagreement, ...]:
    """Return every disagreement, in the order the Swedish text presents its matter."""
    table = read_toml("data/disagreements.toml")
    return tuple(_row(entry) for entry in table["row"])


def _row(entry: dict[str, Any]) -> Disagreement:
    theirs = entry.get("theirs")
    return Disagreement(
        topic=Text(**entry["topic"]),
        rules=tuple(entry.get("rules", ())),
        group=entry.get("group"),
        theirs=Text(**theirs) if theirs else None,
        sources=tuple(entry["sources"]),
    )


def _seen(guide: Guide, row: Disagreement) -> dict[str, Any]:
    rules = [guide.book.rule(rule_id) for rule_id in row.rules]
    return {
        "topic": row.topic(guide.language),
        "rules": rules,
        "group": guide.book.group(row.group) if row.group else None,
        "theirs": _theirs(row, guide.book)(guide.language),
        "sources": listed(guide, row.sources),
    }


def _theirs(row: Disagreement, book: Rulebook) -> Text:
    """Return the other text's side, which stands in one place only.

    Raises:
        ValueError: it stands both here and in the rulebook, or in neither.
    """
    ruled = book.rule(row.rules[0]).differs if row.rules else None
    if (ruled is None) == (row.theirs is None):
        raise ValueError(
            f"disagreements.toml: give `theirs` where no rule says it, and there only: {row.rules}"
        )
    return row.theirs or ruled  # type: ignore[return-value] # one of them it is


def _chosen(group: Group, kind: str) -> list[Rule]:
    return [rule for rule in group.rules if _KINDS[kind](rule)]
