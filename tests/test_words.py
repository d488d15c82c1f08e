"""One word for each thing: the glossary is whole, and no text of the guide uses a word it decides against."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import markdown
import pytest

from checkers.rulebook import LANGUAGES, load
from macros.glossary import glossary, terms, words_apart
from macros.guide import Guide
from tests.test_prose import pages, prose, read

ROOT = Path(__file__).parents[1]
SV, EN = LANGUAGES

#: Data that the guide shows as its own words. Titles of other people's texts are theirs; what readers search
#: for stands in a folder of its own.
DATA = sorted(
    {*ROOT.glob("checkers/rulebook/*.toml"), *ROOT.glob("macros/*.toml"), *ROOT.glob("macros/*/*.toml")}
    | {ROOT / "checkers/sheets/words.toml"} - {ROOT / "macros/data/sources.toml"}
)
#: In the glossary's data these are names that others use.
OTHERS_WORDS = ("also", "avoid")


def worded(value, language, *, here=False):
    """Yield the texts that stand under a language's name, at any depth."""
    if isinstance(value, str):
        yield from [value] if here else []
    elif isinstance(value, list):
        for each in value:
            yield from worded(each, language, here=here)
    elif isinstance(value, dict):
        for key in value.keys() - {SV, EN, *OTHERS_WORDS} | value.keys() & {language}:
            yield from worded(value[key], language, here=here or key == language)


def refused(text, language):
    """Return the words in a text that the glossary decides against, with what it says instead."""
    return [
        (found, term.word(language))
        for term in terms()
        for pattern in term.avoid[language]
        for found in re.findall(rf"\b(?:{pattern})\b", text.lower())
    ]


@pytest.mark.parametrize(
    ("language", "page"), [(language, page) for language in LANGUAGES for page in pages(language)]
)
def test_pages_use_the_glossarys_words(language, page):
    assert refused(prose(read(language, page)), language) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", DATA, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_rules_and_interface_use_the_glossarys_words(path, language):
    found = list(worded(tomllib.loads(path.read_text("utf-8")), language))
    assert [(text, refused(text, language)) for text in found if refused(text, language)] == []


def test_a_refused_word_is_found_in_any_form_and_an_innocent_one_is_not():
    assert refused("Two project leaders and a Project Group", EN) == [
        ("project group", "project team"),
        ("project leaders", "project manager"),
    ]
    assert refused("tjänstemännen", SV) == [("tjänstemännen", "tjänsteperson")]
    assert refused("gender equality, unmotivatedly officious", EN) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_and_the_interface_have_words_to_look_at(language):
    counts = {path.name: len(list(worded(tomllib.loads(path.read_text("utf-8")), language))) for path in DATA}
    for name in ("inception.toml", "phrases.toml", "checker.toml", "words.toml", "glossary.toml"):
        assert counts[name] > 20, name


def test_the_data_walk_reads_each_language_at_any_depth():
    data = {"rule": [{"title": {"sv": "a", "en": "b"}, "noun": {"one": {"sv": "c", "en": "d"}}}], "page": "x"}
    assert sorted(worded(data, SV)) == ["a", "c"]
    assert list(worded({"words": {"en": ["e", "f"]}, "also": {"en": "g"}}, EN)) == ["e", "f"]


def test_ids_and_words_stand_once():
    for values in (
        [term.id for term in terms()],
        *([term.word(language).lower() for term in terms()] for language in LANGUAGES),
        *(
            [form for term in terms() for form in {*term.word(language).split(", "), *term.forms[language]}]
            for language in LANGUAGES
        ),
    ):
        assert len(values) == len(set(values)), sorted(value for value in values if values.count(value) > 1)


def test_a_word_that_is_not_ours_names_where_it_was_read():
    assert [term.id for term in terms() if bool(term.source) != term.status.startswith("icld")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explanation_is_at_most_two_plain_sentences(language):
    for term in terms():
        text = term.explain(language)
        assert text[0].isupper()
        assert text.endswith(".")
        assert text.count(". ") <= 1, text
        assert len(text.split()) <= 32, text
        assert not re.search(r"\d", text), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_shows_every_term_once_in_the_order_of_its_language(language):
    guide = Guide(load(), language, "../", {})
    html = glossary(guide)
    shown = re.findall(r'<h3 id="term-([a-z-]+)">', html)
    assert sorted(shown) == sorted(term.id for term in terms())
    letters = re.findall(r"<li><a[^>]*>(.)</a></li>", html)
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
    assert [alphabet.index(letter) for letter in letters] == sorted(map(alphabet.index, letters))
    assert "–" in words_apart(guide)


def explained(text, language=SV, page="index.md", **options):
    """Return the words explained in a text, in its order, and the HTML."""
    settings = {"language": language, "page": page, **options}
    html = markdown.markdown(
        text,
        extensions=["attr_list", "admonition", "tables", "macros.terms"],
        extension_configs={"macros.terms": settings},
    )
    return re.findall(r'<button class="pg-term"[^>]*>(.*?)</button>', html), html


def test_only_the_first_use_in_running_text_is_explained():
    words, html = explained(
        "# Samordnare\n\n[samordnare](x.md), `samordnare`, *samordnare*\n\nEn samordnare, två samordnare."
    )
    assert words == ["samordnare"]
    assert html.count('popovertarget="tip-coordinator"') == html.count('id="tip-coordinator"') == 1
    assert 'En <span class="pg-term-whole"><button' in html
    assert "</button>,</span>" in html
    assert "</span> två samordnare." in html


def test_words_in_quotes_and_other_html_are_left_alone():
    words, _ = explained(
        'Texten säger <q lang="sv">en samordnare</q> och <b>en projektledare</b>.\n\n<p>samordnare</p>'
    )
    assert words == []


def test_whole_words_in_any_listed_form_and_the_longest_first():
    words, _ = explained("Styrgruppens ledande tjänstepersoner, inte styrgruppsmöten.")
    assert words == ["Styrgruppens", "ledande tjänstepersoner"]


def test_a_page_explains_few_words_the_most_needed_ones_and_not_its_own():
    text = "Oppositionen, målgruppen, samordnaren, intressenter, en avsiktsförklaring."
    words, _ = explained(text, limit=2)
    assert words == ["samordnaren", "intressenter"]
    assert len(explained(text)[0]) == 5
    words, _ = explained("Styrgruppen och samordnaren.", page="components/steering.md")
    assert words == []


@pytest.mark.parametrize("page", ["glossary.md", "print.md"])
def test_the_glossary_and_the_printed_guide_explain_nothing_in_passing(page):
    assert explained("En samordnare.", page=page)[0] == []


def test_an_explanation_leads_to_the_glossary_in_the_pages_language():
    _, html = explained("A coordinator.", EN, "participants/form.md")
    assert '<a href="../glossary.md#term-coordinator">More in the glossary</a>' in html
    assert "data-search-exclude" in html


@pytest.mark.parametrize("folder", ["site", "site/en"])
def test_no_explanation_in_passing_is_a_search_hit(folder):
    language = EN if folder.endswith("en") else SV
    index = json.loads((ROOT / folder / "search/index.json").read_text("utf-8"))
    found = {
        (page["url"], term.id)
        for page in index["pages"]
        for _, _, text in page["sections"]
        for term in terms()
        # The page that a word is about may well say what it means.
        if term.tip and term.explain(language) in text and page["url"] != term.page.partition("#")[0]
    }
    assert {url for url, _ in found} == {"glossary/"}
