"""How values stand as text in a cell, so that each can be read back as it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Item", "joined", "shown", "split", "taken", "text_item"]

_QUOTE: Final = '"'
#: An item in quotation marks, doubled inside it, or one without; then a semicolon, a new line or the end.
_ITEM: Final = re.compile(r'\s*(?:"(?P<quoted>(?:[^"]|"")*)"\s*|(?P<plain>[^;\n]*))(?:[;\n]|\Z)')
_MUST_BE_QUOTED: Final = re.compile(r'[;"\r\n]|^\s|\s$|^$')


class Item(NamedTuple):
    """One item of a list in a cell; in quotation marks it is a text and never a word for something else."""

    text: str
    quoted: bool


def shown(text: str | None) -> str | None:
    """Return a text as it stands in a cell: a blank one in quotation marks, for a cell may be left empty."""
    if text is None:
        return None
    return f'"{text}"' if not text.strip() or _is_marked(text) else text


def taken(cell: str) -> str | None:
    """Return the text that stands in a cell."""
    if not cell.strip():
        return None
    return cell[1:-1] if _is_marked(cell) else cell


def _is_marked(cell: str) -> bool:
    """Is this a blank text in quotation marks, or what such a one would be written as?"""
    while len(cell) > 1 and cell[0] == cell[-1] == _QUOTE:
        cell = cell[1:-1]
        if not cell.strip():
            return True
    return False


def joined(items: Iterable[Item]) -> str:
    """Return a list as it stands in a cell."""
    return "; ".join(_quoted(item.text) if item.quoted else item.text for item in items)


def text_item(text: str, *, is_word: bool = False) -> Item:
    """Return a text as an item; one that could be taken for something else, or `is_word`, is quoted."""
    return Item(text, is_word or _MUST_BE_QUOTED.search(text) is not None)


def split(cell: str) -> list[Item]:
    """Return the items of a list in a cell."""
    items: list[Item] = []
    place = 0
    while place < len(cell):
        found = _ITEM.match(cell, place)
        if found is None:  # Something stands after a closing quotation mark: the whole is a plain text.
            end = min((at for mark in ";\n" if (at := cell.find(mark, place)) >= 0), default=len(cell))
            items.append(Item(cell[place:end].strip(), quoted=False))
            place = end + 1
            continue
        quoted = found["quoted"]
        if quoted is not None:
            items.append(Item(quoted.replace('""', _QUOTE), quoted=True))
        elif found["plain"].strip():
            items.append(Item(found["plain"].strip(), quoted=False))
        place = found.end()
    return items


def _quoted(text: str) -> str:
    return f'"{text.replace(_QUOTE, _QUOTE * 2)}"'
