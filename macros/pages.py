"""What ties pages to each other and to their source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkers.rulebook import COMPONENTS

if TYPE_CHECKING:
    from macros.guide import Guide

__all__ = ["component_cards", "opening", "source_note", "sources_table"]


def component_cards(guide: Guide) -> str:
    """Return a card for each component, linked to its page."""
    return guide.render("component_cards.html", groups=[guide.book.group(name) for name in COMPONENTS])


def opening(guide: Guide) -> str:
    """Return the start page's opening, from the `hero` of its front matter."""
    return guide.render("opening.html", hero=guide.meta["hero"])


def source_note(guide: Guide, group: str | None = None) -> str:
    """Return which text a page builds on, down to the section where it builds on one."""
    read = max(each.read for each in guide.book.groups)
    return guide.render("source_note.html", group=guide.book.group(group) if group else None, read=read)


def sources_table(guide: Guide) -> str:
    """Return every section of the source, when it was read, and the page that presents it."""
    return guide.render("sources_table.html", groups=guide.book.groups)
