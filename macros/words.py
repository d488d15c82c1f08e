"""The words around the rules, in both languages."""

from __future__ import annotations

from functools import cache

from checkers.rulebook import Text, day
from macros.data_files import read_toml

__all__ = ["day", "sort_key", "word"]


@cache
def _words() -> dict[str, dict[str, Text]]:
    tables = read_toml("words.toml")
    return {name: {key: Text(**entry) for key, entry in table.items()} for name, table in tables.items()}


def word(path: str, language: str) -> str:
    """Return the text at `path`, as `strength.must`.

    Raises:
        KeyError: there is none.
    """
    table, _, key = path.partition(".")
    return _words()[table][key](language)


def sort_key(name: str, language: str) -> str:
    """Return what sorts a name where its language puts it: Swedish has å, ä and ö last."""
    after_z: dict[str, str | int | None] = {"å": "{", "ä": "|", "ö": "}"} if language == "sv" else {"å": "a"}
    return name.lower().translate(str.maketrans(after_z))
