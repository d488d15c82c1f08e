"""Kinds of rule about who holds a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkers.findings import Facts, Outcome, Status
from checkers.kinds.ask import indexes
from checkers.matching import fits

if TYPE_CHECKING:
    from checkers.kinds.ask import Ask
    from checkers.model import Participant
    from checkers.rulebook import Holder, HolderIs

__all__ = ["holder", "holder_is"]


def holder(ask: Ask, spec: Holder) -> Outcome:
    """Decide whether exactly one person, of the right sort, holds a role."""
    holders = ask.case.holders(spec.role)
    if ask.subject.partner is None:
        return _one_in_team(ask, spec, holders)
    own = ask.case.holders_among(ask.subject.partner, spec.role)
    # Where one holder may serve the whole team, an external one is taken from the partners' own people.
    external = ask.case.holders_among(None, spec.role) if spec.shared else ()
    wrong = (*(person for person in own if fits(person, spec.who) is False), *external)
    if wrong:
        return Outcome(Status.UNMET, "wrong", _named(spec, wrong))
    if len(own) > 1:
        return Outcome(Status.UNMET, "several", _named(spec, own))
    if own:
        decided = fits(own[0], spec.who) is not None
        return Outcome(
            Status.MET if decided else Status.UNKNOWN, "met" if decided else "open", _named(spec, own)
        )
    return _none_here(spec, holders)


def _none_here(spec: Holder, others: tuple[Participant, ...]) -> Outcome:
    """Decide for a partner without a holder: the generous reading lets another partner's serve."""
    facts = Facts(role=spec.role, missing=1)
    if not spec.shared or not others or len({person.partner for person in others}) < len(others):
        return Outcome(Status.UNMET, "none", facts)
    fit = [fits(person, spec.who) for person in others]
    if False in fit:
        return Outcome(Status.UNMET, "none", facts)
    if None in fit:
        return Outcome(Status.UNKNOWN, "open", _named(spec, others))
    return Outcome(Status.UNCLEAR, "readings", facts)


def _one_in_team(ask: Ask, spec: Holder, holders: tuple[Participant, ...]) -> Outcome:
    """Decide a role asked of the whole team; the generous reading takes one a partner, or an outsider."""
    facts = _named(spec, holders)._replace(missing=1)
    if not holders:
        return Outcome(Status.UNMET, "none", facts)
    inside = [False if person.partner is None else fits(person, spec.who) for person in holders]
    if len(holders) == 1:
        match inside[0]:
            case None:
                return Outcome(Status.UNKNOWN, "open", facts)
            case True:
                return Outcome(Status.MET, "met", facts)
            case False:
                return Outcome(Status.UNCLEAR, "outsider", facts)
    one_each = (
        len(holders) == len({person.partner for person in holders}) == len(ask.case.partnership.partners)
    )
    if not one_each or False in inside:
        return Outcome(Status.UNMET, "several", facts)
    return (
        Outcome(Status.UNKNOWN, "open", facts)
        if None in inside
        else Outcome(Status.UNCLEAR, "each_partner", facts)
    )


def holder_is(ask: Ask, spec: HolderIs) -> Outcome:
    """Decide whether whoever holds a role is one of a sort."""
    only: str | None = None
    if spec.country is not None:
        found = _partner_of(ask, spec, spec.country)
        if isinstance(found, Outcome):
            return found
        only = found
    partner = ask.subject.partner
    holders = ask.case.holders(spec.role) if partner is None else ask.case.holders_among(partner, spec.role)
    if not holders:
        return Outcome(Status(spec.none), "none" if spec.none == "unmet" else "absent", Facts(role=spec.role))
    fit = {
        person: False if only is not None and person.partner != only else fits(person, spec.who)
        for person in holders
    }
    return _all_or_any(spec, fit)


def _all_or_any(spec: HolderIs, fit: dict[Participant, bool | None]) -> Outcome:
    by_answer = {
        answer: tuple(person for person, fits_in in fit.items() if fits_in is answer)
        for answer in (True, False, None)
    }
    decisive, opposite = (False, True) if spec.need == "all" else (True, False)
    for answer in (decisive, None, opposite):
        if people := by_answer[answer]:
            facts = Facts(role=spec.role, people=indexes(people))
            if answer is None:
                return Outcome(Status.UNKNOWN, "open", facts)
            if answer:
                return Outcome(Status.MET, "met", facts)
            reason = "other" if spec.otherwise == "unmet" else "otherwise"
            return Outcome(Status(spec.otherwise), reason, facts)
    raise AssertionError("somebody holds the role")


def _partner_of(ask: Ask, spec: HolderIs, country: str) -> str | Outcome:
    """Return the id of the one partner of a country, or the outcome where there is not exactly one."""
    partners = ask.case.partnership.partners
    there = [partner.id for partner in partners if partner.country == country]
    if len(there) == 1:
        return there[0]
    if there:
        return Outcome(Status.UNMET, "several_countries")
    if any(partner.country is None and _has_holder(ask, spec, partner.id) for partner in partners):
        return Outcome(Status.UNKNOWN, "country_open")
    if any(partner.country is None for partner in partners):
        return Outcome(Status.UNMET, "none", Facts(role=spec.role))
    return Outcome(Status.UNMET, "no_country")


def _has_holder(ask: Ask, spec: HolderIs, partner_id: str) -> bool:
    """Could the rule hold if this were the partner meant?"""
    holders = ask.case.holders_among(partner_id, spec.role)
    return any(fits(person, spec.who) is not False for person in holders)


def _named(spec: Holder, people: tuple[Participant, ...]) -> Facts:
    return Facts(role=spec.role, people=indexes(people), found=len(people))
