"""What the rulebook says once it is read: of each rule, of numbers and days in words, and as Python."""

from __future__ import annotations

import sys
from datetime import date
from types import SimpleNamespace

import pytest

from checkers.rulebook import (
    Given,
    load,
)
from checkers.rulebook.current import READY
from checkers.rulebook.text import Noun, Text, day, number_range, span
from checkers.rulebook.written import ready_source
from tests.kept import GOLDEN, kept, update

BOOK = load()
A_NOUN = Noun(Text("a", "b"), Text("c", "d"))


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
