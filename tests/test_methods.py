"""The toolbox's methods: complete in both languages, with registered sources, called the same everywhere."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from checkers.methods import load
from checkers.rulebook import LANGUAGES
from checkers.rulebook import load as load_rulebook
from checkers.words import METHODS
from macros.guide import Guide
from macros.methods import method_names, method_people, method_sheet, method_table, method_time
from macros.sources import register

ROOT = Path(__file__).parents[1]
ALL = load()
NAV = {"sv": "mkdocs.yml", "en": "mkdocs.en.yml"}

each_method = pytest.mark.parametrize("method", ALL.values(), ids=lambda method: method.id)


@pytest.fixture(params=LANGUAGES)
def guide(request):
    meta = {"sources": ["S", *register()], "checked": date(2026, 11, 23)}
    return Guide(load_rulebook(), request.param, "../../", meta)


def test_the_methods_are_those_a_visit_may_use_in_the_same_order():
    assert tuple(ALL) == METHODS


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_method_is_called_the_same_in_the_menu_as_in_the_form(language):
    menu = (ROOT / NAV[language]).read_text("utf-8")
    labels = {page: label for label, page in re.findall(r"- (.+): toolbox/([a-z-]+)\.md", menu)}
    assert {name: method.name(language) for name, method in ALL.items()} == {
        page: label for page, label in labels.items() if page != "index"
    }


@each_method
def test_every_source_of_a_method_is_registered(method):
    codes = [code for said in (*method.people, *method.time, *method.also) for code in said.sources] + [
        code for codes in method.named.values() for code in codes
    ]
    assert set(codes) <= {"S", *register()}


@each_method
def test_a_statement_has_the_same_figures_in_both_languages(method):
    for statement in (*method.people, *method.time):
        swedish, english = (
            re.findall(r"\d+", statement.text(language).replace(",", ".")) for language in LANGUAGES
        )
        assert swedish == english


@each_method
def test_a_sheet_has_room_for_its_columns_on_paper(method):
    assert 3 <= len(method.sheet.columns) <= 6


def test_only_what_icld_has_written_is_said_to_be_named_by_icld(guide):
    in_rules = {name for name, method in ALL.items() if "S" in method.named["sv"]}
    on_page = {name for name, method in ALL.items() if "E12" in method.named["en"]}
    assert in_rules == {"study-visit", "benchmarking", "mentoring", "work-shadowing"}
    assert on_page == in_rules | {"site-visit", "peer-visit", "peer-assessment"}
    for name in ALL:
        key = "both" if name in in_rules else "page" if name in on_page else "neither"
        assert guide.word(f"method.icld_{key}") in method_names(guide, name)


@each_method
def test_names_people_and_time_say_who_says_so(guide, method):
    people, time = method_people(guide, method.id), method_time(guide, method.id)
    for html, statements in ((people, method.people), (time, method.time)):
        assert html.count("<li>") == len(statements)
        assert html.count("pg-own") == sum(not said.sources for said in statements)
        assert html.count("#source-") == sum(len(said.sources) for said in statements)
    names = method_names(guide, method.id)
    assert all(f">{method.name(language)}<" in names for language in LANGUAGES)
    assert all(f">{other.name}<" in names for other in method.also)
    ours = [
        codes for codes in (*method.named.values(), *(other.sources for other in method.also)) if not codes
    ]
    assert names.count(f">{guide.word('method.our_name')}<") == len(ours)
    assert guide.word("source.own") not in names, "a name is no advice"


@each_method
def test_a_sheet_names_its_columns_and_leaves_room_to_write(guide, method):
    html = method_sheet(guide, method.id)
    assert all(f">{column(guide.language)}</th>" in html for column in method.sheet.columns)
    assert html.count("<td></td>") % len(method.sheet.columns) == 0
    assert html.count("<td></td>") > len(method.sheet.columns)
    assert f'data-print-sheet="sheet-{method.id}" hidden>' in html
    assert guide.word("sheet.own") in html


def test_the_table_leads_to_every_method_and_labels_every_cell(guide):
    html = method_table(guide)
    pages = re.findall(r'href="(\.\./\.\./toolbox/[^"]+)"', html)
    assert pages == [f"../../toolbox/{name}/" for name in METHODS]
    assert len(re.findall(r'<td role="cell" data-label="[^"]+">', html)) == 5 * len(METHODS)


def test_an_unknown_method_stops_the_build(guide):
    for macro in (method_names, method_people, method_time, method_sheet):
        with pytest.raises(KeyError):
            macro(guide, "sightseeing")


def test_a_page_that_does_not_list_a_methods_sources_stops_the_build():
    bare = Guide(load_rulebook(), "sv", "../../", {"sources": ["S"]})
    with pytest.raises(ValueError, match="not among the page's sources"):
        method_people(bare, "study-visit")
