"""Each kind of page on paper: its text alone, nothing cut at the side, no more sheets than it needs."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.returning import returning

pytestmark = [pytest.mark.browser, returning]

#: A4 less the margins that the style sheet asks for, in CSS pixels.
WIDTH = 673
#: Fewer words a sheet would mean that sheets are left half empty.
WORDS = 100
KINDS = (
    "",
    "components/",
    "components/inception/",
    "learning/",
    "toolbox/study-visit/",
    "participants/replacement/",
    "apply/",
    "check/",
    "about/",
    "about/disagreements/",
    "about/unknown/",
    "glossary/",
    "print/",
)
PAGE = re.compile(rb"/Type\s*/Page\b")
TOOLS = "nav, form, input, dialog, [role=search], .headerlink, button:not(.pg-term)"
#: What stands out of the sheet on either side.
CUT = """
width => [...document.querySelectorAll("body *")]
  .filter((each) => each.checkVisibility() && !each.closest("svg"))
  .map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && (box.right > width + 1 || box.left < -1))
  .map(([html]) => html)
"""


@pytest.fixture(params=["", "en/"], ids=["sv", "en"])
def prefix(request):
    return request.param


@pytest.fixture
def paper(context, site, prefix):
    """Open a page as a printer lays it out."""

    def open_page(address):
        page = context.new_page()
        page.set_viewport_size({"width": WIDTH, "height": 1000})
        page.emulate_media(media="print", color_scheme="dark")
        page.goto(site + prefix + address)
        return page

    return open_page


@pytest.mark.parametrize("address", KINDS)
def test_a_page_prints_as_text_that_fits_its_sheets(paper, address):
    page = paper(address)
    shown = page.locator(TOOLS).evaluate_all("all => all.filter((each) => each.checkVisibility()).length")
    assert shown == 0
    assert page.evaluate(CUT, WIDTH) == []
    words = len(page.evaluate("document.body.innerText").split())
    sheets = len(PAGE.findall(page.pdf(prefer_css_page_size=True)))
    assert 1 <= sheets <= 1 + words / WORDS


def test_paper_is_white_also_where_the_screen_is_dark(paper):
    page = paper("components/inception/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_every_chapter_of_the_whole_guide_begins_a_sheet(paper):
    page = paper("print/")
    breaks = page.locator(".pg-whole__chapter").evaluate_all(
        "all => all.map((each) => getComputedStyle(each).breakBefore)"
    )
    assert len(breaks) > 30
    assert set(breaks) == {"page"}


def test_an_explained_word_is_plain_on_paper_and_its_explanation_gone(paper):
    page = paper("components/inception/")
    expect(page.locator(".pg-term").first).to_be_visible()
    expect(page.locator(".pg-term__tip:visible")).to_have_count(0)


#: Each chapter of the whole guide: how high it is, and how high it was taken to be before it was laid out.
HEIGHTS = """() => {
  const chapters = [...document.querySelectorAll(".pg-whole__chapter")];
  const size = (each) => getComputedStyle(each).containIntrinsicBlockSize.split(" ").at(-1);
  const taken = chapters.map((each) => parseFloat(size(each)));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".pg-whole__chapter { content-visibility: visible !important }");
  document.adoptedStyleSheets.push(sheet);
  return chapters.map(({ id, offsetHeight }, place) => [id, offsetHeight, taken[place]]);
}"""


@pytest.mark.parametrize("width", [320, 412, 800, 1280, 1920])
@pytest.mark.parametrize("prefix", ["", "en/"], ids=["sv", "en"])
def test_no_chapter_is_higher_than_it_is_taken_to_be_nor_much_lower(context, site, prefix, width):
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}{prefix}print/")
    heights = page.evaluate(HEIGHTS)
    assert [each for each in heights if each[1] > each[2]] == []
    assert sum(taken for _, _, taken in heights) < 2 * sum(height for _, height, _ in heights)
