"""What a file held, whatever sort of file it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from checkers.model import Partnership

__all__ = ["Opened"]


class Opened(NamedTuple):
    """A partnership that was read from a file."""

    partnership: Partnership
    #: The partnership file as JSON values, or what a participant form stands for as such.
    document: object
    #: Places of a participant form that were not read, each with a sentence.
    unread: tuple[tuple[str, str], ...] = ()
