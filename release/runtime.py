"""Build the Python runtime that the page loads: `python -m release.runtime`.

Pyodide as published, without what no page can reach, and the libraries that the checks use. They are compiled
beforehand: compiling them in the reader's browser is what makes a stock Pyodide slow to start. What
pages fetch goes to build/runtime/, what their scripts are made with to build/scripts/.
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
from typing import TYPE_CHECKING, Any, Final

from release import library, pinned
from release.packing import pack

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["MANIFEST", "MODULE", "PYODIDE", "build", "digest", "ensure", "optional_wheels"]

ROOT: Final = Path(__file__).resolve().parent.parent
RUNTIME: Final = ROOT / "build" / "runtime"
SCRIPTS: Final = ROOT / "build" / "scripts"
#: What the worker's script is joined with: the list of the runtime's files, and Pyodide's own script.
MANIFEST: Final = SCRIPTS / "runtime.json"
MODULE: Final = SCRIPTS / "pyodide.asm.mjs"
PYODIDE: Final = ROOT / "node_modules" / "pyodide"
#: The script that runs Python in the module, and so says what of it is needed.
HOST: Final = ROOT / "browser" / "worker" / "python.js"
WHEELS_LOCK: Final = ROOT / "requirements" / "pyodide.txt"
#: What a page loads beside the checks, and only when somebody opens or saves a spreadsheet.
OPTIONAL_LOCK: Final = ROOT / "requirements" / "runtime.txt"

#: The package that every page loads.
OURS: Final = "checkers"
#: All that can change a byte of the runtime.
INPUTS: Final = (
    "LICENSE*",
    "browser/worker/python.js",
    "checkers/**/*",
    "package-lock.json",
    "pyproject.toml",
    "release/NOTICE.txt",
    "release/compile.py",
    "release/core_modules.txt",
    "release/in_page.py",
    "release/library.py",
    "release/light/*.py",
    "release/node/*.mjs",
    "release/packing.py",
    "release/pyodide.sha256",
    "release/runtime.py",
    "release/wheel.py",
    "requirements/build.txt",
    "requirements/pyodide.txt",
    "requirements/runtime.txt",
)
#: The earliest day that a zip archive can hold, and the zone it is read in, since bytecode notes when its
#: source was changed: the same sources then give the same bytes.
REPRODUCIBLE: Final = {"SOURCE_DATE_EPOCH": "315532800", "TZ": "UTC"}


def ensure() -> Path:
    """Return the folder of what pages fetch, built anew only where one of its inputs has changed.

    Raises:
        SystemExit: a file of Pyodide's is not the one that we have tried, or a step failed.
    """
    pinned.check(PYODIDE, pinned.LIST.read_text("utf-8"))
    stamp = RUNTIME.with_suffix(".inputs")
    inputs = digest(ROOT, INPUTS)
    if stamp.is_file() and stamp.read_text() == inputs and RUNTIME.is_dir() and SCRIPTS.is_dir():
        return RUNTIME
    RUNTIME.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=RUNTIME.parent) as folder:
        build(Path(folder))
        stamp.unlink(missing_ok=True)
        for old in (RUNTIME, SCRIPTS):
            shutil.rmtree(old, ignore_errors=True)
            (Path(folder) / old.name).rename(old)
    stamp.write_text(inputs)
    return RUNTIME


def build(folder: Path) -> None:
    """Build into `runtime/` and `scripts/` below a folder, neither of which exists yet."""
    served, scripts = folder / RUNTIME.name, folder / SCRIPTS.name
    served.mkdir()
    scripts.mkdir()
    with tempfile.TemporaryDirectory() as temporary:
        made = Path(temporary)
        _gather(made)
        _run("node", ROOT / "release/node/prune.mjs", PYODIDE, HOST, made)
        manifest = _manifest(made, served)
        shutil.copyfile(made / MODULE.name, scripts / MODULE.name)
    (scripts / MANIFEST.name).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    notice = (ROOT / "release/NOTICE.txt").read_text(encoding="utf-8")
    (served / "NOTICE.txt").write_text(notice.format_map(manifest), encoding="utf-8")
    for licence in ROOT.glob("LICENSE*"):
        shutil.copyfile(licence, served / f"{licence.name}.txt")
    for path in (*served.iterdir(), *scripts.iterdir()):
        path.chmod(0o644)  # Emscripten's file system writes for everyone to change.


def _gather(folder: Path) -> None:
    """Put wheels and the library's parts into a folder, compiled, and the lock that names the wheels."""
    shutil.copyfile(PYODIDE / "pyodide-lock.json", folder / "pyodide-lock.json")
    library.part(PYODIDE / "python_stdlib.zip", folder)
    for wheel in optional_wheels():
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


def _manifest(made: Path, served: Path) -> dict[str, Any]:
    """Pack what a page fetches into `served`, and return what its worker must know of it."""
    lock = json.loads((made / "pyodide-lock.json").read_text(encoding="utf-8"))
    ours = lock["packages"].pop(OURS)["file_name"]
    files = {
        "module": "pyodide.asm.wasm",
        "library": library.CORE,
        "checks": ours,
    }
    return {
        "pyodide": _version_of_pyodide(),
        "python": lock["info"]["python"],
        "parts": {
            name: pack((made / file).read_bytes(), Path(file).stem.partition("-")[0], served)
            for name, file in files.items()
        },
        "rest": pack((made / library.REST).read_bytes(), "library-rest", served),
        "packages": {
            name: pack((made / name).read_bytes(), name.partition("-")[0], served)
            for name in sorted(package["file_name"] for package in lock["packages"].values())
        },
        "lock": lock,
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


def optional_wheels() -> list[Path]:
    """Return the packages that a page loads when somebody opens or saves a spreadsheet, as they came."""
    return sorted(_wheels(OPTIONAL_LOCK, "optional").glob("*.whl"))


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
