"""What came of one file: what a command prints of it, and with which exit status. The same in any process."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from checkers.faults import Fault, UnusableDocument
from checkers.findings import Status
from checkers.inputs import read_bytes
from checkers.plain import plain
from checkers.rulebook import load
from checkers.service import check_opened, fault_lines, read_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkers.model import Partnership
    from checkers.report import Report
    from checkers.summary import Line

__all__ = ["ALL_MET", "SOME_UNMET", "UNDECIDED", "UNUSABLE", "Outcome", "Wish", "outcome_of", "unusable"]

#: Exit statuses of the contract; 2 is also that of wrong usage.
ALL_MET: Final = 0
SOME_UNMET: Final = 1
UNUSABLE: Final = 2
UNDECIDED: Final = 3


class Wish(NamedTuple):
    """What is asked of every file."""

    language: str
    component: str | None = None
    #: How a report is printed: `text` or `json`.
    format: str = "text"
    #: Is this one of several files? Then its name stands with its report.
    several: bool = False
    #: In place of the report, a line for each team: `text`, `jsonl`, or `xlsx` for a table.
    summary: str | None = None


class Outcome(NamedTuple):
    """What is said of one file."""

    name: str
    status: int
    #: For standard output and standard error, each line with its end.
    out: str = ""
    err: str = ""
    #: For a table of all files.
    lines: tuple[Line, ...] = ()


def outcome_of(name: str, wish: Wish) -> Outcome:
    """Check a file and say what came of it; of a file that cannot be used too."""
    try:
        opened = read_file(*read_bytes(name), wish.language)
        report = check_opened(opened, wish.language, wish.component, fix=wish.summary is None)
    except UnusableDocument as error:
        return unusable(name, error, wish)
    except MemoryError:
        return unusable(name, UnusableDocument(Fault("$", "ended", {})), wish)
    err = _ended(plain(f"{name}: {place}: {message}") for place, message in opened.unread)
    if wish.summary is not None:
        out, lines = _summed_up(_summary_lines(name, report), wish)
    else:
        out, lines = f"{_shown(name, report, opened.partnership, wish)}\n", ()
    return Outcome(name, _exit_status(report), out, err, lines)


def unusable(name: str, error: UnusableDocument, wish: Wish) -> Outcome:
    """Say why a file cannot be used, a line a fault."""
    faults = fault_lines(error, wish.language)
    err = _ended(plain(f"{name}: {path}: {message}") for path, message in faults)
    if wish.summary is None:
        return Outcome(name, UNUSABLE, err=err)
    # Only a summary needs the words of the spreadsheets.
    from checkers.summary import unusable_line  # noqa: PLC0415

    out, lines = _summed_up((unusable_line(name, faults),), wish)
    return Outcome(name, UNUSABLE, out, err, lines)


def _shown(name: str, report: Report, partnership: Partnership, wish: Wish) -> str:
    if wish.format == "text":
        # Whoever asks for JSON does not wait for what tells the steps of a repair.
        from checkers.printing import report_text  # noqa: PLC0415

        return report_text(report, load(), name if wish.several else None, partnership)
    if wish.several:
        return json.dumps({"file": name, **report}, ensure_ascii=False)
    return json.dumps(report, ensure_ascii=False, indent=2)


def _summary_lines(name: str, report: Report) -> tuple[Line, ...]:
    # Only a summary needs the words of the spreadsheets.
    from checkers.summary import lines_of  # noqa: PLC0415

    return tuple(lines_of(name, report))


def _summed_up(lines: tuple[Line, ...], wish: Wish) -> tuple[str, tuple[Line, ...]]:
    """Return the lines as text to print, or where they are meant for a table, themselves."""
    # Only a summary needs the words of the spreadsheets.
    from checkers.summary import summary_json, summary_text  # noqa: PLC0415

    match wish.summary:
        case "text":
            return _ended(summary_text(line, wish.language) for line in lines), ()
        case "jsonl":
            return _ended(json.dumps(summary_json(line), ensure_ascii=False) for line in lines), ()
        case _:
            return "", lines


def _ended(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _exit_status(report: Report) -> int:
    match report["verdict"]:
        case Status.MET:
            return ALL_MET
        case Status.UNMET:
            return SOME_UNMET
        case _:
            return UNDECIDED
