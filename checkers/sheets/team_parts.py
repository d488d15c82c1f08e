"""The tables of visits, programmes, replacements and answers -> put into their teams."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from checkers.rulebook import LANGUAGES, load
from checkers.sheets.cells import split
from checkers.sheets.table_reader import short
from checkers.sheets.vocabulary import normal, vocabulary, words
from checkers.words import PLAN_TEXTS

if TYPE_CHECKING:
    from checkers.rulebook import Rule
    from checkers.sheets.cells import Item
    from checkers.sheets.places import Places
    from checkers.sheets.table_reader import Record

__all__ = ["TeamNames", "TeamParts"]

_ABOUT: Final = re.compile(r"(?P<what>\D*?)\s*(?P<number>\d+)")
_VISIT_COLUMNS: Final = {
    "country": "visit_country",
    "start": "visit_start",
    "end": "visit_end",
    "plan": "plan_learn",
}
#: Far above what a file may hold, so that a number of many digits is no work.
_DIGITS: Final = 6


class TeamNames:
    """What a form calls its teams, and the place of each."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        #: As they are written, for those who read what is allowed.
        self.written: list[str] = []

    def add(self, name: str, place: int) -> bool:
        """Take up a team's name; tell whether no other team has it."""
        is_new = normal(name) not in self._places
        if is_new:
            self._places[normal(name)] = place
            self.written.append(name)
        return is_new

    def place(self, name: str) -> int | None:
        """Return the place of the team that is meant."""
        return self._places.get(normal(name))


