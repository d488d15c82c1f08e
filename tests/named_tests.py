"""Tests that a text or a table names, as `tests/some/test_file.py::test_name`, or with a case in brackets."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import Final

__all__ = ["NAMED", "is_there", "names_in"]

_ROOT: Final = Path(__file__).parents[1]
#: File, test and case.
NAMED: Final = re.compile(r"(tests/[a-z_/]+\.py)::(test_[a-z_]+)(?:\[([^\]]+)\])?")


@cache
def _tree(file: str) -> ast.Module:
    return ast.parse((_ROOT / file).read_text("utf-8"))


def names_in(file: str) -> set[str]:
    """Return the names of the tests in a file, named from the repository's root."""
    functions = [one.name for one in _tree(file).body if isinstance(one, ast.FunctionDef)]
    return {name for name in functions if name.startswith("test_")}


def is_there(named: str) -> bool:
    """Return whether there is such a test; its case must be spelt out in its file."""
    found = NAMED.fullmatch(named)
    if not found or not (_ROOT / found[1]).is_file():
        return False
    texts = {one.value for one in ast.walk(_tree(found[1])) if isinstance(one, ast.Constant)}
    return found[2] in names_in(found[1]) and (found[3] is None or found[3] in texts)
