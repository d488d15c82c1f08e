"""Each promise in SECURITY.md names a test that there is."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "SECURITY.md").read_text("utf-8")
ROW = re.compile(r"^\| (?!Promise|Limit|---)(.+?) \| (.+?) \|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[a-z_/]+\.py)::(test_[a-z_]+)`")


def test_every_promise_names_a_test_that_exists():
    rows = ROW.findall(TEXT)
    assert len(rows) > 20
    for promise, named in rows:
        found = TEST.fullmatch(named)
        assert found, promise
        file, name = found.groups()
        tree = ast.parse((ROOT / file).read_text("utf-8"))
        assert name in {one.name for one in tree.body if isinstance(one, ast.FunctionDef)}, named


def test_every_test_of_what_leaves_the_browser_is_named():
    named = {file: set() for file in ("test_sealed.py", "test_journey_watched.py")}
    for file, name in TEST.findall(TEXT):
        named.get(Path(file).name, set()).add(name)
    for file, names in named.items():
        tree = ast.parse((ROOT / "tests/browser" / file).read_text("utf-8"))
        tests = {
            one.name for one in tree.body if isinstance(one, ast.FunctionDef) and one.name.startswith("test_")
        }
        assert tests == names
