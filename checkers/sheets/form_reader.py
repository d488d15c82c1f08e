"""The sheets of a participant form -> the partnership file they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from checkers.reading import FORMAT
from checkers.rulebook import COMPONENTS, LANGUAGES, load
from checkers.sheets.naming import PartnerNames, component_named
from checkers.sheets.people_reader import read_people
from checkers.sheets.table_reader import Table, short
from checkers.sheets.tables import COLUMNS, DERIVED, PEOPLE
from checkers.sheets.team_parts import TeamNames, TeamParts
from checkers.sheets.vocabulary import normal, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkers.sheets.grid import Grid, Notes
    from checkers.sheets.places import Places
    from checkers.sheets.table_reader import Record

__all__ = ["is_form", "read_form"]

_DAYS: Final = ("application", "start", "end")
_PARTNER_COLUMNS: Final = {"name": "partner_name"}


def is_form(grids: Sequence[Grid]) -> bool:
    """Is this a participant form, and no loose list?"""
    kinds = {_kind_of(grid) for grid in grids}
    named = any(component_named(grid.name or "") for grid in grids)
    return "partners" in kinds and (named or "teams" in kinds)


def read_form(grids: Sequence[Grid], places: Places, notes: Notes, language: str) -> dict[str, Any]:
    """Return the partnership file that a form's sheets stand for."""
    return _FormReader(grids, places, notes, language).document()


def _kind_of(grid: Grid) -> str | None:
    """Return which table a sheet is by its name, in either language; None where it may be a team's."""
    name = normal(grid.name or "")
    for kind in (*COLUMNS, *DERIVED):
        word = words().get(f"sheets.{kind}")
        if word and name in {normal(word(language)) for language in LANGUAGES}:
            return kind
    return None


class _FormReader:
    """Reads one form."""

    def __init__(self, grids: Sequence[Grid], places: Places, notes: Notes, language: str) -> None:
        self._places = places
        self._notes = notes
        self._language = language
        kinds = [(_kind_of(grid), grid) for grid in grids]
        self._grids = {kind: grid for kind, grid in reversed(kinds) if kind}
        self._people = {normal(grid.name or ""): grid for kind, grid in kinds if kind is None}

    def document(self) -> dict[str, Any]:
        """Read everything."""
        partners = self._partners()
        known = PartnerNames((each["id"], each["name"] or "") for each in partners if each["id"])
        teams, names, people = self._teams()
        for place, team in enumerate(teams):
            team["participants"] = []
            if grid := people[place]:
                table = Table(grid, COLUMNS[PEOPLE], self._notes, self._language)
                path = f"teams[{place}].participants"
                team["participants"] = read_people(table, known, path, self._places)
        parts = TeamParts(teams, names, self._places)
        for kind, read in (
            ("visits", parts.visits),
            ("programme", parts.programme),
            ("replacements", parts.replacements),
            ("answers", parts.answers),
        ):
            for record in self._table(kind) or ():
                read(record)
        return {"format": FORMAT, "partners": partners, "teams": teams}

    def _table(self, kind: str) -> Table | None:
        grid = self._grids.get(kind)
        return Table(grid, COLUMNS[kind], self._notes, self._language) if grid else None

    def _partners(self) -> list[dict[str, Any]]:
        partners: list[dict[str, Any]] = []
        for record in self._table("partners") or ():
            name = record.text("partner_name")
            values = {
                # Whoever adds a partner by hand gives it a name; that will do for an id.
                "id": record.text("id") or name,
                "name": name,
                "country": record.country("country"),
                "elected_opposition": record.boolean("elected_opposition"),
            }
            self._places.record(f"partners[{len(partners)}]", record, values, _PARTNER_COLUMNS)
            partners.append(values)
        self._places.at("partners", words()["sheets.partners"](self._language))
        return partners

    def _teams(self) -> tuple[list[dict[str, Any]], TeamNames, list[Grid | None]]:
        """Return the teams, the place of each by its name, and the sheets of their people."""
        teams: list[dict[str, Any]] = []
        names = TeamNames()
        people: list[Grid | None] = []
        for record in self._table("teams") or ():
            name = record.raw("team").strip()
            planned = record.boolean("planned")
            values: dict[str, Any] = {
                "component": self._component(record, name),
                **{day: record.day(day) for day in _DAYS},
                "visits": [] if planned is False else None,
            }
            self._places.record(f"teams[{len(teams)}]", record, values, {"visits": "planned"})
            if not names.add(name, len(teams)):
                record.fault("team", "sheet_team_twice", value=short(name))
            people.append(self._people.pop(normal(name), None))
            teams.append(values)
        for grid in self._people.values():
            component = component_named(grid.name or "")
            if component is None:
                if grid.rows:
                    self._notes.unread.append((grid.name or "", "sheet", {}))
                continue
            # A sheet that was added by hand, or a form without a table of teams.
            self._places.at(f"teams[{len(teams)}]", grid.place(1))
            names.add(grid.name or "", len(teams))
            people.append(grid)
            teams.append({"component": component, "visits": None})
        return teams, names, people

    def _component(self, record: Record, name: str) -> str | None:
        said = record.raw("component").strip()
        component = component_named(said or name)
        if component is None and said:
            allowed = ", ".join(load().group(each).name(self._language) for each in COMPONENTS)
            record.fault("component", "sheet_choice", value=short(said), allowed=allowed)
        return component
