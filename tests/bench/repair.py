"""Measure how long the smallest repair of a team takes, beside the check of the team: `make bench`.

Teams of 14 people, right ones with a few people spoilt at random (always the same ones): a capacity, a
side, a role, a partner. Both are timed in processor time of this process, in turns.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from checkers.service import check  # noqa: E402 - a script's own folder comes first on the path
from tests.crowds import spoilt  # noqa: E402 - as above
from tests.teams import COMPONENTS  # noqa: E402 - as above


def taken(text, component, *, fix):
    """Return the milliseconds of processor time that a check takes, and its report."""
    begun = time.process_time()
    report = check(text, "sv", component, fix=fix)
    return (time.process_time() - begun) * 1000, report


def share(values, percent):
    """Return the value that so many per cent of the values do not exceed."""
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


def main():
    """Print, for each component, medians and worst cases, and what was given up."""
    parser = argparse.ArgumentParser(description="Measure how long a repair takes.")
    parser.add_argument("--people", type=int, default=14)
    parser.add_argument("--teams", type=int, default=100)
    options = parser.parse_args()
    heads = ("check", "repair", "p99", "worst", "ratio", "gave up")
    print(f"{options.people} people{'':<8}" + "".join(f"{head:>9}" for head in heads))
    for component in COMPONENTS:
        choice = random.Random(component)
        plain, whole, gave_up = [], [], 0
        for _ in range(options.teams):
            text = spoilt(component, options.people, choice)
            plain.append(taken(text, component, fix=False)[0])
            milliseconds, report = taken(text, component, fix=True)
            whole.append(milliseconds)
            gave_up += '"fix_limit":true' in report
        repairs = [max(0.0, both - one) for both, one in zip(whole, plain, strict=True)]
        figures = [statistics.median(plain), statistics.median(repairs), share(repairs, 99), max(repairs)]
        ratio = statistics.median(whole) / statistics.median(plain)
        print(
            f"{component:<18}" + "".join(f"{each:>9.1f}" for each in figures) + f"{ratio:>9.1f}{gave_up:>9}"
        )


if __name__ == "__main__":
    main()
