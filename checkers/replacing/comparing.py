"""The findings before and after -> what has changed, the worst first. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from checkers.findings import Status
from checkers.rulebook import STRENGTHS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkers.findings import Finding

__all__ = ["Change", "Direction", "compared"]

Direction = Literal["worse", "other", "better"]

#: What holds, what is not known, what may not hold, what does not.
_RANK: Final = {
    Status.UNMET: 0,
    Status.UNCLEAR: 1,
    Status.UNKNOWN: 2,
    Status.MET: 3,
    Status.NOT_APPLICABLE: 3,
}
_DIRECTIONS: Final = ("worse", "other", "better")

_Key = tuple[str, str | None, int | None, int | None, int | None]


class Change(NamedTuple):
    """One rule that stands otherwise on one subject."""

    #: As it stands after; before, where nobody is asked about it any more.
    finding: Finding
    before: Status
    after: Status
    #: Is nobody asked about it any more?
    gone: bool

    @property
    def direction(self) -> Direction:
        """Is it better or worse after?"""
        step = _RANK[self.after] - _RANK[self.before]
        return "worse" if step < 0 else "better" if step > 0 else "other"


def compared(before: Iterable[Finding], after: Iterable[Finding]) -> tuple[tuple[Change, ...], int]:
    """Return every change, the worst first, and how many findings are the same.

    A rule that is asked about somebody on one side alone does not apply on the other.
    """
    earlier = {_key(finding): finding for finding in before}
    later = {_key(finding): finding for finding in after}
    pairs = [(earlier.get(key), later.get(key)) for key in {**later, **earlier}]
    found = [change for pair in pairs if (change := _change(*pair))]
    return tuple(sorted(found, key=_weight)), len(pairs) - len(found)


def _change(before: Finding | None, after: Finding | None) -> Change | None:
    finding = after or before
    stood, stands = (one.status if one else Status.NOT_APPLICABLE for one in (before, after))
    return Change(finding, stood, stands, after is None) if finding and stood is not stands else None


def _key(finding: Finding) -> _Key:
    """Return what makes a finding the same on both sides: a place in the team, whoever holds it."""
    subject = finding.subject
    # An entry of `replacements` is the same one, also when it no longer names a person of the team.
    person = subject.participant if subject.replacement is None else None
    return finding.rule.id, subject.partner, person, subject.visit, subject.replacement


def _weight(change: Change) -> tuple[int, int, int]:
    return (
        _DIRECTIONS.index(change.direction),
        STRENGTHS.index(change.finding.rule.strength),
        _RANK[change.after],
    )
