"""What the engine finds: a status and its reason for one rule on one subject, without words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from checkers.rulebook import Rule

__all__ = ["Facts", "Finding", "Outcome", "Status", "Subject"]


class Status(StrEnum):
    """How a rule stands on one subject."""

    MET = "met"
    UNMET = "unmet"
    #: The source bears two readings, and they disagree on this team.
    UNCLEAR = "unclear"
    #: Filling in blanks could still change the answer.
    UNKNOWN = "unknown"
    #: The rule's condition does not hold here.
    NOT_APPLICABLE = "not_applicable"


class Facts(NamedTuple):
    """What a sentence about a finding needs; a kind of rule fills in what its sentences speak of."""

    found: int = 0
    missing: int = 0
    excess: int = 0
    women: int = 0
    men: int = 0
    #: A length of time, in whole months and the days left over.
    months: int | None = None
    days: int = 0
    #: Indexes of participants.
    people: tuple[int, ...] = ()
    role: str = ""
    component: str = ""
    at_start: date | None = None
    at_end: date | None = None
    #: Rules that the answer rests on, by id.
    rules: tuple[str, ...] = ()
    #: Partners by id, and a number for each.
    partners: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()


#: Nothing to say but the reason itself.
NOTHING: Final = Facts()


class Outcome(NamedTuple):
    """A status, the reason for it (a key of the rulebook's phrases), and what the sentence needs."""

    status: Status
    reason: str
    facts: Facts = NOTHING


class Subject(NamedTuple):
    """Whom a finding is about; with nothing set, the whole team."""

    partner: str | None = None
    #: Indexes into the team's lists.
    participant: int | None = None
    visit: int | None = None
    replacement: int | None = None


class Finding(NamedTuple):
    """One rule's outcome on one subject."""

    rule: Rule
    subject: Subject
    outcome: Outcome

    @property
    def status(self) -> Status:
        """The outcome's status."""
        return self.outcome.status
