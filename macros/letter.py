"""The message to ICLD about a replacement, as a model to write from: the one that the checker fills in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkers.replacing.letter import load_letter
from checkers.replacing.message import blank_message

if TYPE_CHECKING:
    from macros.guide import Guide

__all__ = ["causes", "replacement_letter"]


def replacement_letter(guide: Guide) -> str:
    """Return the message with every blank open."""
    return guide.render("letter.html", paragraphs=_paragraphs(guide.language))


def causes(language: str) -> list[tuple[str, str]]:
    """Return why somebody may leave, as the form's choices."""
    return [(cause.id, cause.label(language)) for cause in load_letter().causes.values()]


def _paragraphs(language: str) -> list[str]:
    return "".join(piece.text for piece in blank_message(language)).split("\n\n")
