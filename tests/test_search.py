"""What the search knows beside the pages: what readers ask of each, and what they call things."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkers.rulebook import LANGUAGES
from macros.search import asked_of, ignored_words, synonyms
from tests.test_prose import pages

QUESTIONS = Path(__file__).parent / "search"
#: The guide in one document, and tools for the frames of other sites: no search leads there.
NOT_SOUGHT = ("print.md", "embed/", "offline.md")


def address(page):
    """Return a Markdown file's address below its language's root."""
    path = page.removesuffix(".md")
    return path.removesuffix("index") if path.split("/")[-1] == "index" else f"{path}/"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [page for page in pages("sv") if not page.startswith(NOT_SOUGHT)])
def test_readers_ask_something_of_every_page(page, language):
    phrases = asked_of(address(page), language).phrases
    assert phrases
    assert len(phrases) == len(set(phrases))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_ignored_word_is_named_twice_or_left_out_of_a_synonym(language):
    words = ignored_words(language)
    assert len(words) == len(set(words))
    assert not [group for group in synonyms(language) if set(group) <= set(words)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_and_the_methods_give_their_other_names(language):
    names = {name for group in synonyms(language) for name in group}
    assert {"sv": {"tjänsteman", "jobbskuggning"}, "en": {"job shadowing", "NGO"}}[language] <= names


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_question_is_asked_twice(language):
    lines = (QUESTIONS / f"{language}.tsv").read_text("utf-8").splitlines()
    asked = [line.split("\t")[0].lower() for line in lines if not line.startswith("#")]
    assert len(asked) >= 40
    assert len(asked) == len(set(asked))
