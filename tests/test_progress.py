"""Progress over many files: on a terminal, for those who want it, and never in what is printed."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys

import pytest

from checkers.progress import Progress, is_wanted
from tests.folders import ROOT, lay_many, run


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    folder = tmp_path_factory.mktemp("many")
    lay_many(folder)
    return folder


def on_terminal(*arguments, **environment):
    """Run the command with a terminal for its standard error; return what stood there, and its output."""
    master, slave = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "checkers", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=slave,
        cwd=ROOT,
        env=os.environ | {"TERM": "xterm", "COLUMNS": "80"} | environment,
    ) as command:
        os.close(slave)
        out = command.stdout.read()
        seen = b""
        try:
            while part := os.read(master, 65536):
                seen += part
        except OSError:  # Linux says so when the other end is closed
            pass
    os.close(master)
    return seen.decode(), out


def test_progress_is_shown_on_a_terminal_alone_and_changes_no_output(many):
    piped = run("check", many, "--summary", "jsonl")
    for jobs in ("1", "2"):
        seen, out = on_terminal("check", many, "--summary", "jsonl", "--jobs", jobs)
        assert "47/47" in seen
        assert seen.endswith("\r\x1b[K")
        assert out == piped.stdout
    assert b"47/47" not in piped.stderr


@pytest.mark.parametrize(
    ("more", "environment"), [(("--quiet",), {}), ((), {"TERM": "dumb"})], ids=["quiet", "dumb terminal"]
)
def test_progress_is_not_shown_to_who_does_not_want_it(many, more, environment):
    seen, _ = on_terminal("check", many, "--summary", "jsonl", *more, **environment)
    assert "\x1b" not in seen
    assert "47/47" not in seen


def test_progress_of_one_file_is_not_worth_a_bar(many):
    assert on_terminal("check", many / "00.json")[0] == ""


def test_progress_sets_no_colour(many):
    seen, _ = on_terminal("check", many, "--summary", "jsonl", NO_COLOR="1")
    assert "\x1b[K" in seen
    assert seen.count("\x1b") == seen.count("\x1b[K")


@pytest.mark.parametrize(
    ("done", "seconds", "bar", "rest"),
    [
        (1, 2, "[##..................] 1/10", "-0:18"),
        (5, 100, "[##########..........] 5/10", "-1:40"),
        (10, 3, "[####################] 10/10", "-0:00"),
    ],
)
def test_progress_says_how_many_are_done_and_how_long_the_rest_takes(monkeypatch, done, seconds, bar, rest):
    monkeypatch.setenv("COLUMNS", "60")
    stream, times = io.StringIO(), iter([0.0, *[0.01] * (done - 1), float(seconds)])
    progress = Progress(10, stream, lambda: next(times))
    for number in range(done):
        progress.show(f"folder/file-{number}\x1b[2J.json" + "x" * 100 * (number + 1 < done))
    last = stream.getvalue().rpartition("\r\x1b[K")[2]
    assert last.startswith(f"{bar}  {rest}  ")
    assert "\x1b" not in last
    assert len(last) < 60


def test_a_long_name_keeps_its_end(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    stream = io.StringIO()
    Progress(2, stream, lambda: 0.0).show("folder/" * 20 + "the-file.json")
    last = stream.getvalue().rpartition("\r\x1b[K")[2]
    assert last.endswith("the-file.json")
    assert len(last) < 60


def test_progress_is_for_terminals():
    assert not is_wanted(io.StringIO())
