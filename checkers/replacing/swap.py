"""A partnership file before a replacement -> the file after it. Pure; works on plain JSON values.

While ICLD has not approved, the team holds the one who leaves, and an entry of `replacements` names both.
Once it has, the new person stands in the same place, and the entry keeps `joins` and the answers; its
`leaves` is empty, since it may only name somebody in the team.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection

    from checkers.replacing.proposal import Proposal

__all__ = ["entered", "entry_of", "swapped"]

_Json = dict[str, Any]


def swapped(document: _Json, place: int, proposal: Proposal) -> _Json:
    """Return the file with the new person in the place of the one who leaves, in the team at `place`.

    Nothing goes over unsaid: the roles are those the new person is given, and of the journeys only those
    named in the proposal. From the others the name of the one who leaves is gone.
    """
    team: _Json = document["teams"][place]
    people = [*team["participants"]]
    old = _own_name(people, proposal.leaves)
    people[proposal.leaves] = proposal.joins
    new = _own_name(people, proposal.leaves)
    changed = {**team, "participants": people}
    if team.get("visits"):
        changed["visits"] = [
            _visit(visit, old, new if index in proposal.travels else None)
            for index, visit in enumerate(team["visits"])
        ]
    if team.get("replacements"):
        changed["replacements"] = [_entry(one, old) for one in team["replacements"]]
    return _with_team(document, place, changed)


def entry_of(document: _Json, place: int, index: int) -> int | None:
    """Return which entry of `replacements` says that a person leaves."""
    team = document["teams"][place]
    name = _own_name(team["participants"], index)
    entries = team.get("replacements") or ()
    return next((at for at, one in enumerate(entries) if name and one.get("leaves") == name), None)


def entered(document: _Json, place: int, entry: int | None, proposal: Proposal) -> _Json:
    """Return the file with the replacement written in: in an entry that is there, or in a new one."""
    team: _Json = document["teams"][place]
    entries = [*(team.get("replacements") or ())]
    if entry is None:
        entries.append({"leaves": None, "answers": {}})
    at = len(entries) - 1 if entry is None else entry
    entries[at] = {**entries[at], "joins": proposal.joins.get("name")}
    return _with_team(document, place, {**team, "replacements": entries})


def _own_name(people: list[_Json], index: int) -> str | None:
    """Return a name by which the file can call this person and nobody else."""
    name = people[index].get("name")
    return name if name and sum(one.get("name") == name for one in people) == 1 else None


def _visit(visit: _Json, old: str | None, new: str | None) -> _Json:
    travellers: Collection[str] | None = visit.get("travellers")
    if old is None or not travellers or old not in travellers:
        return visit
    left = [new if name == old else name for name in travellers if name != old or new is not None]
    # That the last one is gone does not say that nobody travels.
    return {**visit, "travellers": list(dict.fromkeys(left)) or None}


def _entry(one: _Json, old: str | None) -> _Json:
    return {**one, "leaves": None} if old is not None and one.get("leaves") == old else one


def _with_team(document: _Json, place: int, team: _Json) -> _Json:
    teams = document["teams"]
    return {**document, "teams": [*teams[:place], team, *teams[place + 1 :]]}
