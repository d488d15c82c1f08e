"""Read values out of a TOML table, and say where a value is not what the rulebook allows."""

from __future__ import annotations

from datetime import date, datetime
from string import Formatter
from typing import TYPE_CHECKING, NoReturn

from checkers.rulebook.text import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

__all__ = ["RulebookError", "Table", "placeholders"]


def placeholders(template: str) -> frozenset[str]:
    """Return the names in `{}` in a template.

    Raises:
        ValueError: the braces do not pair up.
    """
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name is not None)


class RulebookError(Exception):
    """A rulebook that cannot be used: names the file, the rule and the field."""


class Table:
    """One TOML table; every key must be taken before `finish`, so that a misspelt one is found."""

    def __init__(self, values: object, where: str, *, allowed: Collection[str] = ()) -> None:
        """Wrap `values`; `where` names the file and the rule, `allowed` the placeholders of its texts."""
        self._where = where
        self._allowed = frozenset(allowed)
        if not isinstance(values, dict):
            self.refuse("", f"must be a table, not {values!r}")
        self._values: dict[str, object] = dict(values)

    def refuse(self, field: str, reason: str) -> NoReturn:
        """Raise a RulebookError about a field of this table."""
        raise RulebookError(": ".join(part for part in (self._where, field, reason) if part))

    def take(self, field: str) -> object:
        """Return a field's raw value and count it as read; None where it is absent."""
        return self._values.pop(field, None)

    def finish(self) -> None:
        """Refuse what nobody asked for."""
        for field in self._values:
            self.refuse(field, "is not a field of this table")

    def keys(self) -> Iterator[str]:
        """Iterate over the fields not yet taken."""
        return iter(tuple(self._values))

    def string(self, field: str, *, default: str | None = None) -> str:
        """Take a string; without a default it must be there and not be empty."""
        value = self.take(field)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or (not value.strip() and default is None):
            self.refuse(field, f"must be a text, not {value!r}")
        return value

    def one_of(self, field: str, allowed: Collection[str], *, default: str | None = None) -> str:
        """Take a string out of a closed set."""
        value = self.string(field, default=default)
        if value not in allowed and value != default:
            self.refuse(field, f"{value!r} is not one of {', '.join(allowed)}")
        return value

    def integer(self, field: str) -> int | None:
        """Take a whole number from 0 up, or None where it is absent."""
        value = self.take(field)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 0):
            self.refuse(field, f"must be a whole number from 0 up, not {value!r}")
        return value

    def number(self, field: str) -> int:
        """Take a whole number that must be there."""
        value = self.integer(field)
        if value is None:
            self.refuse(field, "is missing")
        return value

    def boolean(self, field: str) -> bool | None:
        """Take true or false, or None where it is absent."""
        value = self.take(field)
        if value is not None and not isinstance(value, bool):
            self.refuse(field, f"must be true or false, not {value!r}")
        return value

    def day(self, field: str, *, default: date | None = None) -> date:
        """Take a date without a time."""
        value = self.take(field)
        if value is None and default is not None:
            return default
        if not isinstance(value, date) or isinstance(value, datetime):
            self.refuse(field, f"must be a date, not {value!r}")
        return value

    def strings(self, field: str) -> tuple[str, ...] | None:
        """Take a list of strings, or None where it is absent."""
        value = self.take(field)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.refuse(field, f"must be a list of texts, not {value!r}")
        return tuple(value)

    def text(self, field: str) -> Text:
        """Take a text in both languages, with the same placeholders in each."""
        value = self.take(field)
        if not isinstance(value, dict) or set(value) != set(LANGUAGES):
            self.refuse(field, f"must hold exactly {' and '.join(LANGUAGES)}")
        if not all(isinstance(said, str) and said.strip() for said in value.values()):
            self.refuse(field, "must hold a text that is not empty in each language")
        text = Text(**value)
        self._check_placeholders(field, text)
        return text

    def optional_text(self, field: str) -> Text | None:
        """Take a text in both languages, or None where it is absent."""
        return self.text(field) if field in self._values else None

    def texts(self, field: str) -> dict[str, Text]:
        """Take a table of texts, empty where it is absent."""
        if field not in self._values:
            return {}
        inner = self.table(field)
        return {key: inner.text(key) for key in inner.keys()}  # noqa: SIM118 - Table is no mapping

    def table(self, field: str) -> Table:
        """Take a table inside this one."""
        return Table(self.take(field), f"{self._where}: {field}", allowed=self._allowed)

    def tables(self, field: str) -> list[Table]:
        """Take a list of tables; a single table counts as a list of one, an absent one as none."""
        value = self.take(field)
        items = value if isinstance(value, list) else [] if value is None else [value]
        return [Table(item, f"{self._where}: {field}", allowed=self._allowed) for item in items]

    def _check_placeholders(self, field: str, text: Text) -> None:
        try:
            found = {language: placeholders(text(language)) for language in LANGUAGES}
        except ValueError as error:
            self.refuse(field, f"has braces that do not pair up ({error})")
        if found["sv"] != found["en"]:
            self.refuse(field, "must have the same placeholders in both languages")
        if strange := sorted(found["sv"] - self._allowed):
            self.refuse(field, f"has an unknown placeholder {{{strange[0]}}}")
