"""The command line: check files, write participant forms, list the rules."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkers.arguments import SUMMARIES, parser
from checkers.batch import run, write_table
from checkers.faults import UnusableDocument
from checkers.inputs import are_several, expanded, read_bytes
from checkers.listing import rules_json, rules_text
from checkers.outcome import ALL_MET, UNUSABLE, Wish
from checkers.plain import plain
from checkers.rulebook import load
from checkers.service import fault_lines, read_file

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

__all__ = ["main"]

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
    names = list(expanded(options.files))
    wish = Wish(
        options.language, options.component, options.format, are_several(options.files), options.summary
    )
    status, lines = run(names, wish, options.jobs, quiet=options.quiet)
    if options.to is not None:
        try:
            write_table(lines, options.to, options.language)
        except UnusableDocument as error:
            _print_faults(options.to, error, options.language)
            return UNUSABLE
    return status


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
