"""What a spreadsheet calls partners and teams, and whom a name in it means."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from checkers.rulebook import COMPONENTS, load
from checkers.sheets.vocabulary import normal, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["PartnerNames", "component_named", "team_names"]

_NUMBERED: Final = re.compile(r"(.*?)\s*(\d+)?", re.DOTALL)


class PartnerNames:
    """The partners of one file: by name where that is one partner's alone, else by id."""

    def __init__(self, partners: Iterable[tuple[str, str]]) -> None:
        """Know partners by id and name."""
        self._names = dict(partners)
        self._exact = _unique((name, id_) for id_, name in self._names.items())
        both = [*self._names.items(), *((id_, id_) for id_ in self._names)]
        self._loose = _unique({(normal(name), id_): None for id_, name in both})

    def word(self, partner: str | None, external: str) -> str:
        """Return what to write for a partner's id, or for None, an external participant."""
        if partner is None:
            return external
        for word in (self._names[partner], partner):
            if word.strip() and self.found(word) == partner and not self.is_external(word):
                return word
        return f'"{partner}"'

    def found(self, word: str) -> str | None:
        """Return the id of the partner that a word in a cell means, or None."""
        if len(word) > 1 and word[0] == word[-1] == '"' and word[1:-1] in self._names:
            return word[1:-1]
        if word in self._names:
            return word
        return self._exact.get(word) or self._loose.get(normal(word))

    def names(self) -> list[str]:
        """Return each partner's name, or its id where it has none."""
        return [name.strip() or id_ for id_, name in self._names.items()]

    def is_external(self, word: str) -> bool:
        """Does a word in a cell mean an external participant? In quotation marks it is an id."""
        return not word.startswith('"') and vocabulary().choice("partner", word) is not None


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the pairs whose first half stands for one thing alone."""
    known = list(pairs)
    number = Counter(word for word, _ in known)
    return {word: id_ for word, id_ in known if word and number[word] == 1}


def team_names(components: Sequence[str], language: str) -> list[str]:
    """Return a name for each team: its component, numbered from the second of a kind."""
    names: list[str] = []
    seen: Counter[str] = Counter()
    for component in components:
        seen[component] += 1
        name = load().group(component).name(language)
        names.append(name if seen[component] == 1 else f"{name} {seen[component]}")
    return names


def component_named(name: str) -> str | None:
    """Return the component that a sheet or a team is named after, in either language, numbered or not."""
    return _components().get(normal(name)) or _components().get(normal(_without_number(name)))


def _without_number(name: str) -> str:
    found = _NUMBERED.fullmatch(name.strip())
    return found[1] if found else name


def _components() -> dict[str, str]:
    found: dict[str, str] = {}
    for component in COMPONENTS:
        name = load().group(component).name
        found |= {normal(word): component for word in (component, name.sv, name.en)}
    return found
