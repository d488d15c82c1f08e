"""A visit's plan in a partnership file -> plan, every fault with its path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkers.model import Plan, ProgrammeItem
from checkers.words import PLAN_TEXTS, PROGRAMME_TICKS

if TYPE_CHECKING:
    from checkers.node import Node

__all__ = ["MAX_CHARACTERS", "MAX_ITEMS", "read_plan"]

#: What one visit's plan may hold: a page of text at each point, and a programme for some weeks.
MAX_CHARACTERS: Final = 4000
MAX_ITEMS: Final = 200

_PLAN_KEYS: Final = (*PLAN_TEXTS, "programme")
_ITEM_KEYS: Final = ("day", "start", "end", "what", "where", *PROGRAMME_TICKS)


def read_plan(node: Node) -> Plan | None:
    """Read a visit's plan; null is None."""
    if node.value is None:
        return None
    keys = node.object(_PLAN_KEYS)
    texts = {name: keys[name].text(MAX_CHARACTERS) for name in PLAN_TEXTS}
    return Plan(**texts, programme=_programme(keys["programme"]))


def _programme(node: Node) -> tuple[ProgrammeItem, ...]:
    items = node.items()
    if len(items) > MAX_ITEMS:
        node.fault("too_many_items", limit=MAX_ITEMS)
        return ()
    return tuple(map(_item, items))


def _item(node: Node) -> ProgrammeItem:
    keys = node.object(_ITEM_KEYS)
    start, end = keys["start"].time(), keys["end"].time()
    if start and end and end < start:
        keys["end"].fault("end_before_start_time", start=f"{start:%H:%M}")
    return ProgrammeItem(
        day=keys["day"].day(),
        start=start,
        end=end,
        what=keys["what"].text(MAX_CHARACTERS),
        where=keys["where"].text(MAX_CHARACTERS),
        reflection=keys["reflection"].boolean(),
    )
