"""Asks the built runtime under Node.

`python -m tests.runtime.host --write` renews release/core_modules.txt.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from release import library, runtime
from tests.runtime.requests import requests

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["answers", "refused", "run"]

_HERE: Final = Path(__file__).parent


def answers(asked: Iterable[dict[str, Any]], *, woken: bool = False) -> tuple[list[str], dict[str, Any]]:
    """Return the runtime's answers, and what it says of itself at the end.

    Raises:
        AssertionError: it did not start, or ended before it had answered everything.
    """
    said = _node("answer.mjs", "".join(f"{json.dumps(request)}\n" for request in asked), woken=woken)
    *answered, about = said.splitlines()
    return answered, json.loads(about)


def run(script: str, *, woken: bool = False) -> list[str]:
    """Run Python in the runtime; return the lines it prints, and last how often it fetched the rest."""
    return _node("run.mjs", script, woken=woken).splitlines()


def refused() -> str:
    """Return what becomes of a start from a module that does not come to life."""
    return _node("refused.mjs", "", woken=False).strip()


def _node(script: str, text: str, *, woken: bool) -> str:
    command = ["node", _HERE / script, runtime.ensure().parent, *(["woken"] if woken else [])]
    done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


if __name__ == "__main__":
    _, about = answers(requests())
    used = set(about["modules"]) - {"_in_page"}
    if "--write" in sys.argv[1:]:
        library.LIST.write_text("".join(f"{name}\n" for name in sorted(used)), "utf-8")
    unlisted, unused = used - library.core_modules(), library.core_modules() - used
    sys.stdout.write(
        f"{len(used)} modules; not in the list: {sorted(unlisted)}; not used: {sorted(unused)}\n"
    )
