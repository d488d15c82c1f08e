"""What pages may call, and what they get."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import markdown
import pytest

from checkers.rulebook import LANGUAGES, load
from macros.guide import Guide
from macros.limits import disagreements, rows, unknowns
from macros.pages import component_cards, opening, sources_table
from macros.rules import asked, checklist, rule_table, rules, strength_key
from macros.sources import cite, own, register, source_note
from macros.words import day

MACROS = Path(__file__).parent.parent / "macros"
BOOK = load()
DEMANDS = {"must", "should"}

each_group = pytest.mark.parametrize("group", BOOK.groups, ids=lambda group: group.id)


@pytest.fixture(params=LANGUAGES)
def guide(request):
    return Guide(
        BOOK,
        request.param,
        "../../",
        {
            "hero": dict.fromkeys(("title", "lead"), "<b>") | {"primary": "p", "secondary": "s"},
            "sources": ["S", "T3"],
            "checked": date(2026, 11, 23),
        },
    )


@each_group
def test_every_rule_of_a_group_stands_once_under_its_topic(guide, group):
    topics = dict.fromkeys(rule.topic for rule in group.rules)
    html = "".join(rules(guide, group.id, topic) for topic in topics)
    assert re.findall(r'id="([^"]+)"', html) == [
        rule.anchor for topic in topics for rule in group.rules if rule.topic == topic
    ]


def test_a_rule_shows_its_strength_in_words_and_the_source_in_swedish(guide):
    html = rules(guide, "inception", "team")
    assert f">{guide.phrase('strength.must')}</span>" in html
    assert '<q lang="sv">ska bestå av två politiker</q>' in html


def test_both_readings_are_shown_where_the_source_bears_two(guide):
    rule = BOOK.rule("inception.coordinator")
    html = rules(guide, "inception", "team")
    assert all(reading(guide.language) in html for reading in rule.readings)


def test_an_unknown_topic_group_or_rule_stops_the_build(guide):
    with pytest.raises(ValueError, match="no topic 'teams'"):
        rules(guide, "inception", "teams")
    with pytest.raises(ValueError, match="no rule in 'inception' on topic 'steps'"):
        rules(guide, "inception", "steps")
    with pytest.raises(KeyError):
        rules(guide, "preparation", "team")
    with pytest.raises(KeyError):
        asked(guide, "inception.astronauts")


def test_asked_is_the_rulebooks_number_and_never_empty(guide):
    assert asked(guide, "inception.politicians") == BOOK.rule("inception.politicians").asked(guide.language)
    with pytest.raises(ValueError, match="asks for no number"):
        asked(guide, "inception.coordinator-counts")


@each_group
def test_table_and_checklist_hold_what_is_demanded_and_nothing_else(guide, group):
    demanded = [rule for rule in group.rules if rule.strength in DEMANDS]
    links = re.findall(r'href="([^"]+)"', rule_table(guide, group.id))
    assert links == ["../../" + rule.source.page for rule in demanded]
    assert checklist(guide, group.id).count("<li>") == len(demanded)


def test_the_key_explains_every_strength(guide):
    html = strength_key(guide)
    assert [
        html.count(f'data-strength="{name}"')
        for name in ("must", "should", "encouraged", "may", "information")
    ] == [1] * 5


def test_cards_lead_to_every_component(guide):
    html = component_cards(guide)
    assert re.findall(r'href="([^"]+)"', html) == [
        f"../../components/{name}/"
        for name in ("inception", "project", "steering", "expansion", "dissemination")
    ]


def test_a_source_note_names_the_text_the_section_and_the_day(guide):
    group = BOOK.group("inception")
    html = source_note(guide, "inception")
    assert BOOK.document in html
    assert BOOK.address in html
    assert group.section in html
    assert day(date(2026, 11, 23), guide.language) in html
    assert register()["T3"].addresses[0] in html
    assert group.section not in source_note(guide)


def test_a_citation_names_who_says_so_and_leads_to_the_list(guide):
    assert '<a href="#source-t3">Eurocities</a>' in cite(guide, "T3")
    assert 'id="source-t3"' in source_note(guide)
    assert f'<a href="#source-s">{guide.word("source.builds")}</a>' in cite(guide, "S", "T3")
    with pytest.raises(ValueError, match="not among the page's sources: 'E1'"):
        cite(guide, "E1")
    with pytest.raises(ValueError, match="at least one"):
        cite(guide)


def test_sources_of_one_publisher_are_told_apart_by_letters(guide):
    page = replace(guide, meta={"sources": ["E1", "T3", "E7"], "checked": date(2026, 11, 23)})
    assert cite(page, "E1", "E7", "T3") == (
        '<span class="pg-cite">(<a href="#source-e1">ICLD a</a>, '
        '<a href="#source-e7" aria-label="ICLD b">b</a>, <a href="#source-t3">Eurocities</a>)</span>'
    )
    note = source_note(page)
    assert "ICLD a: " in note
    assert "ICLD b: " in note
    assert "Eurocities: " in note


def test_our_own_advice_is_marked_in_words(guide):
    assert guide.word("source.own") in own(guide)


def test_every_source_has_a_name_an_age_and_a_place_in_both_languages():
    assert register()
    for source in register().values():
        for language in LANGUAGES:
            assert source.publisher(language)
            assert source.title(language)
            assert source.dated(language)
        assert all(address.startswith(("https://", "http://")) for address in source.addresses)


def test_the_sources_table_lists_every_section(guide):
    html = sources_table(guide)
    assert BOOK.version in html
    assert all(f">{group.section}<" in html for group in BOOK.groups)


def test_text_is_escaped(guide):
    assert "<h1>&lt;b&gt;</h1>" in opening(guide)


def test_days_are_written_as_people_write_them():
    assert day(date(2026, 11, 23), "sv") == "23 november 2026"
    assert day(date(2026, 11, 23), "en") == "23 November 2026"


def test_the_macros_words_and_templates_hold_no_number_of_a_rule():
    templates = (MACROS / "templates").glob("*.html")
    texts = [
        re.sub(r"<svg.*?</svg>|<[^>]*>|{[{%].*?[%}]}", "", path.read_text("utf-8"), flags=re.DOTALL)
        for path in templates
    ]
    texts.append((MACROS / "words.toml").read_text("utf-8"))
    assert not [text for text in texts if re.search(r"\d", text)]


def test_a_markdown_tables_cells_carry_their_columns_heading():
    html = markdown.markdown(
        "| A *b* | C |\n| --- | --- |\n| 1 | 2 |", extensions=["tables", "macros.tables"]
    )
    assert '<table class="pg-table pg-stack" role="table">' in html
    assert '<td data-label="A b" role="cell">1</td>' in html
    assert '<td data-label="C" role="cell">2</td>' in html


def test_every_disagreement_shows_both_sides_and_how_old_the_other_is(guide):
    codes = {code for row in rows() for code in row.sources}
    html = disagreements(replace(guide, meta={"sources": sorted(codes)}))
    for row in rows():
        assert row.topic(guide.language) in html
        for rule in map(BOOK.rule, row.rules):
            assert f'href="../../{rule.source.page}"' in html
            assert f'<q lang="sv">{rule.source.quote}</q>' in html
    assert all(register()[code].dated(guide.language) in html for code in codes)
    assert html.count("<tr") == 1 + len(rows())


def test_every_rule_that_differs_is_among_the_disagreements():
    told = {rule_id for row in rows() for rule_id in row.rules}
    assert {rule.id for group in BOOK.groups for rule in group.rules if rule.differs} <= told


def test_a_disagreement_needs_its_source_on_the_page(guide):
    with pytest.raises(ValueError, match="not among the page's sources"):
        disagreements(guide)


def test_what_is_open_is_listed_once_each(guide):
    links = re.findall(r'href="([^"]+)"', unknowns(guide, "readings") + unknowns(guide, "silent"))
    every = [rule for group in BOOK.groups for rule in group.rules]
    assert sorted(links) == sorted(
        f"../../{rule.source.page}" for rule in every if rule.readings or not rule.source.quote
    )
