"""A place in a JSON document: its value, its path, and the faults found there."""

from __future__ import annotations

import json
import re
from datetime import date, time
from itertools import islice
from typing import TYPE_CHECKING, Final

from checkers.faults import Fault
from checkers.plain import plain
from checkers.strict_json import RepeatedKeys

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

__all__ = ["Node"]

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_COUNTRY: Final = re.compile(r"[A-Z]{2}", re.ASCII)
_PLAIN_KEY: Final = re.compile(r"[\w.-]{1,100}")
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
_SHOWN_CHARACTERS: Final = 40
#: More choices than any word of the format has; a partnership may have more partners.
_SHOWN_CHOICES: Final = 20


class Node:
    """A value of the document; the readers return None where they have noted a fault."""

    def __init__(self, value: object, place: str | tuple[Node, str | int], faults: list[Fault]) -> None:
        """Stand at a path, or in a node at a key or number; faults are added to the shared list `faults`."""
        self.value = value
        self._place = place
        self._faults = faults

    @property
    def path(self) -> str:
        """Where this stands in the document; worked out only when asked, as few nodes have a fault."""
        if isinstance(self._place, str):
            return self._place
        node, key = self._place
        if isinstance(key, int):
            return f"{node.path}[{key}]"
        if not _PLAIN_KEY.fullmatch(key):
            return f"{node.path}[{json.dumps(_short(key), ensure_ascii=False)}]"
        return f"{node.path}.{key}" if node.path else key

    def fault(self, code: str, **values: str | int) -> None:
        """Note what is wrong here."""
        self._faults.append(Fault(self.path, code, {"value": self._shown(), **values}))

    def object(self, allowed: Collection[str], required: Collection[str] = ()) -> dict[str, Node]:
        """Read an object; return the nodes of all `allowed` keys, with None for an absent one."""
        if not isinstance(self.value, dict):
            self.fault("not_object")
            return {key: self._at(key) for key in allowed}
        self._check_repeated()
        for key in self.value:
            if key not in allowed:
                self._at(key).fault("unknown_key", key=_short(key), allowed=_listed(allowed))
        for key in required:
            if self.value.get(key) is None:
                self._at(key).fault("missing")
        return {key: self._at(key) for key in allowed}

    def has(self, key: str) -> bool:
        """Does this object hold the key, even with null?"""
        return isinstance(self.value, dict) and key in self.value

    def mapping(self) -> Mapping[str, Node]:
        """Read an object with free keys; an absent or null one has none."""
        if self.value is None:
            return {}
        if not isinstance(self.value, dict):
            self.fault("not_object")
            return {}
        self._check_repeated()
        return {key: self._at(key) for key in self.value}

    def items(self) -> list[Node]:
        """Read a list; an absent or null one has no items."""
        if self.value is None:
            return []
        if not isinstance(self.value, list):
            self.fault("not_list")
            return []
        return [Node(item, (self, number), self._faults) for number, item in enumerate(self.value)]

    def text(self, limit: int | None = None) -> str | None:
        """Read a text of at most `limit` characters; null is None."""
        if self.value is None:
            return None
        if not isinstance(self.value, str):
            self.fault("not_text")
            return None
        if _SURROGATE.search(self.value):
            self.fault("half_character")
            return None
        if limit is not None and len(self.value) > limit:
            self.fault("text_too_long", limit=limit)
            return None
        return self.value

    def one_of(self, allowed: Collection[str]) -> str | None:
        """Read a text out of a closed set; null is None."""
        if self.value is None:
            return None
        if not isinstance(self.value, str) or self.value not in allowed:
            self.fault("not_allowed", allowed=_listed(allowed))
            return None
        return self.value

    def boolean(self) -> bool | None:
        """Read true or false; null is None."""
        if self.value is not None and not isinstance(self.value, bool):
            self.fault("not_boolean")
            return None
        return self.value

    def whole_number(self, least: int, most: int) -> int | None:
        """Read a whole number within bounds; null is None."""
        value = self.value
        if value is None or (type(value) is int and least <= value <= most):
            return value
        self.fault("not_allowed", allowed=f"{least}–{most}")
        return None

    def day(self) -> date | None:
        """Read an ISO 8601 day; null is None."""
        if self.value is None:
            return None
        if isinstance(self.value, str) and _DAY.fullmatch(self.value):
            try:
                return date.fromisoformat(self.value)
            except ValueError:
                self.fault("no_such_day")
                return None
        self.fault("not_day")
        return None

    def time(self) -> time | None:
        """Read a time of day in hours and minutes; null is None."""
        if self.value is None:
            return None
        if isinstance(self.value, str) and _TIME.fullmatch(self.value):
            return time.fromisoformat(self.value)
        self.fault("not_time")
        return None

    def country(self) -> str | None:
        """Read an ISO 3166-1 alpha-2 code; null is None."""
        if self.value is None:
            return None
        if not isinstance(self.value, str) or not _COUNTRY.fullmatch(self.value):
            self.fault("not_country")
            return None
        return self.value

    def several_of(self, allowed: Collection[str]) -> tuple[str, ...] | None:
        """Read a list of texts out of a closed set, each once; null is None."""
        if self.value is None:
            return None
        found: list[str] = []
        for item in self.items():
            chosen = item.one_of(allowed)
            if item.value is None:
                item.fault("not_allowed", allowed=_listed(allowed))
            elif chosen is not None and chosen not in found:
                found.append(chosen)
        return tuple(found)

    def _check_repeated(self) -> None:
        if isinstance(self.value, RepeatedKeys):
            self.fault("repeated_key", key=_short(self.value.repeated))

    def _at(self, key: str) -> Node:
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return Node(value, (self, key), self._faults)

    def _shown(self) -> str:
        return _short(_as_json(self.value))


def _as_json(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{value}"'
        case dict():
            return "{…}"
        case list():
            return "[…]"
        case _:
            return str(value)


def _listed(choices: Collection[str]) -> str:
    shown = [_short(choice) for choice in islice(choices, _SHOWN_CHOICES)]
    return ", ".join([*shown, "…"] if len(choices) > _SHOWN_CHOICES else shown)


def _short(text: str) -> str:
    """Return a text in one line that any terminal can show, cut where it is long."""
    line = plain(text)
    return line if len(line) <= _SHOWN_CHARACTERS else f"{line[:_SHOWN_CHARACTERS]}…"
