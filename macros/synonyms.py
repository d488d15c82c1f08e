"""Words that mean the same to a reader who searches, and words that say nothing of what is sought."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["ignored_words", "synonyms"]


@cache
def _data() -> dict[str, Any]:
    tables: dict[str, Any] = tomllib.loads((files(__package__) / "data/synonyms.toml").read_text("utf-8"))
    return tables


def synonyms(language: str) -> list[list[str]]:
    """Return groups of words or phrases, each group for one thing."""
    return [group[language] for group in _data()["group"] if language in group]


def ignored_words(language: str) -> list[str]:
    """Return the words of a question that every page could answer."""
    words: str = _data()["ignored"][language]
    return words.split()
