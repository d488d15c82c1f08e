"""The built pages are plain: LIX at most 42 in Swedish, Flesch-Kincaid's grade at most 10 in English.

`pytest -s` prints every page's figure, as `python -m tests.readability` does.
"""

from __future__ import annotations

import pytest

from tests.readability import blocks_of, figures, grade, lix, sentences, syllables, table

LIMITS = {"sv": 42, "en": 10}
FIGURES = figures()

#: As a dictionary of pronunciation gives them.
SYLLABLES = {
    1: """
        the a team you your page rule rules group asked planned named changed source sides side
        league whole while more there here are were have give tried guide guest guests real leave
        leaves showed hour our their they yes goes does shoes due viewed used use chose closed
        raised passed
    """,
    2: """
        civil servant servants partner project steering employed agreed needed started changes
        places sources people table little create reading being doing going seeing social special
        reason reasons people's colleague colleagues question questions require sometimes someone
        before given language website safely careful useful statement measure measures learning
        study studies bodies countries country cities applied experts equal quiet client science
        patient patience ancient region regions million union europe leader trial anxious cautious
        conscious gracious proper toolbox workshop follow followed allowed written every business
        something nothing issues values argue argued reviewed uses raises passes wishes reaches
        judges boxes taxes buses
    """,
    3: """
        partnership inception expansion manager agreement financing decided possible visible example
        idea ideas area areas created official period various previous obvious serious dialogue
        requirement requirements everyone languages usefulness management encourage encouraged
        actual annual equity quality guarantee audience efficient religion opinion senior behaviour
        video museum area's financial commercial essential initial initials radio audio ratio studio
        curious government objective objectives benchmarking mentoring shadowing assessment
        assessments different interest anything nobody continues continue
    """,
    4: """
        politician politicians application applications opposition majority society experience
        diversity society's situation actually usually equality european reality material negotiate
        associate appropriate portfolio scenario variety anxiety environment participants
        transparency development capacity
    """,
    5: """
        dissemination coordinator organisation organisations evaluation individual initiative
        association associations immediately participation
    """,
    6: """
        municipality municipalities accountability
    """,
}
KNOWN = [(word, number) for number, words in SYLLABLES.items() for word in words.split()]

PAGE = """
<nav><p>Not this.</p></nav>
<article class="x" lang="en"><h1>Nor this heading</h1>
<p>A first sentence. A second<br>one! <q lang="sv">inte detta</q> <span class="pg-cite">(ICLD)</span></p>
<ul><li>An item without a full stop</li><li>Outer<ul><li>inner</li></ul>after</li></ul>
<table><caption>A caption</caption><tbody><tr><td>No cell</td></tr></tbody></table>
<div lang="sv"><p>Inte på engelska.</p></div>
<p>See <a href="#x">a link</a>, <button>a word</button><span class="tip" data-search-exclude>no tip</span> and
<code>no.address</code>.</p>
<team-checker><p>Not the checker.</p></team-checker>
<dl><dt>No label</dt><dd><p>A meaning</p></dd></dl>
</article><p>Not this either.</p>
"""


def test_every_page_of_both_languages_is_measured():
    print("", *table(FIGURES), sep="\n")  # noqa: T201 - seen with `pytest -s` only
    addresses = {language: {row[1] for row in FIGURES if row[0] == language} for language in LIMITS}
    assert addresses["sv"] == addresses["en"]
    assert len(addresses["sv"]) > 20


@pytest.mark.parametrize(
    ("language", "page", "value"), [(language, page, value) for language, page, _, value in FIGURES]
)
def test_the_page_is_plain(language, page, value):
    assert value <= LIMITS[language], f"{page}: {value:.1f}"


def test_what_is_measured_is_what_a_reader_reads_as_prose():
    assert blocks_of(PAGE, "en") == [
        "A first sentence. A second one!",
        "An item without a full stop",
        "Outer",
        "inner",
        "after",
        "A caption",
        "See a link, a word and .",
        "A meaning",
    ]


@pytest.mark.parametrize(
    ("block", "number"),
    [
        ("No full stop", 1),
        ("One. Two! Three?", 3),
        ("”En.” Två.", 2),
        ("Byt t.ex. namn. Klart.", 2),
        ("ICLD:s text på 3.5 sidor.", 1),
    ],
)
def test_sentences(block, number):
    assert sentences(block) == number


def test_lix_is_words_a_sentence_and_the_share_of_long_words():
    assert lix(["Ett två tre fyra. Fem sex kommuner förändringar."]) == pytest.approx(4 + 25)


def test_the_grade_is_words_a_sentence_and_syllables_a_word():
    assert grade(["The cat sat. The politician sat."]) == pytest.approx(0.39 * 3 + 11.8 * 9 / 6 - 15.59)


@pytest.mark.parametrize(("word", "number"), KNOWN)
def test_syllables_of_a_known_word(word, number):
    assert syllables(word) == number


@pytest.mark.parametrize(("word", "number"), [("ICLD", 4), ("ICLD’s", 4), ("follow-up", 3), ("2026", 1)])
def test_syllables_of_acronyms_compounds_and_figures(word, number):
    assert syllables(word) == number
