"""A partnership -> the tables of its participant form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkers.rulebook import load
from checkers.sheets.cells import shown
from checkers.sheets.naming import PartnerNames, team_names
from checkers.sheets.questions import question_rows
from checkers.sheets.speech import Speech
from checkers.sheets.tables import COLUMNS, CSV_COLUMNS, PEOPLE, Sheet
from checkers.words import EMPLOYED_BY_DEFAULT, PLAN_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checkers.model import Participant, Partner, Partnership, Team

__all__ = ["Form"]

_Row = tuple[str | None, ...]
#: What a participant's row in a CSV file says of the partner.
_ORIGIN = ("partner_id", "country", "elected_opposition")


class Form:
    """One partnership's tables in one language."""

    def __init__(self, partnership: Partnership, language: str) -> None:
        self._partnership = partnership
        self._speech = Speech(language)
        self._partners = PartnerNames((partner.id, partner.name) for partner in partnership.partners)
        names = team_names([team.component for team in partnership.teams], language)
        self.teams: list[tuple[str, Team]] = list(zip(names, partnership.teams, strict=True))
        partners = [self._partners.word(each.id, "") for each in partnership.partners]
        self._own = {"team": tuple(names), "partner": (*partners, self._speech.external)}

    def sheets(self) -> list[Sheet]:
        """Return every table, the teams' people first."""
        teams, speech = self.teams, self._speech
        questions = (row for name, team in teams for row in question_rows(name, team, speech))
        return [
            *(self._sheet(PEOPLE, map(self._person, team.participants), name) for name, team in teams),
            self._sheet("partners", map(self._partner, self._partnership.partners)),
            self._sheet("teams", (self._team(name, team) for name, team in teams)),
            self._sheet("answers", questions),
            self._sheet("visits", (row for name, team in teams for row in self._visits(name, team))),
            self._sheet("programme", (row for name, team in teams for row in self._programme(name, team))),
            self._sheet("replacements", (row for name, team in teams for row in _leaving(name, team))),
        ]

    def people(self) -> Sheet:
        """Return all participants in one table, each with team and partner; last, partners without any."""
        people = [(name, person) for name, team in self.teams for person in team.participants]
        rows: list[_Row] = [(name, *self._person(person), *self._origin(person)) for name, person in people]
        at_hand = {person.partner for _, person in people}
        for partner in self._partnership.partners:
            if partner.id not in at_hand:
                name = self._partners.word(partner.id, "")
                blank = (None,) * (len(CSV_COLUMNS) - len(("team", "name", "partner", *_ORIGIN)))
                rows.append((None, None, name, *blank, *self._facts(partner)))
        return self._table("csv", self._speech.say("file.name"), CSV_COLUMNS, rows)

    def title(self) -> str:
        """Return whose form this is, and by which rulebook."""
        partners = " · ".join(" ".join(each.name.split()) or each.id for each in self._partnership.partners)
        return self._speech.say("file.title").format(partners=partners, version=load().version)

    def _sheet(self, kind: str, rows: Iterable[_Row], name: str | None = None) -> Sheet:
        return self._table(kind, name or self._speech.say(f"sheets.{kind}"), COLUMNS[kind], rows)

    def _table(self, kind: str, name: str, keys: Iterable[str], rows: Iterable[_Row]) -> Sheet:
        columns = tuple(self._speech.column(key, self._own) for key in keys)
        return Sheet(kind=kind, name=name, title=self.title(), columns=columns, rows=tuple(rows))

    def _partner(self, partner: Partner) -> _Row:
        opposition = self._speech.yes_no(partner.elected_opposition)
        return (shown(partner.id), shown(partner.name or None), partner.country, opposition)

    def _origin(self, person: Participant) -> _Row:
        for partner in self._partnership.partners:
            if partner.id == person.partner:
                return self._facts(partner)
        return (None,) * len(_ORIGIN)

    def _facts(self, partner: Partner) -> _Row:
        opposition = self._speech.yes_no(partner.elected_opposition)
        return (shown(partner.id), partner.country, opposition)

    def _team(self, name: str, team: Team) -> _Row:
        days = map(self._speech.day, (team.application, team.start, team.end))
        planned = None if team.visits is None else self._speech.yes_no(bool(team.visits))
        return (name, self._speech.component(team.component), *days, planned)

    def _person(self, person: Participant) -> _Row:
        speech = self._speech
        return (
            shown(person.name or None),
            self._partners.word(person.partner, speech.external),
            speech.choice("capacity", person.capacity),
            speech.choice("side", person.side),
            speech.yes_no(person.leading),
            self._employed(person),
            speech.choices("roles", person.roles) if person.roles else None,
            speech.choice("gender", person.gender),
            shown(person.reason),
            speech.yes_no(person.code_of_conduct),
            speech.yes_no(person.approved),
        )

    def _employed(self, person: Participant) -> str | None:
        """Return what is said of employment; an empty cell stands for what follows from the capacity."""
        by_default = None if person.capacity is None else person.capacity in EMPLOYED_BY_DEFAULT
        if person.employed is None and by_default is not None:
            return self._speech.say("answers.open")
        return self._speech.yes_no(person.employed)

    def _visits(self, name: str, team: Team) -> Iterator[_Row]:
        speech = self._speech
        for visit in team.visits or ():
            travellers = visit.travellers
            names = None if travellers is None else [team.participants[index].name for index in travellers]
            yield (
                name,
                str(visit.index + 1),
                visit.country,
                speech.day(visit.start),
                speech.day(visit.end),
                speech.names(names),
                speech.choices("methods", visit.methods),
                *(shown(getattr(visit.plan, text)) if visit.plan else None for text in PLAN_TEXTS),
            )

    def _programme(self, name: str, team: Team) -> Iterator[_Row]:
        speech = self._speech
        for visit in team.visits or ():
            for item in visit.plan.programme if visit.plan else ():
                yield (
                    name,
                    str(visit.index + 1),
                    speech.day(item.day),
                    speech.time(item.start),
                    speech.time(item.end),
                    shown(item.what),
                    shown(item.where),
                    speech.yes_no(item.reflection),
                )


def _leaving(name: str, team: Team) -> Iterator[_Row]:
    for replacement in team.replacements:
        leaves = replacement.leaves
        yield (
            name,
            str(replacement.index + 1),
            None if leaves is None else shown(team.participants[leaves].name),
            shown(replacement.joins or None),
        )
