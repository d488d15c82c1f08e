"""How the rulebook is read: what a piece of TOML becomes, and the exact sentence where it is refused."""

from __future__ import annotations

import sys
import tomllib
from datetime import date
from types import SimpleNamespace

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
    load,
)
from checkers.rulebook.current import READY
from checkers.rulebook.fields import read_form
from checkers.rulebook.loader import load_folder
from checkers.rulebook.spec_reader import read_spec
from checkers.rulebook.specs import Who
from checkers.rulebook.table import RulebookError, Table
from checkers.rulebook.text import Noun, Text, day, number_range, span
from checkers.rulebook.written import ready_source
from checkers.words import CAPACITIES
from tests.kept import GOLDEN, kept, update

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


def table(text, *allowed):
    return Table(tomllib.loads(text), "x.toml: x.y", allowed=allowed)


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


DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "read", "value"),
    [
        ("a = 2026-11-23", lambda values: values.day("a"), DAY),
        ("", lambda values: values.day("a", default=DAY), DAY),
        ("a = 2026-11-24", lambda values: values.day("a", default=DAY), date(2026, 11, 24)),
        ("", lambda values: values.string("a", default="b"), "b"),
        ('a = ""', lambda values: values.string("a", default="b"), ""),
        ('a = "c"', lambda values: values.one_of("a", ("c",), default="b"), "c"),
        ("", lambda values: values.one_of("a", ("c",), default="b"), "b"),
        ("a = 0", lambda values: values.number("a"), 0),
        ("", lambda values: values.strings("a"), None),
        ("a = []", lambda values: values.strings("a"), ()),
        ('a = { sv = "{x} c", en = "d {x}" }', lambda values: values.text("a"), Text("{x} c", "d {x}")),
        ("", lambda values: values.optional_text("a"), None),
        ('a = { sv = "c", en = "d" }', lambda values: values.optional_text("a"), Text("c", "d")),
        ("", lambda values: values.texts("a"), {}),
        ('a.b = { sv = "{x}", en = "{x}" }', lambda values: values.texts("a"), {"b": Text("{x}", "{x}")}),
        ("", lambda values: values.tables("a"), []),
        ("a = 1\nb = 2", lambda values: [*values.keys()], ["a", "b"]),
    ],
)
def test_a_value_of_a_table(text, read, value):
    assert read(table(text, "x")) == value


@pytest.mark.parametrize(
    ("text", "read", "sentence"),
    [
        ("a = 2026-11-23T10:00:00", lambda values: values.day("a"), "must be a date, not "),
        ('a = "today"', lambda values: values.day("a", default=DAY), "must be a date, not 'today'"),
        ("", lambda values: values.day("a"), "must be a date, not None"),
        ('a = ""', lambda values: values.string("a"), "must be a text, not ''"),
        ("a = 1", lambda values: values.string("a", default=""), "must be a text, not 1"),
        ('a = { sv = "c" }', lambda values: values.text("a"), "must hold exactly sv and en"),
        (
            'a = { sv = "c", en = "d", fr = "e" }',
            lambda values: values.text("a"),
            "must hold exactly sv and en",
        ),
        (
            'a = { sv = "c", en = " " }',
            lambda values: values.text("a"),
            "must hold a text that is not empty in each language",
        ),
        (
            'a = { sv = 1, en = "d" }',
            lambda values: values.text("a"),
            "must hold a text that is not empty in each language",
        ),
        ('a = { sv = "{x", en = "d" }', lambda values: values.text("a"), "has braces that do not pair up ("),
        (
            'a = { sv = "{x}", en = "d" }',
            lambda values: values.text("a"),
            "must have the same placeholders in both languages",
        ),
        (
            'a = { sv = "{z}{y}", en = "{y}{z}" }',
            lambda values: values.text("a"),
            "has an unknown placeholder {y}",
        ),
    ],
)
def test_a_value_that_a_table_refuses(text, read, sentence):
    with pytest.raises(RulebookError) as refused:
        read(table(text, "x"))
    assert str(refused.value).startswith(f"x.toml: x.y: a: {sentence}")
    assert sentence.endswith(("not ", "(")) or str(refused.value) == f"x.toml: x.y: a: {sentence}"


