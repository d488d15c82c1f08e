"""Whatever goes wrong, the page works on or says so with a way on, and nothing typed is lost.

All faults stand in `tests/faults.toml`, with their tests; those that need a place of their own are here.
"""

from __future__ import annotations

import contextlib
import functools
import json
import re
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Error, expect

from macros.checker_examples import example
from macros.data_files import read_toml
from tests.browser import faulty_hosting as how
from tests.browser.checker_page import CheckerPage
from tests.browser.chromium import profile_of
from tests.browser.kept_python import HAS_ALL
from tests.browser.waiting import wait_for

pytestmark = pytest.mark.browser

SITE = Path(__file__).parents[2] / "site"
PAGES = {"sv": "components/inception/", "en": "en/components/inception/"}
NAME = ("partners", 0, "name")
WORDS = read_toml("interface/checker.toml")["engine"]
KEPT = read_toml("interface/shelf.toml")["kept"]
#: What Python is made of, in the order in which it is asked for.
RUNTIME = ("worker", "pyodide.asm", "library", "checkers")
#: Everything is asked of the host again, as where it could not be had.
GONE = ""
MINUTE = 60_000
TOOL = "[data-rule='inception.tool']"
#: What our own scripts throw.
OURS = "brought about by a test"

#: Python starts when it is asked for and not before, and leaves nothing of its memory.
PLAIN = """delete Navigator.prototype.connection;
Object.defineProperty(Navigator.prototype, "deviceMemory", { get: () => 1 });"""
#: Notes what is urgent, each time that it comes.
LISTEN = """{
  window.alerts = [];
  new MutationObserver((records) => {
    const nodes = records.flatMap(({ addedNodes }) => [...addedNodes]);
    const added = nodes.filter((one) => one instanceof Element);
    for (const one of added.flatMap((root) => [root, ...root.querySelectorAll("[role=alert]")]))
      if (one.role === "alert") window.alerts.push(one.innerText);
  }).observe(document, { subtree: true, childList: true });
}"""
#: Puts a script before what Python's workers do, and ends one as soon as it has been asked something.
WORKERS = """{
  window.inWorkers = "";
  window.endsWorkers = false;
  const { Blob } = window;
  window.Blob = class extends Blob {
    constructor(parts = [], options = {}) {
      const isWorker = String(parts[0]).startsWith("self.place");
      super(isWorker ? [parts[0], window.inWorkers, ...parts.slice(1)] : parts, options);
    }
  };
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (...given) {
    post.apply(this, given);
    if (window.endsWorkers) this.terminate();
  };
}"""


class Refusal(NamedTuple):
    """What a browser or a device refuses, what is said of it, and the language in which it is tried."""

    reason: str
    language: str
    #: A script of the page, before its own, and one that takes it back.
    page: str = ""
    mend: str = "window.inWorkers = ''"
    #: A script of Python's workers, before theirs.
    workers: str = ""
    #: What the host says of each page.
    headers: tuple[tuple[str, str], ...] = ()


@pytest.fixture(scope="module")
def faulty_host():
    with how.faulty(SITE) as host:
        yield host


@pytest.fixture
def host(faulty_host):
    faulty_host.asked.clear()
    yield faulty_host
    faulty_host.mend()


@contextlib.contextmanager
def reading(chromium):
    """A fresh profile. The browser may complain of what is wrong; no script of the page's may stumble."""
    stumbled = []
    with profile_of(chromium) as context:
        for script in (PLAIN, LISTEN, WORKERS):
            context.add_init_script(script)
        context.on("weberror", lambda error: stumbled.append(str(error.error)))
        yield context
    assert not [one for one in stumbled if OURS not in one]


@pytest.fixture
def reader(chromium):
    with reading(chromium) as context:
        yield context


