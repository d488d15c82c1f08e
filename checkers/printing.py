"""A report as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkers.case import Case, cases_of
from checkers.findings import Status
from checkers.plain import plain
from checkers.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checkers.model import Partnership
    from checkers.report import FindingJson, Report, TeamJson
    from checkers.rulebook import Rulebook

__all__ = ["report_text"]

_MARKS: Final = {
    Status.MET: "✓",
    Status.UNMET: "✗",
    Status.UNCLEAR: "≠",
    Status.UNKNOWN: "?",
    Status.NOT_APPLICABLE: "–",
}
#: What is not met but no fault: a warning, a tip, a note.
_MILDER: Final = {"should": "!", "encouraged": "·", "may": "·", "information": "·"}
#: Shown whole; the others are counted.
_TO_DO: Final = (Status.UNMET, Status.UNCLEAR, Status.UNKNOWN)


def report_text(
    report: Report, rulebook: Rulebook, name: str | None = None, partnership: Partnership | None = None
) -> str:
    """Return a report as lines of text; `name` is the file's.

    With the partnership that was checked, the steps of each repair are told too.
    """
    wording = Wording(rulebook, report["language"])
    lines: list[str] = []
    if name is not None:
        verdict = report["verdict"]
        lines.append(f"{name}: {wording.say(f'status.{verdict}')}")
    cases = _cases(report, partnership)
    for team, case in zip(report["teams"], cases, strict=True):
        lines.extend(_team(team, rulebook, wording))
        if case is not None:
            lines.extend(_repair(team, case, rulebook, wording))
    return "\n".join(plain(line) for line in lines)


def _cases(report: Report, partnership: Partnership | None) -> list[Case | None]:
    """Return the teams that a report is about; it leaves out those of components not asked for."""
    if partnership is None:
        return [None] * len(report["teams"])
    checked = {team["component"] for team in report["teams"]}
    return [case for case in cases_of(partnership) if case.team.component in checked]


def _repair(team: TeamJson, case: Case, rulebook: Rulebook, wording: Wording) -> Iterator[str]:
    """Yield the steps of a team's repair, or that the search gave up."""
    steps = team["fix"]
    if steps:
        # Whoever needs no repair does not wait for what tells one.
        from checkers.repair.steps import Step  # noqa: PLC0415
        from checkers.repair.telling import Telling  # noqa: PLC0415

        yield f"  {wording.say('fix.title', number=len(steps))}"
        telling = Telling(case, rulebook, wording)
        for number, step in enumerate(steps, start=1):
            yield f"  {number}. {telling.step(Step.read(step))}"
    elif team.get("fix_limit"):
        yield f"  {wording.say('fix.limit')}"


def _team(team: TeamJson, rulebook: Rulebook, wording: Wording) -> Iterator[str]:
    verdict = Status(team["verdict"])
    component = wording.text(rulebook.group(team["component"]).name)
    yield f"{_MARKS[verdict]} {component}: {wording.say(f'status.{verdict}')}"
    for status in _TO_DO:
        for finding in team["findings"]:
            if finding["status"] == status:
                yield from _finding(finding, wording)
    counts = (
        (status, sum(finding["status"] == status for finding in team["findings"]))
        for status in (Status.MET, Status.NOT_APPLICABLE)
    )
    yield "  " + " · ".join(f"{wording.say(f'status.{status}')}: {number}" for status, number in counts)


def _finding(finding: FindingJson, wording: Wording) -> Iterator[str]:
    strength = wording.say(f"strength.{finding['strength']}")
    yield f"  {_mark(finding)} {finding['title']} [{strength}, {finding['rule']}]"
    yield f"      {finding['message']}"
    if finding["advice"]:
        yield f"      → {finding['advice']}"
    if finding["source"]["quote"]:
        yield f"      {finding['source']['section']}: ”{finding['source']['quote']}”"


def _mark(finding: FindingJson) -> str:
    status = Status(finding["status"])
    return _MILDER.get(finding["strength"], _MARKS[status]) if status is Status.UNMET else _MARKS[status]
