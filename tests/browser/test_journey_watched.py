"""A reader's whole work, while each request is looked at as it leaves the browser."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from checkers.rulebook import LANGUAGES
from tests.browser.checker_page import CheckerPage
from tests.browser.kept_python import HAS_MEMORY
from tests.browser.planner_page import PlannerPage
from tests.browser.waiting import wait_for
from tests.browser.watching import traces, watched

pytestmark = pytest.mark.browser

SITE = Path(__file__).parents[2] / "site"
PREFIXES = {"sv": "", "en": "en/"}
#: Words that stand nowhere in the guide, one for each place where something is entered.
PARTNER = "Kvastköpings kommun"
PERSON = "Quetzalina Marmeladskog"
REASON = "Överliggardagar bjuder på nypontesopp"
PLAN = "Vi lär oss av Björnbärsfärgad façade"
TITLE = "Smultronviken i år"
WANTED = "Gyckelblomster"
TEXTS = [PARTNER, PERSON, "Marmeladskog", REASON, "nypontesopp", PLAN, "Björnbärsfärgad", TITLE, WANTED]
#: What each request of a browser has, whoever makes it.
HEADERS = {
    *("accept", "accept-encoding", "accept-language", "cache-control", "connection", "host", "origin"),
    *("pragma", "proxy-connection", "purpose", "range", "referer", "service-worker", "user-agent"),
    *("if-modified-since", "if-none-match", "if-range", "upgrade-insecure-requests"),
}
QUERY = re.compile(r"(component=[a-z]+)?")
ENOUGH = "Object.defineProperty(Navigator.prototype, 'deviceMemory', { get: () => 8 });"
#: WebRTC and windows go past any host that watches.
PAST = """for (const name of ["RTCPeerConnection", "WebTransport", "open"]) {
  const real = window[name];
  if (real) window[name] = new Proxy(real, {
    construct: (...given) => { console.error(`past: ${name}`); return Reflect.construct(...given); },
    apply: (...given) => { console.error(`past: ${name}`); return Reflect.apply(...given); },
  });
}"""
ACTIVE = "navigator.serviceWorker.getRegistration().then((one) => Boolean(one?.active))"


@pytest.fixture
def watch():
    with watched(SITE) as watch:
        yield watch


@pytest.fixture
def reader(chromium, watch):
    """A profile whose every request comes by the watch; at the end no page has complained."""
    context = chromium.new_context(proxy=watch.proxy(), accept_downloads=True)
    context.set_default_timeout(40_000)
    context.add_init_script(ENOUGH)
    context.add_init_script(PAST)
    faults = []
    context.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    yield context
    context.close()
    assert faults == []


def enter(page, address):
    """Enter a team: who, of which side, and why."""
    page.goto(f"{address}components/inception/")
    desk = CheckerPage(page)
    desk.action("example").click()
    desk.expect_verdict("unmet")
    desk.field("partners", 0, "name").fill(PARTNER)
    page.locator(".checker-person-toggle").first.click()
    desk.person(0, "name").fill(PERSON)
    desk.person(0, "reason").fill(REASON)
    desk.person(0, "side").select_option("opposition")
    wait_for(page, "document.querySelector('team-checker').innerText.includes('Marmeladskog')")
    person = desk.stored()["teams"][0]["participants"][0]
    assert (person["name"], person["side"], person["reason"]) == (PERSON, "opposition", REASON)
    return desk


def saved(page, action):
    """Press what saves a file, and return the file."""
    with page.expect_download() as download:
        action.click()
    return Path(download.value.path()).read_bytes()


def share(desk):
    """Make a link with all names, and open it in another tab."""
    desk.action("share").click()
    desk.page.locator("input[name=checker-share][value=with]").check()
    desk.action("share-make").click()
    link = desk.page.locator("#checker-share-link").input_value()
    desk.action("share-close").click()
    page = desk.page.context.new_page()
    page.goto(link)
    there = CheckerPage(page)
    there.page.wait_for_selector("team-checker[state=ready][verdict]")
    assert there.stored()["teams"][0]["participants"][0]["name"] == PERSON
    page.close()


def plan(page, address):
    """Plan a visit, and save it for a calendar."""
    page.goto(f"{address}learning/visit/")
    desk = PlannerPage(page)
    desk.action("add-visit").click()
    desk.visit("start").fill("2027-05-10")
    desk.visit("end").fill("2027-05-11")
    desk.plan("learn").fill(PLAN)
    assert desk.stored_visit()["plan"]["learn"] == PLAN
    assert b"BEGIN:VEVENT" in saved(page, desk.action("calendar"))


def erase(page, address):
    """Erase everything that is kept."""
    page.goto(f"{address}about/privacy/")
    page.locator("erase-data > button").click()
    page.locator(".erase-yes").click()
    page.locator(".erase-result table").wait_for()
    assert page.evaluate("indexedDB.databases()") == []
    assert page.evaluate("caches.keys()") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_all_that_a_reader_enters_nothing_is_in_any_request(reader, watch, language):
    address = watch.address + PREFIXES[language]
    page = reader.new_page()
    page.goto(address)
    page.locator(".pg-search__input").fill(WANTED)
    wait_for(page, "document.querySelector('.pg-search').innerText.length > 0")
    desk = enter(page, address)
    file = saved(page, desk.action("save"))
    assert PERSON in file.decode()
    desk.action("form").click()
    assert saved(page, page.locator("[data-action=form-save][data-index=xlsx]"))[:2] == b"PK"
    share(desk)
    # With its memory kept and the service worker at work, all goes on as before.
    wait_for(page, HAS_MEMORY)
    wait_for(page, ACTIVE)
    page.reload()
    CheckerPage(page)
    page.set_input_files(
        "input[type=file]",
        files=[{"name": f"{TITLE}.json", "mimeType": "application/json", "buffer": file}],
    )
    wait_for(page, "document.querySelector('team-checker[state=ready][verdict]') !== null")
    assert desk.stored()["teams"][0]["participants"][0]["name"] == PERSON
    plan(page, address)
    page.goto(f"{address}about/privacy/")
    page.locator("[data-offline=keep]").click()
    page.locator("offline-copy[state=kept]").wait_for()
    erase(page, address)

    assert watch.elsewhere == []
    # Those that workers and the service worker make are among them.
    paths = {urlsplit(asked.url).path for asked in watch.asked}
    assert {"/sw.js", "/release.json"} <= paths
    assert any(path.startswith("/runtime/openpyxl-") for path in paths)
    for asked in watch.asked:
        assert (asked.method, asked.body) == ("GET", b""), asked
        there = urlsplit(asked.url)
        assert (SITE / there.path.removeprefix("/")).exists(), asked
        assert QUERY.fullmatch(there.query), asked
        assert not there.fragment, asked
        known = [
            name for name, _ in asked.headers if name.lower() in HEADERS or name.startswith(("Sec-", "sec-"))
        ]
        assert len(known) == len(asked.headers), asked
    everything = b"\n".join(asked.raw() for asked in watch.all())
    assert b"shared" not in everything
    assert traces(everything, TEXTS) == []


SENT = {
    "utf-8": "fetch('sink', { method: 'POST', body: text })",
    "utf-16-le": "fetch('sink', { method: 'POST', body: Uint16Array.from(text, (c) => c.charCodeAt()) })",
    "utf-8, percent-encoded": "fetch('?' + encodeURIComponent(text))",
    "utf-8, base64": "fetch('?' + btoa(String.fromCharCode(...new TextEncoder().encode(`x${text}xyz`))))",
    "utf-8, hexadecimal": """fetch('/', { headers: { 'x-a':
        [...new TextEncoder().encode(text)].map((byte) => byte.toString(16)).join('') } })""",
    "latin-1": "fetch('/', { headers: { 'x-a': text } })",
}


@pytest.mark.parametrize("how", SENT)
def test_what_a_page_does_send_is_seen(chromium, watch, how):
    """So that the journey's test can fail: in an address, a header or a body, however it is written."""
    context = chromium.new_context(proxy=watch.proxy())
    page = context.new_page()
    page.goto(f"{watch.address}en/glossary/")
    page.evaluate(f"(text) => {{ {SENT[how]}.catch(() => {{}}) }}", "Åsa Öman")
    for _ in range(400):
        found = traces(b"\n".join(asked.raw() for asked in watch.asked), ["Åsa Öman"])
        if how in {form for _, form in found}:
            break
        page.wait_for_timeout(100)
    else:
        raise AssertionError(f"not seen: {how}")
    context.close()
