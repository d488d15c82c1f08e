"""Explanations of words: by press, by key and by pointer, inside the screen, and without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.returning import returning
from tests.browser.waiting import wait_for

pytestmark = [pytest.mark.browser, returning]

PAGE = "components/steering/"
OPEN = ".pg-term__tip:popover-open"


@pytest.fixture
def page(context, site):
    page = context.new_page()
    page.goto(site + PAGE)
    return page


def test_keys_open_and_close_the_explanation_and_its_link_comes_next(page):
    word = page.locator(".pg-term").first
    word.focus()
    page.keyboard.press("Enter")
    expect(page.locator(OPEN)).to_be_visible()
    page.keyboard.press("Tab")
    assert "/glossary/#term-" in page.evaluate("document.activeElement.href")
    page.keyboard.press("Escape")
    expect(page.locator(OPEN)).to_have_count(0)
    assert word.evaluate("word => word === document.activeElement")


def test_a_resting_pointer_shows_it_and_may_move_onto_it(page):
    word, tip = page.locator(".pg-term").first, page.locator(OPEN)
    word.hover()
    tip.wait_for()
    tip.hover()
    page.wait_for_timeout(500)
    expect(tip).to_be_visible()
    page.mouse.move(0, 0)
    tip.wait_for(state="detached")


def test_a_press_keeps_what_the_pointer_showed_and_the_next_one_closes_it(page):
    word, tip = page.locator(".pg-term").first, page.locator(OPEN)
    word.hover()
    tip.wait_for()
    word.click()
    page.mouse.move(0, 0)
    page.wait_for_timeout(500)
    expect(tip).to_be_visible()
    word.click()
    expect(tip).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("address", [PAGE, f"en/{PAGE}", "toolbox/", "glossary/", "en/glossary/"])
def test_every_explanation_stands_inside_the_screen_and_axe_finds_nothing(context, site, address, width):
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(site + address)
    for word in page.locator(".pg-term").all():
        word.click()
        wait_for(
            page,
            """() => {
              const box = document.querySelector(".pg-term__tip:popover-open").getBoundingClientRect();
              return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight;
            }""",
        )
    assert violations(page, "#main") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_a_press_still_explains(chromium, site):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + PAGE)
    page.locator(".pg-term").first.click()
    expect(page.locator(OPEN)).to_be_visible()
    context.close()


def test_paper_shows_the_words_alone(page):
    page.emulate_media(media="print")
    page.locator(".pg-term").first.evaluate("word => word.click()")
    expect(page.locator(".pg-term__tip").first).to_be_hidden()
