"""What the rules can tell of a person: for each rule a sort of person, or nothing.

Two people of whom every rule sees the same are alike to all rules, so a search need only count the sorts.
"""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING, Final

from checkers.matching import fits
from checkers.rulebook import Count, Holder, HolderIs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checkers.model import Participant
    from checkers.rulebook import Rule, Spec, Who

__all__ = ["Counts", "Seen", "Sight", "is_shared"]

#: What the rules see of a person: the numbers of the sorts she or he is of.
Seen = tuple[int, ...]
#: How many there are of each sort.
Counts = tuple[int, ...]
#: Whether a person fits each description of a rule.
_Fit = tuple[bool | None, ...]

_ANSWERS: Final = (True, False, None)
#: One holder of a role is right, and two are too many.
_HOLDERS: Final = 2


def is_shared(rule: Rule) -> bool:
    """Does what the rule says of one partner rest on other partners' people too?"""
    return rule.scope == "team" or (isinstance(rule.spec, Holder) and rule.spec.shared)


class Sight:
    """The sorts of people that some rules tell apart, numbered."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        """See with the eyes of `rules`."""
        self.rules = rules
        self.whos: tuple[tuple[Who, ...], ...] = tuple(_whos(rule.spec) for rule in rules)
        #: For each sort the place of its rule, and how the people of that sort fit it.
        self.sorts: tuple[tuple[int, _Fit], ...] = tuple(_sorts(rules, self.whos))
        self._numbers = {sort: number for number, sort in enumerate(self.sorts)}
        #: From so many of a sort on, one more makes no difference to any rule.
        self.enough: Counts = tuple(_enough(rules[place].spec) for place, _ in self.sorts)
        #: Sorts of whom something is not stated.
        self.open = frozenset(number for number, (_, fit) in enumerate(self.sorts) if None in fit)
        #: The sorts of rules that look at more than one partner.
        self.shared = frozenset(
            number for number, (place, _) in enumerate(self.sorts) if is_shared(rules[place])
        )
        first = [sum(rule < place for rule, _ in self.sorts) for place in range(len(rules) + 1)]
        self._ranges = [range(start, end) for start, end in pairwise(first)]
        #: Somebody of each sort that has been met.
        self.examples: dict[int, Participant] = {}

    def see(self, person: Participant, *, external: bool) -> Seen:
        """Return what the rules see of a person, who comes from a partner or from outside."""
        return tuple(self._see(person, external=external))

    def _see(self, person: Participant, *, external: bool) -> Iterator[int]:
        for place, rule in enumerate(self.rules):
            if external and not is_shared(rule):
                continue
            spec = rule.spec
            if isinstance(spec, Holder | HolderIs) and spec.role not in person.roles:
                continue
            fit = tuple(fits(person, who) for who in self.whos[place])
            if isinstance(spec, Count) and not any(answer is not False for answer in fit):
                continue
            if isinstance(spec, HolderIs) and _is_moot(spec, fit):
                continue
            number = self._numbers[place, fit]
            self.examples.setdefault(number, person)
            yield number

    def of(self, place: int) -> range:
        """Return the sorts that one rule tells apart; they stand together."""
        return self._ranges[place]

    def of_whom(self, place: int, answers: Iterable[bool | None]) -> tuple[int, ...]:
        """Return the sorts of one rule whose first description is answered so."""
        wanted = tuple(answers)
        return tuple(number for number in self.of(place) if self.sorts[number][1][0] in wanted)


def _whos(spec: Spec) -> tuple[Who, ...]:
    match spec:
        case Count():
            return spec.who if spec.also is None else (*spec.who, spec.also)
        case Holder() | HolderIs():
            return (spec.who,)
        case _:
            raise TypeError(f"{type(spec).__name__} is not decided by counting people")


def _sorts(rules: tuple[Rule, ...], whos: tuple[tuple[Who, ...], ...]) -> Iterator[tuple[int, _Fit]]:
    for place, rule in enumerate(rules):
        for fit in product(_ANSWERS, repeat=len(whos[place])):
            if not isinstance(rule.spec, Count) or any(answer is not False for answer in fit):
                yield place, fit


def _is_moot(spec: HolderIs, fit: _Fit) -> bool:
    """Is it, of somebody who does not fit, as if nobody held the role?"""
    return spec.need == "any" and spec.none == spec.otherwise and fit == (False,)


def _enough(spec: Spec) -> int:
    match spec:
        case Count(who=who, min=least, max=None, also=None):
            return (least or 0) * len(who)
        case Count(who=who, min=least, max=most):
            return max(least or 0, most or 0) * len(who) + 1
        case Holder():
            return _HOLDERS
        case _:
            return 1
