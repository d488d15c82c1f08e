"""A partnership file that uses every field, and ways to spoil it."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.teams import team

__all__ = ["full", "spoilt"]


def full() -> dict[str, Any]:
    """Return a valid file in which every field of the format stands, with a value."""
    draft = team("inception").visit(travellers=["Amina Lindberg"], plan=_plan()).replacement()
    document = draft.document
    for person in document["teams"][0]["participants"]:
        person |= {"side": person["side"] or "neither", "employed": True, "approved": True}
    return document


def _plan() -> dict[str, Any]:
    texts = ("learn", "skills", "methods", "challenges", "reflection", "home")
    item = {"day": "2026-05-04", "start": "09:00", "end": "10:30", "what": "Welcome", "where": "City hall"}
    return dict.fromkeys(texts, "Written.") | {"programme": [item | {"reflection": True}]}


def spoilt(changes: dict[str, str], without: tuple[str, ...] = ()) -> str:
    """Return the full file as JSON text, with raw JSON put in at some paths and some fields left out.

    A path is written as in a fault: `teams[0].participants[2].capacity`.
    """
    document = full()
    for place, path in enumerate(changes):
        _put(document, path, _mark(place))
    for path in without:
        _drop(document, path)
    text = json.dumps(document)
    for place, raw in enumerate(changes.values()):
        text = text.replace(json.dumps(_mark(place)), raw)
    return text


def _mark(place: int) -> str:
    return f"<change {place}>"


def _steps(path: str) -> list[str | int]:
    """Split a path; the id of a question holds a dot of its own."""
    head, answers, question = path.partition(".answers.")
    steps: list[str | int] = [
        int(index) if index else name for index, name in re.findall(r"\[(\d+)\]|([^.\[\]]+)", head)
    ]
    if answers:
        name, *rest = re.split(r"\[", question)
        steps += ["answers", name, *(int(index.removesuffix("]")) for index in rest)]
    return steps


def _put(document: Any, path: str, value: object) -> None:
    *way, last = _steps(path)
    for step in way:
        document = document[step]
    document[last] = value


def _drop(document: Any, path: str) -> None:
    *way, last = _steps(path)
    for step in way:
        document = document[step]
    del document[last]
