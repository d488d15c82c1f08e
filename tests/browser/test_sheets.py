"""The participant form saved from the page, and opened in it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from checkers.reading import read_values
from checkers.rulebook import LANGUAGES, load
from checkers.sheets.saving import form_file
from tests.browser.returning import first_visit, returning
from tests.documents import full

pytestmark = [pytest.mark.browser, returning]

NAMES = {"sv": "deltagarformular", "en": "participant-form"}


def form(language, kind):
    return form_file(read_values(full(), load().questions), language, kind)


def saved(desk, kind):
    """Save the form by keyboard; return the file's name and bytes."""
    desk.action("form").focus()
    desk.page.keyboard.press("Enter")
    item = desk.page.locator(f"[data-action=form-save][data-index={kind}]")
    item.focus()
    with desk.page.expect_download() as download:
        desk.page.keyboard.press("Enter")
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def opened(desk, name, data):
    desk.page.set_input_files("input[type=file]", files=[{"name": name, "mimeType": "", "buffer": data}])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_saved_as_excel_comes_back_whole(checker, language):
    desk = checker(language=language)
    opened(desk, "team.json", json.dumps(full()).encode())
    desk.expect_verdict("met")
    before = desk.stored()
    name, data = saved(desk, "xlsx")
    assert name == f"{NAMES[language]}.xlsx"
    assert len(openpyxl.load_workbook(io.BytesIO(data)).sheetnames) == 9
    desk.page.locator(".checker-notice[data-tone=met]").filter(has_text=name).wait_for()
    desk.action("restart").click()
    opened(desk, name, data)
    desk.page.locator(".checker-notice[data-tone=met]").filter(has_text=name).wait_for()
    desk.expect_verdict("met")
    assert [people["name"] for people in desk.stored()["teams"][0]["participants"]] == [
        people["name"] for people in before["teams"][0]["participants"]
    ]


def test_csv_says_what_it_does_not_hold(checker):
    desk = checker()
    desk.field("partners", 0, "name").fill("Region Gotland")
    name, data = saved(desk, "csv")
    assert name == "deltagarformular.csv"
    assert data.startswith(b"\xef\xbb\xbfTeam;Namn;")
    assert "JSON" in desk.page.locator(".checker-notice[data-tone=met]").inner_text()


def test_what_a_form_holds_beside_the_form_is_named(checker):
    book = openpyxl.load_workbook(io.BytesIO(form("sv", "xlsx").data))
    book.worksheets[0]["L2"] = "Skostorlek"
    book.worksheets[0]["L3"] = "38"
    out = io.BytesIO()
    book.save(out)
    desk = checker()
    opened(desk, "form.xlsx", out.getvalue())
    notice = desk.page.locator(".checker-notice[data-tone=unclear]")
    notice.wait_for()
    assert "Skostorlek" in notice.locator("li").inner_text()
    assert notice.locator("code").inner_text() == "Förberedelse!L2"
    desk.expect_verdict("met")


def test_a_fault_in_a_form_names_its_cell_and_nothing_is_lost(checker):
    book = openpyxl.load_workbook(io.BytesIO(form("en", "xlsx").data))
    book.worksheets[0]["C4"] = "Astronaut"
    out = io.BytesIO()
    book.save(out)
    desk = checker(language="en")
    desk.field("partners", 0, "name").fill("Region Gotland")
    opened(desk, "form.xlsx", out.getvalue())
    notice = desk.page.locator(".checker-notice[data-tone=unmet]")
    notice.wait_for()
    assert notice.locator("code").inner_text() == "Inception!C4"
    assert "Civil servant" in notice.locator("li").inner_text()
    expect(desk.field("partners", 0, "name")).to_have_value("Region Gotland")


@first_visit
def test_excel_that_cannot_be_fetched_is_a_sentence_and_the_checker_goes_on(checker, context):
    desk = checker()
    desk.page.context.route("**/runtime/openpyxl-*", lambda route: route.abort())
    desk.field("partners", 0, "name").fill("Region Gotland")
    desk.expect_verdict("unmet")
    desk.action("form").click()
    desk.page.locator("[data-action=form-save][data-index=xlsx]").click()
    desk.page.locator(".checker-notice[data-tone=unmet]").filter(has_text="Excel").wait_for()
    desk.expect_verdict("unmet")
    expect(desk.field("partners", 0, "name")).to_have_value("Region Gotland")
    desk.page.context.unroute("**/runtime/openpyxl-*")
    assert saved(desk, "xlsx")[0] == "deltagarformular.xlsx"
    # The console may say that the file did not come.
    context.faults.clear()
