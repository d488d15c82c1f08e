"""Values of a partnership as the words that stand in a cell, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkers.rulebook import COMPONENTS, load
from checkers.sheets.cells import Item, joined, text_item
from checkers.sheets.tables import Column, label_of
from checkers.sheets.vocabulary import BOOLEANS, vocabulary, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, time

__all__ = ["Speech"]

#: Yes or no, beside those of a participant.
_YES_NO: Final = (*BOOLEANS, "elected_opposition", "planned", "item_reflection", "answer")
_CHOICES: Final = ("capacity", "side", "roles", "gender", "methods")
_SEVERAL: Final = ("roles", "methods", "travellers")


class Speech:
    """Says values in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, key: str) -> str:
        """Return a word of the spreadsheet's own."""
        return words()[key](self.language)

    def component(self, component: str) -> str:
        """Return a component's name."""
        return load().group(component).name(self.language)

    @property
    def external(self) -> str:
        """The word for somebody from no partner."""
        return load().form.choice("partner", "external")(self.language)

    def yes_no(self, answer: bool | None) -> str | None:  # noqa: FBT001 - the value is what is said
        """Return yes or no, or nothing."""
        return None if answer is None else self.say("answers.yes" if answer else "answers.no")

    def choice(self, field: str, value: str | None) -> str | None:
        """Return the word for a value of a field."""
        return None if value is None else load().form.choice(field, value)(self.language)

    def choices(self, field: str, values: Iterable[str] | None) -> str | None:
        """Return the words for a field's values."""
        labels = {choice.value: choice.label(self.language) for choice in load().form.fields[field].choices}
        return self.ticks(values, labels)

    def ticks(self, values: Iterable[str] | None, labels: Mapping[str, str]) -> str | None:
        """Return the labels of what is ticked, and a word of their own for none."""
        if values is None:
            return None
        return joined(Item(labels[value], quoted=False) for value in values) or self.say("answers.none")

    def names(self, names: Iterable[str] | None) -> str | None:
        """Return people's names; one that is also the word for nobody stands in quotation marks."""
        if names is None:
            return None
        items = [text_item(name, is_word=vocabulary().is_none(name)) for name in names]
        return joined(items) or self.say("answers.none")

    def day(self, day: date | None) -> str | None:
        """Return a day as the partnership file writes it."""
        return day.isoformat() if day else None

    def time(self, time: time | None) -> str | None:
        """Return a time of day as the partnership file writes it."""
        return f"{time:%H:%M}" if time else None

    def column(self, key: str, own: Mapping[str, tuple[str, ...]]) -> Column:
        """Return a column with the words to choose from; `own` are those that only this partnership has."""
        return Column(
            key=key,
            label=label_of(key)(self.language),
            words=own.get(key) or self._words(key),
            several=key in _SEVERAL,
        )

    def _words(self, key: str) -> tuple[str, ...]:
        if key in _YES_NO:
            return tuple(self.say(f"answers.{answer}") for answer in ("yes", "no", "open"))
        if key in _CHOICES:
            return tuple(choice.label(self.language) for choice in load().form.fields[key].choices)
        return tuple(map(self.component, COMPONENTS)) if key == "component" else ()
