"""Tries every mutant of the rules' core: `python -m tests.mutants`, or only files with a word in their path.

Fails where a mutant survives that `survivors.toml` does not give a reason for, where one stands there that
does not survive, or where the score is under 95 %.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from tests.mutants.listing import faults, read_survivors, table
from tests.mutants.making import mutants_of
from tests.mutants.running import Trial


class Part(NamedTuple):
    """Files, and the tests that reach them and are quick."""

    files: list[Path]
    tests: list[str]


#: Where a wrong line would be a rule read wrongly, or a repair that is none.
PARTS: Final = [
    Part(
        [
            Path("checkers/engine.py"),
            Path("checkers/readings.py"),
            *sorted(Path("checkers/kinds").glob("*.py")),
            *sorted(Path("checkers/rulebook").glob("*.py")),
        ],
        [
            "tests/test_kept_cases.py::test_what_a_rule_says_of_a_case",
            "tests/test_engine.py",
            "tests/test_public_teams.py",
            "tests/test_rule_conditions.py",
            "tests/test_rulebook_reading.py",
            "tests/test_rulebook_texts.py",
            "tests/test_rulebook.py",
            "tests/test_wording.py::test_kept_report",
        ],
    ),
    Part(
        sorted(Path("checkers/repair").glob("*.py")),
        [
            "tests/test_kept_cases.py::test_what_is_proposed_for_a_team",
            "tests/test_repair.py",
            "tests/test_repair_steps.py",
        ],
    ),
]

QUIET: Final = [
    *("-qq", "--tb=no", "--assert=plain", "-p", "no:cacheprovider", "-p", "no:xdist"),
    *("-o", "tmp_path_retention_policy=none"),
]


def main() -> int:
    """Try mutants; return an exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("word", nargs="*", help="take only files with one of these in their path")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--to", type=Path, help="write each result to this file, a line of JSON")
    parser.add_argument("--again", type=Path, help="take only what survived by this file, written with --to")
    options = parser.parse_args()
    again = _survived(options.again) if options.again else None
    trials = []
    for part in PARTS:
        mutants = [
            mutant
            for file in part.files
            if not options.word or any(word in str(file) for word in options.word)
            for mutant in mutants_of(file)
            if again is None or (mutant.place, mutant.change) in again
        ]
        if mutants:
            trials.append(Trial(mutants, options.jobs, options.to))
            if pytest.main([*QUIET, *part.tests], plugins=[trials[-1]]):
                return 1
    results = [result for trial in trials for result in trial.results]
    listed = read_survivors()
    print(table(results, listed))
    found = list(faults(results, listed))
    for fault in found:
        print(fault)
    return 1 if found else 0


def _survived(file: Path) -> set[tuple[str, str]]:
    results = map(json.loads, file.read_text("utf-8").splitlines())
    return {(place, change) for place, change, status, *_ in results if status == "survived"}


if __name__ == "__main__":
    sys.exit(main())
