"""The scripts and styles of the page's elements, joined into few files.

The sources stay small modules; a reader on a slow line would wait for each of them. What is imported on
demand stays a file of its own, fetched when it is needed. All files lie in one folder, so that a script finds
its neighbours however they were joined.

All of them are modules. Browsers refuse a module that a host sends as another type of file, so each that a
page starts is there once more as a classic script, whose type does not matter.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any, Final

from release import packing, runtime

__all__ = [
    "CLASSIC",
    "FOLDER",
    "PACKAGES",
    "WORKER_FOLDER",
    "build",
    "classic",
    "service_worker",
    "smaller_style",
]

_ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = _ROOT / "build" / "checker"
#: Where the worker's script lies, packed as pages fetch it.
WORKER_FOLDER: Final = _ROOT / "build" / "worker"
#: Where the classic scripts lie, beside the folders of the modules.
CLASSIC: Final = "classic/"
#: Written by `build`: the names of npm's packages that any script holds a part of.
PACKAGES: Final = _ROOT / "build" / "packages.json"
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
_SERVICE: Final = "service-worker/service-worker.js"
#: Where scripts find the list of the runtime's files.
_RUNTIME: Final = f"--alias:@built/runtime={runtime.MANIFEST}"
_ESBUILD: Final = _ROOT / "node_modules/.bin/esbuild"
#: What a page brings later, from its maker and as it is.
_LATER: Final = "--external:*/ical.min.js"
#: Where the modules lie that pages start, not their libraries.
_OURS: Final = ("js/", "checker/")
#: What a classic script calls its own address, which only a module is told. A block, for each its own.
_ADDRESS: Final = (
    "--banner:js={const address=document.currentScript.src;",
    "--define:import.meta.url=address",
    "--footer:js=}",
)
#: Browsers that run Pyodide know all of this.
_LANGUAGE: Final = "es2022"
#: Of a file's path, wherever the modules lie.
_PACKAGE: Final = re.compile(r".*\bnode_modules/((?:@[^/]+/)?[^/]+)/")


def build() -> Path:
    """Join the scripts anew; return their folder, which also says in `parts.json` what each entry imports.

    Raises:
        SystemExit: a script has a fault, or imports what is not there.
    """
    workers, packages = _workers()
    shutil.rmtree(FOLDER, ignore_errors=True)
    shared = _joined(
        *(*ENTRIES, *SHEETS, "--splitting", "--format=esm"),
        *("--entry-names=[name]", "--chunk-names=[name]-[hash]"),
        *(*workers, _LATER, f"--outdir={FOLDER}"),
    )
    alone = _joined(*ALONE, "--format=esm", "--entry-names=[name]", f"--outdir={FOLDER}")
    (FOLDER / "parts.json").write_text(json.dumps(_parts(shared), indent=2) + "\n", "utf-8")
    packages |= _packages(shared) | _packages(alone) | _service_worker("")[1]
    PACKAGES.write_text(json.dumps(sorted(packages), indent=2) + "\n", "utf-8")
    return FOLDER


def classic(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return each module that no other imports as one classic script, with all that it imports.

    Args:
        files: a release's shared files by their place in it; the classic scripts are named so too.

    Raises:
        SystemExit: a module imports what is not there.
    """
    scripts = {place: content for place, content in files.items() if place.endswith(".js")}
    with tempfile.TemporaryDirectory() as folder:
        modules, made = Path(folder, "modules"), Path(folder, "made")
        for place, content in scripts.items():
            (modules / place).parent.mkdir(parents=True, exist_ok=True)
            (modules / place).write_bytes(content)
        ours = [str(modules / place) for place in scripts if place.startswith(_OURS)]
        outputs = _joined(*ours, "--format=iife", *_ADDRESS, "--entry-names=[name]", f"--outdir={made}")
        held = Counter(source for output in outputs.values() for source in output["inputs"])
        starts = [name for name, output in outputs.items() if held[output["entryPoint"]] == 1]
        return {f"{CLASSIC}{Path(name).name}": (made / Path(name).name).read_bytes() for name in starts}


def service_worker(release: str) -> str:
    """Return the service worker of a release, as one classic script.

    Raises:
        SystemExit: a script has a fault, or imports what is not there.
    """
    return _service_worker(release)[0]


def smaller_style(style: str) -> str:
    """Return a style sheet without what only its readers need; what it names is left as it is.

    Raises:
        SystemExit: the style sheet has a fault.
    """
    return _run("--loader=css", text=style)


def _service_worker(release: str) -> tuple[str, set[str]]:
    return _script(_SERVICE, "--format=iife", f"--define:RELEASE={json.dumps(release)}")


def _workers() -> tuple[list[str], set[str]]:
    """Join the workers' scripts; return where pages find what they must know of them, and what they hold.

    Python's is fetched, packed; the other one is small and lies in the pages' own script.
    """
    shutil.rmtree(WORKER_FOLDER, ignore_errors=True)
    WORKER_FOLDER.mkdir(parents=True)
    python, packages = _worker(_WORKER)
    unpacker, more = _worker(_UNPACKER)
    about = {
        "worker": packing.gzipped(python.encode(), "worker", WORKER_FOLDER),
        "unpacker": {"script": unpacker},
    }
    for name, content in about.items():
        (WORKER_FOLDER / f"{name}.json").write_text(json.dumps(content), "utf-8")
    places = [_RUNTIME, *(f"--alias:@built/{name}={WORKER_FOLDER / name}.json" for name in about)]
    return places, packages | more


def _worker(script: str) -> tuple[str, set[str]]:
    """Join a worker's script into one: a worker that starts from a Blob finds no neighbours."""
    return _script(
        *(script, "--format=esm", "--external:node:*", "--external:ws"),
        *(_RUNTIME, f"--alias:@built/pyodide={runtime.MODULE}"),
    )


def _script(*arguments: str) -> tuple[str, set[str]]:
    """Join scripts into one; return it, and the packages that it holds a part of."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "script.js"
        packages = _packages(_joined(*arguments, f"--outfile={file}"))
        return file.read_text("utf-8"), packages


def _joined(*arguments: str) -> dict[str, dict[str, Any]]:
    """Join scripts into files; return what esbuild tells of each file."""
    with tempfile.TemporaryDirectory() as folder:
        meta = Path(folder) / "meta.json"
        # Files are named for the paths in them too, which must not tell where the modules really lie.
        _run(*arguments, "--bundle", "--preserve-symlinks", f"--metafile={meta}")
        outputs: dict[str, dict[str, Any]] = json.loads(meta.read_text("utf-8"))["outputs"]
    return outputs


def _packages(outputs: dict[str, dict[str, Any]]) -> set[str]:
    """Return the packages of npm that these files hold a part of."""
    return {
        found[1]
        for output in outputs.values()
        for path, used in output["inputs"].items()
        if used["bytesInOutput"] and (found := _PACKAGE.match(path))
    }


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
