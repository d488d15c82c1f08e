"""From a replacement to the sentences of its message: which of them it needs, and what is known for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checkers.replacing.letter import Piece, Sentence, load_letter
from checkers.rulebook import day
from checkers.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checkers.case import Case
    from checkers.model import Participant
    from checkers.replacing.proposal import Proposal
    from checkers.rulebook import Rulebook

__all__ = ["blank_message", "message"]

#: What every message holds around the people: before them and after.
_OPENING = (Sentence("greeting"),), (Sentence("need"),)
_ENDING = (Sentence("form"),), (Sentence("regards"),), (Sentence("writer"),)


def message(proposal: Proposal, before: Case, after: Case, rulebook: Rulebook, language: str) -> list[Piece]:
    """Return the message about a replacement, in one language."""
    component = rulebook.group(after.team.component).name(language)
    return _Message(proposal, before, after, Wording(rulebook, language), component).pieces()


def blank_message(language: str) -> list[Piece]:
    """Return the message with nothing filled in, as a model to write from."""
    people = (
        (Sentence("leaves"), Sentence("cause")),
        (Sentence("joins"), Sentence("reason"), Sentence("takes_over")),
    )
    return load_letter().written((*_OPENING, *people, *_ENDING), {}, language)


class _Message(NamedTuple):
    proposal: Proposal
    before: Case
    after: Case
    wording: Wording
    component: str

    @property
    def leaves(self) -> Participant:
        return self.before.team.participants[self.proposal.leaves]

    @property
    def joins(self) -> Participant:
        return self.after.team.participants[self.proposal.leaves]

    def pieces(self) -> list[Piece]:
        external = "" if self.leaves.partner else "_external"
        also = "" if self.joins.partner else "_external"
        people = (
            (Sentence(f"leaves{external}"), Sentence(self.proposal.cause or "cause")),
            (Sentence(f"joins{also}"), Sentence("reason"), *self._roles()),
        )
        return load_letter().written((*_OPENING, *people, *_ENDING), self._known(), self.wording.language)

    def _known(self) -> dict[str, str | None]:
        proposal, language = self.proposal, self.wording.language
        return {
            "partnership": self._partnership(),
            "component": self.component,
            "leaves": self.leaves.name,
            "leaves_partner": self._partner(self.leaves),
            "last_day": day(proposal.last_day, language) if proposal.last_day else None,
            "own_cause": proposal.own_cause,
            "joins": self.joins.name,
            "joins_partner": self._partner(self.joins),
            "post": proposal.post,
            "capacity": self._capacity(),
            "reason": self.joins.reason,
        }

    def _partnership(self) -> str | None:
        names = [partner.name.strip() for partner in self.before.partnership.partners]
        return self.wording.listed(names) if all(names) else None

    def _partner(self, person: Participant) -> str | None:
        return self.before.partner(person.partner).name if person.partner else None

    def _capacity(self) -> str | None:
        person, words = self.joins, load_letter().capacities
        more = person.side if person.capacity == "politician" else "leading" if person.leading else None
        text = words.get(f"{person.capacity}_{more}") or words.get(person.capacity or "")
        return text(self.wording.language) if text else None

    def _roles(self) -> Iterator[Sentence]:
        """Say which roles go over, which are new to the new person, and which nobody has taken yet."""
        had, has = self.leaves.roles, self.joins.roles
        yield from self._role("takes_over", [role for role in has if role in had])
        yield from self._role("is_given", [role for role in has if role not in had])
        yield from self._role("left_open", [role for role in had if not self._held(role)])

    def _role(self, name: str, roles: Sequence[str]) -> Iterator[Sentence]:
        if roles:
            yield Sentence(name, {"role": self.wording.listed(map(self.wording.role, roles))})

    def _held(self, role: str) -> bool:
        """Does somebody from the same partner have the role afterwards?"""
        return any(person.partner == self.leaves.partner for person in self.after.holders(role))
