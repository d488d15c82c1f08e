"""What each kind of rule is told by a piece of TOML, and the exact sentence where it is refused."""

from __future__ import annotations

import pytest

from checkers.rulebook import (
    Balance,
    Companion,
    Count,
    Derived,
    Duration,
    Given,
    Holder,
    HolderIs,
    Note,
    Question,
    Visits,
)
from checkers.rulebook.spec_reader import read_spec
from checkers.rulebook.specs import Who
from checkers.rulebook.table import RulebookError
from checkers.rulebook.text import Noun, Text
from checkers.words import CAPACITIES
from tests.toml_tables import table

NOUN = 'noun = { one = { sv = "a", en = "b" }, many = { sv = "c", en = "d" } }\n'
A_NOUN = Noun(Text("a", "b"), Text("c", "d"))
OPTIONS = """
options = [{ value = "x", label = { sv = "a", en = "b" } }, { value = "y", label = { sv = "c", en = "d" } }]
"""
TWO_OPTIONS = (("x", Text("a", "b")), ("y", Text("c", "d")))

READ = [
    ("balance", "max_difference = 1\nmin_percent = 40\nmin_stated = 2", Balance(1, 40, 2)),
    ("companion", 'companion = "steering"', Companion("steering")),
    ("companion", 'companion = "steering"\ncovers = "start"', Companion("steering", "start")),
    ("companion", 'companion = "steering"\ncovers = "period"', Companion("steering", "period")),
    ("count", f"who = {{}}\n{NOUN}", Count((Who(),), A_NOUN)),
    ("count", f"who = {{}}\nmin = 0\nmax = 0\n{NOUN}", Count((Who(),), A_NOUN, 0, 0)),
    (
        "count",
        (
            'who = { capacity = ["politician"], side = "majority", leading = true, employed = false, '
            f'role = "contact" }}\n{NOUN}'
        ),
        Count(
            (Who(("politician",), side="majority", leading=True, employed=False, role="contact"),),
            A_NOUN,
        ),
    ),
    (
        "count",
        (
            f'who = [{{ side = "majority" }}, {{ leading = false }}]\nalso = {{ employed = true }}\n'
            f'min = 1\nmax = 4\nover = "unclear"\nwhen = "elected_opposition"\n{NOUN}'
        ),
        Count(
            (Who(side="majority"), Who(leading=False)),
            A_NOUN,
            1,
            4,
            also=Who(employed=True),
            over="unclear",
            when="elected_opposition",
        ),
    ),
    ("derived", 'parts = ["a.b", "a.c"]', Derived(("a.b", "a.c"))),
    ("derived", 'parts = ["a.b"]\notherwise = "not_applicable"', Derived(("a.b",), "not_applicable")),
    ("duration", "", Duration()),
    (
        "duration",
        'min_months = 1\nmax_months = 3\nnote_below_months = 2\nshort = "met"',
        Duration(1, 3, 2, "met"),
    ),
    ("given", 'field = "reason"', Given("reason")),
    ("holder", f'role = "contact"\n{NOUN}', Holder("contact", A_NOUN)),
    (
        "holder",
        f'role = "contact"\nshared = true\nwho = {{ employed = true }}\n{NOUN}',
        Holder("contact", A_NOUN, Who(employed=True), shared=True),
    ),
    ("holder-is", 'role = "contact"', HolderIs("contact", Who())),
    (
        "holder-is",
        (
            'role = "contact"\nwho = { leading = true }\nneed = "any"\nnone = "not_applicable"\n'
            'otherwise = "not_applicable"\ncountry = "SE"'
        ),
        HolderIs("contact", Who(leading=True), "any", "not_applicable", "not_applicable", "SE"),
    ),
    ("note", "", Note()),
    ("question", "", Question()),
    ("question", f"{OPTIONS}ticks = 2", Question(TWO_OPTIONS, 2)),
    ("question", f"{OPTIONS}ticks = 1", Question(TWO_OPTIONS, 1)),
    (
        "question",
        'written = ["learn", "skills"]\nticked = "reflection"',
        Question(written=("learn", "skills"), ticked="reflection"),
    ),
    ("visits", 'per = "team"\nmin = 0', Visits("team", 0)),
    ("visits", 'per = "country"\nmin = 1\nmax = 2', Visits("country", 1, 2)),
    ("visits", 'per = "country-year"\nmin = 1', Visits("country-year", 1)),
]


