"""The team as groups to search: each partner's people and the external ones, sorted by what the rules see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkers.findings import Subject
from checkers.repair.cost import cost
from checkers.repair.group import Alike, Group, Limit, Makeup
from checkers.repair.judge import Kind
from checkers.repair.sight import is_shared
from checkers.rulebook import Count, Holder, HolderIs
from checkers.words import SWEDEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checkers.case import Case
    from checkers.model import Participant
    from checkers.repair.demands import Demands
    from checkers.repair.moves import Move, Moves
    from checkers.repair.sight import Sight
    from checkers.rulebook import Rule

__all__ = ["groups_of"]


def groups_of(case: Case, sight: Sight, moves: Moves, demands: Demands) -> tuple[Group, ...]:
    """Return the partners in the order of the file, the external participants last."""
    return tuple(
        _group(partner, case, sight, moves, demands)
        for partner in (*(partner.id for partner in case.partnership.partners), None)
    )


def _group(partner: str | None, case: Case, sight: Sight, moves: Moves, demands: Demands) -> Group:
    kind = _kind(partner, case, demands)
    external = partner is None
    return Group(
        Makeup(
            partner=partner,
            kind=kind,
            alike=tuple(_alike(case.people(partner), sight, moves, demands, kind)),
            additions=tuple(_priced(move, kind) for move in moves.additions(external=external)),
            limits=tuple(Limit(frozenset(sorts), most) for sorts, most in _limits(kind, sight, demands)),
            enough=sight.enough,
        )
    )


def _kind(partner: str | None, case: Case, demands: Demands) -> Kind:
    if partner is None:
        return Kind()
    found = case.partner(partner)
    keys = [(rule.id, Subject(partner=partner)) for rule in demands.rules]
    return Kind(
        external=False,
        country=found.country,
        elected_opposition=found.elected_opposition,
        asked=tuple(key in demands.wanted for key in keys),
        strictly=tuple(key in demands.strictly for key in keys),
    )


def _priced(move: Move, kind: Kind) -> Move:
    """Return a move as it is where it is made: roles are rather given at the Swedish partner."""
    if kind.country == SWEDEN:
        return move
    return move._replace(cost=move.cost + cost(abroad=move.roles))


def _alike(
    people: tuple[Participant, ...], sight: Sight, moves: Moves, demands: Demands, kind: Kind
) -> Iterator[Alike]:
    """Sort people by everything that a search could tell: fields, and whether they may stay."""
    sorts: dict[tuple[object, tuple[str, ...]], list[Participant]] = {}
    for person in people:
        fields = (person.capacity, person.side, person.leading, person.employed, frozenset(person.roles))
        faults = tuple(name for name in demands.sound if getattr(person, name) is False)
        sorts.setdefault((fields, faults), []).append(person)
    for (_, faults), same in sorts.items():
        seen = sight.see(same[0], external=kind.external)
        changes = moves.changes(same[0], external=kind.external)
        yield Alike(
            people=tuple(sorted(same, key=lambda person: (bool(person.name.strip()), person.index))),
            seen=seen,
            may_stay=not faults,
            is_open=not sight.open.isdisjoint(seen),
            changes=tuple(_priced(move, kind) for move in changes.values() if faults or move.seen != seen),
        )


def _limits(kind: Kind, sight: Sight, demands: Demands) -> Iterator[tuple[Iterable[int], int]]:
    """Yield what no further change elsewhere could put right: so many of these sorts, and no more."""
    for place, rule in enumerate(sight.rules):
        asked, strictly = _asked(kind, place, rule, demands)
        if not asked or (kind.external and not is_shared(rule)):
            continue
        spec = rule.spec
        if isinstance(spec, Count) and spec.max is not None and len(spec.who) == 1:
            if strictly or spec.over == "unmet":
                yield sight.of_whom(place, (True,)), spec.max
        elif isinstance(spec, Holder):
            if kind.external and (strictly or rule.scope == "partner"):
                yield sight.of(place), 0
            else:
                yield sight.of(place), 1
            if rule.scope == "partner":
                yield sight.of_whom(place, (False,)), 0
        elif isinstance(spec, HolderIs) and spec.need == "all" and spec.otherwise == "unmet":
            yield sight.of_whom(place, (False,)), 0


def _asked(kind: Kind, place: int, rule: Rule, demands: Demands) -> tuple[bool, bool]:
    """Is a rule asked where it looks at this group, and strictly?"""
    if kind.external or rule.scope == "team":
        about = [key for key in demands.wanted if key[0] == rule.id]
        return bool(about), any(key in demands.strictly for key in about)
    return kind.asked[place], kind.strictly[place]
