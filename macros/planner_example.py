"""The planner's example: a made-up team with a made-up visit, in which one thing is left to see to."""

from __future__ import annotations

from typing import Any

from macros.checker_examples import example as team_example
from macros.data_files import read_toml

__all__ = ["example"]


def example(language: str) -> dict[str, Any]:
    """Return a partnership file with one team and its planned visit."""
    data = _data()
    document = team_example(data["component"], language)
    (team,) = document["teams"]
    for person in team["participants"]:
        person["approved"] = None if person["name"] in data["waiting"] else True
    team["answers"]["exchange.budget"] = True
    team["visits"] = [_visit(data, language)]
    return document


def _data() -> dict[str, Any]:
    return read_toml("data/planner_example.toml")


def _visit(data: dict[str, Any], language: str) -> dict[str, Any]:
    facts = {name: data[name] for name in ("country", "start", "end", "travellers", "methods")}
    programme = [_said(item, language) for item in data["programme"]]
    return facts | {"answers": {}, "plan": _said(data["texts"], language) | {"programme": programme}}


def _said(values: dict[str, Any], language: str) -> dict[str, Any]:
    """Return the values with each text in the language."""
    return {name: value[language] if isinstance(value, dict) else value for name, value in values.items()}
