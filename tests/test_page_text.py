"""What search and measurements take for the text of a page."""

from __future__ import annotations

from release.page_text import Section, sections_of

PAGE = '<html lang="{lang}"><body><nav>Menu</nav><article id="main">{body}</article><p>Foot</p></body></html>'


def read(body, lang="sv"):
    return sections_of(PAGE.format(lang=lang, body=body))


def test_a_page_is_read_by_its_headings():
    link = '<a class="headerlink">¶</a>'
    assert read(
        f'<h1 id="t">Projekt</h1><p>Först.</p><h2 id="a">Ett{link}</h2><p>A</p><h3 id="b">B</h3>'
    ) == [Section("", "Projekt", "Först."), Section("a", "Ett", "A"), Section("b", "B", "")]


def test_words_stay_whole_and_blocks_stay_apart():
    assert read("<p>för<em>ber</em>edelse</p><ul><li>ett</li><li>två<br>tre</li></ul>")[0].text == (
        "förberedelse ett två tre"
    )


def test_what_no_reader_reads_as_text_is_left_out():
    body = (
        "<p>a</p><script>b</script><svg><text>c</text></svg><team-checker><p>d</p></team-checker>"
        "<div data-search-exclude><p>e</p></div><p>f</p>"
    )
    assert read(body)[0].text == "a f"


def test_a_quote_is_read_in_its_own_language_only():
    body = '<p>x <q lang="sv">ska</q></p>'
    assert read(body)[0].text == "x ska"
    assert read(body, "en")[0].text == "x"


def test_a_page_left_out_of_search_has_no_sections():
    assert sections_of('<article id="main" data-search-exclude><h1>Allt</h1><p>a</p></article>') == []


def test_headings_without_an_anchor_belong_to_the_section_before():
    assert read("<h1>T</h1><h3>Kort</h3><p>a</p>") == [Section("", "T Kort", "a")]


def test_a_word_with_an_explanation_is_read_as_the_word():
    tip = '<button class="pg-term">teamet</button><span popover data-search-exclude>Alla.</span>'
    assert read(f"<p>I {tip}, nu.<button>Skriv ut</button></p>")[0].text == "I teamet, nu."
