"""The search as readers use it: their own questions, other forms of a word, the keyboard, a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.returning import returning

pytestmark = [pytest.mark.browser, returning]

QUESTIONS = Path(__file__).parents[1] / "search"
LANGUAGES = {"sv": "", "en": "en/"}
#: The share of the questions whose page must stand among the first hits.
SHARE = 0.95
FIRST = 3
NARROW = {"width": 360, "height": 780}
#: Puts a question into the field and gives the pages found, once the search has been loaded.
ASK = """async (question) => {
  const input = document.querySelector('input[type=search]');
  input.value = question;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  return [...document.querySelectorAll('[data-search-hit] a')].map((link) => link.href);
}"""


def questions(language):
    """Return each question with the addresses that answer it."""
    lines = (QUESTIONS / f"{language}.tsv").read_text("utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            question, pages = line.split("\t")
            yield question, ["" if page == "index" else page for page in pages.split()]


@pytest.fixture
def page(context):
    return context.new_page()


@pytest.fixture
def field(page):
    """The search field of the page that is open."""
    return page.locator("input[type=search]")


def hits(page):
    """Wait for an answer and return its links."""
    page.locator("[data-search-hit] a").first.wait_for()
    return page.locator("[data-search-hit] a").evaluate_all("links => links.map((link) => link.href)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_right_page_is_among_the_first_hits(page, field, site, language):
    root = site + LANGUAGES[language]
    page.goto(root)
    field.fill("icld")
    hits(page)
    asked = list(questions(language))
    assert len(asked) >= 40
    missed = []
    for question, right in asked:
        found = [link.removeprefix(root).partition("#")[0] for link in page.evaluate(ASK, question)]
        if not set(found[:FIRST]) & set(right):
            missed.append((question, found[:FIRST]))
    assert len(missed) <= (1 - SHARE) * len(asked), missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_that_a_question_is_to_find_exists(language):
    root = Path(__file__).parents[2] / "site" / LANGUAGES[language]
    assert not [
        each
        for _, right in questions(language)
        for each in right
        if not (root / each / "index.html").is_file()
    ]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("samordnarens", "components/"),
        ("oppositionens", "components/steering/"),
        ("styrgruppsledamöter", "components/steering/"),
        ("tjänstemän", "components/"),
        ("förberedelesn", "components/inception/"),
        ("coordinators", "en/components/"),
        ("travelling", "en/learning/"),
        ("job shadowing", "en/toolbox/work-shadowing/"),
        ("incepton", "en/components/inception/"),
    ],
)
def test_other_forms_compounds_synonyms_and_slips_find_the_page(page, field, site, word, found):
    english = f"{site}en/"
    page.goto(english if found.startswith("en/") else site)
    field.press_sequentially(word)
    links = hits(page)
    assert any(link.startswith(site + found) for link in links[:FIRST])
    assert {link.startswith(english) for link in links} == {found.startswith("en/")}


def test_a_hit_leads_to_the_rule_itself(page, field, site):
    page.goto(site)
    field.press_sequentially("helst från majoriteten och oppositionen")
    links = hits(page)
    assert f"{site}components/inception/#inception-majority-opposition" in links
    page.goto(f"{site}components/inception/#inception-majority-opposition")
    rule = page.locator(".pg-rule", has=page.locator("#inception-majority-opposition"))
    other = page.locator(".pg-rule", has=page.locator("#inception-politicians"))
    background = "element => getComputedStyle(element).backgroundColor"
    assert rule.evaluate(background) != other.evaluate(background)


def test_the_keyboard_goes_through_the_hits_and_back(page, field, site):
    page.goto(site)
    field.press_sequentially("samordnare")
    links = hits(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.href") == links[1]
    page.keyboard.press("Escape")
    assert field.evaluate("field => field === document.activeElement")
    expect(page.locator("#search-results")).to_be_hidden()
    page.keyboard.press("ArrowLeft")
    field.press_sequentially("n")
    hits(page)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != site)


def test_words_in_no_page_are_said_to_be_so(page, field, site):
    page.goto(site)
    field.press_sequentially("xyzzyqwpl")
    page.get_by_role("status").filter(has_text="Ingen sida svarar på det").wait_for()
    expect(page.locator("[data-search-hit]")).to_have_count(0)


def test_a_search_that_cannot_be_fetched_says_so_and_is_tried_again(context, page, field, site):
    refused = f"{site}search/index.json"
    page.route(refused, lambda route: route.fulfill(status=503))
    page.goto(site)
    field.press_sequentially("resa")
    page.get_by_role("status").filter(has_text="gick inte att hämta").wait_for()
    page.unroute(refused)
    field.press_sequentially("r")
    assert hits(page)
    context.faults.clear()


@pytest.mark.parametrize("prefix", LANGUAGES.values())
def test_a_phone_opens_the_field_and_no_hit_is_cut_off(page, field, site, prefix):
    page.set_viewport_size(NARROW)
    page.goto(f"{site}{prefix}components/project/")
    expect(field).to_be_hidden()
    button = page.locator(".pg-search-button")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    assert field.evaluate("field => field === document.activeElement")
    page.keyboard.type("ICLD")
    hits(page)
    box = page.locator("#search-results").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= NARROW["width"]
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    assert button.evaluate("button => button === document.activeElement")


def test_nothing_of_the_search_is_fetched_before_it_is_turned_to(page, field, site):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/search/" in url]
    field.focus()
    page.wait_for_event("requestfinished", lambda request: request.url.endswith("search/index.json"))
