"""The frame around the text: search, menu, language, colours, citations, and any folder of any host."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.hosting import served

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
# Material's colour choice is a radio button of no size; the label after it shows the focus.
VISIBLE = """
(({ activeElement: focus }) =>
  (focus.matches(".md-option") ? focus.nextElementSibling : focus)
    .checkVisibility({ visibilityProperty: true }))(document)
"""
NARROW = {"width": 360, "height": 780}


@pytest.fixture
def page(context):
    return context.new_page()


@pytest.fixture
def elsewhere(tmp_path):
    """The site in a folder of a host, as a project's own pages are."""
    (tmp_path / "folder").symlink_to(ROOT / "site")
    with served(tmp_path) as address:
        yield f"{address}folder/"


@pytest.mark.parametrize(
    ("prefix", "word", "found"),
    [
        ("", "samordnarens", "/components/"),
        ("", "oppositionens", "/components/steering/"),
        ("en/", "coordinators", "/en/components/"),
        ("en/", "travelling", "/en/learning/"),
    ],
)
def test_search_finds_other_forms_of_a_word_in_the_pages_language(page, site, prefix, word, found):
    page.goto(site + prefix)
    page.locator(".md-search__input").press_sequentially(word)
    page.locator(f'.md-search-result__link[href*="{found}"]').first.wait_for()
    links = page.locator(".md-search-result__link").evaluate_all("links => links.map((link) => link.href)")
    assert all(link.startswith(site + prefix) for link in links)
    assert prefix or not any(link.startswith(f"{site}en/") for link in links)


def test_no_hit_is_cut_off_at_the_side(page, site):
    page.goto(site)
    page.locator(".md-search__input").press_sequentially("samordnare")
    page.locator(".md-search-result__link").first.wait_for()
    hidden = page.locator(".md-search__output").evaluate("output => output.scrollWidth - output.clientWidth")
    assert hidden == 0


def test_a_hit_leads_to_the_rule_itself(page, site):
    page.goto(site)
    page.locator(".md-search__input").press_sequentially("företrädesvis")
    hit = page.locator('.md-search-result__link[href*="#inception-majority-opposition"]')
    hit.wait_for(state="attached")
    page.goto(hit.get_attribute("href"))
    rule = page.locator(".pg-rule", has=page.locator("#inception-majority-opposition"))
    other = page.locator(".pg-rule", has=page.locator("#inception-politicians"))
    background = "element => getComputedStyle(element).backgroundColor"
    assert rule.evaluate(background) != other.evaluate(background)


def test_the_menu_of_a_narrow_screen_works_by_keyboard(page, site):
    page.set_viewport_size(NARROW)
    page.goto(f"{site}components/project/")
    button = page.get_by_role("button", name="Meny")
    button.focus()
    page.keyboard.press("Enter")
    menu = page.get_by_role("dialog", name="Meny")
    assert menu.get_by_role("link", name="Projekt", exact=True).get_attribute("aria-current") == "page"
    page.keyboard.press("Escape")
    assert menu.is_hidden()
    assert button.evaluate("button => button === document.activeElement")
    button.click()
    menu.get_by_role("link", name="Styrgrupp").click()
    page.wait_for_url("**/components/steering/")


def test_nothing_hidden_takes_the_focus(page, site):
    page.set_viewport_size(NARROW)
    page.goto(f"{site}about/")
    for _ in range(10):
        page.keyboard.press("Tab")
        assert page.evaluate(VISIBLE)


def test_language_and_colours_follow_the_reader_under_any_folder(chromium, elsewhere):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    missing = []
    page.on("response", lambda response: missing.append(response.url) if response.status >= 400 else None)
    page.goto(f"{elsewhere}components/project/")
    page.locator("label[title='Byt till mörkt läge']").click()
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"{elsewhere}en/components/project/")
    page.wait_for_load_state()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert page.locator("html").get_attribute("lang") == "en"
    assert not missing
    context.close()


def test_without_script_the_page_still_has_its_text_and_all_links(chromium, site):
    context = chromium.new_context(java_script_enabled=False, viewport=NARROW)
    page = context.new_page()
    page.goto(f"{site}components/inception/")
    assert page.locator("#inception-politicians").is_visible()
    assert page.locator("footer").get_by_role("link", name="Styrgrupp").is_visible()
    assert page.get_by_role("button", name="Meny").is_hidden()
    context.close()
