"""The sheet of the verdict: each rule on each subject, with what was found and where it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkers.case import Case
from checkers.engine import evaluate
from checkers.rulebook import load
from checkers.sheets.speech import Speech
from checkers.sheets.tables import COLUMNS, Sheet
from checkers.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checkers.model import Partnership, Team

__all__ = ["verdict_sheet"]

#: What asks for something first, what is in order last.
_ORDER = ("unmet", "unclear", "unknown", "met", "not_applicable")


def verdict_sheet(
    partnership: Partnership, teams: Iterable[tuple[str, Team]], title: str, language: str
) -> Sheet:
    """Return the verdict on each team, in the order of what is left to do."""
    speech = Speech(language)
    found = [row for name, team in teams for row in _rows(name, Case(partnership, team), language)]
    return Sheet(
        kind="verdict",
        name=speech.say("sheets.verdict"),
        title=f"{title} · {speech.say('file.verdict_title')}",
        columns=tuple(speech.column(key, {}) for key in COLUMNS["verdict"]),
        rows=tuple(row for row, _ in found),
        tones=tuple(tone for _, tone in found),
    )


def _rows(name: str, case: Case, language: str) -> Iterator[tuple[tuple[str | None, ...], str]]:
    wording = Wording(load(), language)
    findings = evaluate(case, load())
    for finding in sorted(findings, key=lambda finding: _ORDER.index(finding.status)):
        rule, said = finding.rule, wording.finding(finding, case)
        row = (
            name,
            said.title,
            wording.subject(finding.subject, case),
            wording.say(f"status.{finding.status}"),
            said.message,
            said.advice or None,
            wording.say(f"strength.{rule.strength}"),
            rule.source.section,
            rule.source.quote or None,
            rule.source.page,
        )
        yield row, finding.status
