"""The words of what runs in a page: read from TOML, and refused where the two languages do not match."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from checkers.rulebook import LANGUAGES
from checkers.rulebook.table import placeholders
from macros.data_files import names_in, read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["interface"]


#: The checker's words lie here, a file for each of its parts.
_FOLDER: Final = "interface"


@cache
def interface(language: str, file: str | None = None) -> dict[str, str]:
    """Return every word of the checker, or of another file, in one language, by key, as `verdict.met`.

    Raises:
        ValueError: a word is missing in a language, its placeholders differ, or two files have the same key.
    """
    words: dict[str, str] = {}
    for name in [file] if file else names_in(_FOLDER):
        for key, texts in _entries("", read_toml(name)):
            if key in words:
                raise ValueError(f"{name}: {key} stands in another file too")
            words[key] = _checked(name, key, texts)[language]
    return words


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
