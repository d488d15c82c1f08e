"""Pyodide's files are those we have tried: each is held to its SHA-256 before anything is made of it.

npm's lock vouches for what was downloaded; this list, which people read when it changes, for what lies there.
`python -m release.pinned --write` renews it.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Final

__all__ = ["FILES", "LIST", "check", "written"]

LIST: Final = Path(__file__).resolve().parent / "pyodide.sha256"
#: All that is read of Pyodide: what pages fetch is made of it, and it compiles what they fetch.
FILES: Final = (
    "package.json",
    "pyodide-lock.json",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "pyodide.mjs",
    "python_stdlib.zip",
)
_HOW: Final = "If Pyodide's version was changed on purpose, run `python -m release.pinned --write` and commit"


def check(folder: Path, pinned: str) -> None:
    """Hold the files of a folder to a list as sha256sum writes it.

    Raises:
        SystemExit: a file is not the one in the list, is missing there, or has no line.
    """
    expected = {name: digest for digest, name in (line.split() for line in pinned.splitlines())}
    for name in FILES:
        found = _digest(folder / name)
        if found != expected.get(name):
            raise SystemExit(
                f"{folder / name} is not the file that {LIST.name} names: "
                f"expected {expected.get(name, 'no such file')}, got {found}. {_HOW} {LIST.name}; "
                "else remove node_modules and run `npm ci`."
            )


def written(folder: Path) -> str:
    """Return the list for the files of a folder, as sha256sum writes it."""
    return "".join(f"{_digest(folder / name)}  {name}\n" for name in FILES)


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else "no file"


if __name__ == "__main__":
    pyodide = LIST.parent.parent / "node_modules" / "pyodide"
    if "--write" in sys.argv[1:]:
        LIST.write_text(written(pyodide), "utf-8")
    check(pyodide, LIST.read_text("utf-8"))
    print(f"Pyodide: {len(FILES)} files as listed in {LIST.name}")
