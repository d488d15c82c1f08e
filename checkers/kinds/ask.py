"""What a kind of rule is asked: which rule, about whom, in which team."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checkers.case import Case
    from checkers.findings import Status, Subject
    from checkers.model import Participant
    from checkers.rulebook import Rule

__all__ = ["Ask", "indexes"]


class Ask(NamedTuple):
    """One rule on one subject."""

    rule: Rule
    subject: Subject
    case: Case
    #: The rules already decided, so that another may rest on them.
    earlier: Mapping[tuple[str, Subject], Status]

    @property
    def people(self) -> tuple[Participant, ...]:
        """The subject's people: a partner's, or the whole team's."""
        if self.subject.partner is not None:
            return self.case.people(self.subject.partner)
        return self.case.team.participants


def indexes(people: tuple[Participant, ...]) -> tuple[int, ...]:
    """Return the people's places in the team."""
    return tuple(person.index for person in people)
