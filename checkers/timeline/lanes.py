"""A partnership's teams as lanes of a time line, in the order of their days."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from checkers.case import Case, cases_of
from checkers.rulebook import COMPONENTS
from checkers.timeline.remarks import remarks
from checkers.timeline.stretches import Stretch

if TYPE_CHECKING:
    from checkers.model import Partnership, Team
    from checkers.rulebook import Rulebook
    from checkers.timeline.remarks import Remark

__all__ = ["Lane", "Missing", "Timeline", "lay_out"]

#: The fields of a first and a last day, of a team and of a visit alike.
_ENDS: Final = ("start", "end")


class Missing(NamedTuple):
    """A day that the form asks for and nobody has entered, of the team or of one of its visits."""

    field: str
    visit: int | None = None


class Lane(NamedTuple):
    """One team: its place in the file, from 0, and what is remarked about it."""

    place: int
    case: Case
    #: Which of the partnership's teams of its component it is, from 1; None where it is the only one.
    number: int | None
    remarks: tuple[Remark, ...]
    missing: tuple[Missing, ...]

    @property
    def team(self) -> Team:
        """The team itself."""
        return self.case.team


class Timeline(NamedTuple):
    """Lanes in order, and the days from the first to the last that anyone has entered."""

    lanes: tuple[Lane, ...]
    span: Stretch | None


def lay_out(partnership: Partnership, rulebook: Rulebook) -> Timeline:
    """Put a partnership on a time line: the earliest team first, those without days last."""
    of_each = Counter(team.component for team in partnership.teams)
    so_far = Counter[str]()
    lanes = []
    for place, case in enumerate(cases_of(partnership)):
        component = case.team.component
        so_far[component] += 1
        number = so_far[component] if of_each[component] > 1 else None
        lanes.append(Lane(place, case, number, remarks(case, rulebook), _missing(case.team, rulebook)))
    days = [day for team in partnership.teams for day in _days(team)]
    return Timeline(
        lanes=tuple(sorted(lanes, key=_order)),
        span=Stretch(min(days), max(days)) if days else None,
    )


def _missing(team: Team, rulebook: Rulebook) -> tuple[Missing, ...]:
    asked = rulebook.form.component(team.component).dates
    of_team = [Missing(name) for name in _ENDS if name in asked and getattr(team, name) is None]
    visits = team.visits or ()
    of_visits = [Missing(name, one.index) for one in visits for name in _ENDS if getattr(one, name) is None]
    return (*of_team, *of_visits)


def _order(lane: Lane) -> tuple[date, int, date, int]:
    team = lane.team
    first, last = team.start or team.end or date.max, team.end or date.max
    return first, COMPONENTS.index(team.component), last, lane.place


def _days(team: Team) -> list[date]:
    visited = [day for visit in team.visits or () for day in (visit.start, visit.end)]
    return [day for day in (team.application, team.start, team.end, *visited) if day is not None]
