"""The pages say the same in both languages, in the glossary's words, and leave numbers to the rulebook."""

from __future__ import annotations

import ast
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import macros
from checkers.rulebook import load
from macros.guide import Guide
from macros.sources import register

ROOT = Path(__file__).parents[1]
LANGUAGES = ("sv", "en")

MACROS = {macro.__name__: macro for macro in macros.MACROS}
MACRO = re.compile(r"\{\{\s*(.*?)\s*\}\}")
HEADING = re.compile(r"^(#+) (.+?)(?: \{ #([a-z-]+) \})?$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)]+)\)")
#: What a reader does not read as words: macro calls, heading ids, link targets, addresses and tags.
NOT_PROSE = re.compile(r"\{\{.*?\}\}|\{ #[^}]*\}|\]\([^)]*\)|`[^`]*`|<[^>]*>")
FRONT_DATA = re.compile(r"^(?:sources|checked): .*$", re.MULTILINE)
LIST_NUMBER = re.compile(r"^\d+\. ", re.MULTILINE)
DESCRIPTION = re.compile(r'^description: "(.+)"$', re.MULTILINE)
CITED = re.compile(r'"#source-(\w+)"')
RULES_CALL = re.compile(r'rules\("([a-z]+)", "([a-z]+)"\)')

#: A block of our own advice, with all that stands in it.
ADVICE = re.compile(r'^!!! tip "(?:Vårt råd|Our advice)"\n(?:(?: {4}.*)?(?:\n|$))+', re.MULTILINE)
LIST_ITEM = re.compile(r"(?:-|\d+\.) ")
#: What ends a statement of a method page: who says so, or that we do.
MARK = r"\{\{ (?:cite\([^)]+\)|own\(\)) \}\}"
#: What is no statement of the page's own: a heading, or what comes from the methods' data.
NO_STATEMENT = re.compile(r"#|\{\{ method_\w+\([^)]*\) \}\}$")

#: Digits that are no rule's number, each with the reason it may stand in the text.
ALLOWED_DIGITS = {
    "31 december 2026": "the day ICLD itself names for its financing",
    "23 november 2026": "the day a source was read",
    "agenda 2030": "a name",
    "2017–2018": "when ICLD worked on the politicians' role in steering groups",
    "2019": "the year of an article by ICLD",
    "2022": "the age of the pages that give ICLD's address",
    "cc by 4.0": "a licence's name",
    "eupl-1.2": "a licence's name",
}

NUMBER_WORDS = {
    # "En", "ett" and "one" are left out: they are also articles and pronouns.
    "sv": "två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv",
    "en": "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve",
}
COUNTED = {
    "sv": r"politiker|tjänstepersoner|deltagare|personer|ledamöter|samordnare|projektledare|möten|besök|resor"
    r"|dagar|månader|år",
    "en": r"politicians|civil servants|participants|people|persons|members|coordinators|project managers"
    r"|meetings|visits|trips|days|months|years",
}


def read(language, page):
    return (ROOT / "docs" / language / page).read_text("utf-8")


def pages(language):
    folder = ROOT / "docs" / language
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))


def prose(text):
    return LIST_NUMBER.sub("", NOT_PROSE.sub(" ", FRONT_DATA.sub("", text))).lower()


def called(call):
    """What a macro call gives on a page that lists every source; the checker and the opening cite none."""
    name, _, arguments = call.partition("(")
    if name in {"checker", "opening"}:
        return ""
    meta = {"sources": ["S", *register()], "checked": date(2026, 11, 23)}
    arguments = ast.literal_eval(f"({arguments.removesuffix(')')},)".replace("(,)", "()"))
    return MACROS[name](Guide(load(), "sv", "../", meta), *arguments)


#: Pages that present rules; the others give figures of other texts, each with its source.
RULE_PAGES = ("index.md", "components/", "learning/", "participants/", "check/")

each_page = pytest.mark.parametrize("page", pages("sv"))
each_text = pytest.mark.parametrize(
    ("language", "page"), [(language, page) for language in LANGUAGES for page in pages(language)]
)
each_rule_text = pytest.mark.parametrize(
    ("language", "page"),
    [(language, page) for language in LANGUAGES for page in pages(language) if page.startswith(RULE_PAGES)],
)

METHOD_TEXTS = [
    (language, page)
    for language in LANGUAGES
    for page in pages(language)
    if page.startswith("toolbox/") and page != "toolbox/index.md"
]
each_method_text = pytest.mark.parametrize(("language", "page"), METHOD_TEXTS)


def sections(text):
    """Return what stands before a page's first section, and its sections up to the sources."""
    _, lead = re.split(r"^# .*\n", text, maxsplit=1, flags=re.MULTILINE)
    lead, _, rest = lead.partition("\n## ")
    return lead.strip(), "## " + rest.partition("{ #source }")[0]


def unmarked(text):
    """Return every statement that names neither a source nor us, itself or in the line before its list."""
    blocks = ADVICE.sub("", text).strip().split("\n\n")
    found, introduced = [], False
    for block, following in zip(blocks, [*blocks[1:], ""], strict=True):
        if LIST_ITEM.match(block):
            items = re.split(r"\n(?=(?:-|\d+\.) )", block)
            found += [item for item in items if not (introduced or re.search(MARK + "$", item))]
            continue
        introduced = bool(re.search(r": " + MARK + "$", block))
        opens_a_list = block.endswith(":") and LIST_ITEM.match(following)
        if not (NO_STATEMENT.match(block) or re.search(MARK + "$", block) or opens_a_list):
            found.append(block)
    return found


