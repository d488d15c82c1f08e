"""The command line: check partnership files, list the rules."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from checkers.faults import Fault, UnusableDocument
from checkers.findings import Status
from checkers.listing import rules_json, rules_text
from checkers.plain import plain
from checkers.printing import report_text
from checkers.rulebook import COMPONENTS, LANGUAGES, load
from checkers.service import FILE_TYPES, check_file, fault_lines
from checkers.strict_json import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkers.report import Report

__all__ = ["main"]

#: Exit statuses of the contract; 2 is also argparse's for wrong usage.
ALL_MET: Final = 0
SOME_UNMET: Final = 1
UNUSABLE: Final = 2
UNDECIDED: Final = 3
#: What a shell reports of a command that was interrupted.
INTERRUPTED: Final = 130

_STANDARD_INPUT: Final = "-"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit status."""
    options = _parser().parse_args(arguments)
    _speak_utf8()
    try:
        if options.command == "rules":
            status = _rules(options.component, options.language, options.format)
        else:
            status = _check(options.files, options.component, options.language, options.format)
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


def _check(files: Sequence[str], component: str | None, language: str, form: str) -> int:
    statuses: set[int] = set()
    for name in files:
        try:
            report = check_file(*_read(name), language, component)
        except UnusableDocument as error:
            for path, message in fault_lines(error, language):
                print(plain(f"{name}: {path}: {message}"), file=sys.stderr)
            statuses.add(UNUSABLE)
            continue
        _print_report(report, name if len(files) > 1 else None, form)
        statuses.add(_exit_status(report))
    # The worst that happened to any file: unusable, then unmet, then undecided.
    return next((status for status in (UNUSABLE, SOME_UNMET, UNDECIDED) if status in statuses), ALL_MET)


def _read(name: str) -> tuple[str, bytes]:
    """Return a file's name and bytes, never many more than may be used.

    Raises:
        UnusableDocument: the file cannot be opened or read.
    """
    try:
        if name == _STANDARD_INPUT:
            # By its number: Python gives a standard input that is closed no name.
            with open(0, "rb", closefd=False) as file:
                return f"-{FILE_TYPES[0]}", file.read(MAX_BYTES + 1)
        with Path(name).open("rb") as file:
            return name, file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # a ValueError where the name itself holds a null character
        raise UnusableDocument(Fault("$", "cannot_open", {})) from error


def _print_report(report: Report, name: str | None, form: str) -> None:
    if form == "text":
        print(report_text(report, load(), name))
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


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="team-check", description="Check the teams of a municipal partnership against the rules."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="check partnership files", description=_CHECK_HELP)
    check.add_argument("files", nargs="+", metavar="FILE", help="a .json file, or - for standard input")
    rules = commands.add_parser("rules", help="list the rules")
    for command in (check, rules):
        command.add_argument("--component", choices=COMPONENTS, metavar="ID", help=", ".join(COMPONENTS))
        command.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
        command.add_argument("--format", choices=("text", "json"), default="text")
    return parser


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one line."""

    def error(self, message: str) -> NoReturn:
        """Print the fault and how to get help, and leave."""
        self.exit(UNUSABLE, f"{self.prog}: {message} (see {self.prog} --help)\n")


_CHECK_HELP: Final = (
    "Exit status: 0 where every verdict is met, 1 where one is unmet, "
    "3 where none is unmet but one is unclear or unknown, 2 for unusable input."
)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the terminal's own encoding: names may hold any letter.

    A byte of a file's name that is no text is written as JSON writes it, so that the name can be read back.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
