"""The cases hold the rulebook's data: change a number or a word of a condition, and some case differs.

`make mutants` spoils code; this spoils what stands in the TOML files, which holds the programme's numbers.
"""

from __future__ import annotations

from functools import cache

import pytest

from checkers.engine import evaluate
from checkers.rulebook import Count, Rulebook, load
from checkers.rulebook.specs import Who
from checkers.words import CAPACITIES, ROLES, SIDES
from tests.case_file import CASES, read_cases
from tests.repairs import case_of

BOOK = load()
RULES = [rule for group in BOOK.groups for rule in group.rules]

#: What a field may say instead; where nothing stands here, a number is one more or one less.
INSTEAD = {
    "over": ("unmet", "unclear"),
    "need": ("all", "any"),
    "none": ("unmet", "not_applicable"),
    "otherwise": ("unmet", "not_applicable"),
    "short": ("unmet", "met"),
    "covers": ("nothing", "start", "period"),
    "per": ("team", "country", "country-year"),
    "when": (None,),
    "country": (None, "KE"),
    "shared": (False, True),
    "side": (None, *SIDES),
    "leading": (None, True, False),
    "employed": (None, True, False),
    "role": ROLES,
    "ticked": (None,),
    "also": (None,),
}


def fewer(values):
    """Each way to leave one out."""
    return [values[:place] + values[place + 1 :] for place in range(len(values))]


def of_whom(who):
    """Other sorts of people than these."""
    for field in ("side", "leading", "employed"):
        for value in INSTEAD[field]:
            if value != getattr(who, field) is not None:
                yield f"{field}: {value}", who._replace(**{field: value})
    if who.capacity is not None:
        yield "capacity: any", who._replace(capacity=None)
        for capacity in CAPACITIES:
            if capacity not in who.capacity:
                yield f"capacity: {capacity} too", who._replace(capacity=(*who.capacity, capacity))
            elif len(who.capacity) > 1:
                kept = tuple(one for one in who.capacity if one != capacity)
                yield f"capacity: not {capacity}", who._replace(capacity=kept)


def _says_nothing(rule, field):
    """Does this field decide nothing here, whatever stands in it?"""
    spec = rule.spec
    return (
        (field == "ticks" and not spec.options)
        or (field == "over" and spec.max is None)
        or (field == "short" and spec.note_below_months is None)
        # One for the whole team is always read both ways.
        or (field == "shared" and rule.scope == "team")
        # A year has one journey each way.
        or (field == "min" and getattr(spec, "per", None) == "country-year")
    )


def of(rule):
    """Other conditions than the rule's, one thing changed in each, and what."""
    for field, value in rule.spec._asdict().items():
        if not _says_nothing(rule, field):
            for what, other in instead(field, value):
                yield f"{field}: {what}", rule.spec._replace(**{field: other})
    if isinstance(rule.spec, Count) and len(rule.spec.who) == 1:
        yield from with_limits(rule.spec)


def instead(field, value):
    """What else may stand in a field, and how to call it."""
    if value is not None:
        yield from ((other, other) for other in INSTEAD.get(field, ()) if other != value)
    if isinstance(value, int) and not isinstance(value, bool):
        yield from ((other, other) for other in (value - 1, value + 1) if other >= 0)
    elif isinstance(value, Who):
        yield from of_whom(value)
    elif field == "who":
        for place, who in enumerate(value):
            for what, other in of_whom(who):
                yield f"{place}, {what}", (*value[:place], other, *value[place + 1 :])
    elif field in ("parts", "written"):
        yield from ((", ".join(rest), rest) for rest in fewer(value))


def with_limits(spec):
    """A most where there is none, and a least."""
    if spec.max is None and spec.min is not None:
        yield f"max: {spec.min}", spec._replace(max=spec.min)
    if spec.min is None:
        yield "min: 1", spec._replace(min=1)


CHANGED = {f"{rule.id}, {what}": (rule, spec) for rule in RULES for what, spec in of(rule)}


@cache
def cases_of(rule):
    """The cases of a rule that has any, read."""
    file = CASES / f"{rule}.toml"
    return [case_of(case.document) for case in read_cases(file)] if file.exists() else []


@cache
def as_it_is(rule):
    """What the rule says of its cases; tests/golden keeps it word for word."""
    return outcomes(BOOK, rule)


def outcomes(rulebook, rule):
    """What the rule says of its cases: of whom, and what, with the reason and the numbers."""
    parts = getattr(rulebook.rule(rule).spec, "parts", ())
    return [
        [
            (finding.subject, finding.outcome)
            for finding in evaluate(case, rulebook, lambda one: one.id == rule or one.id in parts)
            if finding.rule.id == rule
        ]
        for case in cases_of(rule)
    ]


def with_rule(changed):
    """Return the rulebook with one rule as it is given."""
    groups = tuple(
        group._replace(rules=tuple(changed if rule.id == changed.id else rule for rule in group.rules))
        for group in BOOK.groups
    )
    return Rulebook(BOOK.contents._replace(groups=groups))


@pytest.mark.parametrize("name", CHANGED)
def test_a_condition_that_is_changed_makes_a_case_fail(name):
    rule, spec = CHANGED[name]
    assert outcomes(with_rule(rule._replace(spec=spec)), rule.id) != as_it_is(rule.id)
