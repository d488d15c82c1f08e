"""Many files in one table: a line for each team, and for each file that cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from checkers.findings import Status
from checkers.plain import plain
from checkers.rulebook import load
from checkers.sheets.speech import Speech
from checkers.sheets.tables import SUMMARY_COLUMNS, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checkers.report import Report, TeamJson

__all__ = ["Line", "lines_of", "summary_json", "summary_sheet", "summary_text", "unusable_line"]

#: What a file is called that cannot be used: beside the verdicts, it is none of them.
UNUSABLE: Final = "unusable"
_FIRST: Final = 3
_COUNTED: Final = (Status.UNMET, Status.UNCLEAR, Status.UNKNOWN)


class Line(NamedTuple):
    """One team, or a file that has none; `first` says what to correct first."""

    file: str
    component: str | None
    verdict: str
    unmet: int
    unclear: int
    unknown: int
    first: tuple[str, ...]


def lines_of(file: str, report: Report) -> Iterator[Line]:
    """Yield a line for each team of a file."""
    for team in report["teams"]:
        unmet, unclear, unknown = (_musts(team, status) for status in _COUNTED)
        first = tuple(dict.fromkeys([*unmet, *unclear, *unknown]))[:_FIRST]
        counts = (len(unmet), len(unclear), len(unknown))
        yield Line(file, team["component"], team["verdict"], *counts, first)
    if not report["teams"]:
        nothing = Speech(report["language"]).say("summary.no_team")
        yield Line(file, None, report["verdict"], 0, 0, 0, (nothing,))


def unusable_line(file: str, faults: Sequence[tuple[str, str]]) -> Line:
    """Return the line of a file that cannot be used, with its first faults."""
    said = tuple(f"{path}: {message}" for path, message in faults[:_FIRST])
    return Line(file, None, UNUSABLE, 0, 0, 0, said)


def summary_text(line: Line, language: str) -> str:
    """Return a line for a terminal."""
    speech = Speech(language)
    parts = [line.file, speech.component(line.component) if line.component else None, _verdict(line, speech)]
    said = ": ".join(part for part in parts if part)
    if line.component:
        counts = {"unmet": line.unmet, "unclear": line.unclear, "unknown": line.unknown}
        said += f" ({speech.say('summary.counts').format(**counts)})"
    return plain(" – ".join([said, *line.first[:1]]))


def summary_json(line: Line) -> dict[str, Any]:
    """Return a line as JSON values."""
    return {key: getattr(line, key) for key in SUMMARY_COLUMNS}


def summary_sheet(lines: Iterable[Line], language: str) -> Sheet:
    """Return the lines as a table."""
    speech, found = Speech(language), tuple(lines)
    return Sheet(
        kind="summary",
        name=speech.say("summary.name"),
        title=speech.say("summary.title").format(version=load().version),
        columns=tuple(speech.column(key, {}) for key in SUMMARY_COLUMNS),
        rows=tuple(_row(line, speech) for line in found),
        tones=tuple(line.verdict for line in found),
    )


def _row(line: Line, speech: Speech) -> tuple[str | None, ...]:
    counts = (line.unmet, line.unclear, line.unknown)
    return (
        line.file.encode("utf-8", "replace").decode("utf-8"),
        speech.component(line.component) if line.component else None,
        _verdict(line, speech),
        *(str(count) if line.component else None for count in counts),
        "\n".join(line.first) or None,
    )


def _verdict(line: Line, speech: Speech) -> str:
    if line.verdict == UNUSABLE:
        return speech.say("summary.unusable")
    return load().phrases[f"status.{line.verdict}"](speech.language)


def _musts(team: TeamJson, status: Status) -> list[str]:
    return [
        finding["title"]
        for finding in team["findings"]
        if finding["strength"] == "must" and finding["status"] == status
    ]
