"""Folders of partnership files, and the command line as another process."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.teams import ABROAD, team

__all__ = ["ROOT", "TEXTS", "lay", "lay_many", "run"]

ROOT = Path(__file__).parent.parent
DOCUMENTS = {
    "met": team("inception").document,
    "unmet": team("inception").people(ABROAD, "majority", "civil_servant coordinator").document,
    "unclear": team("inception").people(ABROAD, "majority", "opposition", "civil_servant").document,
    "unknown": team("inception").answer("inception.tool", None).document,
    "two teams": team("project").beside(team("inception").people(ABROAD)).document,
}
TEXTS = {name: json.dumps(document) for name, document in DOCUMENTS.items()} | {
    "no JSON": "{",
    "wrong": '{"format": "partnership/1"}',
    "no team": json.dumps({**DOCUMENTS["met"], "teams": []}),
}


def lay(folder, **files):
    """Write files into a folder: a path (`__` for a slash, `_` for the dot) and what of TEXTS it holds."""
    for name, kind in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXTS[kind], "utf-8")


def lay_many(folder):
    """Write more files than one process checks: all sorts, in turns."""
    kinds = list(TEXTS)
    lay(folder, **{f"{number:02}_json": kinds[number % len(kinds)] for number in range(45)})
    with zipfile.ZipFile(folder / "form.xlsx", "w") as broken:
        broken.writestr("nothing.xml", "")
    (folder / "people.csv").write_text("name;partner\n", "utf-8")


def run(*arguments, **options):
    """Run the command line as another process, as people do."""
    return subprocess.run(
        [sys.executable, "-m", "checkers", *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=ROOT,
        **options,
    )
