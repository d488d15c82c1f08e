"""A partnership in a link: made only when asked for, and opened without harm to what is there."""

from __future__ import annotations

import base64
import json
import re
import secrets
import zlib

import pytest
from playwright.sync_api import expect

from tests.browser.axe import looks_in, violations_everywhere
from tests.browser.checker_page import CheckerPage
from tests.browser.returning import returning
from tests.browser.waiting import wait_for
from tests.documents import full
from tests.teams import COMPONENTS, report_of, team

pytestmark = [pytest.mark.browser, returning]

LINK = "#checker-share-link"
#: In pixels; the last of the looks.
NARROWEST = 320
#: What the file with every field says of people, and what stands in its texts.
PERSONAL = ("Amina", "Lindberg", "Wanjiru", "Kamau", "Written.", "Welcome", "City hall")


def packed(text):
    """Pack a text as a link does."""
    return base64.urlsafe_b64encode(zlib.compress(text.encode())).decode().rstrip("=")


def held(link):
    """Return the partnership that a link holds."""
    data = link.partition("#shared=")[2]
    return json.loads(zlib.decompress(base64.urlsafe_b64decode(data + "=" * (-len(data) % 4))))


def file_of(document):
    return {"name": "a.json", "mimeType": "application/json", "buffer": json.dumps(document).encode()}


def opened(desk, document):
    """Open a file in the checker, and wait for its verdict."""
    desk.page.locator("input[type=file]").set_input_files(file_of(document))
    desk.page.wait_for_selector("team-checker[state=ready][verdict]")
    return desk


def link_from(desk, names):
    """Make a link in the dialog, and close that."""
    desk.action("share").click()
    desk.page.locator(f"input[name=checker-share][value={names}]").check()
    desk.action("share-make").click()
    link = desk.page.locator(LINK).input_value()
    desk.action("share-close").click()
    return link


def notice(desk):
    return desk.page.locator(".checker-notice p").last.inner_text()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_link_made_by_keyboard_opens_the_same_partnership_elsewhere(checker, chromium, site, language):
    desk = opened(checker("inception", language), full())
    kept = desk.stored()
    desk.tab_to("share")
    desk.page.keyboard.press("Enter")
    assert desk.page.locator("dialog[open]").inner_text()
    expect(desk.page.locator(LINK)).to_have_count(0)
    desk.page.keyboard.press("ArrowDown")
    desk.tab_to("share-make")
    desk.page.keyboard.press("Enter")
    link = desk.page.locator(LINK).input_value()
    assert desk.page.evaluate("document.activeElement.id") == LINK[1:]
    assert str(len(link)) in re.sub(
        r"(?<=\d)\D(?=\d)", "", desk.page.locator(".checker-share-line").inner_text()
    )
    desk.page.keyboard.press("Escape")
    desk.page.wait_for_selector(".checker-share", state="detached")
    assert desk.page.evaluate("document.activeElement.dataset.action") == "share"

    other = chromium.new_context(locale="sv-SE")
    page = other.new_page()
    page.goto(link)
    there = CheckerPage(page)
    page.wait_for_selector("team-checker[state=ready][verdict]")
    assert "shared" not in page.url
    assert page.url.startswith(f"{site}{'' if language == 'sv' else 'en/'}check/")
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert there.stored() == kept
    other.close()


def test_a_link_without_names_holds_none(checker):
    desk = opened(checker(), full())
    assert all(word in json.dumps(full(), ensure_ascii=False) for word in PERSONAL)
    bare = json.dumps(held(link_from(desk, "without")), ensure_ascii=False)
    assert not [word for word in PERSONAL if word in bare]
    assert not [
        person["name"]
        for person in full()["teams"][0]["participants"]
        if any(part in bare for part in person["name"].split())
    ]
    assert "Deltagare 1" in bare
    assert "Region Gotland" in bare or full()["partners"][0]["name"] in bare
    with_names = json.dumps(held(link_from(desk, "with")), ensure_ascii=False)
    assert [word for word in PERSONAL if word in with_names] == list(PERSONAL)


@pytest.mark.parametrize("component", COMPONENTS)
def test_names_and_texts_left_out_change_no_verdict(checker, component):
    """People of the same name, a person in two teams and a replacement among them."""
    draft = team(component).visit(travellers=[]).replacement()
    document = draft.document
    people = document["teams"][0]["participants"]
    people[1]["reason"] = " "
    people[-1]["name"] = people[-2]["name"]
    document["teams"][0]["visits"][0]["travellers"] = [people[0]["name"]]
    document["teams"][0]["visits"][0]["plan"] = full()["teams"][0]["visits"][0]["plan"]
    document["teams"].append({"component": "steering", "participants": [dict(people[0]), {"name": None}]})
    bare = held(link_from(opened(checker(component), document), "without"))
    first, second = bare["teams"]
    assert second["participants"][0]["name"] == first["participants"][0]["name"] == "Deltagare 1"
    assert second["participants"][1]["name"] is None
    assert first["visits"][0]["travellers"] == ["Deltagare 1"]
    assert verdicts(bare) == verdicts(document)


def verdicts(document):
    return [
        (found["rule"], found["partner"], found["participant"], found["visit"], found["status"])
        for one in report_of(document, "sv")["teams"]
        for found in one["findings"]
    ]


