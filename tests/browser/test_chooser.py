"""The method chooser as a reader meets it: by keyboard, on a phone, before Python and without it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from checkers.words import METHODS
from tests.browser.axe import violations

pytestmark = pytest.mark.browser

PREFIX = {"sv": "", "en": "en/"}
TABS = 60
MEDIA_BOX = re.compile(rb"/MediaBox\s*\[0 0 ([\d. ]+)\]")
#: In points.
A4_ON_ITS_SIDE = [842, 595]


class Chooser:
    """What a reader does in the chooser, in words of the tests."""

    def __init__(self, page):
        self.page = page
        self.element = page.locator("method-chooser")
        page.wait_for_selector("method-chooser .checker-app")

    def tick(self, choice):
        self.page.locator(f"method-chooser [data-choice={choice}]").check()

    def expect(self, method, judgement):
        self.page.wait_for_selector(
            f"method-chooser[state=ready] [data-judgement={judgement}] [data-method={method}]",
            state="attached",
        )

    def order(self):
        cards = self.page.locator("[data-method]")
        return cards.evaluate_all("cards => cards.map((card) => card.dataset.method)")

    def tab_to(self, selector):
        for _ in range(TABS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"no way by keyboard to {selector}")


@pytest.fixture
def chooser(context, site):
    """Open the toolbox in a language."""

    def open_chooser(language="sv", width=1280, scheme="light"):
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{site}{PREFIX[language]}toolbox/")
        return Chooser(page)

    return open_chooser


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", "Ni är 12 personer. Metoden passar för 4–12 personer."),
        ("en", "You have 12 people. The method suits 4–12 people."),
    ],
)
def test_questions_are_answered_by_keyboard_and_reasons_given(chooser, language, said):
    desk = chooser(language)
    page = desk.page
    page.locator("#chooser-questions").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('#choose').focus()")
    # The group's chosen radio has the focus; the arrows choose.
    desk.tab_to("method-chooser input[type=radio]")
    while not page.locator("[data-choice=solve]").is_checked():
        page.keyboard.press("ArrowDown")
    desk.tab_to("#checker-people")
    page.keyboard.type("12")
    desk.expect("peer-assist", "fits")
    card = page.locator("[data-method=peer-assist]")
    assert said in card.inner_text()
    expect(card.locator(".pg-cite a").first).to_have_attribute("href", "#source-t26a")
    page.locator("method-chooser .checker-announce:not(:empty)").wait_for(state="attached")
    announced = page.locator("method-chooser .checker-announce").inner_text()
    assert card.locator("a").first.inner_text() in announced
    desk.tab_to("[data-method=peer-assist] h5 a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/toolbox/peer-assist/")


def test_every_method_is_shown_once_and_a_changed_answer_changes_the_order(chooser):
    desk = chooser()
    desk.tick("outside")
    desk.expect("peer-assessment", "fits")
    before = desk.order()
    assert sorted(before) == sorted(METHODS)
    desk.tick("role")
    desk.expect("work-shadowing", "fits")
    assert desk.order()[0] == "work-shadowing"
    assert sorted(desk.order()) == sorted(METHODS)


def test_python_is_not_started_by_looking_and_the_table_stands_there(chooser):
    desk = chooser()
    asked = []
    desk.page.on("request", lambda request: asked.append(request.url))
    desk.page.mouse.wheel(0, 600)
    desk.page.wait_for_timeout(400)
    expect(desk.element).to_have_attribute("state", "idle")
    assert not [url for url in asked if "/runtime/" in url]
    expect(desk.page.locator(".pg-table--methods tbody tr")).to_have_count(len(METHODS))


def test_answers_can_be_taken_back(chooser):
    desk = chooser()
    desk.tick("see")
    desk.expect("study-visit", "fits")
    desk.page.locator("[data-action=clear]").click()
    desk.page.wait_for_selector("method-chooser [data-key=prompt]")
    assert desk.order() == []
    assert desk.page.evaluate("document.activeElement.matches('method-chooser input')")


def test_a_number_out_of_bounds_gets_a_sentence_that_leads_to_its_field(chooser):
    desk = chooser("en")
    desk.page.locator("#checker-people").fill("0")
    link = desk.page.locator("method-chooser .checker-faults a")
    link.wait_for()
    assert "1–2000" in link.inner_text()
    link.click()
    assert desk.page.evaluate("document.activeElement.id") == "checker-people"
    desk.page.keyboard.press("Backspace")
    desk.page.wait_for_selector("method-chooser [data-key=prompt]")


def test_a_runtime_that_does_not_come_ends_in_a_sentence_and_can_be_tried_again(chooser, context):
    desk = chooser("en")
    context.route("**/runtime/pyodide.asm-*", lambda route: route.abort())
    desk.tick("see")
    desk.page.wait_for_selector("method-chooser[state=failed] [role=alert]")
    expect(desk.page.locator("[data-action=save]")).to_have_count(0)
    context.unroute("**/runtime/pyodide.asm-*")
    desk.page.locator("[data-action=retry]").press("Enter")
    desk.expect("study-visit", "fits")
    assert desk.page.evaluate("document.activeElement.id") == "chooser-result"
    # The browser itself logs the request that we broke, though not every time.
    context.faults.clear()


@pytest.mark.parametrize(("width", "scheme", "language"), [(1280, "light", "sv"), (360, "dark", "en")])
def test_with_its_answer_it_is_accessible_and_fits_its_window(chooser, width, scheme, language):
    desk = chooser(language, width, scheme)
    for choice in ("compare", "mutual", "day"):
        desk.tick(choice)
    desk.page.locator("#checker-people").fill("12")
    desk.expect("peer-visit", "partly")
    desk.page.locator("method-chooser summary").click()
    assert violations(desk.page, "method-chooser") == []
    assert desk.page.evaluate("document.documentElement.scrollWidth") <= width
    small = desk.page.locator("method-chooser :is(label, button, summary, input[type=number])").evaluate_all(
        "all => all.filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.textContent)"
    )
    assert small == []


def test_on_paper_the_answers_stand_and_nothing_is_folded(chooser):
    desk = chooser()
    desk.tick("compare")
    desk.expect("peer-visit", "fits")
    desk.page.emulate_media(media="print")
    expect(desk.page.locator("[data-choice=compare] + span")).to_be_visible()
    expect(desk.page.locator("[data-choice=see] + span")).to_be_hidden()
    expect(desk.page.locator("[data-judgement=no] [data-method]").last).to_be_visible()


def test_without_a_script_a_sentence_leads_to_the_table(chromium, site):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}toolbox/")
    expect(page.locator("method-chooser .checker-no-script:not([data-refused])")).to_be_visible()
    expect(page.locator(".pg-table--methods")).to_be_visible()
    context.close()


def test_a_sheet_prints_by_itself_and_hides_its_button_without_a_script(context, chromium, site):
    page = context.new_page()
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(f"{site}toolbox/work-shadowing/")
    page.locator("[data-print-sheet]").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    expect(page.locator(".pg-sheet")).to_be_visible()
    expect(page.locator("h1")).to_be_hidden()
    expect(page.locator(".pg-sheet__print")).to_be_hidden()
    paper = page.pdf(prefer_css_page_size=True)
    sizes = [[round(float(size)) for size in found.split()] for found in MEDIA_BOX.findall(paper)]
    assert sizes == [A4_ON_ITS_SIDE]
    # Once it is printed, the page is whole again.
    expect(page.locator("h1")).to_be_visible()
    still = chromium.new_context(java_script_enabled=False)
    plain = still.new_page()
    plain.goto(f"{site}toolbox/work-shadowing/")
    expect(plain.locator(".pg-sheet")).to_be_visible()
    expect(plain.locator("[data-print-sheet]")).to_be_hidden()
    still.close()
