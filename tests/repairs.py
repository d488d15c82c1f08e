"""A fix carried out on a partnership file, and what is left to repair: for tests, by the file's own words."""

from __future__ import annotations

import copy
import json
from typing import Any, Final

from checkers.case import Case
from checkers.engine import evaluate
from checkers.reading import read
from checkers.repair import Fix, smallest_fix
from checkers.rulebook import load

__all__ = ["DECIDED_BY_PEOPLE", "case_of", "fix_of", "left_unmet", "repaired"]

#: The musts that a team's people decide, as the rule table lists them.
DECIDED_BY_PEOPLE: Final = frozenset(
    {
        "inception.politicians",
        "inception.civil-servants",
        "inception.coordinator",
        "inception.coordinator-counts",
        "inception.main-contact",
        "project.civil-servants",
        "project.manager",
        "project.contact",
        "steering.majority",
        "steering.opposition",
        "steering.leading-officials",
        "steering.coordinator-named",
        "steering.coordinator-employed",
        "steering.coordinator-member",
        "steering.swedish-contact",
        "expansion.participants",
        "expansion.coordinator",
        "expansion.contact",
        "dissemination.participants",
        "dissemination.manager",
        "dissemination.contact",
        "participants.code-of-conduct",
    }
)


def case_of(document: dict[str, Any]) -> Case:
    """Read a file; return the case of its first team."""
    partnership = read(json.dumps(document), load().questions)
    return Case(partnership, partnership.teams[0])


def fix_of(document: dict[str, Any]) -> Fix:
    """Return the smallest repair of a file's first team."""
    case = case_of(document)
    return smallest_fix(case, load(), evaluate(case, load()))


def repaired(document: dict[str, Any], fix: list[dict[str, Any]]) -> dict[str, Any]:
    """Carry out a report's fix on the first team: what leaves the file last are the people removed."""
    document = copy.deepcopy(document)
    people = document["teams"][0].setdefault("participants", [])
    added = [step["participant"] for step in fix if step["op"] == "add"]
    gone = {step["participant"] for step in fix if step["op"] == "remove"}
    for step in fix:
        if step["op"] == "change":
            people[step["participant"]].update(step["set"])
    document["teams"][0]["participants"] = [
        *(person for place, person in enumerate(people) if place not in gone),
        *added,
    ]
    return document


def left_unmet(case: Case) -> set[tuple[str, str | None]]:
    """Return the musts decided by people that are unmet, each with its partner."""
    return {
        (finding.rule.id, finding.subject.partner)
        for finding in evaluate(case, load(), lambda rule: rule.id in DECIDED_BY_PEOPLE)
        if finding.status == "unmet"
    }