@pytest.mark.parametrize(("kind", "text", "spec"), READ)
def test_what_a_kind_of_rule_is_told(kind, text, spec):
    values = table(text)
    assert read_spec(kind, values) == spec
    values.finish()


REFUSED = {
    "no people": ("count", NOUN, "who: is missing"),
    "people who are no table": ("count", f"who = 3\n{NOUN}", "who: must be a table, not 3"),
    "a person's field misspelt": (
        "count",
        f"who = {{ lead = true }}\n{NOUN}",
        "who: lead: is not a field of this table",
    ),
    "leading in words": (
        "count",
        f'who = {{ leading = "yes" }}\n{NOUN}',
        "who: leading: must be true or false, not 'yes'",
    ),
    "employed in numbers": (
        "count",
        f"who = {{ employed = 1 }}\n{NOUN}",
        "who: employed: must be true or false, not 1",
    ),
    "a side nobody is on": (
        "count",
        f'who = {{ side = "left" }}\n{NOUN}',
        "who: side: 'left' is not one of majority, opposition, neither",
    ),
    "a role nobody has": (
        "count",
        f'who = {{ role = "king" }}\n{NOUN}',
        "who: role: 'king' is not one of coordinator, project_manager, contact",
    ),
    "a capacity by itself": (
        "count",
        f'who = {{ capacity = "politician" }}\n{NOUN}',
        "who: capacity: must be a list of texts, not 'politician'",
    ),
    "capacities that are numbers": (
        "count",
        f"who = {{ capacity = [1] }}\n{NOUN}",
        "who: capacity: must be a list of texts, not [1]",
    ),
    "a capacity nobody has": (
        "count",
        f'who = {{ capacity = ["king"] }}\n{NOUN}',
        "who: capacity: 'king' is not one of " + ", ".join(CAPACITIES),
    ),
    "least above most": (
        "count",
        f"who = {{}}\nmin = 3\nmax = 2\n{NOUN}",
        "min: 3 is above max, 2",
    ),
    "a number that is true": (
        "count",
        f"who = {{}}\nmin = true\n{NOUN}",
        "min: must be a whole number from 0 up, not True",
    ),
    "a number with a fraction": (
        "count",
        f"who = {{}}\nmax = 1.5\n{NOUN}",
        "max: must be a whole number from 0 up, not 1.5",
    ),
    "a number below nought": (
        "count",
        f"who = {{}}\nmin = -1\n{NOUN}",
        "min: must be a whole number from 0 up, not -1",
    ),
    "more than most, said otherwise": (
        "count",
        f'who = {{}}\nover = "met"\n{NOUN}',
        "over: 'met' is not one of unmet, unclear",
    ),
    "another condition": (
        "count",
        f'who = {{}}\nwhen = "raining"\n{NOUN}',
        "when: 'raining' is not one of elected_opposition",
    ),
    "no noun": ("count", "who = {}", "noun: must be a table, not None"),
    "no noun for many": (
        "count",
        'who = {}\nnoun = { one = { sv = "a", en = "b" } }',
        "noun: many: must hold exactly sv and en",
    ),
    "a noun for none": (
        "count",
        'who = {}\nnoun = { one = { sv = "a", en = "b" }, many = { sv = "a", en = "b" }, none = 1 }',
        "noun: none: is not a field of this table",
    ),
    "a holder without a role": ("holder", NOUN, "role: must be a text, not None"),
    "a holder of another role": (
        "holder",
        f'role = "king"\n{NOUN}',
        "role: 'king' is not one of coordinator, project_manager, contact",
    ),
    "shared in words": (
        "holder",
        f'role = "contact"\nshared = "yes"\n{NOUN}',
        "shared: must be true or false, not 'yes'",
    ),
    "whoever holds another role": (
        "holder-is",
        'role = "king"',
        "role: 'king' is not one of coordinator, project_manager, contact",
    ),
    "need neither": (
        "holder-is",
        'role = "contact"\nneed = "some"',
        "need: 'some' is not one of all, any",
    ),
    "none neither": (
        "holder-is",
        'role = "contact"\nnone = "met"',
        "none: 'met' is not one of unmet, not_applicable",
    ),
    "otherwise neither": (
        "holder-is",
        'role = "contact"\notherwise = "met"',
        "otherwise: 'met' is not one of unmet, not_applicable",
    ),
    "a country in numbers": (
        "holder-is",
        'role = "contact"\ncountry = 46',
        "country: must be a text, not 46",
    ),
    "short neither": (
        "duration",
        'short = "unclear"',
        "short: 'unclear' is not one of unmet, met",
    ),
    "months in words": (
        "duration",
        'min_months = "two"',
        "min_months: must be a whole number from 0 up, not 'two'",
    ),
    "no ticks": (
        "question",
        f"{OPTIONS}ticks = 0",
        "ticks: must be from 1 to the number of options, 2",
    ),
    "more ticks than options": (
        "question",
        f"{OPTIONS}ticks = 3",
        "ticks: must be from 1 to the number of options, 2",
    ),
    "an option without a label": (
        "question",
        'options = [{ value = "x" }]',
        "options: label: must hold exactly sv and en",
    ),
    "an option without a value": (
        "question",
        'options = [{ label = { sv = "a", en = "b" } }]',
        "options: value: must be a text, not None",
    ),
    "an option with more": (
        "question",
        'options = [{ value = "x", label = { sv = "a", en = "b" }, more = 1 }]',
        "options: more: is not a field of this table",
    ),
    "a text that no plan has": (
        "question",
        'written = ["learn", "hotel"]',
        "written: 'hotel' is not one of learn, skills, methods, challenges, reflection, home",
    ),
    "a tick that no programme has": (
        "question",
        'ticked = "lunch"',
        "ticked: 'lunch' is not one of reflection",
    ),
    "no companion": ("companion", "", "companion: must be a text, not None"),
    "an empty companion": ("companion", 'companion = " "', "companion: must be a text, not ' '"),
    "covers more": (
        "companion",
        'companion = "steering"\ncovers = "all"',
        "covers: 'all' is not one of nothing, start, period",
    ),
    "visits by nothing": ("visits", "min = 1", "per: must be a text, not None"),
    "visits by the day": (
        "visits",
        'per = "day"\nmin = 1',
        "per: 'day' is not one of team, country, country-year",
    ),
    "visits without a least": ("visits", 'per = "team"', "min: is missing"),
    "no difference": (
        "balance",
        "min_percent = 40\nmin_stated = 2",
        "max_difference: is missing",
    ),
    "no percent": ("balance", "max_difference = 1\nmin_stated = 2", "min_percent: is missing"),
    "no least stated": (
        "balance",
        "max_difference = 1\nmin_percent = 40",
        "min_stated: is missing",
    ),
    "no parts": ("derived", "", "parts: must name at least one rule"),
    "an empty list of parts": ("derived", "parts = []", "parts: must name at least one rule"),
    "no field": ("given", "", "field: must be a text, not None"),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_what_a_kind_of_rule_cannot_be_told(case):
    kind, text, sentence = case
    with pytest.raises(RulebookError) as refused:
        read_spec(kind, table(text))
    assert str(refused.value) == f"x.toml: x.y: {sentence}"