class TeamParts:
    """Puts rows into the teams they name."""

    def __init__(self, teams: list[dict[str, Any]], names: TeamNames, places: Places) -> None:
        self._teams = teams
        self._names = names
        self._places = places
        #: By team and list: the number that a row has in its own column -> its place in the list.
        self._numbers: dict[tuple[int, str], dict[int, int]] = {}

    def visits(self, record: Record) -> None:
        """Read a visit."""
        team = self._team(record)
        if team is None:
            return
        plan = {text: record.text(f"plan_{text}") for text in PLAN_TEXTS}
        visit: dict[str, Any] = {
            "country": record.country("visit_country"),
            "start": record.day("visit_start"),
            "end": record.day("visit_end"),
            "travellers": self._travellers(record, team),
            "methods": record.choices("methods"),
            "answers": {},
            "plan": plan if any(text is not None for text in plan.values()) else None,
        }
        path = self._append(record, team, "visits", visit, _VISIT_COLUMNS)
        for text in PLAN_TEXTS:
            self._places.at(f"{path}.plan.{text}", record.place(f"plan_{text}"))

    def programme(self, record: Record) -> None:
        """Read one item of a visit's programme."""
        team = self._team(record)
        visit = (
            None if team is None else self._numbered(record, team, "visits", record.raw("number"), "number")
        )
        if team is None or visit is None:
            return
        values = {
            "day": record.day("item_day"),
            "start": record.time("item_start"),
            "end": record.time("item_end"),
            "what": record.text("item_what"),
            "where": record.text("item_where"),
            "reflection": record.boolean("item_reflection"),
        }
        plan = self._teams[team]["visits"][visit]
        plan["plan"] = plan["plan"] or {}
        items = plan["plan"].setdefault("programme", [])
        path = f"teams[{team}].visits[{visit}].plan.programme"
        self._places.record(f"{path}[{len(items)}]", record, values, {key: f"item_{key}" for key in values})
        items.append(values)

    def replacements(self, record: Record) -> None:
        """Read a replacement."""
        team = self._team(record)
        if team is None:
            return
        leaves = record.text("leaves")
        values: dict[str, Any] = {
            "leaves": leaves if leaves is None else self._name(team, leaves),
            "joins": record.text("joins"),
            "answers": {},
        }
        self._append(record, team, "replacements", values, {})

    def answers(self, record: Record) -> None:
        """Read the answer to a question; one that has not been answered says nothing."""
        cell = record.raw("answer").strip()
        if not cell or vocabulary().is_open(cell):
            return
        team = self._team(record)
        rule = _rule(record)
        about = None if team is None else self._about(record, team)
        if team is None or rule is None or about is None:
            return
        values, path = about
        answers = values.setdefault("answers", {})
        if rule.id in answers:
            record.fault("answer", "sheet_answered_twice")
        elif rule.options:
            labels = dict(rule.options)
            answers[rule.id] = record.ticks("answer", lambda word: _option(rule, word), labels)
        else:
            answers[rule.id] = record.boolean("answer")
        self._places.at(f"{path}.answers.{rule.id}", record.place("answer"))

    def _team(self, record: Record) -> int | None:
        """Return the team that a row names; where there is only one, it need not."""
        name = record.raw("team").strip()
        if not name and len(self._teams) == 1:
            return 0
        found = self._names.place(name)
        if found is None:
            allowed = ", ".join(map(short, self._names.written))
            record.fault("team", "sheet_team", value=short(name), allowed=allowed)
        return found

    def _append(
        self, record: Record, team: int, kind: str, values: dict[str, Any], columns: dict[str, str]
    ) -> str:
        """Add a visit or a replacement to its team; return its path."""
        listed = self._teams[team].get(kind) or []
        self._teams[team][kind] = listed
        path = f"teams[{team}].{kind}[{len(listed)}]"
        self._places.record(path, record, values, columns)
        numbers = self._numbers.setdefault((team, kind), {})
        number = _whole(record.raw("number")) or max(numbers, default=0) + 1
        if number in numbers:
            record.fault("number", "sheet_number_twice", value=number)
        numbers[number] = len(listed)
        listed.append(values)
        return path

    def _numbered(self, record: Record, team: int, kind: str, number: str, key: str) -> int | None:
        """Return the place of the visit or replacement of a number; note where there is none."""
        numbers = self._numbers.get((team, kind), {})
        found = numbers.get(_whole(number) or 0)
        if found is None and not number.strip() and len(numbers) == 1:
            return 0
        if found is None:
            sheet = words()[f"sheets.{kind}"](record.language)
            record.fault(key, "sheet_number", value=short(number), key=sheet)
        return found

    def _about(self, record: Record, team: int) -> tuple[dict[str, Any], str] | None:
        """Return what a question is about, the team or one of its visits or replacements, and its path."""
        cell = record.raw("about").strip()
        if not cell:
            return self._teams[team], f"teams[{team}]"
        found = _ABOUT.fullmatch(cell)
        kind = _kinds().get(normal(found["what"])) if found else None
        place = (
            None
            if kind is None or found is None
            else self._numbers.get((team, kind), {}).get(_whole(found["number"]) or 0)
        )
        if kind is None or place is None:
            sheet = words()[f"sheets.{kind or 'visits'}"](record.language)
            record.fault("about", "sheet_number", value=short(cell), key=sheet)
            return None
        return self._teams[team][kind][place], f"teams[{team}].{kind}[{place}]"

    def _travellers(self, record: Record, team: int) -> list[str] | None:
        cell = record.raw("travellers")
        if not cell.strip():
            return None
        items = split(cell)
        if len(items) == 1 and not items[0].quoted and vocabulary().is_none(items[0].text):
            return []
        return [name for item in items for name in self._names_in(team, item)]

    def _names_in(self, team: int, item: Item) -> list[str]:
        """Return the names that an item holds: one, or by hand several with commas between them."""
        name = item.text if item.quoted else self._name(team, item.text)
        if item.quoted or self._is_one(team, name):
            return [name]
        parts = [self._name(team, part.strip()) for part in name.split(",")]
        return parts if all(self._is_one(team, part) for part in parts) else [name]

    def _is_one(self, team: int, name: str) -> bool:
        return any(person["name"] == name for person in self._teams[team]["participants"])

    def _name(self, team: int, said: str) -> str:
        """Return the one name in the team that is meant, whatever its spaces and capitals."""
        names = [person["name"] or "" for person in self._teams[team]["participants"]]
        if said in names:
            return said
        alike = [name for name in names if normal(name) == normal(said)]
        return alike[0] if len(alike) == 1 and normal(said) else said


def _whole(text: str) -> int | None:
    said = text.strip().removesuffix(".")
    return int(said) if said.isascii() and said.isdigit() and len(said) <= _DIGITS else None


def _rule(record: Record) -> Rule | None:
    """Return the question of a row, by its id or by its words."""
    id_, question = record.raw("question_id").strip(), record.raw("question")
    rule = load().questions.get(id_) or _questions().get(normal(question) if not id_ else "")
    if rule is None:
        record.fault("question", "sheet_question", value=short(id_ or question))
    return rule


@cache
def _questions() -> dict[str, Rule]:
    rules = load().questions.values()
    return {normal(rule.question(language)): rule for rule in rules for language in LANGUAGES}


@cache
def _kinds() -> dict[str, str]:
    kinds = {"visit": "visits", "replacement": "replacements"}
    phrases = load().phrases
    return {
        normal(phrases[f"subject.{what}"](language).format(number="")): kind
        for what, kind in kinds.items()
        for language in LANGUAGES
    }


def _option(rule: Rule, word: str) -> str | None:
    said = normal(word)
    return next(
        (
            value
            for value, label in rule.options
            if said in (normal(value), normal(label.sv), normal(label.en))
        ),
        None,
    )
