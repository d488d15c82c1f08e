"""What an element needs besides its HTML: which scripts it is made of, and data inside a script element."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

__all__ = ["RELEASE_FILE", "embedded", "modules_of", "release"]

#: What the joined scripts import of each other: release/bundle.py writes it, before any page is made.
_PARTS: Final = Path(__file__).parent.parent / "build/checker/parts.json"
#: Which release is being built: release/shared_files.py writes it, before any page is made.
RELEASE_FILE: Final = _PARTS.parent.parent / "release.txt"


def release() -> str:
    """Return the name of the folder below `assets/` that holds all shared files of this build."""
    return RELEASE_FILE.read_text("utf-8")


def modules_of(entry: str) -> list[str]:
    """Return a script and all that it imports, so that the browser need not find them one by one.

    What is fetched later or in a worker is left out.

    Raises:
        KeyError: no page starts such a script.
    """
    modules: dict[str, list[str]] = json.loads(_PARTS.read_text("utf-8"))
    return modules[entry]


def embedded(data: object) -> str:
    """Return data as JSON for a script element, whose end must not be written inside it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