def opened_in(context, host, language, script="", now=None):
    """Open a checker, with a clock that can be put forward."""
    page = context.new_page()
    page.clock.install(time=now)
    page.add_init_script(script)
    page.goto(host.address + PAGES[language])
    return CheckerPage(page)


@pytest.fixture
def opened(reader, host):
    return functools.partial(opened_in, reader, host)


@pytest.fixture(scope="module")
def working(chromium, faulty_host):
    """A checker that has answered; each test leaves it so."""
    with reading(chromium) as context:
        desk = opened_in(context, faulty_host, "en")
        desk.field(*NAME).fill("Region Gotland")
        desk.expect_verdict("unmet")
        yield desk


def heard(desk, reason, language):
    """Wait until the page says why there is no answer, in its language, with what to do, and aloud."""
    desk.page.wait_for_selector("team-checker[state=failed]")
    wait_for(desk.page, "window.alerts.length > 0")
    expect(desk.page.locator("html")).to_have_attribute("lang", language)
    [said] = desk.page.evaluate("window.alerts.splice(0)")
    for key in ("failed", f"failed_{reason}", "failed_way_on"):
        assert WORDS[key][language] in said
    expect(desk.page.locator("[data-checklist]").first).to_be_visible()
    expect(desk.page.get_by_role("button", name=WORDS["retry"][language])).to_be_visible()


def goes_on(desk, name, action="retry"):
    """Try again, and find the verdict and what was typed."""
    desk.action(action).click()
    desk.expect_verdict("unmet")
    expect(desk.field(*NAME)).to_have_value(name)
    assert desk.stored()["partners"][0]["name"] == name


def asked_for(desk, host, path):
    """Wait until the host has been asked for something."""
    for _ in range(800):
        if any(path in one for one in host.asked):
            return
        desk.page.wait_for_timeout(50)
    raise AssertionError(f"nobody asked for {path}")


#: How a host sends a file of Python's, what is said of it, and the language in which it is tried.
FILES = {
    "missing": (how.missing, "missing", "sv"),
    "no network": (how.hung_up, "network", "en"),
    "broken off": (how.broken_off, "network", "sv"),
    "cut short": (how.cut_short, "damaged", "en"),
    "one byte changed": (how.changed, "damaged", "sv"),
    "a page to log in on": (how.login_page, "damaged", "en"),
    "stalled": (how.stalled, "timeout", "sv"),
}


@pytest.mark.parametrize("fault", FILES)
def test_a_file_of_pythons_does_not_come(opened, host, fault):
    send, reason, language = FILES[fault]
    desk = opened(language)
    for number, name in enumerate(RUNTIME):
        path = f"/runtime/{name}-"
        host.spoil(path, send)
        host.asked.clear()
        if number:
            desk.action("retry").click()
        desk.field(*NAME).fill(f"Region {number}")
        if reason == "timeout":
            asked_for(desk, host, path)
            desk.page.clock.fast_forward(MINUTE)
        heard(desk, reason, language)
        if reason == "damaged":
            assert len([one for one in host.asked if path in one]) == 2
    host.mend()
    goes_on(desk, f"Region {number}")
    # Those who failed have ended: a tab whose workers are ended in the middle of compiling dies itself.
    for _ in range(200):
        if len(desk.page.workers) == 2:
            break
        desk.page.wait_for_timeout(50)
    assert len(desk.page.workers) == 2