def test_what_is_inside_a_table_is_told_with_its_place_and_its_gaps():
    inner = table('a.b = { sv = "{x}", en = "{x}" }\na.c = 1', "x").table("a")
    assert inner.text("b") == Text("{x}", "{x}")
    with pytest.raises(RulebookError, match=r"^x\.toml: x\.y: a: c: is not a field of this table$"):
        inner.finish()
    (inner,) = table('a = [{ b = { sv = "{x}", en = "{x}" } }]', "x").tables("a")
    assert inner.text("b") == Text("{x}", "{x}")


def test_what_is_no_table_is_refused_without_a_field():
    with pytest.raises(RulebookError, match=r"^x\.toml: must be a table, not 3$"):
        Table(3, "x.toml")


FORM = """
[[field]]
name = "start"
label = { sv = "a", en = "b" }
hint = { sv = "c", en = "d" }
[[field]]
name = "roles"
label = { sv = "a", en = "b" }
choices = [
    { value = "contact", label = { sv = "e", en = "f" } },
    { value = "king", label = { sv = "g", en = "h" } },
]
[[component]]
id = "project"
"""


def test_a_form_is_read():
    form = read_form(table(f'{FORM}fields = ["start"]\nroles = ["king"]\ndates = ["start"]'))
    assert list(form.fields) == ["start", "roles"]
    assert form.fields["start"] == ("start", Text("a", "b"), Text("c", "d"), ())
    assert form.fields["roles"].hint is None
    assert form.choice("roles", "king") == Text("g", "h")
    assert form.component("project") == (("start",), ("king",), ("start",))
    assert read_form(table(FORM)).component("project") == ((), (), ())


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('fields = ["end"]', "component: project: fields: 'end' is not a field of the form"),
        ('roles = ["queen"]', "component: project: roles: 'queen' is not a role of the form"),
        ('dates = ["end"]', "component: project: dates: 'end' is not a date of the form"),
        ("more = 1", "component: more: is not a field of this table"),
        ("[[component]]", "component: id: must be a text, not None"),
        ("[[field]]", "field: name: must be a text, not None"),
        ('[[field]]\nname = "a"', "field: label: must hold exactly sv and en"),
        (
            '[[field]]\nname = "a"\nlabel = { sv = "a", en = "b" }\nmore = 1',
            "field: more: is not a field of this table",
        ),
        ("[more]", "more: is not a field of this table"),
        (
            (
                '[[field]]\nname = "a"\nlabel = { sv = "a", en = "b" }\n'
                'choices = [{ label = { sv = "a", en = "b" } }]'
            ),
            "field: choices: value: must be a text, not None",
        ),
        (
            '[[field]]\nname = "a"\nlabel = { sv = "a", en = "b" }\nchoices = [{ value = "a" }]',
            "field: choices: label: must hold exactly sv and en",
        ),
        (
            (
                '[[field]]\nname = "a"\nlabel = { sv = "a", en = "b" }\n'
                'choices = [{ value = "a", label = { sv = "a", en = "b" }, more = 1 }]'
            ),
            "field: choices: more: is not a field of this table",
        ),
    ],
)
def test_a_form_that_is_refused(text, sentence):
    with pytest.raises(RulebookError) as refused:
        read_form(table(FORM + text))
    assert str(refused.value) == f"x.toml: x.y: {sentence}"


RULE = """
[[rule]]
id = "one.a"
kind = "note"
scope = "team"
topic = "team"
strength = "may"
title = { sv = "a", en = "b" }
"""
HEADING = 'page = "p/"\nsection = "S"\nread = 2026-11-23\nname = { sv = "Ett", en = "One" }\n'
INDEX = 'version = "1"\ndocument = "D"\naddress = "A"\ngroups = ["one"]\n'


@pytest.fixture
def small(tmp_path):
    """Make a rulebook of one group; what is given takes the place of a file."""

    def made(**files):
        texts = {"rulebook": INDEX, "one": HEADING + RULE, "form": FORM} | files
        for name in ("phrases", "fix", "faults", "timeline"):
            texts.setdefault(name, "")
        for name, text in texts.items():
            (tmp_path / f"{name}.toml").write_text(text, "utf-8")
        return load_folder(tmp_path)

    return made


