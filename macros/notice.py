"""What is known of the programme's future: one dated notice, a banner on every page and a block on some."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from checkers.rulebook import Text
from macros.sources import register

if TYPE_CHECKING:
    from datetime import date

    from macros.guide import Guide
    from macros.sources import Source

__all__ = ["Notice", "banner", "current", "notice", "parse"]


@dataclass(frozen=True, slots=True)
class Notice:
    """What a source says of the programme's future, and what the reader does about it."""

    source: Source
    read: date
    short: Text
    do: Text


def banner(guide: Guide) -> str:
    """Return the line for every page, or nothing where the notice is taken down."""
    found = current()
    return guide.render("notice_banner.html", notice=found) if found else ""


def notice(guide: Guide) -> str:
    """Return the notice as a block with its source, or nothing where it is taken down."""
    found = current()
    return guide.render("notice.html", notice=found) if found else ""


@cache
def current() -> Notice | None:
    """Return the notice that stands now."""
    return parse((files(__package__) / "data/notice.toml").read_text("utf-8"))


def parse(text: str) -> Notice | None:
    """Read a notice; one whose `short` is empty in both languages is taken down.

    Raises:
        ValueError: one language has a text and the other has none.
    """
    table = tomllib.loads(text)
    short = Text(**table["short"])
    if not any((short.sv, short.en)):
        return None
    if not all((short.sv, short.en)):
        raise ValueError("notice.toml: write `short` in both languages, or empty both")
    return Notice(register()[table["source"]], table["read"], short, Text(**table["do"]))
