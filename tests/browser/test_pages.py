"""The frame around the text: menu, language, colours, citations, and any folder of any host."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.hosting import served

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
VISIBLE = "document.activeElement.checkVisibility({ visibilityProperty: true })"
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


def test_the_menu_of_a_narrow_screen_works_by_keyboard(page, site):
    page.set_viewport_size(NARROW)
    page.goto(f"{site}components/project/")
    button = page.get_by_role("button", name="Meny")
    button.focus()
    page.keyboard.press("Enter")
    menu = page.get_by_role("dialog", name="Meny")
    expect(menu.get_by_role("link", name="Projekt", exact=True)).to_have_attribute("aria-current", "page")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
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
    page.get_by_role("button", name="Mörkt läge").click()
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"{elsewhere}en/components/project/")
    page.wait_for_load_state()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert not missing
    context.close()


def test_the_list_of_headings_marks_where_the_reader_is(page, site):
    page.goto(f"{site}components/project/#checklist")
    page.locator(".pg-toc a[href='#checklist'][aria-current=location]").wait_for()
    expect(page.locator(".pg-toc [aria-current]")).to_have_count(1)


def test_without_script_the_page_still_has_its_text_and_all_links(chromium, site):
    context = chromium.new_context(java_script_enabled=False, viewport=NARROW)
    page = context.new_page()
    page.goto(f"{site}components/inception/")
    expect(page.locator("#inception-politicians")).to_be_visible()
    expect(page.locator("footer").get_by_role("link", name="Styrgrupp")).to_be_visible()
    expect(page.get_by_role("button", name="Meny")).to_be_hidden()
    context.close()