def test_a_small_rulebook_is_read(small):
    book = small(
        one=HEADING
        + RULE
        + """
quote = "one two three four five six seven eight nine ten"
section = "T"
read = 2026-11-24
explain.sv = "c {asked} {asked_who} {number} {max_difference} {min_percent} {short}"
explain.en = "d {asked} {asked_who} {number} {max_difference} {min_percent} {short}"
question = { sv = "e", en = "f" }
hint = { sv = "g", en = "h" }
differs = { sv = "i", en = "j" }
readings = { strict = { sv = "k", en = "l" }, generous = { sv = "m", en = "n" } }
messages.met = { sv = "{women}", en = "{women}" }
advice.unmet = { sv = "{men}", en = "{men}" }
""",
        phrases='a.b = { sv = "{subject}", en = "{subject}" }',
        fix='c.d = { sv = "{name}", en = "{name}" }',
        faults='e.f = { sv = "{column}", en = "{column}" }',
        timeline='g.h = { sv = "{length}", en = "{length}" }',
    )
    assert (book.version, book.document, book.address) == ("1", "D", "A")
    (group,) = book.groups
    assert group[:5] == ("one", "p/", "S", DAY, Text("Ett", "One"))
    assert book.group("one") is group
    (rule,) = group.rules
    assert book.rule("one.a") is rule
    assert rule[:6] == ("one.a", "one", "note", "team", "team", "may")
    assert rule.source == (
        "T",
        "one two three four five six seven eight nine ten",
        date(2026, 11, 24),
        "p/#one-a",
    )
    assert (rule.titles, rule.questions, rule.hints) == (Text("a", "b"), Text("e", "f"), Text("g", "h"))
    assert rule.explains.sv.startswith("c ")
    assert rule.differs == Text("i", "j")
    assert rule.readings == (Text("k", "l"), Text("m", "n"))
    assert rule.messages == {"met": Text("{women}", "{women}")}
    assert rule.advice == {"unmet": Text("{men}", "{men}")}
    assert list(book.phrases) == ["a.b", "c.d", "e.f", "g.h"]
    assert book.questions == {}
    assert list(book.form.fields) == ["start", "roles"]


def test_a_rule_takes_its_section_and_day_from_the_heading(small):
    (rule,) = small().groups[0].rules
    assert rule.source == ("S", "", DAY, "p/#one-a")
    assert rule.readings is None
    assert rule.messages == rule.advice == {}


