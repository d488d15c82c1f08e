"""Measure how soon a reader has a verdict, beside a stock Pyodide in the same run: `make bench`.

Both are served alike, in turns, each run in a browser profile of its own:

- stock: from `new Worker` to the answer to one check, with the files that Pyodide publishes and the checks as
  an ordinary wheel;
- turn: from the reader's first turn to the inception checker, until which the page has started nothing, to
  the first verdict painted;
- idle: the same where the page may start by itself, if it does.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.fixture import folder_to_serve
from tests.bench.host import hosting
from tests.bench.lines import LINES
from tests.bench.packing import COMPRESSIONS
from tests.bench.results import Row, rows_as_text, targets_as_text
from tests.bench.subjects import BY_ITSELF, ON_TURN, STOCK_PAGE
from tests.bench.visits import VISITS, begins_by_itself, visits

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from tests.bench.host import Host
    from tests.bench.subjects import Sample

#: How often each is measured where nothing else is asked for.
_RUNS: Final = {"loopback": 5}
_FEWER_RUNS: Final = 3


def main() -> None:
    """Measure in turns and print medians, ranges, ratios and targets."""
    options = _asked()
    rows: list[Row] = []
    with folder_to_serve() as folder, sync_playwright() as playwright:
        for line in options.line:
            for compression in options.compression:
                runs = options.runs or _RUNS.get(line, _FEWER_RUNS)
                with hosting(folder, LINES[line], compression) as host:
                    host.store.prepare(folder, compression)
                    taken = _measured(playwright, host, runs, options.visits)
                fresh = [Row(line, compression, *key, samples) for key, samples in taken.items()]
                print(rows_as_text(fresh, head=not rows), flush=True)
                rows += fresh
    print(f"\n{targets_as_text(rows)}")
    if options.json:
        options.json.write_text(json.dumps(_as_json(rows), indent=2) + "\n", encoding="utf-8")


def _measured(
    playwright: Any, host: Host, runs: int, wanted: Collection[str]
) -> dict[tuple[str, str], list[Sample]]:
    """Visit each subject so many times, in turns, and return the samples by visit and subject."""
    subjects = [STOCK_PAGE, ON_TURN]
    if begins_by_itself(playwright, host, BY_ITSELF):
        subjects.append(BY_ITSELF)
    taken: dict[tuple[str, str], list[Sample]] = {
        (visit, subject.name): [] for visit in VISITS if visit in wanted for subject in subjects
    }
    for number in range(runs):
        # Who goes first changes, so that a machine that grows busier favours nobody.
        for subject in subjects if number % 2 == 0 else subjects[::-1]:
            for visit, sample in visits(playwright, host, subject, wanted).items():
                if visit in wanted:
                    taken[visit, subject.name].append(sample)
    return taken


def _as_json(rows: list[Row]) -> dict[str, Any]:
    return {
        "measured": datetime.now(UTC).date().isoformat(),
        "machine": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "rows": [row.as_json(rows) for row in rows],
    }


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure how soon a reader has a verdict.")
    parser.add_argument("--line", type=_some_of(LINES), default=list(LINES))
    parser.add_argument("--compression", type=_some_of(COMPRESSIONS), default=["none", "brotli"])
    parser.add_argument("--visits", type=_some_of(VISITS), default=list(VISITS))
    parser.add_argument("--runs", type=int, help="5 on the loopback line, 3 on others, if not said")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--smoke", action="store_true", help="see that it works: one run, on one line")
    options = parser.parse_args()
    if options.smoke:
        options.line, options.compression, options.runs = ["loopback"], ["none"], 1
    return options


def _some_of(names: Iterable[str]) -> Callable[[str], list[str]]:
    """Return a reader of words with commas between them, each one of the names."""
    known = list(names)

    def read(text: str) -> list[str]:
        words = text.split(",")
        if unknown := [word for word in words if word not in known]:
            raise argparse.ArgumentTypeError(f"{unknown[0]} is none of {', '.join(known)}")
        return words

    return read


if __name__ == "__main__":
    main()
