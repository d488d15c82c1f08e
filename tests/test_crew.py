"""Many files checked by several processes: the same output, and nobody left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest

from checkers.__main__ import main
from tests.folders import ROOT, TEXTS, lay, lay_many, run


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    folder = tmp_path_factory.mktemp("many")
    lay_many(folder)
    return folder


@pytest.mark.parametrize(
    "wanted",
    [
        ("--format", "json"),
        ("--format", "text", "--language", "en"),
        ("--format", "json", "--component", "project"),
        ("--summary", "text"),
        ("--summary", "jsonl", "--language", "en"),
    ],
    ids=" ".join,
)
def test_several_processes_print_what_one_does(many, wanted):
    alone = run("check", many, *wanted, "--jobs", "1")
    together = run("check", many, *wanted, "--jobs", "3")
    assert alone.returncode == together.returncode == 2
    assert together.stdout == alone.stdout != b""
    assert together.stderr == alone.stderr != b""


#: Runs a command and prints how much memory the largest of its processes took, in kilobytes.
PEAK = """import resource, subprocess, sys
subprocess.run([sys.executable, "-m", "checkers", *sys.argv[1:]], stdout=subprocess.DEVNULL, check=False)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"""


def test_ten_times_as_many_files_take_no_more_memory(tmp_path):
    peaks = []
    for count in (100, 1_000):
        folder = tmp_path / str(count)
        folder.mkdir()
        lay(folder, **{f"{number:04}_json": "unmet" for number in range(count)})
        command = [sys.executable, "-c", PEAK, "check", folder, "--format", "json", "--jobs", "2"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        peaks.append(int(done.stdout))
    few, many = peaks
    assert many < few * 1.2


def test_a_spreadsheet_of_a_summary_is_the_same_too(many, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    tables = []
    for jobs in ("1", "2"):
        out = tmp_path / f"{jobs}.xlsx"
        run("check", many, "--summary", "xlsx", "--to", out, "--jobs", jobs)
        tables.append(list(openpyxl.load_workbook(out).active.iter_rows(values_only=True)))
    assert tables[0] == tables[1]
    assert len(tables[0]) > 45


@pytest.mark.parametrize("error", [OSError(38, "Function not implemented"), NotImplementedError()])
def test_where_no_process_can_be_started_one_does_it_all(many, monkeypatch, capsys, error):
    def refuse(*_, **__):
        raise error

    main(["check", str(many), "--summary", "jsonl", "--jobs", "1"])
    alone = capsys.readouterr()
    monkeypatch.setattr("checkers.crew.multiprocessing.Process", refuse)
    main(["check", str(many), "--summary", "jsonl", "--jobs", "2"])
    assert capsys.readouterr() == alone


def test_standard_input_among_many_files(many):
    done = run(
        *("check", many, "-", "--summary", "jsonl", "--jobs", "2"), input=TEXTS["two teams"].encode("utf-8")
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["component"] for line in lines if line["file"] == "-"] == ["project", "inception"]


SCRIPT = """
import os, signal, sys, time
from checkers.crew import Crew
from checkers.outcome import Outcome, Wish

def check(name, wish):
    if name.startswith("deadly"):
        os.kill(os.getpid(), signal.SIGKILL)
    if name == "wrong":
        raise ValueError("a mistake of ours")
    return Outcome(name, 0, out=name)

def names(number):
    for place in range(number):
        print(f"asked {place}", file=sys.stderr)
        yield f"deadly {place}" if place in deadly else "wrong" if -place in deadly else str(place)

if __name__ == "__main__":
    deadly = set(map(int, sys.argv[2:]))
    with Crew(2, Wish("en"), check) as crew:
        for outcome in crew.outcomes(names(int(sys.argv[1]))):
            print(outcome.status, outcome.out or outcome.err.strip())
            print(f"had {outcome.name}", file=sys.stderr)
"""


def crew(tmp_path, number, *deadly):
    """Let a crew check files that end whoever checks them; return what it printed."""
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, "utf-8")
    command = [sys.executable, script, str(number), *map(str, deadly)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
@pytest.mark.parametrize("deadly", [(0,), (30,), (99,), (3, 4, 50, 97)], ids=str)
def test_a_file_that_ends_its_process_is_told_and_the_others_are_checked(tmp_path, deadly):
    lines = crew(tmp_path, 100, *deadly).stdout.splitlines()
    assert len(lines) == 100
    for place, line in enumerate(lines):
        if place in deadly:
            assert line.startswith(f"2 deadly {place}: $: The computer ended the check")
        else:
            assert line == f"0 {place}"


def test_a_mistake_of_the_program_is_seen_as_in_one_process(tmp_path):
    done = crew(tmp_path, 100, -50)
    assert done.returncode == 1
    assert "in check" in done.stderr
    assert "ValueError: a mistake of ours" in done.stderr


def test_few_files_are_taken_on_before_the_first_is_said(tmp_path):
    said = crew(tmp_path, 500).stderr.splitlines()
    ahead = most = 0
    for line in said:
        ahead += 1 if line.startswith("asked") else -1
        most = max(most, ahead)
    assert 0 < most <= 80


def started(folder, *arguments):
    return subprocess.Popen(
        [sys.executable, "-m", "checkers", "check", folder, "--format", "json", "--jobs", "2", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        start_new_session=True,
    )


@pytest.fixture(scope="module")
def plenty(tmp_path_factory):
    """So many files that a command about them does not end by itself before it is stopped."""
    folder = tmp_path_factory.mktemp("plenty")
    lay(folder, **{f"{number:04}_json": "unmet" for number in range(2000)})
    return folder


# Whoever works for the command holds its output open: it ends for a reader once all of them have ended.
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_a_batch_that_is_interrupted_leaves_quietly_and_leaves_nobody_behind(plenty):
    with started(plenty) as batch:
        assert batch.stdout.readline().startswith(b'{"file": ')
        os.killpg(batch.pid, signal.SIGINT)
        out, err = batch.communicate()
    assert (batch.returncode, err) == (130, b"")
    assert out.count(b"\n") < 1999


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_a_batch_that_is_killed_leaves_nobody_behind(plenty):
    with started(plenty) as batch:
        batch.stdout.readline()
        batch.kill()
        out, _ = batch.communicate()
    assert batch.returncode == -signal.SIGKILL
    assert out.count(b"\n") < 1999


def test_a_batch_whose_reader_stops_leaves_quietly(plenty):
    with started(plenty) as batch:
        batch.stdout.readline()
        batch.stdout.close()
        err = batch.stderr.read()
    assert (batch.returncode, err) == (2, b"")
