"""The kind of rule about how many visits are made, and where."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checkers.findings import Facts, Outcome, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checkers.kinds.ask import Ask
    from checkers.model import Visit
    from checkers.rulebook import Visits

__all__ = ["visits"]


def visits(ask: Ask, spec: Visits) -> Outcome:
    """Decide whether the visits entered are as many as the rule says."""
    entered = ask.case.team.visits
    if spec.min == 0 and not entered:
        return Outcome(Status.NOT_APPLICABLE, "optional")
    if entered is None:
        return Outcome(Status.UNKNOWN, "open")
    if spec.per == "team":
        return _in_all(spec, len(entered))
    hosts: dict[str, str] = {}
    for partner in ask.case.partnership.partners:
        if partner.country is None:
            return Outcome(Status.UNKNOWN, "open", Facts(found=len(entered)))
        hosts.setdefault(partner.country, partner.id)
    return _by_country(spec, hosts, entered) if spec.per == "country" else _by_year(hosts, entered)


def _in_all(spec: Visits, number: int) -> Outcome:
    if number < spec.min:
        return Outcome(Status.UNMET, "too_few", Facts(found=number))
    if spec.max is not None and number > spec.max:
        return Outcome(Status.UNMET, "too_many", Facts(found=number))
    return Outcome(Status.MET, "met", Facts(found=number))


def _by_country(spec: Visits, hosts: Mapping[str, str], entered: tuple[Visit, ...]) -> Outcome:
    """Decide for each country; `hosts` gives the partner that stands for it."""
    made = Counter(visit.country for visit in entered)
    undecided = made[None]
    numbers = tuple(made[country] for country in hosts)
    facts = Facts(found=len(entered), partners=tuple(hosts.values()), numbers=numbers)
    over = any(spec.max is not None and number > spec.max for number in numbers)
    if over or sum(max(0, spec.min - number) for number in numbers) > undecided:
        return Outcome(Status.UNMET, "each_unmet", facts)
    if undecided:
        return Outcome(Status.UNKNOWN, "open", facts)
    return Outcome(Status.MET, "each_met", facts)


def _by_year(hosts: Mapping[str, str], entered: tuple[Visit, ...]) -> Outcome:
    made = {(visit.start.year, visit.country) for visit in entered if visit.start and visit.country}
    if any(visit.start is None or visit.country is None for visit in entered):
        return Outcome(Status.UNKNOWN, "open", Facts(found=len(entered)))
    lacking = [
        (host, year)
        for year in sorted({year for year, _ in made})
        for country, host in hosts.items()
        if (year, country) not in made
    ]
    facts = Facts(partners=tuple(host for host, _ in lacking), numbers=tuple(year for _, year in lacking))
    return (
        Outcome(Status.UNMET, "yearly_unmet", facts) if lacking else Outcome(Status.MET, "yearly_met", facts)
    )
