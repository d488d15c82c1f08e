"""Text in both languages, and how amounts and days are written in each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from datetime import date

__all__ = ["LANGUAGES", "Noun", "Text", "day", "number_range", "span"]

LANGUAGES: Final = ("sv", "en")

_AT_LEAST: Final = {"sv": "minst", "en": "at least"}
_AT_MOST: Final = {"sv": "högst", "en": "at most"}
_MONTHS_IN_YEAR: Final = 12


class Text(NamedTuple):
    """The same thing said in Swedish and in English; call it with a language."""

    sv: str
    en: str

    def __call__(self, language: str) -> str:
        """Return the text in `language` (`sv` or `en`)."""
        return self.sv if language == "sv" else self.en


class Noun(NamedTuple):
    """A noun for one and for many, in both languages."""

    one: Text
    many: Text

    def counted(self, number: int, language: str) -> str:
        """Return e.g. `1 politician` or `2 politicians`."""
        return f"{number} {(self.one if number == 1 else self.many)(language)}"

    def after(self, amount: str, largest: int, language: str) -> str:
        """Return the noun after an amount in words or digits, in the form the largest number asks for."""
        return f"{amount} {(self.one if largest == 1 else self.many)(language)}"


_MONTH_NAMES: Final = Text(
    sv="januari februari mars april maj juni juli augusti september oktober november december",
    en="January February March April May June July August September October November December",
)
_YEARS: Final = Noun(Text("år", "year"), Text("år", "years"))
_MONTHS: Final = Noun(Text("månad", "month"), Text("månader", "months"))


def day(date: date, language: str) -> str:
    """Return a date as people write it, as `23 November 2026`."""
    return f"{date.day} {_MONTH_NAMES(language).split()[date.month - 1]} {date.year}"


def number_range(least: int | None, most: int | None, language: str) -> str:
    """Return `2`, `1–2`, `at least 1`, `at most 4`, or nothing where neither end is set."""
    if least is None:
        return "" if most is None else f"{_AT_MOST[language]} {most}"
    if most is None:
        return f"{_AT_LEAST[language]} {least}"
    return str(least) if least == most else f"{least}–{most}"


def span(least: int | None, most: int | None, language: str) -> str:
    """Return a length of time in months, in years where both ends are whole years."""
    ends = [end for end in (least, most) if end is not None]
    if not ends:
        return ""
    in_years = all(end % _MONTHS_IN_YEAR == 0 for end in ends)
    unit, noun = (_MONTHS_IN_YEAR, _YEARS) if in_years else (1, _MONTHS)
    low, high = ends[0] // unit, ends[-1] // unit
    return noun.after(number_range(low, high, language), high, language)
