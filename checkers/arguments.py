"""What can be written on the command line."""

from __future__ import annotations

import argparse
from typing import Final, NoReturn

from checkers.rulebook import COMPONENTS, LANGUAGES

__all__ = ["SUMMARIES", "WRONG_USAGE", "parser"]

#: The sorts of summary; the last is a file, and needs a name.
SUMMARIES: Final = ("text", "jsonl", "xlsx")
WRONG_USAGE: Final = 2
_CHECK_HELP: Final = (
    "Exit status: 0 where every verdict is met, 1 where one is unmet, "
    "3 where none is unmet but one is unclear or unknown, 2 for unusable input."
)
_FILES_HELP: Final = (
    "a .json, .xlsx or .csv file, a folder with all such files in it, or - for JSON on standard input"
)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one line."""

    def error(self, message: str) -> NoReturn:
        """Print the fault and how to get help, and leave."""
        self.exit(WRONG_USAGE, f"{self.prog}: {message} (see {self.prog} --help)\n")


def _number(text: str) -> int:
    """Read a number of processes.

    Raises:
        ArgumentTypeError: it is none.
    """
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1 up, not {text!r}")
    return int(text)


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    whole = _Parser(
        prog="team-check", description="Check the teams of a municipal partnership against the rules."
    )
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="check files", description=_CHECK_HELP)
    check.add_argument("files", nargs="+", metavar="FILE", help=_FILES_HELP)
    check.add_argument("--summary", choices=SUMMARIES, help="one line a team in place of the reports")
    check.add_argument(
        "--jobs", type=_number, metavar="N", help="processes for many files; one a core if left out"
    )
    check.add_argument("--quiet", action="store_true", help="show no progress on the terminal")
    rules = commands.add_parser("rules", help="list the rules")
    form = commands.add_parser("form", help="write the participant form as a spreadsheet")
    form.add_argument("file", metavar="FILE", help="a .json, .xlsx or .csv file, or -")
    for command in (check, rules):
        command.add_argument("--component", choices=COMPONENTS, metavar="ID", help=", ".join(COMPONENTS))
        command.add_argument("--format", choices=("text", "json"), default="text")
    for command in (check, rules, form):
        command.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    check.add_argument("--to", metavar="OUT", help="the file that the summary is written to")
    form.add_argument("--to", metavar="OUT", required=True, help="a file that ends in .xlsx or .csv")
    return whole
