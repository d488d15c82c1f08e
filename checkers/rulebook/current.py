"""The rulebook that comes with this package: as read beforehand where that was done, else from TOML files."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final

from checkers.rulebook.model import Rulebook

if TYPE_CHECKING:
    from checkers.rulebook.model import Contents

__all__ = ["READY", "load"]

#: A module that only a wheel has (`written`).
READY: Final = "checkers.rulebook.ready"


@cache
def load() -> Rulebook:
    """Return the rulebook that comes with this package.

    Raises:
        RulebookError: the rulebook is malformed; names the file, the rule and the field.
    """
    try:
        contents: Contents = import_module(READY).CONTENTS
    except ModuleNotFoundError:
        # Whoever has the rulebook ready does not wait for what reads TOML.
        from pathlib import Path  # noqa: PLC0415

        from checkers.rulebook.loader import load_folder  # noqa: PLC0415

        return load_folder(Path(__file__).parent)
    return Rulebook(contents)
