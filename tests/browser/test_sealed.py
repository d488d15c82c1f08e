"""Nothing gets out: whatever a script in a page or in a worker tries, another host is told nothing."""

from __future__ import annotations

import pytest

from tests.browser.checker_page import CheckerPage
from tests.browser.hosting import served
from tests.browser.listening import listening
from tests.browser.ways_out import CALL, GOING, PAGE, WORKER, tried

pytestmark = pytest.mark.browser

#: What a page without a content policy is: all ways are open.
UNSEALED = "<!doctype html><meta charset=utf-8><title>Unsealed</title><p>"
#: Starts a worker as the guide starts Python's, and has it run a script.
IN_WORKER = """(script) => new Promise((resolve, reject) => {
  const url = URL.createObjectURL(new Blob([`${script}.then((tried) => postMessage(tried))`],
    { type: "text/javascript" }));
  const worker = new Worker(url, { type: "module" });
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = () => reject(new Error("no worker"));
})"""
SERVICE_WORKER = """navigator.serviceWorker.register(ROOT + "sw.js").then(() =>
  navigator.serviceWorker.ready).then(() => true)"""
#: One of each kind: with Python and without, for a frame, and made from a template alone.
KINDS = ["components/inception/", "en/learning/visit/", "glossary/", "embed/steering/", "404.html"]
#: So often it is looked whether what was begun has arrived, on however busy a machine.
LOOKS = 400


@pytest.fixture
def other():
    """Another host, which hears whatever is said to it."""
    with listening() as listener:
        yield listener


@pytest.fixture
def reader(chromium):
    """A profile in which it is no fault that the policy refuses something: that is what is tried."""
    context = chromium.new_context()
    context.set_default_timeout(40_000)
    yield context
    context.close()


@pytest.fixture
def unsealed(reader, tmp_path):
    (tmp_path / "index.html").write_text(UNSEALED, "utf-8")
    with served(tmp_path) as address:
        page = reader.new_page()
        page.goto(address)
        yield page


def said(listener):
    """Return what was said; for some ways a browser calls before it looks at the policy, and says nothing."""
    return [data for data in listener.heard if data]


def arrived(page, is_there):
    """Wait until what was begun has come to the other host."""
    for _ in range(LOOKS):
        if is_there():
            return True
        page.wait_for_timeout(100)
    return False


@pytest.mark.parametrize("kind", KINDS)
def test_from_a_page_nothing_reaches_another_host(reader, site, other, kind):
    page = reader.new_page()
    page.goto(site + kind)
    assert page.evaluate(tried(PAGE, other.address)) == len(PAGE)
    assert said(other) == []


def test_from_a_page_without_a_policy_everything_does(unsealed, other):
    """So each way of the test before is one that a browser would go."""
    assert unsealed.evaluate(tried(PAGE, other.address)) == len(PAGE)
    arrived(unsealed, lambda: set(PAGE) <= other.asked())
    assert set(PAGE) - other.asked() == set()


def test_from_a_worker_like_pythons_nothing_reaches_another_host(reader, site, other):
    page = reader.new_page()
    page.goto(f"{site}components/inception/")
    assert page.evaluate(IN_WORKER, tried(WORKER, other.address)) == len(WORKER)
    assert said(other) == []


def test_from_pythons_own_workers_nothing_reaches_another_host(reader, site, other):
    page = reader.new_page()
    page.goto(f"{site}components/inception/")
    desk = CheckerPage(page)
    desk.action("example").click()
    desk.expect_verdict("unmet")
    assert len(page.workers) == 2
    for worker in page.workers:
        assert worker.evaluate(tried(WORKER, other.address)) == len(WORKER)
    assert said(other) == []


def test_from_a_worker_without_a_policy_everything_does(unsealed, other):
    assert unsealed.evaluate(IN_WORKER, tried(WORKER, other.address)) == len(WORKER)
    arrived(unsealed, lambda: set(WORKER) <= other.asked())
    assert set(WORKER) - other.asked() == set()


@pytest.mark.parametrize("way", GOING)
def test_that_a_script_takes_the_reader_elsewhere_is_beyond_a_policy(reader, site, other, way):
    """As the documents say. The day a browser can be told to refuse it, the policy can say so."""
    page = reader.new_page()
    page.goto(f"{site}glossary/")
    page.evaluate(f"setTimeout(() => {{ {tried({way: GOING[way]}, other.address)} }})")
    assert arrived(page, lambda: way in other.asked())


def test_that_a_script_makes_a_call_is_beyond_a_policy(reader, site, other):
    """WebRTC: as above. The workers have none."""
    page = reader.new_page()
    page.goto(f"{site}components/inception/")
    page.evaluate(tried({"call": CALL}, other.address))
    assert arrived(page, lambda: said(other))
    there = "new Promise((done) => done(typeof RTCPeerConnection))"
    assert page.evaluate(IN_WORKER, there) == "undefined"


def test_that_the_service_worker_asks_elsewhere_is_beyond_a_pages_policy(reader, site, other):
    """It is bound by its own response's headers only, which a host may send: tests/hosts tries that."""
    page = reader.new_page()
    page.goto(site)
    with reader.expect_event("serviceworker") as started:
        page.evaluate(SERVICE_WORKER.replace("ROOT", f"'{site}'"))
    started.value.evaluate("(to) => fetch(to).then(() => true)", f"{other.address}asked")
    assert "asked" in other.asked()
