"""What the site holds of others' work, as a table: the list that the build made of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from macros.interface import interface

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.guide import Guide

__all__ = ["LIST", "components"]

#: Written by release/components.py, before any page is made.
LIST: Final = Path(__file__).parent.parent / "build/components.json"
_FILES: Final = {"sbom": "sbom.json", "texts": "licences.txt"}
_UNSTATED: Final = "NOASSERTION"
_OTHER: Final = "LicenseRef-"


def components(guide: Guide) -> str:
    """Return each component with its version, licence and what it is part of, and where more is told."""
    words = interface(guide.language, "components.toml")
    rows = [
        (f"{one['name']} {one['version']}".strip(), _licence(one["licence"], words), words[one["place"]])
        for one in json.loads(LIST.read_text("utf-8"))
    ]
    heads = [words[name] for name in ("component", "licence", "part")]
    root = guide.up + ("" if guide.language == "sv" else "../")
    table = guide.render("serving_table.html", caption=words["caption"], heads=heads, rows=rows)
    files = [(root + file, file, words[name]) for name, file in _FILES.items()]
    return table + guide.render("component_files.html", files=files)


def _licence(expression: str, words: Mapping[str, str]) -> str:
    if expression == _UNSTATED:
        return words["unstated"]
    return words["public_domain"] if expression.startswith(_OTHER) else expression
