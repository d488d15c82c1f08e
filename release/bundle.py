"""The scripts and styles of the page's elements, joined into few files.

The sources stay small modules; a reader on a slow line would wait for each of them. What is imported on
demand stays a file of its own, fetched when it is needed. All files lie in one folder, so that a script finds
its neighbours however they were joined.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

from release import packing, runtime

__all__ = ["FOLDER", "WORKER_FOLDER", "build", "service_worker", "smaller_style"]

_ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = _ROOT / "build" / "checker"
#: Where the worker's script lies, packed as pages fetch it.
WORKER_FOLDER: Final = _ROOT / "build" / "worker"
#: What a page or a script starts by name, below browser/.
ENTRIES: Final = (
    "team-checker.js",
    "planner/visit-planner.js",
    "chooser/method-chooser.js",
    "shelf/erase-data.js",
)
#: Joined each for itself: to share the little they need would cut what the others share into more files.
ALONE: Final = ("offline/newer-release.js", "offline/offline-copy.js", "offline/kept-pages.js")
#: What dresses them; each imports its parts.
SHEETS: Final = (
    "team-checker.css",
    "planner/visit-planner.css",
    "chooser/method-chooser.css",
    "shelf/erase-data.css",
)
_WORKER: Final = "worker/worker.js"
_UNPACKER: Final = "worker/unpacker.js"
_SERVICE_WORKER: Final = "service-worker/service-worker.js"
#: Where scripts find the list of the runtime's files.
_RUNTIME: Final = f"--alias:@built/runtime={runtime.MANIFEST}"
_ESBUILD: Final = _ROOT / "node_modules/.bin/esbuild"
#: Browsers that run Pyodide know all of this.
_LANGUAGE: Final = "es2022"


def build() -> Path:
    """Join the scripts anew; return their folder, which also says in `parts.json` what each entry imports.

    Raises:
        SystemExit: a script has a fault, or imports what is not there.
    """
    workers = _workers()
    shutil.rmtree(FOLDER, ignore_errors=True)
    _esbuild(
        *(*ENTRIES, *SHEETS, "--splitting", "--format=esm"),
        *("--entry-names=[name]", "--chunk-names=[name]-[hash]"),
        *(*workers, f"--outdir={FOLDER}", f"--metafile={FOLDER / 'meta.json'}"),
    )
    _esbuild(*ALONE, "--format=esm", "--entry-names=[name]", f"--outdir={FOLDER}")
    meta = FOLDER / "meta.json"
    parts = _parts(json.loads(meta.read_text("utf-8"))["outputs"])
    meta.unlink()
    (FOLDER / "parts.json").write_text(json.dumps(parts, indent=2) + "\n", "utf-8")
    return FOLDER


def service_worker(release: str) -> str:
    """Return the service worker of a release, as one classic script.

    Raises:
        SystemExit: a script has a fault, or imports what is not there.
    """
    return _esbuild(_SERVICE_WORKER, "--format=iife", f"--define:RELEASE={json.dumps(release)}")


def smaller_style(style: str) -> str:
    """Return a style sheet without what only its readers need; what it names is left as it is.

    Raises:
        SystemExit: the style sheet has a fault.
    """
    return _run("--loader=css", text=style)


def _workers() -> list[str]:
    """Join the workers' scripts; return where pages find what they must know of them.

    Python's is fetched, packed; the other one is small and lies in the pages' own script.
    """
    shutil.rmtree(WORKER_FOLDER, ignore_errors=True)
    WORKER_FOLDER.mkdir(parents=True)
    python = packing.gzipped(_joined(_WORKER), "worker", WORKER_FOLDER)
    about = {"worker": python, "unpacker": {"script": _joined(_UNPACKER).decode()}}
    for name, content in about.items():
        (WORKER_FOLDER / f"{name}.json").write_text(json.dumps(content), "utf-8")
    return [_RUNTIME, *(f"--alias:@built/{name}={WORKER_FOLDER / name}.json" for name in about)]


def _joined(script: str) -> bytes:
    """Join a worker's script into one: a worker that starts from a Blob finds no neighbours."""
    return _esbuild(
        *(script, "--format=esm", "--external:node:*", "--external:ws"),
        *(_RUNTIME, f"--alias:@built/pyodide={runtime.MODULE}"),
    ).encode()


def _esbuild(*arguments: str) -> str:
    return _run(*arguments, "--bundle")


def _run(*arguments: str, text: str = "") -> str:
    run = subprocess.run(
        [
            *(str(_ESBUILD), *arguments, "--minify", f"--target={_LANGUAGE}"),
            *("--log-level=warning", "--legal-comments=none"),
        ],
        cwd=_ROOT / "browser",
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise SystemExit(f"esbuild failed:\n{run.stderr}")
    return run.stdout


def _parts(outputs: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    """Return, for each entry, the files that it waits for, itself among them."""
    imported = {
        Path(name).name: [
            Path(one["path"]).name for one in output["imports"] if one["kind"] == "import-statement"
        ]
        for name, output in outputs.items()
    }
    shared = {Path(entry).name: _reached(Path(entry).name, imported) for entry in ENTRIES}
    return shared | {Path(entry).name: [Path(entry).name] for entry in ALONE}


def _reached(start: str, imported: dict[str, list[str]]) -> list[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += imported[name]
    return sorted(found)


if __name__ == "__main__":
    print(f"Scripts: {build().relative_to(_ROOT)}")
