"""The whole guide on one page: every page in the menu's order, whole, without what only a screen can do."""

from __future__ import annotations

import itertools
import posixpath
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from release.chapter import Chapter, ids_of, rewritten
from release.whole_guide import Part, contents, whole

SITE = Path(__file__).parents[1] / "site"
ROOTS = {"sv": SITE, "en": SITE / "en"}

HERE = "print/"
ONE = Chapter("components/project/", "Project", '<h1 id="a">Project</h1><h2 id="team">Team</h2>')
START = Chapter("", "Home", "<h1>Home</h1>")
SHALLOW = Chapter("glossary/", "Words", '<h1>Words</h1><dl><dt id="team">T</dt></dl>')


class Document(HTMLParser):
    """What the tests ask of a page: its ids, in-page links, tags and headings, in order."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.inside, self.tags, self.headings = [], [], Counter(), []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags[tag] += 1
        if values.get("id"):
            self.ids.append(values["id"])
        if (values.get("href") or "").startswith("#"):
            self.inside.append(values["href"][1:])
        self.inside += (values.get("aria-labelledby") or "").split()
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))


def chapter(html, url="components/inception/"):
    """Rewrite a page's HTML with three other chapters beside it."""
    page = Chapter(url, "Page", html)
    kept = {each.url: ids_of(each) for each in (ONE, START, SHALLOW, page)}
    return rewritten(page, kept, HERE, "<p>left out</p>")


def main(text):
    return text[text.index("<article") : text.index("</article>")]


@pytest.fixture(params=ROOTS)
def root(request):
    return ROOTS[request.param]


@pytest.fixture
def built(root):
    return (root / "print/index.html").read_text("utf-8")


def test_every_page_of_the_menu_is_there_in_its_order(root, built):
    menu = built[built.index('<ul class="pg-pages">') :]
    menu = menu[: menu.index("</nav>")]
    addresses = [posixpath.normpath(f"print/{link}") for link in re.findall(r'href="([^"#]*)"', menu)]
    expected = ["page-" + address.replace("/", "-").replace(".", "start") for address in addresses]
    expected.remove("page-print")
    chapters = re.findall(r'<section class="pg-whole__chapter" id="([^"]+)"', built)
    assert chapters == expected
    pages = {path.parent.relative_to(root).as_posix() for path in root.rglob("index.html")}
    # Tools for the frames of other sites, and the page for no network, are no part of the guide.
    assert set(addresses) == {page for page in pages if not page.startswith(("en", "embed/", "offline"))}


def test_ids_are_unique_and_every_link_inside_leads_somewhere(built):
    page = Document(built)
    assert len(page.ids) == len(set(page.ids))
    assert set(page.inside) <= set(page.ids)
    assert len(page.inside) > 500


def test_nothing_is_left_that_only_a_screen_can_do(built):
    tags = Document(main(built)).tags
    assert not [tag for tag in tags if "-" in tag or tag in {"script", "button", "form", "input", "dialog"}]
    assert "popover" not in main(built)


def test_the_outline_holds(built):
    headings = Document(main(built)).headings
    assert headings.count(1) == 1
    assert headings[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(headings))


def test_each_chapter_keeps_its_sources(built):
    chapters = built.split('<section class="pg-whole__chapter"')[1:]
    assert [text[:60] for text in chapters if "pg-source" not in text] == []


def test_search_passes_over_the_copy(root, built):
    assert '<div class="pg-whole" data-search-exclude>' in built
    index = (root / "search/index.json").read_text("utf-8")
    assert '"#page-' not in index
    assert "page-components-inception" not in index


def test_ids_and_what_refers_to_them_change_together():
    html = chapter(
        '<h2 id="x">X</h2><svg aria-labelledby="x y"><title id="y">t</title></svg><a href="#x">x</a>'
    )
    assert html.count("page-components-inception--x") == 3
    assert 'id="page-components-inception--y"' in html


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("../project/", "#page-components-project"),
        ("../project/#team", "#page-components-project--team"),
        ("../project/#gone", "#page-components-project"),
        ("../../glossary/#team", "#page-glossary--team"),
        ("../../", "#page-start"),
        ("../..", "#page-start"),
        ("./", "#page-components-inception"),
        ("https://example.org/a/#b", "https://example.org/a/#b"),
        ("../../assets/a.svg", "../assets/a.svg"),
        ("../../../assets/a.svg", "../../assets/a.svg"),
    ],
)
def test_a_link_leads_to_the_same_thing_from_its_new_place(link, expected):
    assert chapter(f'<a href="{link}">x</a>') == f'<a href="{expected}">x</a>'


def test_a_link_from_the_start_page_is_read_from_there():
    assert chapter('<a href="components/project/#team">x</a>', url="") == (
        '<a href="#page-components-project--team">x</a>'
    )


def test_headings_sink_one_level_and_no_lower_than_six():
    assert chapter("<h1>a</h1><h5>b</h5><h6>c</h6>") == "<h2>a</h2><h6>b</h6><h6>c</h6>"


def test_what_is_operated_goes_and_an_element_of_our_own_says_so():
    html = chapter(
        "<p>a</p><our-tool><div><p>b<br></p></div></our-tool><form><input><p>c</p></form><p>d &amp; e</p>"
    )
    assert html == "<p>a</p><p>left out</p><p>d &amp; e</p>"


def test_an_explained_word_keeps_the_word_and_loses_its_popover():
    html = chapter(
        '<p>A <button popovertarget="t">word</button><span popover id="t">It <a href="x">is</a></span>.</p>'
    )
    assert html == "<p>A word.</p>"


def test_landmarks_become_plain_and_folds_open():
    html = chapter('<aside aria-label="Source" class="s">a</aside><details><summary>b</summary>c</details>')
    assert html == '<div class="s">a</div><details open><summary>b</summary>c</details>'


def test_contents_follow_the_menu():
    html = contents([Part("", (START,)), Part("Parts", (ONE,))])
    assert re.findall(r'href="#([^"]+)"', html) == ["page-start", "page-components-project"]
    assert "Parts<ul>" in html


def test_the_whole_holds_each_chapter_once():
    html = whole([Part("", (START,)), Part("Parts", (ONE, SHALLOW))], HERE, "web <only>")
    assert re.findall(r"<h2[^>]*>([^<]+)", html) == ["Home", "Project", "Words"]
    assert len(Document(html).ids) == len(set(Document(html).ids))
