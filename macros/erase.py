"""The button that erases everything the guide keeps in a browser, as the build renders it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.interface import interface
from macros.scripts import embedded, modules_of

if TYPE_CHECKING:
    from macros.guide import Guide

__all__ = ["erase_data"]

_ENTRY: Final = "erase-data.js"
_WORDS: Final = "erase."


def erase_data(guide: Guide) -> str:
    """Return the button; without a script, what to do instead."""
    words = interface(guide.language)
    return guide.render(
        "erase_data.html",
        assets=guide.asset("checker/"),
        modules=modules_of(_ENTRY),
        entry=_ENTRY,
        no_script=words["erase.no_script"],
        words=embedded({key: text for key, text in words.items() if key.startswith(_WORDS)}),
    )
