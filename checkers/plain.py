"""Text that somebody typed, made safe for one line of a terminal."""

from __future__ import annotations

import unicodedata
from typing import Final

__all__ = ["plain"]

#: Control characters, line and paragraph ends, and halves of characters.
_STEERING: Final = frozenset({"Cc", "Zl", "Zp", "Cs"})
#: Marks that turn the direction of the text after them; other invisible marks belong to emoji and scripts.
_TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain(text: str) -> str:
    """Return text that cannot steer a terminal: what could becomes a replacement character."""
    return "".join("\N{REPLACEMENT CHARACTER}" if _steers(character) else character for character in text)


def _steers(character: str) -> bool:
    return character in _TURNING or unicodedata.category(character) in _STEERING
