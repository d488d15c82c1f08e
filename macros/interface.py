"""The words of what runs in a page: read from TOML, and refused where the two languages do not match."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from checkers.rulebook import LANGUAGES
from checkers.rulebook.text import placeholders
from macros.data_files import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["interface"]


@cache
def interface(language: str, file: str = "interface.toml") -> dict[str, str]:
    """Return every word of the checker, or of another file, in one language, by key, as `verdict.met`.

    Raises:
        ValueError: a word is missing in a language, or its placeholders differ.
    """
    tables = read_toml(file)
    return {key: _checked(file, key, texts)[language] for key, texts in _entries("", tables)}


def _entries(path: str, table: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    for name, value in table.items():
        key = f"{path}.{name}" if path else name
        if isinstance(value, dict) and not value.keys() & set(LANGUAGES):
            yield from _entries(key, value)
        else:
            yield key, value


def _checked(file: str, key: str, texts: dict[str, str]) -> dict[str, str]:
    if texts.keys() != set(LANGUAGES):
        raise ValueError(f"{file}: {key} is needed in {' and '.join(LANGUAGES)}, and nothing else")
    if len({placeholders(text) for text in texts.values()}) > 1:
        raise ValueError(f"{file}: {key} has other placeholders in one language than in the other")
    return texts
