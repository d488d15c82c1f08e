"""The guide without a network: the button that keeps it on a device, and the list of pages that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.interface import interface
from macros.scripts import embedded, modules_of

if TYPE_CHECKING:
    from macros.guide import Guide

__all__ = ["kept_pages", "offline_copy"]

_WORDS: Final = "offline.toml"


def offline_copy(guide: Guide) -> str:
    """Return the button that keeps the whole guide; without a script, a word on why there is none."""
    return _element(guide, "offline-copy", "copy.", "button")


def kept_pages(guide: Guide) -> str:
    """Return the place where links to the kept pages go."""
    return _element(guide, "kept-pages", "pages.", "list")


def _element(guide: Guide, name: str, words: str, tool: str) -> str:
    known = interface(guide.language, _WORDS)
    return guide.render(
        "offline.html",
        name=name,
        tool=tool,
        assets=guide.asset("checker/"),
        modules=modules_of(f"{name}.js"),
        no_script=known[f"{words}no_script"],
        words=embedded(
            {key.removeprefix(words): text for key, text in known.items() if key.startswith(words)}
        ),
    )
