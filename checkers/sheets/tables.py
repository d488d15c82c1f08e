"""The participant form as tables: which there are, what each column holds and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checkers.rulebook import load
from checkers.sheets.vocabulary import words

if TYPE_CHECKING:
    from checkers.rulebook import Text

__all__ = [
    "COLUMNS",
    "CSV_COLUMNS",
    "DERIVED",
    "HEADINGS",
    "PEOPLE",
    "SUMMARY_COLUMNS",
    "Column",
    "Sheet",
    "label_of",
]

#: The row of headings; the title stands above it.
HEADINGS: Final = 2
#: A table for each team.
PEOPLE: Final = "people"
_PERSON: Final = (
    "name", "partner", "capacity", "side", "leading", "employed",
    "roles", "gender", "reason", "code_of_conduct", "approved",
)  # fmt: skip
#: The columns of each table.
COLUMNS: Final = {
    "partners": ("id", "partner_name", "country", "elected_opposition"),
    "teams": ("team", "component", "application", "start", "end", "planned"),
    PEOPLE: _PERSON,
    "answers": ("team", "about", "question", "answer", "question_id"),
    "visits": (
        "team", "number", "visit_country", "visit_start", "visit_end", "travellers", "methods",
        "plan_learn", "plan_skills", "plan_methods", "plan_challenges", "plan_reflection", "plan_home",
    ),
    "programme": (
        "team", "number", "item_day", "item_start", "item_end", "item_what", "item_where", "item_reflection",
    ),
    "replacements": ("team", "number", "leaves", "joins"),
    "verdict": (
        "team", "rule", "subject", "status", "message", "advice", "strength", "section", "quote", "page",
    ),
}  # fmt: skip
#: What follows from the rest, and is written for people to read only.
DERIVED: Final = ("verdict", "choices")
#: The table over many files, a row for each team.
SUMMARY_COLUMNS: Final = ("file", "component", "verdict", "unmet", "unclear", "unknown", "first")
#: The one table of a CSV file: it must say by itself which team and which partner.
CSV_COLUMNS: Final = ("team", *_PERSON, "partner_id", "country", "elected_opposition")


class Column(NamedTuple):
    """One column, in one language."""

    key: str
    label: str
    #: The words to choose from, where there are any; with `several` more than one may stand in a cell.
    words: tuple[str, ...] = ()
    several: bool = False


class Sheet(NamedTuple):
    """One table: every cell a text, or None where it is empty."""

    kind: str
    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str | None, ...], ...]
    #: What each row is about, met or unmet; empty where rows are to be filled in.
    tones: tuple[str, ...] = ()


def label_of(key: str) -> Text:
    """Return what a column is called."""
    form = load().form.fields
    return form[key].label if key in form else words()[f"columns.{key}"]
