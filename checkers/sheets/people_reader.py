"""The table of a team's people -> participants of a partnership file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from checkers.rulebook import load
from checkers.sheets.table_reader import short
from checkers.sheets.tables import label_of

if TYPE_CHECKING:
    from checkers.sheets.naming import PartnerNames
    from checkers.sheets.places import Places
    from checkers.sheets.table_reader import Record, Table

__all__ = ["read_people", "read_person"]

#: Without it nothing can be counted.
_NEEDED: Final = "partner"


def read_people(table: Table, partners: PartnerNames, path: str, places: Places) -> list[dict[str, Any]]:
    """Return the participants of one team."""
    people: list[dict[str, Any]] = []
    if table.rows and _NEEDED not in table.columns:
        table.fault("sheet_no_column", key=label_of(_NEEDED)(table.language))
        return people
    for record in table:
        person = read_person(record, partners)
        places.record(f"{path}[{len(people)}]", record, person, {})
        people.append(person)
    return people


def read_person(record: Record, partners: PartnerNames) -> dict[str, Any]:
    """Return one participant."""
    person: dict[str, Any] = {
        "name": record.text("name"),
        "partner": _partner(record, partners),
        "capacity": record.choice("capacity"),
        "side": record.choice("side"),
        "leading": record.boolean("leading"),
        "roles": record.choices("roles"),
        "gender": record.choice("gender"),
        "reason": record.text("reason"),
        "code_of_conduct": record.boolean("code_of_conduct"),
        "approved": record.boolean("approved"),
    }
    # An empty cell leaves it to the capacity; that the answer is not known must be said.
    return person if record.is_blank("employed") else person | {"employed": record.boolean("employed")}


def _partner(record: Record, partners: PartnerNames) -> str | None:
    word = record.raw("partner")
    found = None if partners.is_external(word) else partners.found(word) or partners.found(word.strip())
    if found is None and not partners.is_external(word):
        external = load().form.choice("partner", "external")(record.language)
        allowed = ", ".join([*map(short, partners.names()), external])
        code = "sheet_partner" if word.strip() else "sheet_no_partner"
        record.fault("partner", code, value=short(word), allowed=allowed)
    return found
