"""The command line: check files, write participant forms, list the rules."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkers.arguments import SUMMARIES, parser
from checkers.faults import UnusableDocument
from checkers.findings import Status
from checkers.inputs import are_several, expanded, read_bytes
from checkers.listing import rules_json, rules_text
from checkers.plain import plain
from checkers.printing import report_text
from checkers.rulebook import load
from checkers.service import check_opened, fault_lines, read_file

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from checkers.model import Partnership
    from checkers.report import Report

__all__ = ["main"]

#: Exit statuses of the contract; 2 is also that of wrong usage.
ALL_MET: Final = 0
SOME_UNMET: Final = 1
UNUSABLE: Final = 2
UNDECIDED: Final = 3
#: What a shell reports of a command that was interrupted.
INTERRUPTED: Final = 130
#: What a participant form can be written as.
_FORMS: Final = (".xlsx", ".csv")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit status."""
    options = _options(arguments)
    _speak_utf8()
    try:
        match options.command:
            case "rules":
                status = _rules(options.component, options.language, options.format)
            case "form":
                status = _form(options.file, Path(options.to), options.language)
            case _:
                status = _check(options)
        # Here rather than when Python ends, so that output nobody takes is noticed while it can be answered.
        print(end="", flush=True)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has stopped; nothing is left to say.
        _drop_output()
        return UNUSABLE
    except OSError as error:
        _drop_output()
        print(f"team-check: {error.strerror}", file=sys.stderr)
        return UNUSABLE
    return status


def _drop_output() -> None:
    """Let what is still to be written go nowhere: Python would try once more when it ends, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the arguments; where they do not fit together, say so as of any other wrong usage."""
    whole = parser()
    options = whole.parse_args(arguments)
    if options.command == "form" and not options.to.lower().endswith(_FORMS):
        whole.error(f"--to must end in {' or '.join(_FORMS)}")
    if options.command == "check" and (options.to is not None) != (options.summary == SUMMARIES[-1]):
        whole.error(f"--to belongs to --summary {SUMMARIES[-1]}, which needs it")
    return options


def _check(options: argparse.Namespace) -> int:
    statuses: set[int] = set()
    if options.summary:
        # The page's checks, and those of one file, do not wait for this.
        from checkers.batch import summarise  # noqa: PLC0415

        try:
            summarise(_outcomes(options, statuses), options.summary, options.to, options.language)
        except UnusableDocument as error:
            _print_faults(options.to, error, options.language)
            return UNUSABLE
    else:
        several = are_several(options.files)
        partnerships: list[Partnership] = []
        for name, outcome in _outcomes(options, statuses, partnerships):
            if isinstance(outcome, UnusableDocument):
                _print_faults(name, outcome, options.language)
            else:
                _print_report(outcome, name if several else None, options.format, partnerships.pop())
    # The worst that happened to any file: unusable, then unmet, then undecided.
    return next((status for status in (UNUSABLE, SOME_UNMET, UNDECIDED) if status in statuses), ALL_MET)


def _outcomes(
    options: argparse.Namespace, statuses: set[int], checked: list[Partnership] | None = None
) -> Iterator[tuple[str, Report | UnusableDocument]]:
    """Yield each file's report, or why there is none, one at a time; add to the exit statuses.

    What was checked is put last in `checked` before its report is yielded.
    """
    for name in expanded(options.files):
        try:
            opened = read_file(*read_bytes(name), options.language)
            for place, message in opened.unread:
                print(plain(f"{name}: {place}: {message}"), file=sys.stderr)
            report = check_opened(opened, options.language, options.component, fix=not options.summary)
        except UnusableDocument as error:
            statuses.add(UNUSABLE)
            yield name, error
        else:
            statuses.add(_exit_status(report))
            if checked is not None:
                checked.append(opened.partnership)
            yield name, report


def _form(name: str, to: Path, language: str) -> int:
    # Only those who write a form need what writes it.
    from checkers.sheets.saving import form_file  # noqa: PLC0415

    try:
        opened = read_file(*read_bytes(name), language)
        file = form_file(opened.partnership, language, to.suffix.lower().removeprefix("."))
    except UnusableDocument as error:
        _print_faults(name, error, language)
        return UNUSABLE
    to.write_bytes(file.data)
    if file.lacks:
        print(file.lacks, file=sys.stderr)
    return ALL_MET


def _print_faults(name: str, error: UnusableDocument, language: str) -> None:
    for path, message in fault_lines(error, language):
        print(plain(f"{name}: {path}: {message}"), file=sys.stderr)


def _print_report(report: Report, name: str | None, form: str, partnership: Partnership) -> None:
    if form == "text":
        print(report_text(report, load(), name, partnership))
    elif name is None:
        print(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        print(json.dumps({"file": name, **report}, ensure_ascii=False))


def _exit_status(report: Report) -> int:
    match report["verdict"]:
        case Status.MET:
            return ALL_MET
        case Status.UNMET:
            return SOME_UNMET
        case _:
            return UNDECIDED


def _rules(component: str | None, language: str, form: str) -> int:
    rulebook = load()
    if form == "json":
        print(json.dumps(rules_json(rulebook, language, component), ensure_ascii=False, indent=2))
    else:
        print(rules_text(rulebook, language, component))
    return ALL_MET


def _speak_utf8() -> None:
    """Write UTF-8 whatever the terminal's own encoding: names may hold any letter.

    A byte of a file's name that is no text is written as JSON writes it, so that the name can be read back.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
