"""The engine asks the rules it is to ask, and no others."""

from __future__ import annotations

from checkers.engine import evaluate
from checkers.rulebook import load
from tests.repairs import case_of
from tests.teams import team


def test_only_the_rules_that_are_wanted_are_asked():
    case = case_of(team("inception").document)
    everything = evaluate(case, load())
    some = evaluate(case, load(), lambda rule: rule.kind == "count")
    assert some == tuple(finding for finding in everything if finding.rule.kind == "count")
    assert 0 < len(some) < len(everything)