def test_a_line_that_crawls(opened, host):
    """What comes is told in words, nobody is cut off for being slow, and the form works meanwhile."""
    host.spoil("/runtime/pyodide.asm-", how.crawling)
    desk = opened("sv")
    desk.field(*NAME).fill("Region ")
    status = desk.page.locator(".checker-status")
    told = [WORDS["loading"]["sv"]]
    for letter in "Gotland":
        desk.page.clock.fast_forward(MINUTE // 3)
        desk.field(*NAME).press_sequentially(letter)
        expect(status).not_to_have_text(told[-1], use_inner_text=True)
        told.append(status.inner_text())
    assert all(WORDS["downloading"]["sv"].partition(":")[0] in one for one in told[1:])
    host.mend()
    desk.expect_verdict("unmet")
    assert desk.stored()["partners"][0]["name"] == "Region Gotland"
    assert desk.page.evaluate("window.alerts") == []


REFUSALS = {
    "WebAssembly forbidden by a policy": Refusal(
        "blocked",
        "sv",
        headers=(("Content-Security-Policy", "script-src 'self' 'unsafe-inline'; worker-src 'self' blob:"),),
        mend="location.reload()",
    ),
    "no WebAssembly at all": Refusal(
        "blocked",
        "en",
        page="window.taken = WebAssembly; delete window.WebAssembly;",
        mend="window.WebAssembly = window.taken",
    ),
    "no memory for Python": Refusal(
        "memory",
        "sv",
        workers="""WebAssembly.instantiate = async () => {
          throw new RangeError("WebAssembly.instantiate(): Out of memory");
        };""",
    ),
    "a worker that cannot start": Refusal("crashed", "en", workers=f"throw new Error('{OURS}');"),
}


@pytest.mark.parametrize("fault", REFUSALS)
def test_a_browser_or_a_device_refuses(opened, host, fault):
    refusal = REFUSALS[fault]
    host.headers = dict(refusal.headers)
    desk = opened(refusal.language, refusal.page)
    desk.page.evaluate("(script) => { window.inWorkers = script; }", refusal.workers)
    desk.field(*NAME).fill("Region Gotland")
    heard(desk, refusal.reason, refusal.language)
    desk.field(*NAME).fill("Region Skåne")
    # What was the matter still is.
    desk.action("retry").press("Enter")
    heard(desk, refusal.reason, refusal.language)
    assert desk.page.evaluate("document.activeElement.id") == "checker-result"
    host.mend()
    desk.page.evaluate(refusal.mend)
    goes_on(desk, "Region Skåne", "check" if refusal.headers else "retry")


def test_the_network_goes_after_the_answer(working, host):
    host.spoil(GONE, how.hung_up)
    working.choose("false", "teams", 0, "answers", "inception.tool")
    working.page.wait_for_selector(f"{TOOL}[data-status=unmet]", state="attached")
    working.choose("true", "teams", 0, "answers", "inception.tool")
    working.page.wait_for_selector(f"{TOOL}[data-status=met]", state="attached")
    assert working.stored()["teams"][0]["answers"]["inception.tool"] is True


def test_a_worker_is_ended_in_the_middle_of_a_check(working, host):
    """The browser tells nobody. Python starts again from what is kept, though the network is gone as well."""
    wait_for(working.page, HAS_ALL)
    host.spoil(GONE, how.hung_up)
    working.page.evaluate("window.endsWorkers = true")
    working.field(*NAME).fill("Region Skåne")
    working.stored()
    working.page.clock.fast_forward(MINUTE)
    heard(working, "timeout", "en")
    working.page.evaluate("window.endsWorkers = false")
    working.field(*NAME).fill("Region Skåne län")
    goes_on(working, "Region Skåne län")


def test_memory_runs_out_in_the_middle_of_a_check(working, host):
    working.field(*NAME).fill("Region Gotland")
    working.expect_verdict("unmet")
    for worker in working.page.workers:
        worker.evaluate("""() => {
          WebAssembly.Memory.prototype.grow = () => { throw new RangeError("Unable to grow"); };
        }""")
    document = example("inception", "en")
    people = document["teams"][0]["participants"]
    people += [{**people[2], "reason": "x" * 2_000} for _ in range(700)]
    content = json.dumps(document).encode()
    working.page.set_input_files(
        "input[type=file]", files=[{"name": "large.json", "mimeType": "application/json", "buffer": content}]
    )
    heard(working, "memory", "en")
    assert "large.json" in working.page.locator(".checker-notices[role=status]").inner_text()
    goes_on(working, "Region Gotland")


def test_a_newer_release_has_taken_the_place_of_pythons_files(opened, host):
    """The page is of the release before, and has not asked for Python yet."""
    host.spoil("/runtime/", how.missing)
    desk = opened("sv")
    desk.field(*NAME).fill("Region Gotland")
    heard(desk, "missing", "sv")
    host.mend()
    desk.page.get_by_role("button", name=WORDS["reload"]["sv"]).click()
    desk.page.wait_for_selector("team-checker[state=idle]")
    goes_on(desk, "Region Gotland", "check")


def told(desk, reason, language):
    """Wait until the page says that what is typed is not kept, and return the notice."""
    notice = desk.page.locator(".checker-notices[role=status] .checker-notice[data-tone=unclear]")
    expect(notice).to_contain_text(KEPT[reason][language])
    return notice


def test_storage_is_full(opened, host):
    desk = opened("en")
    session = desk.page.context.new_cdp_session(desk.page)
    quota = {"origin": host.address.rstrip("/")}
    session.send("Storage.overrideQuotaForOrigin", quota | {"quotaSize": 1})
    desk.field(*NAME).fill("Region Gotland")
    told(desk, "full", "en")
    desk.expect_verdict("unmet")
    desk.page.reload()
    told(desk, "full", "en")
    expect(desk.field(*NAME)).to_have_value("Region Gotland")
    session.send("Storage.overrideQuotaForOrigin", quota)
    desk.field("partners", 1, "name").fill("Machakos")
    desk.page.locator(".checker-notice").wait_for(state="detached")
    assert [one["name"] for one in desk.stored()["partners"]] == ["Region Gotland", "Machakos"]


STORAGE = ("indexedDB", "caches", "localStorage", "sessionStorage", "BroadcastChannel")
FORBIDDEN = {
    "storage that throws": """for (const name of %s)
      Object.defineProperty(globalThis, name, { get() { throw new DOMException("no", "SecurityError"); } });
    """,
    "storage that is missing": "for (const name of %s) delete globalThis[name];",
}


@pytest.mark.parametrize("fault", FORBIDDEN)
def test_storage_is_forbidden(opened, host, fault):
    script = FORBIDDEN[fault] % json.dumps(STORAGE)
    desk = opened("sv", script)
    desk.page.evaluate("(script) => { window.inWorkers = script; }", script)
    notice = told(desk, "refused", "sv")
    desk.field(*NAME).fill("Region Gotland")
    desk.expect_verdict("unmet")
    with desk.page.expect_download() as saving:
        notice.locator("[data-action=save]").click()
    assert "Region Gotland" in saving.value.path().read_text("utf-8")
    asked = []
    desk.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    desk.page.reload()
    assert asked == ["beforeunload"]


def test_records_are_spoilt(opened, host):
    """Among the rubbish lies what was typed; all of it is listed, and none of it is touched."""
    host.spoil("/runtime/", how.stalled)
    desk = opened("en")
    desk.field(*NAME).fill("Region Gotland")
    desk.stored()
    rubbish = [
        {"id": "bare"},
        {"id": "odd", "document": None, "version": "x", "changed": 5, "title": {"a": 1}},
        {"id": "old", "document": {"partners": 1}, "version": -1, "changed": "never", "title": 7},
        {"id": "half", "document": example("inception", "en"), "version": "x", "changed": 5, "title": 7},
    ]
    for record in rubbish:
        desk.in_store("put", record)
    desk.page.evaluate("""() => {
      localStorage["partnership-guide:unsaved:a:b"] = "{";
      localStorage["partnership-guide:unsaved:c:d"] = '{"held":null,"seen":"x"}';
      localStorage["partnership-guide:open"] = "no such one";
    }""")
    desk.page.reload()
    expect(desk.field(*NAME)).to_have_value("Region Gotland")
    desk.field(*NAME).fill("Region Skåne")
    assert desk.stored()["partners"][0]["name"] == "Region Skåne"
    desk.action("shelf").click()
    expect(desk.page.locator("[data-entry]")).to_have_count(1 + len(rubbish))
    kept = {one["id"]: one for one in desk.shelf()}
    assert [kept[record["id"]] for record in rubbish] == rubbish


def test_the_database_is_spoilt(reader, opened, host):
    host.spoil("/runtime/", how.stalled)
    page = reader.new_page()
    page.goto(f"{host.address}glossary/")
    page.evaluate("""() => new Promise((done) => {
      const asked = indexedDB.open("partnership-guide:partnerships", 1);
      asked.onsuccess = () => { asked.result.close(); done(); };
    })""")
    desk = opened("sv")
    told(desk, "refused", "sv")
    desk.field(*NAME).fill("Region Gotland")
    desk.page.reload()
    told(desk, "refused", "sv")
    expect(desk.field(*NAME)).to_have_value("Region Gotland")


def test_a_tab_dies_in_the_middle_of_an_edit(opened, host):
    host.spoil("/runtime/", how.stalled)
    desk = opened("sv")
    desk.field(*NAME).press_sequentially("Region")
    desk.stored()
    desk.field(*NAME).press_sequentially(" Gotland")
    with desk.page.expect_event("crash"), contextlib.suppress(Error):
        # It takes the page's own process with it, and no page is told that it goes.
        desk.page.goto("chrome://crash")
    desk.page.close()
    again = opened("sv")
    expect(again.field(*NAME)).to_have_value(re.compile("^Region"))
    assert "Region Gotland".startswith(again.field(*NAME).input_value())
    again.field(*NAME).fill("Region Skåne")
    assert again.stored()["partners"][0]["name"] == "Region Skåne"
    assert len(again.shelf()) == 1


CLOCKS = {"1970": "1970-01-01T12:00:00Z", "2099": "2099-12-31T12:00:00Z"}


@pytest.mark.parametrize("year", CLOCKS)
def test_a_clock_is_wrong_and_then_put_right(opened, host, year):
    """What was last used is what is shown, and the last change is what is kept."""
    host.spoil("/runtime/", how.stalled)
    desk = opened("sv", now=datetime.fromisoformat(CLOCKS[year]))
    desk.field(*NAME).fill("Region Gotland")
    before = desk.entry()
    assert before["changed"].startswith(year)
    desk.page.close()
    desk = opened("sv")
    expect(desk.field(*NAME)).to_have_value("Region Gotland")
    desk.action("shelf-new").click()
    desk.field(*NAME).fill("Region Skåne")
    desk.stored()
    desk.page.close()
    desk = opened("sv")
    expect(desk.field(*NAME)).to_have_value("Region Skåne")
    desk.action("shelf").click()
    entry = desk.page.locator(f"[data-entry='{before['id']}']")
    assert year in entry.inner_text()
    entry.locator("[data-action=shelf-open]").click()
    desk.field(*NAME).fill("Region Halland")
    after = desk.entry()
    assert (after["id"], after["document"]["partners"][0]["name"]) == (before["id"], "Region Halland")
    assert after["version"] > before["version"]
    desk.page.reload()
    expect(desk.field(*NAME)).to_have_value("Region Halland")


def test_python_works_where_the_clock_stands_at_its_beginning(opened):
    """No Excel file can bear a day before 1980."""
    desk = opened("en", now=0)
    desk.page.evaluate("window.inWorkers = 'Date.now = () => 0;'")
    desk.field(*NAME).fill("Region Gotland")
    desk.expect_verdict("unmet")
    desk.action("form").click()
    with desk.page.expect_download() as saving:
        desk.page.locator("[data-action=form-save][data-index=xlsx]").click()
    assert load_workbook(BytesIO(saving.value.path().read_bytes())).sheetnames
