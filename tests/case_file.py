"""Reads tests/cases: what a case changes in a valid team, and what the rule must then say.

A case file is named for its rule. Each `[[case]]` has a sentence as its name and either `status`, which
every finding of the rule must have, or `expect`, status by subject (`se`, `team`, `person 0`, `visit 0`).
The rest says how the team differs from the valid one; the text "blank" stands for a field left empty.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.teams import ABROAD, COMPONENTS, HOME, Draft, team

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["CASES", "Case", "read_cases", "subject_of"]

CASES: Final = Path(__file__).parent / "cases"

#: The component on which the rules that all components share are tried.
_SHARED: Final = {"exchange": "project", "participants": "inception", "replacement": "inception"}
_BLANK: Final = "blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One team and what a rule says of it."""

    rule: str
    name: str
    document: dict[str, Any]
    expected: str | dict[str, str]
    boundary: bool

    @property
    def statuses(self) -> set[str]:
        """The statuses that this case shows."""
        return {self.expected} if isinstance(self.expected, str) else set(self.expected.values())


def read_cases(file: Path) -> list[Case]:
    """Read the cases of one rule."""
    return [_case(file.stem, values) for values in tomllib.loads(file.read_text("utf-8"))["case"]]


def subject_of(finding: dict[str, Any]) -> str:
    """Say whom a finding is about, in the words of a case's `expect`."""
    if finding["participant"] is not None:
        return f"person {finding['participant']}"
    if finding["visit"] is not None:
        return f"visit {finding['visit']}"
    return finding["partner"] or "team"


def _case(rule: str, values: dict[str, Any]) -> Case:
    group = rule.partition(".")[0]
    name, boundary = values.pop("name"), values.pop("boundary", False)
    expected = values.pop("status", None) or values.pop("expect")
    draft = team(values.pop("component", _SHARED.get(group, group)))
    for key, change in values.items():
        _CHANGES[key](draft, _unblank(change))
    return Case(rule=rule, name=name, document=draft.document, expected=expected, boundary=boundary)


def _unblank(value: Any) -> Any:
    match value:
        case dict():
            return {key: _unblank(inner) for key, inner in value.items()}
        case list():
            return [_unblank(inner) for inner in value]
        case _:
            return None if value == _BLANK else value


def _people(partner: str | None) -> Callable[[Draft, list[str]], object]:
    return lambda draft, descriptions: draft.people(partner, *descriptions)


def _each(method: Callable[..., object]) -> Callable[[Draft, list[dict[str, Any]]], object]:
    return lambda draft, items: [method(draft, **item) for item in items]


def _answer(draft: Draft, answers: dict[str, Any]) -> None:
    for rule, value in answers.items():
        draft.answer(rule, value)


def _place(draft: Draft, partners: dict[str, dict[str, Any]]) -> None:
    for partner, values in partners.items():
        draft.place(partner, **values)


def _beside(component: str) -> Callable[[Draft, dict[str, Any]], object]:
    return lambda draft, changes: draft.beside(team(component), **changes)


_CHANGES: Final[dict[str, Callable[[Draft, Any], object]]] = {
    "both": lambda draft, descriptions: draft.both(*descriptions),
    HOME: _people(HOME),
    ABROAD: _people(ABROAD),
    "bw": _people("bw"),
    "external": _people(None),
    "opposition": lambda draft, partners: draft.opposition(**partners),
    "place": _place,
    "dates": lambda draft, days: draft.dates(**days),
    "answers": _answer,
    "visits": _each(Draft.visit),
    "replacements": _each(Draft.replacement),
    **{f"{component}-team": _beside(component) for component in COMPONENTS},
}
