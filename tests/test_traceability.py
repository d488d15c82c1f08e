"""Every sentence of ICLD's text has a home in the guide; every rule comes from one, or from silence."""

from __future__ import annotations

import re
import tomllib
from itertools import groupby
from pathlib import Path

import pytest

from checkers.rulebook import load
from tests.source_text import BULLET, LIES_BESIDE, SECTIONS, lines, sentences, split, words
from tests.test_site import PAGES, SITE

BOOK = load()
RULES = {rule.id: rule for group in BOOK.groups for rule in group.rules}
INDEX = tomllib.loads((Path(__file__).parent / "traceability.toml").read_text("utf-8"))
#: First words and reasons are short: the text itself is not ours to keep.
FEW_WORDS = 6

each_sentence = pytest.mark.parametrize("entry", INDEX["sentence"], ids=lambda entry: entry["id"])


def has_home(root, home):
    """Return whether a page of the built site has the anchor, or is there where none is named."""
    address, _, anchor = home.partition("#")
    page = PAGES.get(root / address / "index.html")
    return page is not None and (not anchor or page.ids[anchor] == 1)


def test_sentences_are_numbered_from_one_in_each_section_in_the_order_of_the_text():
    ids = [entry["id"] for entry in INDEX["sentence"]]
    sections = [(name, list(found)) for name, found in groupby(ids, key=lambda each: each.rpartition("-")[0])]
    assert [name for name, _ in sections] == list(SECTIONS.values())
    for name, found in sections:
        assert found == [f"{name}-{number:02}" for number in range(1, len(found) + 1)]


@each_sentence
@pytest.mark.parametrize("root", [SITE, SITE / "en"], ids=["sv", "en"])
def test_a_sentence_has_a_home_in_both_languages(root, entry):
    assert has_home(root, entry["home"])


@each_sentence
def test_a_sentence_gives_rules_that_exist_or_says_why_it_gives_none(entry):
    assert ("rules" in entry) != ("no_rule" in entry)
    if "rules" in entry:
        assert entry["rules"]
        assert set(entry["rules"]) <= RULES.keys()
    else:
        assert re.fullmatch(r"because (?:\S+ ){0,5}\S+", entry["no_rule"])


@each_sentence
def test_a_sentences_rules_stand_on_the_page_of_its_home(entry):
    """The page is enough: a sentence that gives several rules has its home at their heading."""
    address = entry["home"].partition("#")[0]
    assert {RULES[rule].source.page.partition("#")[0] for rule in entry.get("rules", ())} <= {address}


@each_sentence
def test_a_sentence_is_known_by_its_first_words_alone(entry):
    assert 1 <= len(entry["begins"].split()) <= FEW_WORDS


def test_every_rule_comes_from_a_sentence_or_from_silence():
    spoken = [rule for entry in INDEX["sentence"] for rule in entry.get("rules", ())]
    silent = [entry["rule"] for entry in INDEX["silent"]]
    assert sorted(spoken) == sorted(rule.id for rule in RULES.values() if rule.source.quote)
    assert sorted(silent) == sorted(rule.id for rule in RULES.values() if not rule.source.quote)
    assert all(1 <= len(entry["because"].split()) <= FEW_WORDS for entry in INDEX["silent"])


def test_a_home_that_is_not_there_is_seen():
    assert has_home(SITE, "components/steering/#tasks")
    assert not has_home(SITE, "components/steering/#task")
    assert not has_home(SITE, "components/management/")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Rubrik", ["Rubrik"]),
        ("Ett möte. Två möten! Tre?", ["Ett möte.", "Två möten!", "Tre?"]),
        ("Vi hjälper t.ex. förbund eller t.ex. SKR. Sedan vilar vi", [
            "Vi hjälper t.ex. förbund eller t.ex. SKR.", "Sedan vilar vi",
        ]),
        ("Besök, möten etc. Läs mer i boken", ["Besök, möten etc.", "Läs mer i boken"]),
        (" • Ordning och reda. Städa varje dag.  ", ["Ordning och reda.", "Städa varje dag."]),
        (" • Vila: Sov gott. Ät sedan.", ["Vila:", "Sov gott.", "Ät sedan."]),
        (" • Följ ICLD:s regler", ["Följ ICLD:s regler"]),
        ("Tänk på följande:", ["Tänk på följande:"]),
        ("Löper 1-3 år. ”Förmåga” krävs.", ["Löper 1-3 år.", "”Förmåga” krävs."]),
    ],
)  # fmt: skip
def test_a_line_is_split_into_its_sentences(line, found):
    assert sentences(line) == found


def test_a_section_begins_at_its_heading():
    text = [
        "Partnerskapsprogrammets komponenter",
        "Inledning.",
        "Projekt",
        " • Plan: Gör. Och så",
        "Spridning",
    ]
    assert split(text) == {
        "introduction": ["Partnerskapsprogrammets komponenter", "Inledning."],
        "project": ["Projekt", "Plan:", "Gör.", "Och så"],
        "dissemination": ["Spridning"],
    }
    assert BULLET.match(text[3])


if LIES_BESIDE:
    SOURCE = {
        f"{name}-{number:02}": sentence
        for name, found in split(lines()).items()
        for number, sentence in enumerate(found, 1)
    }

    def test_the_index_has_the_sentences_of_the_source():
        assert [entry["id"] for entry in INDEX["sentence"]] == list(SOURCE)

    @each_sentence
    def test_the_index_knows_a_sentence_by_the_sources_own_first_words(entry):
        sentence = SOURCE[entry["id"]]
        assert sentence.startswith(entry["begins"])
        assert entry["begins"] != sentence or len(words(sentence)) == 1

    @each_sentence
    def test_a_rule_quotes_the_sentence_it_comes_from(entry):
        sentence = " ".join(words(SOURCE[entry["id"]]))
        for rule in entry.get("rules", ()):
            assert " ".join(words(RULES[rule].source.quote)) in sentence, rule
