"""What a macro needs to know about the page it writes for, and how it writes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from macros.scripts import release
from macros.words import day, word

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from checkers.rulebook import Rulebook

__all__ = ["Guide"]


@dataclass(frozen=True, slots=True)
class Guide:
    """The rulebook in one language, seen from one page."""

    book: Rulebook
    language: str
    #: The way from the page up to its language's root: one `../` for each folder.
    up: str
    #: The page's front matter.
    meta: Mapping[str, Any]

    def asset(self, path: str) -> str:
        """Return the way to one of the site's shared files: they lie once, beside the Swedish pages."""
        return self.up + ("" if self.language == "sv" else "../") + f"assets/{release()}/{path}"

    def word(self, path: str) -> str:
        """Return one of the guide's own words."""
        return word(path, self.language)

    def word_in(self, language: str, path: str) -> str:
        """Return one of the guide's own words in a language that need not be the page's."""
        return word(path, language)

    def phrase(self, name: str) -> str:
        """Return one of the rulebook's sentences or names, as `strength.must`."""
        return self.book.phrases[name](self.language)

    def day(self, date: date) -> str:
        """Return a date in words."""
        return day(date, self.language)

    def render(self, template: str, **values: Any) -> str:  # noqa: ANN401 - a template takes values of any type
        """Return the template's HTML."""
        return _environment().get_template(template).render(guide=self, language=self.language, **values)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
