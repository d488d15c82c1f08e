"""Measure the checks without a browser: `make bench`, or `python tests/bench/engine.py --files 200`.

- growth: a team of 10 to 2,000 people checked in this process, without a repair and with one, and how many
  times what 10 people take (processor time, the least of several runs);
- start: a process that checks one file, beside one that does nothing;
- batch: a folder of files, all sorts of teams, by one process and by one a core.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from checkers.crew import cores  # noqa: E402 - a script's own folder comes first on the path
from checkers.service import check  # noqa: E402 - as above
from tests.crowds import (  # noqa: E402 - as above
    crowd,
    spoilt,
    text_of,
)
from tests.teams import COMPONENTS, team  # noqa: E402 - as above

SIZES: Final = (10, 31, 100, 316, 1000, 2000)
#: What is started, beside a process that does nothing.
STARTS: Final = {
    "nothing": ("-c", "pass"),
    "import": ("-c", "import checkers.service"),
    "first answer": ("-m", "checkers", "check", "FILE", "--format", "json"),
    "rules": ("-m", "checkers", "rules", "--format", "json"),
}


def main() -> None:
    """Print the three tables."""
    parser = argparse.ArgumentParser(description="Measure the checks without a browser.")
    parser.add_argument("--component", choices=COMPONENTS, action="append")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--files", type=int, default=1000)
    options = parser.parse_args()
    print(growth(options.component or COMPONENTS, options.runs), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        print(starts(Path(folder), options.runs * 2), flush=True)
        print(batch(Path(folder) / "forms", options.files))


def growth(components: list[str] | tuple[str, ...], runs: int) -> str:
    """Return the milliseconds of a check by the number of people."""
    lines = [f"{'people':<24}" + "".join(f"{size:>14}" for size in SIZES)]
    for component in components:
        for fix in (False, True):
            times = [least(text_of(crowd(component, size)), runs, fix=fix) for size in SIZES]
            figures = "".join(f"{each:>7.1f} ×{each / times[0]:<5.1f}" for each in times)
            lines.append(f"{component + (', repair' if fix else ''):<24} {figures}")
    return "\n".join([*lines, ""])


def least(text: str, runs: int, *, fix: bool) -> float:
    """Return the least milliseconds of processor time that a check takes."""
    taken = []
    for _ in range(runs):
        begun = time.process_time()
        check(text, "sv", fix=fix)
        taken.append((time.process_time() - begun) * 1000)
    return min(taken)


def starts(folder: Path, runs: int) -> str:
    """Return the milliseconds of each process, in turns."""
    file = folder / "team.json"
    file.write_text(json.dumps(team("inception").document), encoding="utf-8")
    taken: dict[str, list[float]] = {name: [] for name in STARTS}
    for _ in range(runs):
        for name, arguments in STARTS.items():
            taken[name].append(seconds(*(str(file) if part == "FILE" else part for part in arguments)) * 1000)
    bare = statistics.median(taken["nothing"])
    rows = ((name, statistics.median(times)) for name, times in taken.items())
    return "\n".join(
        ["a process that does", *(f"{name:<24}{each:>8.1f} ms ×{each / bare:.1f}" for name, each in rows), ""]
    )


def batch(folder: Path, files: int) -> str:
    """Return the seconds that a folder takes, by one process and by one a core."""
    choice = random.Random(files)
    folder.mkdir()
    for number in range(files):
        text = spoilt(COMPONENTS[number % len(COMPONENTS)], 14, choice)
        (folder / f"{number:06}.json").write_text(text, encoding="utf-8")
    lines = [f"{files} files{'':<14}{'1 process':>12}{f'{cores()} processes':>14}{'ratio':>8}"]
    for name, wanted in (("reports", ("--format", "json")), ("summary", ("--summary", "jsonl"))):
        command = ("-m", "checkers", "check", str(folder), *wanted, "--jobs")
        alone, together = seconds(*command, "1"), seconds(*command, str(cores()))
        lines.append(f"{name:<24}{alone:>8.2f} s{together:>12.2f} s{together / alone:>8.2f}")
    return "\n".join(lines)


def seconds(*arguments: str) -> float:
    """Return the seconds that a process of Python takes."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
