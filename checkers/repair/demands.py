"""What a repair must reach: the musts that the team's people decide, on each subject they concern."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checkers.findings import Status
from checkers.rulebook import Count, Given, Holder, HolderIs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkers.findings import Finding, Subject
    from checkers.rulebook import Rule

__all__ = ["Demands", "Wanted", "is_target", "no_one_answers_no", "wanted"]

#: A rule by id, and whom it concerns.
Wanted = tuple[str, "Subject"]


def is_target(rule: Rule) -> bool:
    """Is this a must that is decided by who is in the team? Dates, questions and visits are not."""
    if rule.strength != "must":
        return False
    if isinstance(rule.spec, Given):
        return rule.scope == "participant"
    return isinstance(rule.spec, Count | Holder | HolderIs)


def wanted(findings: Iterable[Finding]) -> frozenset[Wanted]:
    """Return what is asked about partners and the team in the findings of targets."""
    return frozenset(
        (finding.rule.id, finding.subject)
        for finding in findings
        if is_target(finding.rule) and not isinstance(finding.rule.spec, Given)
    )


def no_one_answers_no(rules: Iterable[Rule]) -> tuple[str, ...]:
    """Return the yes/no fields of a person in which no is a fault."""
    specs = [rule.spec for rule in rules if is_target(rule)]
    return tuple(spec.field for spec in specs if isinstance(spec, Given))


class Demands(NamedTuple):
    """Which findings must not be unmet after the repair, and which of them not unclear either."""

    #: The rules that are looked at, in the rulebook's order; all speak of people's capacities and roles.
    rules: tuple[Rule, ...]
    wanted: frozenset[Wanted]
    #: What only the strict reading satisfies.
    strictly: frozenset[Wanted] = frozenset()
    #: Yes/no fields in which nobody may answer no.
    sound: tuple[str, ...] = ()

    def refuse(self, rule: Rule, subject: Subject, status: Status) -> bool:
        """Is this status not good enough on this subject?"""
        if status is Status.UNMET:
            return (rule.id, subject) in self.wanted
        return status is Status.UNCLEAR and (rule.id, subject) in self.strictly

    def met_by(self, findings: Iterable[Finding]) -> bool:
        """Do a team's findings reach all that is asked?"""
        for finding in findings:
            spec = finding.rule.spec
            if isinstance(spec, Given):
                if finding.status is Status.UNMET and spec.field in self.sound:
                    return False
            elif self.refuse(finding.rule, finding.subject, finding.status):
                return False
        return True
