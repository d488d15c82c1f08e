"""What is drawn can be read, opened and printed: on small screens, by keyboard, with no script, on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

NARROW = {"width": 360, "height": 780}
#: The height on the screen of the smallest text inside drawings, in pixels.
SMALLEST = """
() => Math.min(...[...document.querySelectorAll(".pg-figure text")].filter((text) => text.checkVisibility())
  .map((text) => parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.d ?? 1)))
"""
#: Texts of a drawing that stick out of it at a side.
OUTSIDE = """
() => [...document.querySelectorAll(".pg-figure")].flatMap((figure) => {
  const frame = figure.getBoundingClientRect();
  return [...figure.querySelectorAll("text")].filter((text) => {
    const box = text.getBoundingClientRect();
    return box.left < frame.left - 1 || box.right > frame.right + 1;
  }).map((text) => text.textContent);
})
"""
#: Lines of a team's drawing that run over the table's edge.
OFF_THE_TABLE = """
() => [...document.querySelectorAll(".pg-seats__line")].filter((line) => {
  const table = line.ownerSVGElement.querySelector(".pg-seats__table").getBoundingClientRect();
  const box = line.getBoundingClientRect();
  return box.left < table.left || box.right > table.right;
}).map((line) => line.textContent)
"""


@pytest.fixture
def page(context):
    return context.new_page()


@pytest.mark.parametrize("address", ["", "components/", "components/inception/", "components/steering/"])
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_text_in_drawings_is_at_least_twelve_pixels_and_stays_inside(page, site, prefix, address):
    page.set_viewport_size(NARROW)
    page.goto(site + prefix + address)
    assert page.evaluate(SMALLEST) >= 12
    assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("component", ["inception", "project", "steering", "expansion", "dissemination"])
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_words_of_a_team_fit_on_its_table(page, site, prefix, component):
    page.goto(f"{site}{prefix}components/{component}/")
    assert page.locator(".pg-seats__line").count() > 0
    assert page.evaluate(OFF_THE_TABLE) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_a_situation_opens_by_keyboard_without_a_script_and_closes_the_one_before(chromium, site, width):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(site)
    before, after = (page.locator(".pg-situation summary").nth(number) for number in (0, 1))
    way = page.locator('.pg-situation a[href$="components/project/"]')
    expect(way).to_be_hidden()
    before.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert after.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    way.wait_for()
    expect(page.locator('.pg-situation a[href$="components/inception/"]')).to_be_hidden()
    expect(before).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/components/project/")
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("number", range(6))
def test_every_answer_to_a_situation_can_be_clicked(page, site, width, number):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site)
    situation = page.locator(".pg-situation").nth(number)
    if number > 0:
        situation.locator("summary").click()
    for way in situation.locator("a").all():
        way.click(trial=True, timeout=5_000)
    situation.locator("a").first.click()
    page.wait_for_url(lambda address: address != site)


def test_paper_shows_every_answer(page, site):
    page.goto(site)
    page.emulate_media(media="print")
    ways = page.locator(".pg-situation__way")
    assert ways.count() > page.locator(".pg-situation").count()
    assert all(ways.evaluate_all("ways => ways.map((way) => way.checkVisibility())"))
