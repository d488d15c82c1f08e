"""Asks the rules themselves about people who are only counted: one of each sort stands for the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checkers.case import Case
from checkers.findings import Status, Subject
from checkers.kinds import Ask, decide
from checkers.model import Partner, Partnership
from checkers.repair.cost import cost
from checkers.repair.sight import is_shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checkers.model import Participant, Team
    from checkers.repair.demands import Demands
    from checkers.repair.sight import Counts, Sight
    from checkers.rulebook import Rule

__all__ = ["Judge", "Kind", "Part"]


class Kind(NamedTuple):
    """What rules can tell of a partner, and what is asked of it; external participants have none of it."""

    external: bool = True
    country: str | None = None
    elected_opposition: bool | None = None
    #: Of each rule: is it asked here, and strictly?
    asked: tuple[bool, ...] = ()
    strictly: tuple[bool, ...] = ()


class Part(NamedTuple):
    """A partner of a kind, with as many people of each sort that shared rules tell apart."""

    kind: Kind
    counts: Counts


class Verdict(NamedTuple):
    """Whether all that is asked is reached, and what is left open."""

    holds: bool
    cost: int


class Judge:
    """Decides rules on counted people; remembers what it has decided."""

    def __init__(self, sight: Sight, demands: Demands, team: Team) -> None:
        """Judge by `demands` what `sight` sees; `team` gives what is not about people."""
        self._sight = sight
        self._demands = demands
        self._team = team._replace(participants=(), visits=None, replacements=())
        self._own = [place for place, rule in enumerate(sight.rules) if not is_shared(rule)]
        self._shared = [place for place, rule in enumerate(sight.rules) if is_shared(rule)]
        self._people: dict[tuple[int, str | None], Participant] = {}
        self._known: dict[tuple[int, Kind, Counts], Verdict] = {}

    def own(self, kind: Kind, counts: Counts) -> Verdict:
        """Judge one partner's people by the rules that look at no other's."""
        total = 0
        for place in () if kind.external else self._own:
            sorts = self._sight.of(place)
            seen = counts[sorts.start : sorts.stop]
            verdict = self._known.get((place, kind, seen))
            if verdict is None:
                status = self._decide(place, [Part(kind, counts)], "0")
                verdict = _verdict(status, asked=kind.asked[place], strictly=kind.strictly[place])
                self._known[place, kind, seen] = verdict
            if not verdict.holds:
                return verdict
            total += verdict.cost
        return Verdict(holds=True, cost=total)

    def together(self, parts: Iterable[Part]) -> Verdict:
        """Judge all partners' people by the rules that look at all of them."""
        listed = list(parts)
        total = 0
        for place in self._shared:
            rule = self._sight.rules[place]
            for partner, asked, strictly in self._subjects(rule, place, listed):
                status = self._decide(place, listed, partner)
                verdict = _verdict(status, asked=asked, strictly=strictly)
                if not verdict.holds:
                    return verdict
                total += verdict.cost
        return Verdict(holds=True, cost=total)

    def _subjects(self, rule: Rule, place: int, parts: list[Part]) -> Iterator[tuple[str | None, bool, bool]]:
        """Yield whom a rule concerns, whether it is asked there, and whether strictly."""
        if rule.scope == "team":
            wanted = (rule.id, Subject())
            yield None, wanted in self._demands.wanted, wanted in self._demands.strictly
            return
        for number, part in enumerate(parts):
            if not part.kind.external:
                yield str(number), part.kind.asked[place], part.kind.strictly[place]

    def _decide(self, place: int, parts: list[Part], partner: str | None) -> Status:
        """Have a rule decide about a team made up for the purpose."""
        partners: list[Partner] = []
        people: list[Participant] = []
        for number, (kind, counts) in enumerate(parts):
            id_ = None if kind.external else str(number)
            if id_ is not None:
                partners.append(
                    Partner(id=id_, name="", country=kind.country, elected_opposition=kind.elected_opposition)
                )
            for sort in self._sight.of(place):
                if counts[sort]:
                    people.extend([self._somebody(sort, id_)] * counts[sort])
        case = Case(
            Partnership(partners=tuple(partners), teams=()), self._team._replace(participants=tuple(people))
        )
        return decide(Ask(self._sight.rules[place], Subject(partner=partner), case, {})).status

    def _somebody(self, sort: int, partner: str | None) -> Participant:
        found = self._people.get((sort, partner))
        if found is None:
            found = self._sight.examples[sort]._replace(partner=partner, index=len(self._people))
            self._people[sort, partner] = found
        return found


def _verdict(status: Status, *, asked: bool, strictly: bool) -> Verdict:
    refused = (asked and status is Status.UNMET) or (strictly and status is Status.UNCLEAR)
    left = cost(unclear=status is Status.UNCLEAR, unknown=status is Status.UNKNOWN)
    return Verdict(holds=not refused, cost=left)
