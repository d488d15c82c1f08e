"""What the engine finds: a status and its reason for one rule on one subject, without words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from checkers.rulebook import Rule

__all__ = ["Facts", "Finding", "Outcome", "Status", "Subject"]

#: What a sentence about the finding needs: numbers, rule ids, days, indexes of participants.
Facts = Mapping[str, "int | str | date | tuple[int, ...] | tuple[str, ...] | None"]


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


@dataclass(frozen=True, slots=True)
class Outcome:
    """A status, the reason for it (a key of the rulebook's phrases), and what the sentence needs."""

    status: Status
    reason: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Whom a finding is about; with nothing set, the whole team."""

    partner: str | None = None
    #: Indexes into the team's lists.
    participant: int | None = None
    visit: int | None = None
    replacement: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule's outcome on one subject."""

    rule: Rule
    subject: Subject
    outcome: Outcome

    @property
    def status(self) -> Status:
        """The outcome's status."""
        return self.outcome.status
