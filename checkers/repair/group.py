"""Every way worth knowing to change one partner's people (or the external ones): who stays, leaves and comes.

People are decided about one after another. Of the ways that lead to the same counts with as many newcomers,
the one that lets go of the fewest is kept; nothing that comes later can make another one better.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checkers.repair.cost import cost

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checkers.model import Participant
    from checkers.repair.judge import Judge, Kind
    from checkers.repair.moves import Move
    from checkers.repair.sight import Counts, Seen

__all__ = ["Act", "Alike", "Budget", "Group", "Limit", "Makeup", "Most", "Trail", "Way", "trail_of"]


class Budget:
    """So much may a search try; the count is of work, not of time, so the answer is always the same."""

    def __init__(self, steps: int) -> None:
        """Allow so many steps."""
        self._left = steps

    def spend(self, steps: int) -> None:
        """Use some steps.

        Raises:
            TimeoutError: none are left.
        """
        self._left -= steps
        if self._left < 0:
            raise TimeoutError("the search has tried all it may")


class Act(NamedTuple):
    """One thing done: somebody becomes something, leaves (no move), or is added (no person)."""

    person: Participant | None
    move: Move | None
    #: The partner at which it is done.
    partner: str | None


#: What was done, the last thing first.
Trail = tuple["Trail", Act] | None
#: What it takes to get somewhere: how many do not keep their place as they are, the cost, what is done.
Way = tuple[int, int, Trail]


def trail_of(trail: Trail) -> Iterator[Act]:
    """Yield what was done, the last thing first."""
    while trail is not None:
        trail, act = trail
        yield act


class Limit(NamedTuple):
    """Of these sorts no more than so many can be there in a repaired team, whatever else is done."""

    sorts: frozenset[int]
    most: int


class Alike(NamedTuple):
    """People of one partner whom no rule tells apart, those first who are changed first."""

    people: tuple[Participant, ...]
    seen: Seen
    #: May one of them stay as she or he is?
    may_stay: bool
    #: Is something about them not stated?
    is_open: bool
    changes: tuple[Move, ...]


#: A number that stands for counts and for how many are new.
_Reached = int
_NEW_BITS: Final = 12
_NEW: Final = (1 << _NEW_BITS) - 1


class Most(NamedTuple):
    """So many may leave their place, and so many places may be filled."""

    gone: int
    new: int


class Makeup(NamedTuple):
    """Who is there at one partner, or among the external participants, and what can be done about it."""

    partner: str | None
    kind: Kind
    alike: tuple[Alike, ...]
    #: Who can be added.
    additions: tuple[Move, ...]
    limits: tuple[Limit, ...]
    #: From so many of each sort on, one more makes no difference to any rule.
    enough: Counts


class Group:
    """One partner, or the external participants."""

    def __init__(self, makeup: Makeup) -> None:
        """Begin with nothing tried."""
        self._makeup = makeup
        self.partner = makeup.partner
        self.kind = makeup.kind
        self.alike = makeup.alike
        self.additions = makeup.additions
        self.limits = makeup.limits
        self.enough = makeup.enough
        # Counts by number, and where one more person leads: -1 where that is too many of a sort for good.
        self._counts: list[Counts] = []
        self._numbers: dict[Counts, int] = {}
        self._leads: list[dict[Seen, int]] = []

    def ways(self, most: Most, judge: Judge, budget: Budget) -> dict[tuple[Counts, int], Way]:
        """Return the ways by which the partner's own rules hold; the keys are counts and how many are new."""
        start = self._number((0,) * len(self.enough))
        reached: dict[_Reached, Way] = {start << _NEW_BITS: (0, 0, None)}
        for alike in self.alike:
            reached = self._decided(alike, reached, most, budget)
        for move in self.additions:
            self._add(move, reached, most, budget)
        found: dict[tuple[Counts, int], Way] = {}
        for key, (number, price, trail) in reached.items():
            counts = self._counts[key >> _NEW_BITS]
            verdict = judge.own(self.kind, counts)
            if verdict.holds:
                found[counts, key & _NEW] = number, price + verdict.cost, trail
        return found

    def least_gone(self) -> int:
        """Return how many cannot keep their place, whatever is done besides."""
        faulty = sum(len(one.people) for one in self.alike if not one.may_stay)
        over = (
            sum(len(one.people) for one in self.alike if not limit.sorts.isdisjoint(one.seen)) - limit.most
            for limit in self.limits
        )
        return max(faulty, *over, 0)

    def least_new(self, judge: Judge, budget: Budget) -> int:
        """Return how many places must be filled, whatever the people who are there become."""
        if any(one.is_open for one in self.alike):
            # Somebody with blanks may count for two; then nothing is said.
            return 0
        people = sum(len(one.people) for one in self.alike)
        empty = Group(self._makeup._replace(alike=()))
        needed = 0
        while not empty.ways(Most(0, needed), judge, budget):
            needed += 1
        return max(0, needed - people)

    def _decided(
        self, alike: Alike, before: dict[_Reached, Way], most: Most, budget: Budget
    ) -> dict[_Reached, Way]:
        """Decide about people who are alike: the first few are changed or leave, the others stay."""
        after: dict[_Reached, Way] = {}
        layer = before
        for number, person in enumerate(alike.people):
            if alike.may_stay:
                self._stay(alike.seen, len(alike.people) - number, layer, after, budget)
            layer = self._touched(person, alike.changes, layer, most, budget)
        _merge(layer, after)
        return after

    def _stay(
        self,
        seen: Seen,
        number: int,
        before: Mapping[_Reached, Way],
        after: dict[_Reached, Way],
        budget: Budget,
    ) -> None:
        budget.spend(len(before))
        for key, way in before.items():
            counts = key >> _NEW_BITS
            for _ in range(number):
                led = self._more(counts, seen)
                if led in (counts, -1):
                    counts = led
                    break
                counts = led
            if counts >= 0:
                _merge({counts << _NEW_BITS | key & _NEW: way}, after)

    def _touched(
        self,
        person: Participant,
        moves: Iterable[Move],
        before: Mapping[_Reached, Way],
        most: Most,
        budget: Budget,
    ) -> dict[_Reached, Way]:
        """Let a person become something else, or leave."""
        own = cost(person.index, named=bool(person.name.strip()))
        changes = [(move.seen, own + move.cost, Act(person, move, self.partner)) for move in moves]
        leaves = Act(person, None, self.partner)
        leaving = own + cost(moved=1)
        after: dict[_Reached, Way] = {}
        budget.spend(len(before) * (len(changes) + 1))
        for key, (before_gone, price, trail) in before.items():
            if before_gone >= most.gone:
                continue
            now = before_gone + 1
            _merge({key: (now, price + leaving, (trail, leaves))}, after)
            if key & _NEW >= most.new:
                continue
            counts, one_more = key >> _NEW_BITS, (key & _NEW) + 1
            leads = self._leads[counts]
            for seen, move_cost, act in changes:
                led = leads[seen] if seen in leads else self._more(counts, seen)
                if led < 0:
                    continue
                place, total = led << _NEW_BITS | one_more, price + move_cost
                known = after.get(place)
                if known is None or now < known[0] or (now == known[0] and total < known[1]):
                    after[place] = now, total, (trail, act)
        return after

    def _add(self, move: Move, reached: dict[_Reached, Way], most: Most, budget: Budget) -> None:
        """Add one person, and one more, to everything that was reached."""
        act = Act(None, move, self.partner)
        layer = dict(reached)
        while layer:
            budget.spend(len(layer))
            added: dict[_Reached, Way] = {}
            for key, (gone, price, trail) in layer.items():
                led = self._more(key >> _NEW_BITS, move.seen) if key & _NEW < most.new else -1
                if led >= 0:
                    place = led << _NEW_BITS | (key & _NEW) + 1
                    _merge({place: (gone, price + move.cost, (trail, act))}, added)
            layer = _merge(added, reached)

    def _more(self, number: int, seen: Seen) -> int:
        """Count somebody in; -1 where that is too many of a sort for good."""
        leads = self._leads[number]
        if seen not in leads:
            more = list(self._counts[number])
            for sort in seen:
                more[sort] = min(more[sort] + 1, self.enough[sort])
            over = any(sum(more[sort] for sort in limit.sorts) > limit.most for limit in self.limits)
            leads[seen] = -1 if over else self._number(tuple(more))
        return leads[seen]

    def _number(self, counts: Counts) -> int:
        """Return the number that stands for counts."""
        if counts not in self._numbers:
            self._numbers[counts] = len(self._counts)
            self._counts.append(counts)
            self._leads.append({})
        return self._numbers[counts]


def _merge(fresh: Mapping[_Reached, Way], into: dict[_Reached, Way]) -> dict[_Reached, Way]:
    """Remember ways unless one is known that is as good; return those that are new."""
    better: dict[_Reached, Way] = {}
    for key, way in fresh.items():
        known = into.get(key)
        if known is None or way[:2] < known[:2]:
            into[key] = better[key] = way
    return better
