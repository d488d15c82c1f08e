"""How tables, the form and the whole rulebook are read, and the exact sentence where one is refused."""

from __future__ import annotations

from datetime import date

import pytest

from checkers.rulebook import (
    Derived,
)
from checkers.rulebook.fields import read_form
from checkers.rulebook.loader import load_folder
from checkers.rulebook.table import RulebookError, Table
from checkers.rulebook.text import Text
from tests.toml_tables import table

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
