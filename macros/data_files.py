"""The data that pages are made from, beside this module: one way to read it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["names_in", "read_text", "read_toml"]


@cache
def read_toml(file: str) -> dict[str, Any]:
    """Return the tables of a TOML file, named relative to this folder; whoever reads it leaves it unchanged.

    Raises:
        FileNotFoundError: there is no such file.
        tomllib.TOMLDecodeError: it is not TOML.
    """
    return tomllib.loads(read_text(file))


def read_text(file: str) -> str:
    """Return what stands in a file, named relative to this folder.

    Raises:
        FileNotFoundError: there is no such file.
    """
    return (files(__package__) / file).read_text("utf-8")


def names_in(folder: str) -> list[str]:
    """Return the TOML files of a folder, in the order of their names, as `read_toml` takes them."""
    entries = (files(__package__) / folder).iterdir()
    return sorted(f"{folder}/{entry.name}" for entry in entries if entry.name.endswith(".toml"))
