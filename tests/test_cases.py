"""The rules, one file of cases each: what stands in tests/cases decides, whatever the engine thinks."""

from __future__ import annotations

import pytest

from tests.case_file import CASES, read_cases, subject_of
from tests.core_set import CORE
from tests.teams import findings_of

FILES = sorted(CASES.glob("*.toml"))
ALL = [case for file in FILES for case in read_cases(file)]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.rule}: {case.name}")
def test_case(case):
    findings = findings_of(case.document, case.rule)
    found = {subject_of(finding): finding["status"] for finding in findings}
    assert findings
    if isinstance(case.expected, str):
        assert found == dict.fromkeys(found, case.expected)
    else:
        assert found == case.expected


@pytest.mark.parametrize("rule", CORE)
def test_every_core_rule_is_shown_in_every_status_it_can_have_and_at_its_boundary(rule):
    cases = [case for case in ALL if case.rule == rule]
    shown = {status for case in cases for status in case.statuses}
    assert shown >= {"met", "unmet"} | CORE[rule]
    assert any(case.boundary for case in cases)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_cases_of_a_rule_have_names_of_their_own(file):
    names = [case.name for case in read_cases(file)]
    assert sorted(set(names)) == sorted(names)