def test_a_link_opens_beside_what_is_there(checker):
    desk = opened(checker(), full())
    before = desk.stored()
    link = link_from(desk, "without")
    desk.page.goto(link)
    desk.page.wait_for_selector(".checker-notice[data-tone=met]")
    opened_document = desk.stored()
    assert opened_document != before
    shelf = [entry["document"] for entry in desk.shelf()]
    assert len(shelf) == 2
    assert before in shelf
    assert opened_document in shelf


def test_a_link_to_the_page_that_is_open_is_opened_too(context, site):
    page = context.new_page()
    page.goto(f"{site}check/?component=steering")
    desk = CheckerPage(page)
    desk.page.evaluate("(hash) => { location.hash = hash; }", f"shared={packed(json.dumps(full()))}")
    desk.page.wait_for_selector("team-checker[verdict][component=inception]")
    assert "shared" not in desk.page.url


BOMB = base64.urlsafe_b64encode(zlib.compress(b" " * 3_000_000)).decode()
WHOLE = packed(json.dumps(full()))


@pytest.mark.parametrize(
    "data",
    [
        "",
        "%",
        WHOLE[:-20],
        WHOLE[:60] + ("A" if WHOLE[60] != "A" else "B") + WHOLE[61:],
        BOMB,
        packed("Hej"),
        packed('{"format": "partnership/1"}'),
        packed('{"format": "partnership/1", "partners": [], "teams": [{"component": "lunch"}]}'),
    ],
    ids=["empty", "no-code", "cut", "changed", "bomb", "no-json", "no-partnership", "no-component"],
)
def test_a_damaged_link_gets_one_sentence_and_nothing_is_lost(checker, data):
    desk = opened(checker(), full())
    before = desk.stored()
    desk.page.goto("about:blank")
    desk.page.go_back()
    desk.page.wait_for_selector(".checker-app")
    desk.page.evaluate("(hash) => { location.hash = hash; }", f"shared={data}")
    desk.page.wait_for_selector(".checker-notice[data-tone=unmet]")
    assert "skadad eller avkortad" in notice(desk)
    expect(desk.page.locator(".checker-notice li")).to_have_count(0)
    assert "shared" not in desk.page.url
    assert desk.stored() == before


def test_a_link_that_would_be_too_long_gives_the_file_instead(checker):
    document = full()
    for person in document["teams"][0]["participants"]:
        person["reason"] = secrets.token_hex(2000)
    desk = opened(checker(), document)
    desk.action("share").click()
    desk.page.locator("input[value=with]").check()
    desk.action("share-make").click()
    desk.page.wait_for_selector("[data-action=share-save]")
    assert "8\u00a0000" in desk.page.locator(".checker-share-line").inner_text()
    expect(desk.page.locator(LINK)).to_have_count(0)
    with desk.page.expect_download() as download:
        desk.page.keyboard.press("Enter")
    assert json.loads(download.value.path().read_text("utf-8"))["teams"][0]["participants"][0]["reason"]
    # Without names the reasons go, and the link is short again.
    desk.page.locator("input[value=without]").check()
    desk.action("share-make").click()
    assert len(desk.page.locator(LINK).input_value()) < 2000


def test_nothing_is_shared_before_anything_is_entered(checker):
    desk = checker()
    desk.action("share").click()
    assert "inget att dela" in notice(desk)
    expect(desk.page.locator("dialog.checker-share")).to_have_count(0)


def test_the_link_is_copied_or_where_that_is_forbidden_selected(checker, context, site):
    desk = opened(checker(), full())
    desk.action("share").click()
    desk.action("share-make").click()
    link = desk.page.locator(LINK).input_value()
    desk.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    desk.action("share-copy").click()
    wait_for(desk.page, "() => String(getSelection()).startsWith('http')")
    assert "markerad" in desk.page.locator(".checker-share-line").inner_text()
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    desk.page.evaluate("() => { delete navigator.clipboard.writeText; }")
    desk.action("share-copy").click()
    desk.page.get_by_text("Länken är kopierad.").wait_for()
    assert desk.page.evaluate("navigator.clipboard.readText()") == link


def test_a_device_with_apps_to_send_with_is_given_the_link(checker):
    desk = checker()
    desk.page.evaluate("""() => {
      navigator.canShare = ({ url }) => url.startsWith("http");
      navigator.share = async ({ url }) => { window.sent = url; };
    }""")
    opened(desk, full())
    desk.action("share").click()
    desk.action("share-make").click()
    link = desk.page.locator(LINK).input_value()
    desk.action("share-send").click()
    assert desk.page.evaluate("window.sent") == link


@pytest.mark.parametrize("language", ["sv", "en"])
def test_axe_finds_nothing_in_the_dialog(context, site, language):
    page = context.new_page()
    page.goto(f"{site}{'' if language == 'sv' else 'en/'}components/project/")
    desk = CheckerPage(page)
    desk.action("example").click()
    desk.action("share").click()
    looks = looks_in(language, 1280, 360, NARROWEST)
    assert violations_everywhere(page, ".checker-share", looks) == {}
    assert page.evaluate("document.querySelector('.checker-share').scrollWidth") <= NARROWEST
    desk.action("share-make").click()
    page.locator(LINK).wait_for()
    assert violations_everywhere(page, ".checker-share", looks) == {}
    assert page.evaluate("document.querySelector('.checker-share').scrollWidth") <= NARROWEST
