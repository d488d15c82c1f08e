"""Each promise in SECURITY.md names a test that there is."""

from __future__ import annotations

import re
from pathlib import Path

from macros.data_files import read_toml
from tests.named_tests import NAMED, is_there, names_in

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "SECURITY.md").read_text("utf-8")
ROW = re.compile(r"^\| (?!Promise|Limit|---)(.+?) \| (.+?) \|$", re.MULTILINE)


def test_every_promise_names_a_test_that_exists():
    rows = ROW.findall(TEXT)
    assert len(rows) > 20
    for promise, named in rows:
        assert named.startswith("`"), promise
        assert is_there(named.strip("`")), named


def test_what_readers_are_promised_stands_here_too():
    named = {test.strip("`") for _, test in ROW.findall(TEXT)}
    told = read_toml("data/promises.toml")["promises"]
    assert len(told) > 10
    assert [one["test"] for one in told if one["test"] not in named] == []


def test_every_test_of_what_leaves_the_browser_is_named():
    named = {file: set() for file in ("test_sealed.py", "test_journey_watched.py")}
    for file, name, _ in NAMED.findall(TEXT):
        named.get(Path(file).name, set()).add(name)
    for file, names in named.items():
        assert names_in(f"tests/browser/{file}") == names
