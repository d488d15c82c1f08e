"""What ties pages to each other and to their source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkers.rulebook import COMPONENTS

if TYPE_CHECKING:
    from macros.guide import Guide

__all__ = ["component_cards", "opening", "sources_table"]


def component_cards(guide: Guide) -> str:
    """Return a card for each component, linked to its page."""
    return guide.render("component_cards.html", groups=[guide.book.group(name) for name in COMPONENTS])


def opening(guide: Guide) -> str:
    """Return the start page's opening, from the `hero` of its front matter."""
    return guide.render("opening.html", hero=guide.meta["hero"])


def sources_table(guide: Guide) -> str:
    """Return every section of the source, when it was read, and the page that presents it."""
    return guide.render("sources_table.html", groups=guide.book.groups)
