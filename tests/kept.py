"""Texts kept word for word, many to a file: each under its name, to be read by people when they change."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["GOLDEN", "UPDATE", "kept", "update"]

GOLDEN: Final = Path(__file__).parent / "golden"
#: Are the kept texts to be written anew?
UPDATE: Final = bool(os.environ.get("UPDATE_GOLDEN"))

_MARK: Final = "## "


@cache
def kept(file: Path) -> dict[str, str]:
    """Return the texts of a file by their names."""
    parts = ("\n" + file.read_text("utf-8")).split(f"\n{_MARK}")[1:]
    return {name: text.strip("\n") for name, _, text in (part.partition("\n") for part in parts)}


def update(file: Path, texts: Mapping[str, Callable[[], str]]) -> None:
    """Write a file anew where that was asked for."""
    if UPDATE:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(f"{_MARK}{name}\n{text()}\n" for name, text in texts.items()), "utf-8")
