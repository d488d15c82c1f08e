"""A partnership as frozen values: what the rules are checked against."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time

__all__ = [
    "Answer",
    "Participant",
    "Partner",
    "Partnership",
    "Plan",
    "ProgrammeItem",
    "Replacement",
    "Team",
    "Visit",
]

#: The answer to a question: yes or no, or the ticks of a tick list; None where nobody has answered.
Answer = bool | tuple[str, ...] | None


class Partner(NamedTuple):
    """One local government of the partnership; None means not stated."""

    id: str
    name: str
    #: ISO 3166-1 alpha-2.
    country: str | None
    elected_opposition: bool | None


class Participant(NamedTuple):
    """One person in a team; None means not stated."""

    #: Place in the team's list, from 0.
    index: int  # type: ignore[assignment]  # not the tuple's own search, which nobody needs
    name: str
    #: A partner's id, or None for an external participant.
    partner: str | None
    capacity: str | None
    side: str | None
    leading: bool | None
    employed: bool | None
    roles: tuple[str, ...]
    gender: str | None
    reason: str | None
    code_of_conduct: bool | None
    approved: bool | None


class ProgrammeItem(NamedTuple):
    """One thing on a visit's programme; None means not stated."""

    day: date | None
    start: time | None
    end: time | None
    what: str | None
    where: str | None
    #: Is it time set aside to reflect?
    reflection: bool | None


class Plan(NamedTuple):
    """What a visit's travellers have written down; None means not stated."""

    learn: str | None
    skills: str | None
    methods: str | None
    challenges: str | None
    reflection: str | None
    home: str | None
    programme: tuple[ProgrammeItem, ...]


class Visit(NamedTuple):
    """One journey; None means not stated, an empty list means none."""

    index: int  # type: ignore[assignment]  # not the tuple's own search, which nobody needs
    country: str | None
    start: date | None
    end: date | None
    #: Indexes of participants.
    travellers: tuple[int, ...] | None
    methods: tuple[str, ...] | None
    answers: Mapping[str, Answer]
    plan: Plan | None


class Replacement(NamedTuple):
    """One person who leaves the team, and the one proposed instead."""

    index: int  # type: ignore[assignment]  # not the tuple's own search, which nobody needs
    #: Index of a participant.
    leaves: int | None
    joins: str
    answers: Mapping[str, Answer]


class Team(NamedTuple):
    """The people of one component, with its dates, answers and visits."""

    component: str
    application: date | None
    start: date | None
    end: date | None
    answers: Mapping[str, Answer]
    participants: tuple[Participant, ...]
    visits: tuple[Visit, ...] | None
    replacements: tuple[Replacement, ...]


class Partnership(NamedTuple):
    """Partners, and the teams they have formed."""

    partners: tuple[Partner, ...]
    teams: tuple[Team, ...]
