"""Replacing somebody in the page: from who leaves to the new form."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests.browser.axe import looks_in, violations_everywhere
from tests.browser.checker_page import CheckerPage
from tests.browser.returning import returning
from tests.browser.waiting import wait_for
from tests.teams import team

pytestmark = [pytest.mark.browser, returning]

ENTRY = ("teams", 0, "replacements", 0)
DRAFT = (*ENTRY, "proposal")
#: The Swedish coordinator of the steering group.
LEAVES = next(at for at, one in enumerate(team("steering").participants) if "coordinator" in one["roles"])
NAME = team("steering").participants[LEAVES]["name"]
#: Every request that goes to Python, by its type.
LISTEN = """() => {
  globalThis.asked = [];
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (text, ...more) {
    const { request } = typeof text === "string" ? JSON.parse(text) : {};
    if (request) globalThis.asked.push(JSON.parse(request).type);
    return post.call(this, text, ...more);
  };
}"""


class ReplacePage(CheckerPage):
    def open(self, document=None):
        text = json.dumps(document or team("steering").document)
        self.page.set_input_files(
            "input[type=file]",
            files=[{"name": "team.json", "mimeType": "application/json", "buffer": text.encode()}],
        )
        self.page.wait_for_selector(f"{self.name}[state=ready][verdict]")

    def propose(self, capacity="politician"):
        """Let the coordinator leave, and somebody else join without a role."""
        self.action("add-replacement").click()
        self.field(*ENTRY, "leaves").select_option(NAME)
        self.field(*ENTRY, "joins").fill("Maja Grahn")
        self.field(*DRAFT, "person", "capacity").select_option(capacity)
        self.page.wait_for_selector(".replace-verdict")

    def choose_role(self, role):
        self.choose(role, *DRAFT, "person", "roles")

    @property
    def summary(self):
        return self.page.locator(".replace-sum")

    @property
    def letter(self):
        return self.page.locator(".replace-letter-text")

    def changed(self, rule):
        return self.page.locator(f"[data-change='{rule}']")


@pytest.fixture
def desk(context, site):
    def open_page(language="sv", document=None):
        page = context.new_page()
        page.goto(f"{site}{'' if language == 'sv' else 'en/'}components/steering/?open=replacements")
        desk = ReplacePage(page)
        desk.open(document)
        return desk

    return open_page


def test_a_link_opens_the_part_of_the_form_it_asks_for(context, site):
    page = context.new_page()
    page.goto(f"{site}participants/replacement/")
    page.locator("main a[href*='open=replacements']").click()
    page.wait_for_selector("#checker-replacements[open]")
    expect(page.locator("#checker-replacements > summary")).to_be_focused()


def test_it_shows_what_falls_and_that_nothing_does(desk):
    desk = desk()
    desk.propose()
    fallen = desk.changed("steering.coordinator-named")
    fallen.wait_for()
    expect(fallen).to_have_attribute("data-direction", "worse")
    expect(fallen).to_have_attribute("data-after", "unmet")
    expect(desk.page.locator(".replace-verdict").last).to_have_attribute("data-verdict", "unmet")
    assert "sämre" in desk.summary.inner_text()
    desk.action("replace-same").click()
    for name, value in (("gender", "woman"), ("code_of_conduct", "true")):
        desk.choose(value, *DRAFT, "person", name)
    desk.field(*DRAFT, "person", "reason").fill("Leads the office.")
    expect(desk.page.locator("[data-change]")).to_have_count(0)
    expect(desk.summary).to_have_text("Inget ändras. Alla regler står som förut.")


def test_the_message_is_filled_in_as_facts_come(desk):
    desk = desk("en")
    desk.propose("civil_servant")
    desk.letter.wait_for()
    assert f"{NAME} from Ekby kommun leaves the team on [date]." in desk.letter.inner_text()
    marks = desk.letter.locator("mark").all_inner_texts()
    assert "[date]" in marks
    desk.field(*DRAFT, "last_day").fill("2026-12-01")
    desk.field(*DRAFT, "cause").select_option("own")
    desk.field(*DRAFT, "own_cause").fill("moves to <b>Visby</b>")
    expect(desk.letter).to_contain_text("1 December 2026")
    expect(desk.letter).to_contain_text("The reason: moves to <b>Visby</b>.")
    expect(desk.letter).to_have_attribute("lang", "en")
    desk.page.get_by_role("button", name="Swedish").click()
    expect(desk.letter).to_have_attribute("lang", "sv")
    assert "lämnar teamet den 1 december 2026" in desk.letter.inner_text()
    expect(desk.page.get_by_role("button", name="Swedish")).to_have_attribute("aria-pressed", "true")


def test_the_message_is_copied_and_said_once(desk, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk = desk()
    desk.propose()
    said = desk.page.locator(".replace-said")
    assert said.inner_text() == ""
    desk.action("replace-copy").click()
    expect(said).to_have_text("Meddelandet är kopierat.")
    expect(said).to_have_attribute("role", "status")
    text = desk.page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Hej!\n\nVi behöver byta en deltagare")
    assert text.endswith("Hälsningar\n\n[Ert namn]")
    assert desk.page.evaluate("document.activeElement.dataset.action") == "replace-copy"


def test_where_copying_is_not_allowed_the_message_is_selected(desk):
    desk = desk()
    desk.propose()
    desk.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }")
    desk.action("replace-copy").click()
    expect(desk.page.locator(".replace-said")).to_contain_text("markerat")
    assert desk.page.evaluate("String(getSelection())").startswith("Hej!")


def test_the_new_person_takes_the_place_and_it_can_be_undone(desk):
    document = team("steering").visit(travellers=[NAME]).visit(travellers=[NAME]).document
    desk = desk(document=document)
    desk.propose("civil_servant")
    desk.choose_role("coordinator")
    desk.choose("1", *DRAFT, "travels")
    desk.choose("true", *ENTRY, "answers", "replacement.approved")
    before = desk.stored()
    desk.action("replace-person").click()
    desk.page.locator(".replace-done").wait_for()
    stored = desk.stored()["teams"][0]
    person = stored["participants"][LEAVES]
    assert (person["name"], person["partner"], person["roles"]) == ("Maja Grahn", "se", ["coordinator"])
    assert person["approved"] is True
    assert [visit["travellers"] for visit in stored["visits"]] == [None, ["Maja Grahn"]]
    (entry,) = stored["replacements"]
    assert (entry["leaves"], entry["joins"]) == (None, "Maja Grahn")
    assert entry["answers"]["replacement.approved"] is True
    assert [one["name"] for one in stored["participants"]].count(NAME) == 0
    assert desk.page.evaluate("document.activeElement.id") == "checker-teams-0-replacements-0"
    assert "Maja Grahn" in desk.page.locator(".replace-letter-text").inner_text()
    desk.page.locator(".checker-notice [data-action=undo]").click()
    desk.page.locator("[data-step=update]").wait_for()
    assert desk.stored() == before
    expect(desk.field(*DRAFT, "person", "capacity")).to_have_value("civil_servant")


def test_what_was_typed_is_there_after_a_reload_and_gone_with_the_replacement(desk):
    desk = desk()
    desk.propose("civil_servant")
    desk.field(*DRAFT, "post").fill("head of culture")
    desk.field(*ENTRY, "joins").fill("Maja G.")
    desk.page.reload()
    desk.page.wait_for_selector("#checker-replacements[open]")
    expect(desk.field(*DRAFT, "post")).to_have_value("head of culture")
    expect(desk.field(*DRAFT, "person", "capacity")).to_have_value("civil_servant")
    desk.field(*DRAFT, "post").fill("head of schools")
    desk.page.locator(".replace-card [data-action=remove]").click()
    kept = "localStorage.getItem('partnership-guide:replacements')"
    assert desk.page.evaluate(kept) is None
    desk.action("undo").click()
    expect(desk.field(*DRAFT, "post")).to_have_value("head of schools")
    assert "head of schools" in desk.page.evaluate(kept)


def test_what_was_typed_goes_with_its_partnership_and_comes_back_with_it(desk):
    desk = desk()
    desk.propose("civil_servant")
    desk.field(*DRAFT, "post").fill("head of culture")
    entry = desk.entry()
    kept = "localStorage.getItem('partnership-guide:replacements')"
    assert "head of culture" in desk.page.evaluate(kept)
    desk.action("shelf").click()
    desk.page.locator(f"[data-entry='{entry['id']}'] [data-action=shelf-remove]").click()
    wait_for(desk.page, f"{kept} === null")
    desk.action("shelf-undo").click()
    desk.page.locator(f"[data-entry='{entry['id']}']").wait_for()
    assert "head of culture" in desk.page.evaluate(kept)
    desk.action("shelf-close").click()
    expect(desk.field(*DRAFT, "post")).to_have_value("head of culture")


def test_undoing_a_file_takes_along_what_is_kept_of_its_replacement(desk):
    document = team("steering").document
    joined = document["teams"][0]["participants"][0]["name"]
    desk = desk()
    desk.field("partners", 0, "name").fill("Region Gotland")
    desk.stored()
    kept = "localStorage.getItem('partnership-guide:replacements')"
    document["teams"][0]["replacements"] = [{"leaves": None, "joins": joined, "answers": {}}]
    desk.open(document)
    desk.page.locator(".replace-done").wait_for()
    wait_for(desk.page, f"{kept} !== null")
    desk.page.locator(".checker-notice [data-action=undo]").click()
    expect(desk.field("partners", 0, "name")).to_have_value("Region Gotland")
    wait_for(desk.page, f"{kept} === null")


def test_spoilt_drafts_are_as_if_they_had_not_been_written(desk):
    desk = desk()
    desk.propose("civil_servant")
    desk.field(*DRAFT, "post").fill("head of culture")
    for spoilt in ("5", '{"person":7}', '{"done":{"left":"a"}}', '{"travels":"x"}'):
        desk.page.evaluate(
            """(draft) => {
              const kept = JSON.parse(localStorage["partnership-guide:replacements"]);
              kept[0].draft = JSON.parse(draft);
              localStorage["partnership-guide:replacements"] = JSON.stringify(kept);
            }""",
            spoilt,
        )
        desk.page.reload()
        desk.page.wait_for_selector("#checker-replacements[open]")
        expect(desk.field(*DRAFT, "post")).to_have_value("")
        desk.field(*DRAFT, "post").fill("head of culture")
        desk.stored()


def test_a_finished_replacement_in_a_file_is_shown_as_finished(desk):
    document = team("steering").document
    joined = document["teams"][0]["participants"][0]["name"]
    document["teams"][0]["replacements"] = [{"leaves": None, "joins": joined, "answers": {}}]
    desk = desk(document=document)
    assert joined in desk.page.locator(".replace-done").inner_text()
    expect(desk.field(*ENTRY, "answers", "replacement.new-form")).to_have_count(3)


def test_python_is_asked_only_while_the_part_is_open(context, site):
    page = context.new_page()
    page.add_init_script(f"({LISTEN})()")
    page.goto(f"{site}components/steering/")
    desk = ReplacePage(page)
    document = team("steering").replacement(leaves=NAME).document
    desk.open(document)
    desk.field("partners", 0, "name").fill("Ekby")
    page.wait_for_timeout(700)
    assert "replace" not in page.evaluate("globalThis.asked")
    page.locator("#checker-replacements > summary").click()
    desk.letter.wait_for()
    assert page.evaluate("globalThis.asked").count("replace") == 1


def test_two_replacements_have_an_answer_each(desk):
    names = [one["name"] for one in team("steering").participants]
    draft = (
        team("steering").replacement(leaves=names[0], joins="Kim").replacement(leaves=names[4], joins="Bo")
    )
    desk = desk(document=draft.document)
    desk.letter.nth(1).wait_for()
    first, second = desk.letter.all_inner_texts()
    assert names[0] in first
    assert names[4] in second


def test_a_name_that_cannot_be_told_from_another_is_said(desk):
    document = team("steering").document
    other = document["teams"][0]["participants"][0]["name"]
    document["teams"][0]["visits"] = [{"travellers": [other]}]
    desk = desk(document=document)
    desk.propose()
    desk.field(*ENTRY, "joins").fill(other)
    desk.page.locator("[data-step=changes] .checker-faults").wait_for()
    assert other in desk.page.locator("[data-step=changes] .checker-faults").inner_text()


def test_the_whole_way_by_keyboard(desk):
    desk = desk("en")
    page = desk.page
    desk.tab_to("add-replacement")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id").endswith("replacements-0-leaves")
    page.keyboard.type(NAME)
    desk.tab_to("replace-same")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id").endswith("proposal-person-capacity")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.type("Maja Grahn")
    desk.letter.wait_for()
    desk.tab_to("replace-language", "sv")
    page.keyboard.press("Enter")
    expect(desk.letter).to_have_attribute("lang", "sv")
    desk.tab_to("replace-person")
    page.keyboard.press("Enter")
    page.locator(".replace-done").wait_for()
    assert page.evaluate("document.activeElement.id") == "checker-teams-0-replacements-0"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_axe_finds_nothing_in_any_state(desk, language):
    desk = desk(language, team("steering").visit(travellers=[NAME]).document)
    page, looks = desk.page, looks_in(language)
    desk.action("add-replacement").click()
    assert violations_everywhere(page, "#checker-replacements", looks) == {}, "empty"
    page.locator(".replace-card [data-action=remove]").click()
    desk.propose("civil_servant")
    desk.letter.wait_for()
    page.locator("[data-step=changes] .checker-fold > summary").click()
    desk.field(*DRAFT, "cause").select_option("own")
    assert violations_everywhere(page, "#checker-replacements", looks) == {}, "filled in"
    desk.action("replace-person").click()
    page.locator(".replace-done").wait_for()
    assert violations_everywhere(page, "#checker-replacements", looks) == {}, "done"
