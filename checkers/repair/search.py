"""The exact search: the fewest changes to all groups together.

Somebody who leaves one place may take another, so a repair in which `gone` people do not keep their place and
`new` places are filled takes the larger number of changes: as many as the smaller number are people who
change, and the rest is added or removed. So each group can be searched alone; the groups meet in what the
rules that look at several partners can tell, and in those two numbers.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from checkers.repair.group import Most, trail_of
from checkers.repair.judge import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checkers.repair.group import Act, Budget, Group, Trail, Way
    from checkers.repair.judge import Judge
    from checkers.repair.sight import Sight

__all__ = ["fewest"]

#: No rule tells two partners of one kind from more of them.
_ALIKE_PARTNERS = 2

#: The parts that the groups play together, and how many places are newly filled.
_Joined = tuple[tuple[Part, ...], int]


class _Chosen(NamedTuple):
    """A way for each group; the lowest number and cost is the best."""

    gone: int
    cost: int
    trails: tuple[Trail, ...]


def fewest(groups: tuple[Group, ...], sight: Sight, judge: Judge, budget: Budget) -> tuple[Act, ...]:
    """Return the changes of the best repair, group by group.

    Raises:
        TimeoutError: the budget does not last.
    """
    gone = tuple(group.least_gone() for group in groups)
    new = tuple(group.least_new(judge, budget) for group in groups)
    for most in count(max(1, sum(gone), sum(new))):
        budget.spend(1)
        # What one group must have, another cannot use.
        ways = (
            _parts(
                group, group.ways(Most(most - sum(gone) + own, most - sum(new) + fresh), judge, budget), sight
            )
            for group, own, fresh in zip(groups, gone, new, strict=True)
        )
        joined = _joined(ways, most, budget)
        best = _best(joined, judge, budget)
        if best is not None:
            return tuple(act for trail in best.trails for act in reversed(tuple(trail_of(trail))))
    raise AssertionError("the counting never ends")


def _joined(
    groups: Iterable[Mapping[tuple[Part, int], Way]], most: int, budget: Budget
) -> dict[_Joined, _Chosen]:
    """Put together the groups' ways, with at most `most` changes in all."""
    joined: dict[_Joined, _Chosen] = {((), 0): _Chosen(0, 0, ())}
    for ways in groups:
        budget.spend(len(joined) * len(ways))
        wider: dict[_Joined, _Chosen] = {}
        for (parts, new), chosen in joined.items():
            for (part, more), way in ways.items():
                gone = chosen.gone + way[0]
                if gone > most or new + more > most:
                    continue
                reached = _with(parts, part), new + more
                known = wider.get(reached)
                price = chosen.cost + way[1]
                if known is None or (gone, price) < known[:2]:
                    wider[reached] = _Chosen(gone, price, (*chosen.trails, way[2]))
        joined = wider
    return joined


def _parts(
    group: Group, ways: Mapping[tuple[tuple[int, ...], int], Way], sight: Sight
) -> dict[tuple[Part, int], Way]:
    """Keep of a group's ways what the rules that look at several partners can tell apart."""
    found: dict[tuple[Part, int], Way] = {}
    for (counts, new), way in ways.items():
        shown = tuple(number if sort in sight.shared else 0 for sort, number in enumerate(counts))
        reached = Part(group.kind, shown), new
        known = found.get(reached)
        if known is None or way[:2] < known[:2]:
            found[reached] = way
    return found


def _with(parts: tuple[Part, ...], part: Part) -> tuple[Part, ...]:
    """Add a part, unless there are as many like it as matter; the order says nothing."""
    if parts.count(part) >= _ALIKE_PARTNERS:
        return parts
    return tuple(sorted((*parts, part), key=hash))


def _best(joined: Mapping[_Joined, _Chosen], judge: Judge, budget: Budget) -> _Chosen | None:
    """Return the best of what holds: adding before changing before removing, then the lowest cost."""
    ranks: dict[tuple[int, int], list[tuple[tuple[Part, ...], _Chosen]]] = {}
    for (parts, new), chosen in joined.items():
        added, removed = max(0, new - chosen.gone), max(0, chosen.gone - new)
        ranks.setdefault((-added, removed), []).append((parts, chosen))
    for rank in sorted(ranks):
        best = _cheapest(ranks[rank], judge, budget)
        if best is not None:
            return best
    return None


def _cheapest(
    candidates: Iterable[tuple[tuple[Part, ...], _Chosen]], judge: Judge, budget: Budget
) -> _Chosen | None:
    best: tuple[int, _Chosen] | None = None
    for parts, chosen in candidates:
        if best is not None and chosen.cost >= best[0]:
            continue
        budget.spend(1)
        verdict = judge.together(parts)
        if verdict.holds and (best is None or chosen.cost + verdict.cost < best[0]):
            best = chosen.cost + verdict.cost, chosen
    return None if best is None else best[1]