def test_both_languages_have_the_same_pages():
    assert pages("sv")
    assert pages("sv") == pages("en")


@each_page
def test_both_languages_call_the_same_macros_in_the_same_order(page):
    assert MACRO.findall(read("sv", page)) == MACRO.findall(read("en", page))


@each_page
def test_both_languages_have_the_same_headings(page):
    swedish, english = (
        [(len(level), anchor) for level, _, anchor in HEADING.findall(read(language, page))]
        for language in LANGUAGES
    )
    assert swedish == english


@each_page
def test_both_languages_have_the_same_sources_and_date(page):
    swedish, english = (FRONT_DATA.findall(read(language, page)) for language in LANGUAGES)
    assert len(swedish) == 2
    assert swedish == english


@each_page
def test_what_a_page_cites_is_what_it_lists(page):
    listed = re.findall(r"\w+", FRONT_DATA.findall(read("sv", page))[0].partition(":")[2])
    cited = {code for call in MACRO.findall(read("sv", page)) for code in CITED.findall(called(call))}
    assert cited - {"s"} == {code.lower() for code in listed} - {"s"}
    assert len(listed) == len(set(listed))


@each_text
def test_every_page_ends_with_its_sources(language, page):
    assert re.search(r"\{\{ source_note\(.*\) \}\}\s*$", read(language, page))


@each_page
def test_both_languages_link_to_the_same_places(page):
    swedish, english = (Counter(LINK.findall(read(language, page))) for language in LANGUAGES)
    assert swedish == english


@each_text
def test_a_page_has_one_title_and_every_section_an_id(language, page):
    text = read(language, page)
    headings = HEADING.findall(text)
    titles = [words for level, words, _ in headings if level == "#"]
    assert len(titles) == (0 if "{{ opening() }}" in text else 1), "the opening carries its title"
    anchors = [anchor for level, _, anchor in headings if level != "#"]
    assert all(anchors)
    assert len(anchors) == len(set(anchors))


@each_text
def test_front_matter_describes_the_page(language, page):
    front = read(language, page).split("---\n")[1]
    assert re.search(r'^title: ".+"$', front, re.MULTILINE)
    assert DESCRIPTION.search(front)


@pytest.mark.parametrize("language", LANGUAGES)
def test_descriptions_are_all_different(language):
    found = [DESCRIPTION.findall(read(language, page))[0] for page in pages(language)]
    assert len(found) == len(set(found))


@each_text
def test_links_lead_to_pages_that_exist(language, page):
    here = (ROOT / "docs" / language / page).parent
    for target in LINK.findall(read(language, page)):
        path = target.partition("#")[0].partition("?")[0]
        assert not path or (here / path).is_file(), target


@pytest.mark.parametrize("group", load().groups, ids=lambda group: group.id)
def test_a_group_shows_each_of_its_topics_once_on_its_page(group):
    candidates = (f"{group.page}index.md", f"{group.page.rstrip('/')}.md")
    page = next(candidate for candidate in candidates if candidate in pages("sv"))
    for language in LANGUAGES:
        called = [topic for owner, topic in RULES_CALL.findall(read(language, page)) if owner == group.id]
        assert sorted(called) == sorted({rule.topic for rule in group.rules})


@each_rule_text
def test_no_figure_is_typed_into_prose(language, page):
    text = prose(read(language, page))
    for allowed in ALLOWED_DIGITS:
        text = text.replace(allowed, "")
    assert re.findall(r"\S*\d\S*", text) == []


@each_rule_text
def test_no_number_word_stands_before_people_time_or_visits(language, page):
    pattern = rf"\b(?:{NUMBER_WORDS[language]})\s+(?:\w+\s+){{0,2}}(?:{COUNTED[language]})\b"
    assert re.findall(pattern, prose(read(language, page))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_method_has_the_same_sections_in_the_same_words(language):
    found = {
        page: [heading for heading in HEADING.findall(read(language, page)) if heading[0] != "#"]
        for other, page in METHOD_TEXTS
        if other == language
    }
    first = next(iter(found.values()))
    assert len(first) > 1
    assert [page for page, headings in found.items() if headings != first] == []


@each_method_text
def test_every_statement_of_a_method_says_whose_it_is(language, page):
    lead, rest = sections(read(language, page))
    assert not re.findall(r"\d", lead), "the lead says what the page is for, and states nothing"
    assert unmarked(rest) == []


@pytest.mark.parametrize(
    "text",
    [
        "A visit takes two days.",
        'It takes two days. {{ cite("T3") }} It is cheap.',
        "- It is cheap.\n- It is quick. {{ own() }}",
        "They do so:\n\n- Ask.",
        'They do so. {{ cite("T3") }}\n\n- Ask.',
        '!!! note "Our advice"\n    Ask.',
        '!!! tip "Our advice"\n    Ask.\n\nIt is cheap.',
        'They do so: {{ cite("T3") }}\n\n- Ask.\n\nIt is cheap.',
    ],
)
def test_a_statement_that_is_nobodys_is_found(text):
    assert len(unmarked(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        '## People { #people }\n\n{{ method_people("mentoring") }}\n\nAsk. {{ own() }}',
        'They do so: {{ cite("T3", "T5") }}\n\n- Ask.\n- Answer.',
        "They do so:\n\n1. Ask. {{ own() }}\n2. Answer. {{ own() }}",
        '!!! tip "Our advice"\n    Ask:\n\n    - this\n    - that\n\nAsk. {{ own() }}',
    ],
)
def test_a_statement_may_be_marked_where_its_list_begins(text):
    assert unmarked(text) == []
