"""The guide says everything in its own words: no sentence is copied from ICLD's text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.source_text import LIES_BESIDE, lines, runs, split

ROOT = Path(__file__).parents[1]
#: A quote has at most ten words.
TOO_LONG = 11

PATTERNS = (
    "docs/*/**/*.md",
    "checkers/rulebook/*.toml",
    "macros/**/*.toml",
    "macros/templates/*.html",
)
TEXTS = sorted(path for pattern in PATTERNS for path in ROOT.glob(pattern))


def own(path):
    """Return a file's words, without macro calls and tags, which would part a copied sentence."""
    return re.sub(r"\{\{.*?\}\}|<[^>]*>", " ", path.read_text("utf-8"))


def test_a_copied_run_is_found_whatever_its_marks_and_capitals():
    theirs = "En, två och tre katter (med svans) sov på taket hela dagen."
    assert runs('x = "EN två; och tre katter med svans – sov på taket hela dagen"', TOO_LONG) & runs(
        theirs, TOO_LONG
    )
    assert not runs("En och tre katter med svans sov på taket hela natten", TOO_LONG) & runs(theirs, TOO_LONG)


def test_there_are_texts_to_compare():
    assert len(TEXTS) > 80


if LIES_BESIDE:
    SOURCE = {run for found in split(lines()).values() for run in runs(" ".join(found), TOO_LONG)}

    @pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
    def test_no_sentence_is_copied_from_the_source(path):
        assert [" ".join(run) for run in runs(own(path), TOO_LONG) & SOURCE] == []