@pytest.mark.parametrize(
    ("file", "text", "sentence"),
    [
        ("rulebook", "groups = []", "rulebook.toml: version: must be a text, not None"),
        ("rulebook", 'version = "1"', "rulebook.toml: document: must be a text, not None"),
        ("rulebook", 'version = "1"\ndocument = "D"', "rulebook.toml: address: must be a text, not None"),
        ("rulebook", f"{INDEX}more = 1", "rulebook.toml: more: is not a field of this table"),
        ("rulebook", INDEX.replace('"one"', '"two"'), "two.toml: is missing"),
        ("one", HEADING, "one.toml: rule: must be a list of at least one rule"),
        ("one", f"{HEADING}rule = []", "one.toml: rule: must be a list of at least one rule"),
        ("one", f"{HEADING}rule = 1", "one.toml: rule: must be a list of at least one rule"),
        ("one", f"more = 1\n{HEADING}{RULE}", "one.toml: more: is not a field of this table"),
        ("one", RULE, "one.toml: page: must be a text, not None"),
        ("one", 'page = "p"' + RULE, "one.toml: section: must be a text, not None"),
        ("one", 'page = "p"\nsection = "S"' + RULE, "one.toml: read: must be a date, not None"),
        (
            "one",
            HEADING.replace("name = {", "mane = {") + RULE,
            "one.toml: name: must hold exactly sv and en",
        ),
        (
            "one",
            HEADING + RULE.replace("one.a", "two.a"),
            "one.toml: 'two.a': id: must begin with 'one' and a dot",
        ),
        ("one", f"{HEADING}[[rule]]\nid = 1", "one.toml: 1: id: must begin with 'one' and a dot"),
        ("one", HEADING + RULE + RULE, "one.toml: one.a: id: stands twice"),
        ("one", f"{HEADING}{RULE}more = 1", "one.toml: one.a: more: is not a field of this table"),
        (
            "one",
            f'{HEADING}{RULE}quote = "1 2 3 4 5 6 7 8 9 10 11"',
            "one.toml: one.a: quote: has more than 10 words",
        ),
        ("one", HEADING + RULE.replace('"note"', '"question"'), "one.toml: one.a: question: is missing"),
        (
            "one",
            HEADING + RULE.replace('"note"', '"derived"\nparts = ["one.b"]'),
            "one.toml: one.a: parts: no rule 'one.b' above this one",
        ),
        (
            "one",
            f'{HEADING}{RULE}messages.met = {{ sv = "{{x}}", en = "{{x}}" }}',
            "one.toml: one.a: messages: met: has an unknown placeholder {x}",
        ),
        (
            "one",
            f'{HEADING}{RULE}hint = {{ sv = "{{women}}", en = "{{women}}" }}',
            "one.toml: one.a: hint: has an unknown placeholder {women}",
        ),
        (
            "one",
            f'{HEADING}{RULE}readings = {{ strict = {{ sv = "a", en = "b" }} }}',
            "one.toml: one.a: readings: generous: must hold exactly sv and en",
        ),
        (
            "one",
            (
                f'{HEADING}{RULE}readings = {{ strict = {{ sv = "a", en = "b" }}, '
                'generous = { sv = "a", en = "b" }, more = 1 }'
            ),
            "one.toml: one.a: readings: more: is not a field of this table",
        ),
        ("one", HEADING + RULE.replace('"may"', '"shall"'), None),
        ("one", HEADING + RULE.replace('scope = "team"', 'scope = "world"'), None),
        ("one", HEADING + RULE.replace('topic = "team"', 'topic = "food"'), None),
        ("one", HEADING + RULE.replace('"note"', '"weigh"'), None),
        (
            "phrases",
            'a.b = { sv = "{name}", en = "{name}" }',
            "phrases.toml: a: b: has an unknown placeholder {name}",
        ),
        (
            "fix",
            'a.b = { sv = "{column}", en = "{column}" }',
            "fix.toml: a: b: has an unknown placeholder {column}",
        ),
        (
            "faults",
            'a.b = { sv = "{name}", en = "{name}" }',
            "faults.toml: a: b: has an unknown placeholder {name}",
        ),
        (
            "timeline",
            'a.b = { sv = "{name}", en = "{name}" }',
            "timeline.toml: a: b: has an unknown placeholder {name}",
        ),
        ("form", "more = 1", "form.toml: more: is not a field of this table"),
        ("form", "more", "form.toml: is not TOML in UTF-8 ("),
    ],
)
def test_a_small_rulebook_that_is_refused(small, file, text, sentence):
    allowed = {
        "shall": "strength: 'shall' is not one of must, should, encouraged, may, information",
        "world": "scope: 'world' is not one of team, partner, participant, traveller, visit, replacement",
        "food": "topic: 'food' is not one of team, time, visits, before, content, tasks, learning, people, "
        "steps, unsaid",
        "weigh": "kind: 'weigh' is not one of balance, companion, count, derived, duration, given, holder, "
        "holder-is, note, question, visits",
    }
    if sentence is None:
        (said,) = [said for word, said in allowed.items() if f'"{word}"' in text]
        sentence = f"one.toml: one.a: {said}"
    with pytest.raises(RulebookError) as refused:
        small(**{file: text})
    assert str(refused.value).startswith(sentence)
    assert sentence.endswith("(") or str(refused.value) == sentence


def test_all_of_a_rules_figures_may_stand_in_its_texts(small):
    spec = '"balance"\nmax_difference = 1\nmin_percent = 40\nmin_stated = 2'
    gaps = "{asked}{asked_who}{number} {max_difference} {min_percent}"
    (rule,) = (
        small(
            one=HEADING + RULE.replace('"note"', spec).replace('"b"', f'"{gaps}"').replace('"a"', f'"{gaps}"')
        )
        .groups[0]
        .rules
    )
    assert rule.title("en") == "None 1 40"


