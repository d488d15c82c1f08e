"""What is said of each case of tests/cases, and what is proposed for it, word for word.

The cases decide the status; here stand the reasons and the numbers in the sentence beside it, and of all
repairs that do as well, the one that is proposed. How much a search tries is kept too: one that tries more
finds the same, and only takes longer.

`UPDATE_GOLDEN=1 python -m pytest tests/test_kept_cases.py` renews what is kept; read the difference before it
is committed.
"""

from __future__ import annotations

import json
from functools import partial
from itertools import groupby
from unittest import mock

import pytest

from checkers.engine import evaluate
from checkers.findings import NOTHING
from checkers.repair import fix
from checkers.repair.group import Budget
from checkers.rulebook import load
from checkers.service import aid
from tests.case_file import CASES, read_cases, subject_of
from tests.kept import GOLDEN, kept, update
from tests.repairs import DECIDED_BY_PEOPLE, case_of
from tests.spoilt_teams import SPOILT
from tests.teams import findings_of

CASES_OF = {file.stem: read_cases(file) for file in sorted(CASES.glob("*.toml"))}
ALL = [case for cases in CASES_OF.values() for case in cases]


def said(case):
    """What the case's rule says of each subject, and the reason and numbers that the sentence is made of.

    What is the same for several is said once.
    """
    found = evaluate(case_of(case.document), load())
    outcomes = [finding.outcome for finding in found if finding.rule.id == case.rule]
    lines = [
        (f"{_why(outcome)}: {told['message']} {told['advice']}".strip(), subject_of(told))
        for outcome, told in zip(outcomes, findings_of(case.document, case.rule), strict=True)
    ]
    return "\n".join(
        f"{', '.join(subject for _, subject in same)}: {line}"
        for line, same in groupby(lines, lambda pair: pair[0])
    )


def _why(outcome):
    facts = outcome.facts._asdict()
    stated = (f"{name} {value}" for name, value in facts.items() if value != getattr(NOTHING, name))
    return f"{outcome.status} ({', '.join([outcome.reason, *stated])})"


class Counted(Budget):
    """Counts what all searches of a team try together."""

    tried = 0

    def spend(self, steps):
        type(self).tried += steps
        super().spend(steps)


def proposed(document):
    """The steps that would repair a team, what would serve instead of each, and what two readings mean."""
    with mock.patch.object(fix, "Budget", Counted):
        Counted.tried = 0
        answer = json.loads(aid(json.dumps(document), "en", 0))
    lines = ["nothing can be proposed"] if answer["steps"] is None else list(_steps(answer["steps"]))
    assert (answer["format"], answer["team"]) == ("aid/1", 0)
    lines += {False: [], True: ["searched too long"]}[answer["limit"]]
    for readings in answer["readings"]:
        lines += _both(readings)
    if Counted.tried:
        lines.append(f"{Counted.tried} tried")
    return "\n".join(lines) or "nothing to repair"


def _both(readings):
    yield f"{readings['rule']} of {readings['partner']}, {readings['strength']}: {readings['title']}"
    yield f"  {readings['page']}, safe is {readings['safe']}"
    yield from {False: [], True: ["  searched too long"]}[readings["limit"]]
    for name in ("strict", "generous"):
        reading = readings[name]
        yield f"  {name}, {reading['status']}: {reading['text']} {reading['means']}"
        yield from (f"  {line}" for line in _steps(reading["steps"]))


def _steps(steps):
    for step in steps:
        yield f"{_done(step)} ({', '.join(step['why'])})"
        for other in step["instead"]:
            assert (other["instead"], other["why"]) == ([], step["why"])
            yield f"  or {_done(other)}"


def _done(step):
    """A step in words, and what a program is told."""
    stated = step["participant"] if step["op"] == "add" else {"participant": step["participant"]}
    return f"{step['text']} {json.dumps(stated | step.get('set', {}), ensure_ascii=False)}"


def _different_teams():
    """The teams of cases that people decide, once each under the first case's name; and others, spoilt."""
    teams = {}
    for case in ALL:
        if case.rule in DECIDED_BY_PEOPLE:
            teams.setdefault(json.dumps(case.document), f"{case.rule}: {case.name}")
    return {name: json.loads(text) for text, name in teams.items()} | SPOILT


TEAMS = _different_teams()
REPAIRS = GOLDEN / "repairs.txt"

for rule, cases in CASES_OF.items():
    update(GOLDEN / "cases" / f"{rule}.txt", {case.name: partial(said, case) for case in cases})
update(REPAIRS, {name: partial(proposed, document) for name, document in TEAMS.items()})


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.rule}: {case.name}")
def test_what_a_rule_says_of_a_case(case):
    assert kept(GOLDEN / "cases" / f"{case.rule}.txt")[case.name] == said(case)


@pytest.mark.parametrize("name", TEAMS)
def test_what_is_proposed_for_a_team(name):
    assert kept(REPAIRS)[name] == proposed(TEAMS[name])


def test_nothing_is_kept_that_is_no_longer_said():
    files = {file.stem: set(kept(file)) for file in (GOLDEN / "cases").glob("*.txt")}
    assert files == {rule: {case.name for case in cases} for rule, cases in CASES_OF.items()}
    assert set(kept(REPAIRS)) == set(TEAMS)
