"""One team in its partnership, arranged so that rules can ask about it quickly."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checkers.model import Answer, Participant, Partner, Partnership, Replacement, Team, Visit

__all__ = ["Case", "cases_of"]


class Case:
    """A team with the people of each partner at hand; read-only."""

    def __init__(
        self, partnership: Partnership, team: Team, beside: Mapping[str, tuple[Team, ...]] | None = None
    ) -> None:
        """Look at `team`, which is one of the partnership's teams; `beside` are all of them by component."""
        self.partnership = partnership
        self.team = team
        self._beside_given = beside

    @cached_property
    def _beside(self) -> Mapping[str, tuple[Team, ...]]:
        given = self._beside_given
        return _by_component(self.partnership.teams) if given is None else given

    @cached_property
    def _people(self) -> dict[str | None, tuple[Participant, ...]]:
        people: defaultdict[str | None, list[Participant]] = defaultdict(list)
        for person in self.team.participants:
            people[person.partner].append(person)
        return {partner: tuple(members) for partner, members in people.items()}

    @cached_property
    def _holders(self) -> dict[str, tuple[Participant, ...]]:
        holders: defaultdict[str, list[Participant]] = defaultdict(list)
        for person in self.team.participants:
            for role in person.roles:
                holders[role].append(person)
        return {role: tuple(members) for role, members in holders.items()}

    @cached_property
    def _holders_among(self) -> dict[tuple[str, str | None], tuple[Participant, ...]]:
        holders: defaultdict[tuple[str, str | None], list[Participant]] = defaultdict(list)
        for person in self.team.participants:
            for role in person.roles:
                holders[role, person.partner].append(person)
        return {key: tuple(members) for key, members in holders.items()}

    @cached_property
    def _answers_of_visits(self) -> dict[str, bool | None]:
        asked = {rule_id for visit in self.visits for rule_id in visit.answers}
        each = {rule_id: [visit.answers.get(rule_id) for visit in self.visits] for rule_id in asked}
        return {
            rule_id: False if False in answers else None if None in answers else True
            for rule_id, answers in each.items()
        }

    @cached_property
    def _partners(self) -> dict[str, Partner]:
        return {partner.id: partner for partner in self.partnership.partners}

    @cached_property
    def travellers(self) -> tuple[Participant, ...]:
        """Everyone named on a visit, in the order of the team."""
        named = {index for visit in self.visits for index in visit.travellers or ()}
        return tuple(person for person in self.team.participants if person.index in named)

    @property
    def visits(self) -> tuple[Visit, ...]:
        """The team's visits; none where they have not been stated."""
        return self.team.visits or ()

    @property
    def replacements(self) -> tuple[Replacement, ...]:
        """The team's replacements."""
        return self.team.replacements

    @cached_property
    def travellers_stated(self) -> bool:
        """Has every visit said who travels?"""
        return all(visit.travellers is not None for visit in self.visits)

    def partner(self, partner_id: str) -> Partner:
        """Return a partner by its id."""
        return self._partners[partner_id]

    def place_of(self, partner_id: str) -> int:
        """Return a partner's place in the partnership, from 0."""
        return list(self._partners).index(partner_id)

    def people(self, partner_id: str | None) -> tuple[Participant, ...]:
        """Return a partner's people, or for None the external participants."""
        return self._people.get(partner_id, ())

    def holders(self, role: str) -> tuple[Participant, ...]:
        """Return everyone in the team who holds a role."""
        return self._holders.get(role, ())

    def holders_among(self, partner_id: str | None, role: str) -> tuple[Participant, ...]:
        """Return everyone among a partner's people, or for None the external ones, who holds a role."""
        return self._holders_among.get((role, partner_id), ())

    def teams_of(self, component: str) -> tuple[Team, ...]:
        """Return the partnership's teams of a component."""
        return self._beside.get(component, ())

    def answer(self, rule_id: str) -> Answer:
        """Return the team's answer to a question, None where there is none."""
        return self.team.answers.get(rule_id)

    def answer_of_visits(self, rule_id: str) -> bool | None:
        """Return what the visits together answer to a question: yes where each does."""
        return self._answers_of_visits.get(rule_id)


def cases_of(partnership: Partnership) -> list[Case]:
    """Return each team's case, in the order of the file; what they ask of each other is looked up once."""
    beside = _by_component(partnership.teams)
    return [Case(partnership, team, beside) for team in partnership.teams]


def _by_component(teams: Iterable[Team]) -> dict[str, tuple[Team, ...]]:
    found: defaultdict[str, list[Team]] = defaultdict(list)
    for team in teams:
        found[team.component].append(team)
    return {component: tuple(each) for component, each in found.items()}
