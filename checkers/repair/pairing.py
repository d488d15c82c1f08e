"""From what is done in each group to steps: whoever leaves one place takes another that is to be filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkers.repair.steps import Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checkers.model import Participant
    from checkers.repair.group import Act
    from checkers.repair.moves import Move, Moves

__all__ = ["steps_of"]


def steps_of(acts: Iterable[Act], moves: Moves) -> tuple[Step, ...]:
    """Return the steps: changes and removals as in the team, then additions in the order of the partners."""
    listed = tuple(acts)
    leaving = [act.person for act in listed if act.person is not None and act.move is None]
    filling = [(act.partner, act.move) for act in listed if act.person is None and act.move is not None]
    changed = [
        Step(op="change", participant=act.person.index, values=act.move.values)
        for act in listed
        if act.person is not None and act.move is not None
    ]
    for person, place, step in _pairs(leaving, filling, moves):
        leaving.remove(person)
        filling.remove(place)
        changed.append(step)
    changed += [Step(op="remove", participant=person.index, values={}) for person in leaving]
    changed.sort(key=lambda step: step.participant or 0)
    added = (Step(op="add", values={"partner": partner, **move.values}) for partner, move in filling)
    return (*changed, *added)


def _pairs(
    leaving: Iterable[Participant], filling: Iterable[tuple[str | None, Move]], moves: Moves
) -> Iterator[tuple[Participant, tuple[str | None, Move], Step]]:
    """Yield who takes which place, the easiest change first."""
    possible = []
    for person in leaving:
        for order, (partner, move) in enumerate(filling):
            external = partner is None
            change = moves.changes(person, external=external)[move.seen]
            possible.append((change.cost, person.index, order, person, (partner, move), change))
    possible.sort(key=lambda one: one[:3])
    gone: set[int] = set()
    filled: set[int] = set()
    for _, index, order, person, place, change in possible:
        if index in gone or order in filled:
            continue
        gone.add(index)
        filled.add(order)
        values = {} if place[0] == person.partner else {"partner": place[0]}
        yield person, place, Step(op="change", participant=index, values=values | dict(change.values))
