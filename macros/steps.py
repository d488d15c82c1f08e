"""The way through a replacement: who does what, in which order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from checkers.rulebook import Rule
    from macros.guide import Guide

__all__ = ["Step", "replacement_steps", "steps"]

#: Who acts, the sign of the step, and the rules it consists of; rules of one step are done together.
_STEPS: Final = (
    ("team", "letter", ("replacement.justified", "replacement.proposal")),
    ("icld", "decision", ("replacement.approved",)),
    ("team", "form", ("replacement.new-form",)),
    ("team", "check", ("replacement.recheck",)),
)


@dataclass(frozen=True, slots=True)
class Step:
    """One step and who takes it."""

    actor: str
    sign: str
    rules: tuple[Rule, ...]


def replacement_steps(guide: Guide) -> str:
    """Return the steps of a replacement, each with who takes it."""
    return guide.render("steps.html", steps=steps(guide))


def steps(guide: Guide) -> list[Step]:
    """Return the steps in order."""
    return [
        Step(actor, sign, tuple(guide.book.rule(rule_id) for rule_id in rule_ids))
        for actor, sign, rule_ids in _STEPS
    ]
