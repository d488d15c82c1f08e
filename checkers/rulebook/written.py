"""The rulebook as Python that makes the same values, for a wheel: reading TOML is slow in a browser."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from checkers.rulebook.model import Contents

__all__ = ["ready_source"]

#: Where the values come from that stand in the rulebook.
_MODULES: Final = ("model", "fields", "specs", "text")


def ready_source(contents: Contents) -> str:
    """Return a module whose `CONTENTS` are these."""
    return "\n".join(
        [
            "# Written from the rulebook's TOML files when the wheel was made.",
            "from datetime import date",
            *(f"from checkers.rulebook.{module} import *" for module in _MODULES),
            f"CONTENTS = {_written(contents)}",
            "",
        ]
    )


def _written(value: object) -> str:
    """Return Python that makes a value, a part a line: where things stand takes less room in short lines."""
    match value:
        case date():
            return f"date({value.year}, {value.month}, {value.day})"
        case tuple():
            name = type(value).__name__ if hasattr(value, "_fields") else ""
            return "\n".join([f"{name}(", *(f"{_written(part)}," for part in value), ")"])
        case dict():
            return "\n".join(["{", *(f"{key!r}: {_written(part)}," for key, part in value.items()), "}"])
        case _:
            return repr(value)
