"""Check files one after the other or by several processes, and print what came of each, in order."""

from __future__ import annotations

import sys
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkers.inputs import STANDARD_INPUT
from checkers.outcome import ALL_MET, SOME_UNMET, UNDECIDED, UNUSABLE, outcome_of

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Sequence

    from checkers.crew import Crew
    from checkers.outcome import Outcome, Wish
    from checkers.progress import Progress
    from checkers.summary import Line

__all__ = ["run", "write_table"]

#: For fewer files than this, starting processes takes longer than it saves.
_FEW: Final = 24
#: The worst that happened to any file: unusable, then unmet, then undecided.
_WORST: Final = (UNUSABLE, SOME_UNMET, UNDECIDED)


def run(names: Sequence[str], wish: Wish, jobs: int | None, *, quiet: bool) -> tuple[int, list[Line]]:
    """Check the files and print what came of each as soon as it is known; return the exit status.

    With it come the lines of a summary that is a table.
    """
    statuses: set[int] = set()
    lines: list[Line] = []
    progress = None if quiet or not wish.several else _progress(len(names))
    with closing(_outcomes(names, wish, jobs)) as outcomes:
        for outcome in outcomes:
            statuses.add(outcome.status)
            lines.extend(outcome.lines)
            if progress:
                progress.clear()
            _say(outcome)
            if progress:
                progress.show(outcome.name)
    if progress:
        progress.clear()
    return next((status for status in _WORST if status in statuses), ALL_MET), lines


def write_table(lines: Iterable[Line], to: str, language: str) -> None:
    """Write a summary as an .xlsx file.

    Raises:
        UnusableDocument: what writes it is not installed.
    """
    # It needs openpyxl, and only this summary does.
    from checkers.sheets.vocabulary import words  # noqa: PLC0415
    from checkers.sheets.xlsx_writer import xlsx_bytes  # noqa: PLC0415
    from checkers.summary import summary_sheet  # noqa: PLC0415

    data = xlsx_bytes([summary_sheet(lines, language)], words()["sheets.choices"](language))
    Path(to).write_bytes(data)


def _progress(total: int) -> Progress | None:
    # Whoever asks about one file does not wait for it.
    from checkers.progress import Progress, is_wanted  # noqa: PLC0415

    return Progress(total) if is_wanted(sys.stderr) else None


def _outcomes(names: Sequence[str], wish: Wish, jobs: int | None) -> Generator[Outcome, None, None]:
    with ExitStack() as stack:
        crew = _crew(names, wish, jobs)
        if crew is None:
            yield from (outcome_of(name, wish) for name in names)
        else:
            yield from stack.enter_context(crew).outcomes(names)


def _crew(names: Sequence[str], wish: Wish, jobs: int | None) -> Crew | None:
    """Return processes to check the files, where they are worth starting and can be started."""
    # A process that another has started has no standard input.
    if len(names) < _FEW or STANDARD_INPUT in names or jobs == 1:
        return None
    try:
        # Few commands are about so many files, and some systems lack what this needs.
        from checkers.crew import Crew, cores  # noqa: PLC0415

        number = jobs or cores()
        return Crew(number, wish) if number > 1 else None
    except (ImportError, NotImplementedError, OSError):
        return None


def _say(outcome: Outcome) -> None:
    if outcome.err:
        print(outcome.err, end="", file=sys.stderr, flush=True)
    print(outcome.out, end="", flush=True)
