"""Build the site with what may follow MkDocs 1.x and Material, and tell what comes out.

`python -m release.canary`. Each generator comes from a lock of its own into an environment that is thrown
away, and builds a copy of the tree. What it makes is compared with the ordinary build in `site/`, page by
page. Whatever it finds, it does not fail: it is to be read, so that leaving is known work when it is due.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from release import trees
from release.compared import compared

__all__ = ["ATTEMPTS", "Attempt", "attempt", "main"]

_ROOT: Final = Path(__file__).resolve().parent.parent
_LANGUAGES: Final = ("mkdocs.yml", "mkdocs.en.yml")
#: Made before any page, and needed by what makes pages.
_MADE: Final = ("runtime", "scripts", "checker", "worker", "components.json", "packages.json", "release.txt")
#: Made when all pages are there, whatever made them.
_LATER: Final = frozenset(("release.json", "sw.js"))
_SECONDS: Final = 600
_SHOWN: Final = 12
#: Pages name these; in a generator's own frame they are pages like others.
_TEMPLATES: Final = ("embed.html", "offline.html")
_PLAIN: Final = '{% extends "main.html" %}\n'


_Command = tuple[str | Path, ...]


class Attempt(NamedTuple):
    """One way to build the site."""

    name: str
    #: Of requirements/, without its ending.
    lock: str
    #: Of Python, before the name of the configuration.
    command: tuple[str, ...]
    #: Without our frame around the pages, so that the content shows by itself.
    plain: bool = False


ATTEMPTS: Final = (
    Attempt("ProperDocs", "canary-properdocs", ("-m", "properdocs", "build", "--config-file")),
    Attempt("Zensical", "canary-zensical", ("-m", "zensical", "build", "--config-file")),
    Attempt(
        "Zensical, own frame", "canary-zensical", ("-m", "zensical", "build", "--config-file"), plain=True
    ),
)


def main() -> None:
    """Try each and print what came of it."""
    for one in ATTEMPTS:
        with tempfile.TemporaryDirectory() as folder:
            print(f"Canary: {one.name}")
            for line in attempt(one, Path(folder)):
                print(f"  {line}")


def attempt(one: Attempt, folder: Path) -> list[str]:
    """Return what came of an attempt, made in an empty folder."""
    python = folder / "environment" / "bin" / "python"
    tree = folder / "tree"
    trees.copy(sorted(trees.sources()), tree)
    (tree / "node_modules").symlink_to((_ROOT / "node_modules").resolve())
    for name in _MADE:
        _copied(_ROOT / "build" / name, tree / "build" / name)
    install = (python, "-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", _lock(one))
    steps: list[tuple[str, _Command]] = [
        ("environment", (sys.executable, "-m", "venv", python.parent.parent)),
        ("install", install),
        *((f"build {config}", _building(one, python, tree, config)) for config in _LANGUAGES),
    ]
    lines: list[str] = []
    for step, command in steps:
        failed = _run(command, tree)
        lines += [f"{step}: {'failed' if failed else 'done'}", *failed]
    return [*lines, *compared(_ROOT / "site", tree / "site", _SHOWN, _LATER)]


def _building(one: Attempt, python: Path, tree: Path, config: str) -> _Command:
    return (python, *one.command, _config(tree, config) if one.plain else config)


def _lock(one: Attempt) -> Path:
    return _ROOT / "requirements" / f"{one.lock}.txt"


def _copied(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copyfile(source, target)


def _config(tree: Path, name: str) -> str:
    """Write a configuration without our frame; return its name."""
    frame = tree / "build" / "frame"
    frame.mkdir(exist_ok=True)
    for template in _TEMPLATES:
        (frame / template).write_text(_PLAIN, "utf-8")
    plain = f"plain.{name}"
    (tree / plain).write_text(f"INHERIT: {name}\ntheme: {{custom_dir: build/frame}}\n", "utf-8")
    return plain


def _run(command: _Command, tree: Path) -> list[str]:
    """Run a step in a tree; return the end of what it said where it failed, else nothing."""
    path = f"{Path(command[0]).parent}{os.pathsep}{os.environ['PATH']}"
    # The macros and our extensions lie in the tree, where `python -m` finds them and a command does not.
    environment = os.environ | {"PATH": path, "PYTHONPATH": str(tree)}
    try:
        run = subprocess.run(
            command,
            cwd=tree,
            env=environment,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return [f"    gave up after {_SECONDS} seconds"]
    said = [line for line in (run.stdout + run.stderr).splitlines() if line.strip()]
    return [f"    {line[:300]}" for line in said[-3:]] if run.returncode else []


if __name__ == "__main__":
    main()
