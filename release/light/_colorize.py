"""Stands in for Python's module of this name in the page, where no text is ever coloured.

Python's own makes its themes, large classes, as it is imported, and every traceback imports it: a seventh of
what Python takes to start in a browser.
"""

from __future__ import annotations

__all__ = ["ANSIColors", "can_colorize", "decolor", "get_colors", "get_theme"]


class _Colours:
    """Every colour is no text."""

    def __getattr__(self, name: str) -> str:
        return _no(name)


class _Theme:
    """Every part of it is without colours."""

    def __getattr__(self, name: str) -> _Colours:
        _no(name)
        return ANSIColors


def _no(name: str) -> str:
    # What Python itself asks an object for is no colour.
    if name.startswith("__"):
        raise AttributeError(name)
    return ""


ANSIColors = _Colours()


def get_colors(*_: object, **__: object) -> _Colours:
    """Return no colours."""
    return ANSIColors


def get_theme(*_: object, **__: object) -> _Theme:
    """Return a theme without colours."""
    return _Theme()


def decolor(text: str) -> str:
    """Return the text: there is no colour to take from it."""
    return text


def can_colorize(*_: object, **__: object) -> bool:
    """Say no."""
    return False
