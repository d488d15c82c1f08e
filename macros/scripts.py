"""What an element needs besides its HTML: which scripts it is made of, and data inside a script element."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Final

__all__ = ["embedded", "modules_of"]

_BROWSER: Final = Path(__file__).parent.parent / "browser"
_IMPORT: Final = re.compile(r'^(?:import|export)\b[^;"]*"(\.[^"]+)";', re.MULTILINE)


@cache
def modules_of(entry: str) -> list[str]:
    """Return a script and all that it imports, so that the browser need not find them one by one.

    What is fetched later or in a worker is left out.
    """
    found: dict[str, None] = {}
    waiting = [entry]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = None
            waiting += _imports(name)
    return sorted(found)


def embedded(data: object) -> str:
    """Return data as JSON for a script element, whose end must not be written inside it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _imports(name: str) -> list[str]:
    text = (_BROWSER / name).read_text("utf-8")
    return [_joined(PurePosixPath(name).parent, target) for target in _IMPORT.findall(text)]


def _joined(folder: PurePosixPath, target: str) -> str:
    steps = list(folder.parts)
    for step in PurePosixPath(target).parts:
        if step == "..":
            steps.pop()
        else:
            steps.append(step)
    return "/".join(steps)
