"""A table of TOML as the rulebook's reader gets it."""

from __future__ import annotations

import tomllib

from checkers.rulebook.table import Table


def table(text, *allowed):
    return Table(tomllib.loads(text), "x.toml: x.y", allowed=allowed)
