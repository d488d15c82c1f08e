"""Build the Python runtime that the page loads, into build/runtime/: `python -m release.runtime`.

Pyodide as published, the checks as a wheel, and both Pythons' libraries compiled beforehand: compiling them
in the reader's browser is what makes a stock Pyodide slow to start.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["build", "digest", "ensure", "manifest"]

ROOT: Final = Path(__file__).resolve().parent.parent
RUNTIME: Final = ROOT / "build" / "runtime"
PYODIDE: Final = ROOT / "node_modules" / "pyodide"
WHEELS_LOCK: Final = ROOT / "requirements" / "pyodide.txt"
#: What a page loads beside the checks, and only when somebody opens or saves a spreadsheet.
OPTIONAL_LOCK: Final = ROOT / "requirements" / "runtime.txt"

#: What the browser needs of the npm package, the lock and the library in the form that is then made over.
PYODIDE_FILES: Final = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
)
#: The package that every page loads.
OURS: Final = "checkers"
#: All that can change a byte of the runtime.
INPUTS: Final = (
    "LICENSE*",
    "checkers/**/*",
    "package-lock.json",
    "pyproject.toml",
    "release/NOTICE.txt",
    "release/compile.py",
    "release/node/compile.mjs",
    "release/runtime.py",
    "requirements/build.txt",
    "requirements/pyodide.txt",
    "requirements/runtime.txt",
)
#: The earliest day that a zip archive can hold: the same sources then give the same bytes.
REPRODUCIBLE: Final = {"SOURCE_DATE_EPOCH": "315532800"}


def ensure() -> Path:
    """Return the folder of the runtime, built anew only where one of its inputs has changed."""
    stamp = RUNTIME.with_suffix(".inputs")
    inputs = digest(ROOT, INPUTS)
    if stamp.is_file() and stamp.read_text() == inputs and RUNTIME.is_dir():
        return RUNTIME
    RUNTIME.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=RUNTIME.parent) as folder:
        fresh = Path(folder) / "runtime"
        build(fresh)
        stamp.unlink(missing_ok=True)
        shutil.rmtree(RUNTIME, ignore_errors=True)
        fresh.rename(RUNTIME)
    stamp.write_text(inputs)
    return RUNTIME


def build(folder: Path) -> None:
    """Build the runtime in a folder that does not exist yet."""
    folder.mkdir()
    for name in PYODIDE_FILES:
        shutil.copyfile(PYODIDE / name, folder / name)
    for wheel in _wheels(OPTIONAL_LOCK, "optional").glob("*.whl"):
        shutil.copyfile(wheel, folder / wheel.name)
    _run(
        *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"),
        *("--wheel-dir", folder, ROOT),
    )
    _run(
        "node",
        ROOT / "release/node/compile.mjs",
        ROOT / "release/compile.py",
        _wheels(WHEELS_LOCK, "compiler"),
        folder,
    )
    for path in folder.iterdir():
        path.chmod(0o644)  # Emscripten's file system writes for everyone to change.
    contents = manifest(folder, pyodide=_version_of_pyodide())
    notice = (ROOT / "release/NOTICE.txt").read_text(encoding="utf-8")
    (folder / "NOTICE.txt").write_text(notice.format_map(contents), encoding="utf-8")
    for licence in ROOT.glob("LICENSE*"):
        shutil.copyfile(licence, folder / f"{licence.name}.txt")
    (folder / "manifest.json").write_text(json.dumps(contents, indent=2) + "\n", encoding="utf-8")


def manifest(folder: Path, *, pyodide: str) -> dict[str, object]:
    """List what a page fetches from a runtime's folder, with sizes and hashes."""
    lock = json.loads((folder / "pyodide-lock.json").read_text(encoding="utf-8"))
    return {
        "pyodide": pyodide,
        "python": lock["info"]["python"],
        "entry": "pyodide.mjs",
        "packages": [OURS],
        "optional": sorted(
            package["file_name"] for name, package in lock["packages"].items() if name != OURS
        ),
        "files": {
            path.name: {"bytes": path.stat().st_size, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
            for path in sorted(folder.iterdir())
        },
    }


def digest(root: Path, patterns: Iterable[str]) -> str:
    """Return one hash over the names and contents of all files that the patterns name.

    Raises:
        FileNotFoundError: A pattern names no file, so a change there would go unseen.
    """
    total = hashlib.sha256()
    for pattern in patterns:
        paths = sorted(path for path in root.glob(pattern) if path.is_file() and path.suffix != ".pyc")
        if not paths:
            raise FileNotFoundError(f"No file matches {pattern}")
        for path in paths:
            total.update(path.relative_to(root).as_posix().encode() + b"\0")
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _wheels(lock: Path, name: str) -> Path:
    """Fetch, once for each lock, packages for Pyodide: its Python is newer than ours."""
    folder = ROOT / "build" / f"{name}-{digest(ROOT, [lock.relative_to(ROOT).as_posix()])[:12]}"
    if not folder.is_dir():
        partial = folder.with_suffix(".partial")
        _run(
            *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"),
            *("--python-version", "3.14", "--require-hashes"),
            *("--requirement", lock, "--dest", partial),
        )
        partial.rename(folder)
    return folder


def _version_of_pyodide() -> str:
    version: str = json.loads((PYODIDE / "package.json").read_text(encoding="utf-8"))["version"]
    return version


def _run(*command: str | Path) -> None:
    """Run a step; where it fails, show the end of what it said, for Node quotes whole megabyte lines."""
    result = subprocess.run(
        command, cwd=ROOT, env=os.environ | REPRODUCIBLE, capture_output=True, text=True, check=False
    )
    if result.returncode:
        said = "\n".join(line[:400] for line in (result.stdout + result.stderr).splitlines()[-40:])
        raise SystemExit(f"{Path(command[0]).name} failed while building the runtime:\n{said}")


if __name__ == "__main__":
    print(f"Runtime: {ensure().relative_to(ROOT)}")
