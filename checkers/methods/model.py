"""A peer-learning method, as the pages and the chooser know it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checkers.rulebook import Text

__all__ = ["Method", "OtherName", "Sheet", "Statement"]


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said about a method, and who says so: codes of sources, none where it is our own advice."""

    text: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another name for a method, in the one language that uses it."""

    language: str
    name: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to print and write in."""

    title: Text
    columns: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A way for partners to learn from each other."""

    id: str
    name: Text
    #: By language, who uses the name; nobody where it is ours.
    named: Mapping[str, tuple[str, ...]]
    also: tuple[OtherName, ...]
    fits: Text
    fits_badly: Text
    #: What comes out of it.
    result: Text
    people: tuple[Statement, ...]
    time: tuple[Statement, ...]
    sheet: Sheet

    @property
    def page(self) -> str:
        """Its page, from the language's root."""
        return f"toolbox/{self.id}/"
