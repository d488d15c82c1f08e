"""Which mutants may survive, and why: `survivors.toml`, and what a run says beside it.

An entry is a function with one reason for some changes to it. `equivalent` says that no test could ever tell;
what stands without that word is something that a test could tell, and that is not worth one.
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tests.mutants.running import Result

__all__ = ["LEAST", "SURVIVORS", "faults", "read_survivors", "table"]

SURVIVORS: Final = Path(__file__).with_name("survivors.toml")

#: The least score, in percent, that a run passes with.
LEAST: Final = 95


class Survivor(NamedTuple):
    """Why a change may stay unnoticed."""

    reason: str
    equivalent: bool


#: By the function's place and the change.
Survivors = dict[tuple[str, str], Survivor]


def read_survivors() -> Survivors:
    """Return the list.

    Raises:
        ValueError: an entry has no reason, or a change stands there twice.
    """
    found: Survivors = {}
    for entry in tomllib.loads(SURVIVORS.read_text("utf-8")).get("survivor", []):
        survivor = Survivor(entry["reason"].strip(), entry.get("equivalent", False))
        for change in entry["changes"]:
            key = entry["function"], change
            if not survivor.reason or key in found:
                raise ValueError(f"no reason, or listed twice: {key}")
            found[key] = survivor
    return found


def faults(results: Iterable[Result], listed: Survivors) -> Iterator[str]:
    """Yield what makes a run fail, a line each."""
    results = list(results)
    survived = {(result.place, result.change) for result in results if result.status == "survived"}
    for place, change in sorted(survived - listed.keys()):
        yield f"survived, and no reason is listed: {place}: {change}"
    tried = {result.place for result in results}
    for place, change in sorted(listed.keys() - survived):
        if place in tried:
            yield f"listed, and does not survive: {place}: {change}"
    total = _counted(results, listed)
    if _score(total) < LEAST:
        yield f"the score is {_score(total):.1f} %, and must be at least {LEAST} %"


def table(results: Iterable[Result], listed: Survivors) -> str:
    """Return the figures of each package or module, and of all."""
    parts = defaultdict(list)
    for result in results:
        parts[result.place.split(".")[1]].append(result)
    rows = {part: _counted(some, listed) for part, some in parts.items()}
    rows["all"] = sum(rows.values(), Counter())
    columns = ("mutants", "killed", "timeout", "survived", "equivalent")
    lines = [f"{'':10}" + "".join(f"{name:>12}" for name in (*columns, "raw %", "score %"))]
    for name, row in rows.items():
        numbers = "".join(f"{row[column]:12}" for column in columns)
        lines.append(f"{name:10}{numbers}{_found(row) / max(1, row['mutants']):12.1%}{_score(row):12.1f}")
    return "\n".join(lines)


def _counted(results: Iterable[Result], listed: Survivors) -> Counter[str]:
    row = Counter[str]()
    for result in results:
        survivor = listed.get((result.place, result.change))
        row["mutants"] += 1
        row[result.status] += 1
        row["equivalent"] += result.status == "survived" and survivor is not None and survivor.equivalent
    return row


def _found(row: Mapping[str, int]) -> int:
    return row["killed"] + row["timeout"]


def _score(row: Mapping[str, int]) -> float:
    """How many percent of the mutants that can be told from the code are found."""
    return 100 * _found(row) / max(1, row["mutants"] - row["equivalent"])