def test_a_rule_may_rest_on_rules_above_it(small):
    second = RULE.replace("one.a", "one.b").replace('"note"', '"derived"\nparts = ["one.a"]')
    book = small(one=HEADING + RULE + second)
    assert book.rule("one.b").spec == Derived(("one.a",))


BOOK = load()


def test_a_rulebook_written_as_python_is_made_of_short_lines():
    value = ("a", date(2026, 1, 2), {"b": Given("c")}, None)
    assert ready_source(value).splitlines() == [
        "# Written from the rulebook's TOML files when the wheel was made.",
        "from datetime import date",
        "from checkers.rulebook.model import *",
        "from checkers.rulebook.fields import *",
        "from checkers.rulebook.specs import *",
        "from checkers.rulebook.text import *",
        "CONTENTS = (",
        "'a',",
        "date(2026, 1, 2),",
        "{",
        "'b': Given(",
        "'c',",
        "),",
        "},",
        "None,",
        ")",
    ]
    assert ready_source(value).endswith(")\n")


def test_a_rulebook_that_is_ready_is_not_read_again(monkeypatch):
    contents = BOOK.contents._replace(version="ready")
    monkeypatch.setitem(sys.modules, READY, SimpleNamespace(CONTENTS=contents))
    assert load.__wrapped__().contents == contents


def test_the_rulebook_that_comes_with_the_package_is_read():
    assert load.__wrapped__().contents == BOOK.contents


RULES = {rule.id: rule for group in BOOK.groups for rule in group.rules}


def told(rule):
    """All that a page asks of a rule."""
    lines = [
        (
            f"{rule.anchor}, {rule.kind}, {rule.strength}, {rule.number}, {rule.is_question}, "
            f"{', '.join(value for value, _ in rule.options)}"
        )
    ]
    for language in ("sv", "en"):
        lines += [
            f"{rule.asked(language)} | {rule.asked_who(language)} | {rule.title(language)}",
            *filter(None, (rule.explain(language), rule.question(language), rule.hint(language))),
        ]
    return "\n".join(lines)


update(GOLDEN / "rules.txt", {id_: lambda rule=rule: told(rule) for id_, rule in RULES.items()})


@pytest.mark.parametrize("rule", RULES)
def test_what_a_page_is_told_of_a_rule(rule):
    assert kept(GOLDEN / "rules.txt")[rule] == told(RULES[rule])


@pytest.mark.parametrize(
    ("least", "most", "said"),
    [
        (None, None, ("", "")),
        (None, 4, ("högst 4", "at most 4")),
        (1, None, ("minst 1", "at least 1")),
        (0, None, ("minst 0", "at least 0")),
        (2, 2, ("2", "2")),
        (1, 2, ("1–2", "1–2")),
        (None, 0, ("högst 0", "at most 0")),
    ],
)
def test_numbers_in_words(least, most, said):
    assert (number_range(least, most, "sv"), number_range(least, most, "en")) == said


@pytest.mark.parametrize(
    ("least", "most", "said"),
    [
        (None, None, ("", "")),
        (1, 1, ("1 månad", "1 month")),
        (6, None, ("6 månader", "6 months")),
        (None, 1, ("1 månad", "1 month")),
        (12, 12, ("1 år", "1 year")),
        (12, 24, ("1–2 år", "1–2 years")),
        (6, 12, ("6–12 månader", "6–12 months")),
        (12, 18, ("12–18 månader", "12–18 months")),
        (24, None, ("2 år", "2 years")),
        (None, 36, ("3 år", "3 years")),
    ],
)
def test_lengths_of_time_in_words(least, most, said):
    """The rule's own text says whether one end alone is the least or the most."""
    assert (span(least, most, "sv"), span(least, most, "en")) == said


def test_days_and_nouns_in_words():
    assert day(date(2026, 1, 2), "sv") == "2 januari 2026"
    assert day(date(2026, 12, 31), "en") == "31 December 2026"
    assert [A_NOUN.counted(number, "sv") for number in (0, 1, 2)] == ["0 c", "1 a", "2 c"]
    assert [A_NOUN.counted(number, "en") for number in (1, 2)] == ["1 b", "2 d"]
    assert [A_NOUN.after("x", number, "en") for number in (0, 1, 2)] == ["x d", "x b", "x d"]
