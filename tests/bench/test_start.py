"""The benchmark works, and its tables say what was measured."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.bench.host import Sent
from tests.bench.lines import LINES
from tests.bench.packing import COMPRESSIONS
from tests.bench.results import Row, rows_as_text, targets_as_text
from tests.bench.subjects import Sample
from tests.bench.visits import VISITS

HERE = Path(__file__).parent


def row(subject, *times, megabytes=1, line="loopback", compression="brotli", visit="cold"):
    samples = [Sample(time, Sent(megabytes * 1_000_000, 8)) for time in times]
    return Row(line, compression, visit, subject, samples)


def test_a_row_says_the_median_the_range_and_the_ratio_to_the_stock_of_the_same_visit():
    rows = [row("stock", 2000, 4000, 9000), row("stock", 1, visit="return"), row("turn", 900, 1000, 1200)]
    last = rows_as_text(rows, head=False).splitlines()[-1].split()
    assert last == ["loopback", "brotli", "cold", "turn", "1000", "(900–1200)", "0.25", "0.45", "1.00", "8"]
    assert rows[2].as_json(rows)["ratio"] == 0.25
    assert rows[2].as_json(rows)["ratio_of_least"] == 0.45


@pytest.mark.parametrize(
    ("milliseconds", "said"),
    [(270, "0.27 as aimed for"), (280, "0.28 met"), (380, "0.38 met"), (390, "0.39 missed")],
)
def test_a_target_is_judged_by_what_was_measured(milliseconds, said):
    text = targets_as_text([row("stock", 1000), row("turn", milliseconds)])
    told = {" ".join(line.split()) for line in text.splitlines()}
    assert f"ratio loopback brotli cold 0.38 0.27 {said}" in told
    assert "ratio loopback brotli return 0.28 0.17 –" in told


def test_bytes_are_judged_in_megabytes():
    rows = [row("stock", 1000, line="20mbit"), row("turn", 500, megabytes=5, line="20mbit")]
    told = {" ".join(line.split()) for line in targets_as_text(rows).splitlines()}
    assert "megabytes 20mbit brotli cold 4.00 3.40 5.00 missed" in told


def test_every_target_is_of_something_that_is_measured():
    targets = tomllib.loads((HERE / "targets.toml").read_text(encoding="utf-8"))
    edit = targets.pop("edit")
    assert edit["aim"] < edit["most"]
    assert set(targets) == {"ratio", "megabytes"}
    for target in (target for kind in targets.values() for target in kind):
        assert target["line"] in LINES
        assert target["compression"] in COMPRESSIONS
        assert target["visit"] in VISITS
        assert target["aim"] < target["most"]


@pytest.mark.browser
def test_a_stock_pyodide_and_the_page_are_both_measured(tmp_path):
    file = tmp_path / "figures.json"
    command = (sys.executable, HERE / "start.py", "--smoke", "--json", file)
    subprocess.run(command, check=True, capture_output=True)
    rows = json.loads(file.read_text(encoding="utf-8"))["rows"]
    assert {(row["visit"], row["subject"]) for row in rows} >= {
        (visit, subject) for visit in VISITS for subject in ("stock", "turn")
    }
    for row in rows:
        assert row["runs"] == 1
        assert row["milliseconds"] > 0
        if row["visit"] == "cold":
            assert row["bytes"] > 1_000_000
