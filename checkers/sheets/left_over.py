"""What a loose list holds that could not be placed: nothing is dropped without a word."""

from __future__ import annotations

from typing import TypedDict, Unpack

from checkers.rulebook import load
from checkers.sheets.vocabulary import words

__all__ = ["Left", "LeftOver", "field_label", "line_of"]


class Left(TypedDict):
    """What could not be placed, and why; `row` counts from 1, `column` from 0."""

    #: `sheet`, `row`, `column` or `value`.
    kind: str
    row: int | None
    column: int | None
    header: str | None
    value: str | None
    why: str


class _Place(TypedDict, total=False):
    row: int
    column: int
    header: str
    value: str


class LeftOver:
    """Collects, in the language of the one who asked, what could not be placed."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.items: list[Left] = []

    def note(
        self, kind: str, why: str, values: dict[str, str] | None = None, **place: Unpack[_Place]
    ) -> None:
        """Note a row, a column or a value, and the reason by its name."""
        said = words()[f"left_over.{why}"](self.language).format(**(values or {}))
        left = Left(kind=kind, row=None, column=None, header=None, value=None, why=said)
        left.update(place)  # type: ignore[typeddict-item]
        self.items.append(left)

    def refused(self, field: str, **place: Unpack[_Place]) -> None:
        """Note a value that is none of those its field may have."""
        choices = [choice.label for choice in load().form.fields[field].choices]
        labels = choices or [words()["answers.yes"], words()["answers.no"]]
        allowed = ", ".join(label(self.language) for label in labels)
        values = {"field": field_label(field, self.language), "allowed": allowed}
        self.note("value", "not_a_choice", values, **place)


def field_label(field: str, language: str) -> str:
    """Return what the form calls a field, in quotation marks."""
    known = load().form.fields
    label = known[field if field in known else "name"].label(language)
    return f"”{label}”" if language == "sv" else f"“{label}”"


def line_of(cells: list[str]) -> str:
    """Return a row of cells in one line."""
    return " | ".join(cell.strip() for cell in cells if cell.strip())
