"""The rulebook: what the loader refuses, and what the data must be besides well formed."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files

import pytest

from checkers.rulebook import LANGUAGES, load
from checkers.rulebook.loader import load_folder
from checkers.rulebook.table import RulebookError
from checkers.words import CAPACITIES, GENDERS, METHODS, ROLES, SIDES
from tests.core_set import CORE, ENCOURAGED, MUST, SHOULD

BOOK = load()
RULES = [rule for group in BOOK.groups for rule in group.rules]

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


@pytest.fixture
def folder(tmp_path):
    """A copy of the rulebook, to be spoilt."""
    with as_file(files("checkers.rulebook")) as book:
        shutil.copytree(book, tmp_path / "book", ignore=shutil.ignore_patterns("*.py*", "__pycache__"))
    return tmp_path / "book"


POLITICIANS = ("inception.toml", "inception.politicians")
SPOILT = {
    "a kind nobody knows": (*POLITICIANS, "kind", 'kind = "count"', 'kind = "weigh"'),
    "a scope nobody knows": (*POLITICIANS, "scope", 'scope = "partner"', 'scope = "world"'),
    "a topic nobody knows": (*POLITICIANS, "topic", 'topic = "team"', 'topic = "food"'),
    "a strength nobody knows": (*POLITICIANS, "strength", 'strength = "must"', 'strength = "shall"'),
    "no strength": (*POLITICIANS, "strength", 'strength = "must"\n', ""),
    "a capacity nobody knows": (*POLITICIANS, "capacity", '["politician"]', '["king"]'),
    "a number in words": (*POLITICIANS, "min", "min = 2", 'min = "two"'),
    "a number below nought": (*POLITICIANS, "min", "min = 2", "min = -2"),
    "least above most": (*POLITICIANS, "min", "min = 2", "min = 3"),
    "a text that no plan has": (
        *("exchange.toml", "exchange.tip-methods", "written"),
        *('written = ["methods"]', 'written = ["hotel"]'),
    ),
    "a tick that no programme has": (
        *("exchange.toml", "exchange.tip-reflection", "ticked"),
        *('ticked = "reflection"', 'ticked = "lunch"'),
    ),
    "a field misspelt": (*POLITICIANS, "mix", "max = 2", "mix = 2"),
    "no title in English": (*POLITICIANS, "title", 'title.en = "{asked_who} from each partner"\n', ""),
    "an empty title": (*POLITICIANS, "title", 'title.en = "{asked_who} from each partner"', 'title.en = ""'),
    "placeholders that differ": (*POLITICIANS, "title", '"{asked_who} from each', '"{asked} from each'),
    "braces that do not pair up": (
        *POLITICIANS,
        "title",
        '"{asked_who} från varje',
        '"{asked_who från varje',
    ),
    "a quote too long": (*POLITICIANS, "quote", '"ska bestå av två', f'"{"ord " * 10}ska bestå av två'),
    "no noun": (*POLITICIANS, "noun", "noun = { one = { sv", "nuon = { one = { sv"),
    "an id of another group": ("inception.toml", "project.x", "id", '"inception.politicians"', '"project.x"'),
    "an id twice": ("inception.toml", "inception.cso", "id", '"inception.tool"', '"inception.cso"'),
    "no page": ("inception.toml", "", "page", 'page = "components/inception/"\n', ""),
    "a day that is a text": ("inception.toml", "", "read", "read = 2026-11-23", 'read = "today"'),
    "a group without its name": ("inception.toml", "", "name", 'name.en = "Inception"\n', ""),
    "no TOML": ("steering.toml", "", "", "[[rule]]", "[[rule"),
    "a heading nobody knows": ("rulebook.toml", "", "colour", "version =", 'colour = "blue"\nversion ='),
    "no version": ("rulebook.toml", "", "version", 'version = "2026-11"\n', ""),
    "a phrase with a strange gap": ("phrases.toml", "count", "met", "{found_who}", "{fuond_who}"),
    "a gap that a finding cannot fill": ("phrases.toml", "count", "met", "{found_who}", "{min_percent}"),
    "a field of the form without a label": ("form.toml", "", "label", "label = {", "lable = {"),
}


@pytest.mark.parametrize("case", SPOILT.values(), ids=SPOILT)
def test_a_malformed_rulebook_is_refused_with_its_place(folder, case):
    file, rule, field, old, new = case
    spoilt = folder / file
    text = spoilt.read_text("utf-8")
    assert old in text
    spoilt.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(RulebookError) as refused:
        load_folder(folder)
    assert str(refused.value).startswith(f"{file}:")
    assert rule in str(refused.value)
    assert field in str(refused.value)


@pytest.mark.parametrize(
    "name", ["rulebook", "phrases", "faults", "timeline", "form", *(group.id for group in BOOK.groups)]
)
def test_a_missing_file_is_named(folder, name):
    (folder / f"{name}.toml").unlink()
    with pytest.raises(RulebookError, match=rf"^{name}\.toml: "):
        load_folder(folder)


def test_a_file_in_another_encoding_is_named(folder):
    file = folder / "steering.toml"
    file.write_bytes(file.read_text("utf-8").encode("utf-16"))
    with pytest.raises(RulebookError, match=r"^steering\.toml: "):
        load_folder(folder)


def test_an_untouched_copy_is_the_rulebook(folder):
    assert load_folder(folder).contents == BOOK.contents


def test_every_core_rule_is_there_with_its_strength():
    strengths = {rule.id: rule.strength for rule in RULES if rule.id in CORE}
    assert strengths == (
        dict.fromkeys(MUST, "must")
        | dict.fromkeys(SHOULD, "should")
        | dict.fromkeys(ENCOURAGED, "encouraged")
    )


def test_nothing_beside_the_core_set_counts_against_a_team():
    assert {rule.strength for rule in RULES if rule.id not in CORE} == {"may", "information"}


@each_rule
def test_a_rule_speaks_both_languages(rule):
    for language in LANGUAGES:
        texts = [rule.title(language), rule.explain(language), rule.hint(language), rule.question(language)]
        assert texts[0]
        assert all("{" not in text for text in texts)
    assert rule.title("sv") != rule.title("en")
    assert bool(rule.explain("sv")) is bool(rule.explain("en"))
    assert all(label("sv") and label("en") for _, label in rule.options)


@each_rule
def test_a_rule_says_where_it_was_read(rule):
    assert rule.source.section
    assert rule.source.read
    assert len(rule.source.quote.split()) <= 10
    assert rule.source.page.endswith(f"#{rule.id.replace('.', '-')}")


@pytest.mark.parametrize(
    ("field", "values"),
    [("capacity", CAPACITIES), ("side", SIDES), ("roles", ROLES), ("gender", GENDERS), ("methods", METHODS)],
)
def test_the_form_offers_just_what_a_file_may_say(field, values):
    assert tuple(choice.value for choice in BOOK.form.fields[field].choices) == values


def test_every_phrase_speaks_both_languages():
    assert all(text(language).strip() for text in BOOK.phrases.values() for language in LANGUAGES)
