"""The response headers that the page on hosting gives: the guide works under them, held tighter."""

from __future__ import annotations

import shutil

import pytest

from macros.scripts import release
from tests.browser.hosting import served
from tests.browser.listening import listening
from tests.browser.waiting import wait_for
from tests.browser.ways_out import PAGE, WORKER, tried
from tests.hosts.conftest import SITE
from tests.hosts.servers import apache, caddy, nginx
from tests.journey import Journey

pytestmark = pytest.mark.browser

#: The servers that the page has settings for.
WITH_SETTINGS = [nginx, apache, caddy]
ACTIVE = "navigator.serviceWorker.getRegistration().then((one) => Boolean(one?.active))"
PAGE_ON_HOSTING = SITE.parent / "docs/en/about/hosting.md"
EVERY_FILE = ("", "en/check/", "embed/inception/", "sw.js", "release.json", "sbom.json")
#: Of what the page's tables call files, some.
SAMPLES = {
    "everything in assets/": [f"assets/{release()}/css/site.css", f"assets/{release()}/js/menu.js"],
    "runtime/*.bin": [f"runtime/{path.name}" for path in SITE.glob("runtime/*.bin")],
    "embed.js": ["embed.js"],
    "sw.js, release.json and all pages": ["sw.js", "release.json", "", "en/check/", "embed/inception/"],
    "the rest": ["manifest.webmanifest", "en/search/index.json", "sbom.json", "licences.txt"],
    "all pages": ["", "en/check/"],
    "everything in embed/": ["embed/inception/", "en/embed/project/"],
    "sw.js": ["sw.js"],
    "all files": EVERY_FILE,
    "all files but embed.js": EVERY_FILE,
}
HEADERS = (
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
)
#: Says what a page may not do: in Chromium a feature that is switched off says so here.
FEATURES = "document.featurePolicy.allowedFeatures()"


def sources(policy):
    return dict(part.partition(" ")[::2] for part in policy.split("; "))


@pytest.fixture(params=WITH_SETTINGS, ids=lambda server: server.__name__)
def server(request):
    return request.param


@pytest.fixture(params=["", "a/b/"], ids=["root", "below-a-path"])
def address(request, server, serve, tmp_path):
    """The guide on a server with the page's settings, at its root or below a path."""
    if not request.param:
        return serve(server).address
    shutil.copytree(SITE, tmp_path / request.param)
    return serve(server, tmp_path).address + request.param


@pytest.fixture
def other():
    with listening() as listener:
        yield listener


@pytest.fixture
def faults(context):
    """What a browser complains of: a header it does not know, or one that forbids what a page needs."""
    found = []
    context.on("console", lambda line: found.append(line.text) if line.type in ("error", "warning") else None)
    context.on("weberror", lambda error: found.append(str(error.error)))
    return found


def test_a_whole_visit_works_under_the_headers(context, address, faults):
    journey = Journey(context.new_page(), address)
    journey.arrive()
    journey.check_a_team()
    journey.change_language()
    journey.save_and_open_again()
    journey.keep_everything()
    journey.erase()
    assert faults == []


@pytest.mark.parametrize(
    "path", ["", "en/components/inception/", "embed/project/", "sw.js", "release.json", "x"]
)
def test_every_answer_has_every_header(context, address, path):
    headers = context.request.get(address + path).headers
    assert [name for name in HEADERS if name not in headers] == []


def told(section):
    """Return the rows of a section's table on the page about hosting, without the marks of code."""
    _, _, text = PAGE_ON_HOSTING.read_text("utf-8").partition(f"{{ #{section} }}")
    rows = [line.strip("| ").split(" | ") for line in text.split("## ")[0].splitlines() if line[:1] == "|"]
    return [[cell.replace("`", "").strip() for cell in row] for row in rows[2:]]


def test_each_kind_of_file_gets_the_header_that_the_page_tells(context, address):
    told_of = {}
    for files, value, _ in told("cache"):
        for path in SAMPLES[files]:
            told_of[path, "Cache-Control"] = value
    for files, header, value, _ in told("headers"):
        for path in SAMPLES[files]:
            told_of[path, header] = value
    assert len({path for path, _ in told_of}) == len({path for paths in SAMPLES.values() for path in paths})
    answers = {path: context.request.get(address + path) for path, _ in told_of}
    got = {(path, header): answers[path].headers.get(header.lower()) for path, header in told_of}
    assert got == told_of


def test_a_file_that_has_not_changed_is_not_sent_again(context, address):
    for path in ("", "sw.js", "release.json", *SAMPLES["everything in assets/"]):
        first = context.request.get(address + path)
        assert (first.status, bool(first.body())) == (200, True)
        again = context.request.get(address + path, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status, again.body()) == (304, b"")


def test_only_the_pages_made_for_it_can_be_framed_by_another_site(context, address, tmp_path_factory):
    folder = tmp_path_factory.mktemp("intranet")
    page = context.new_page()
    with served(folder) as intranet:
        for path, is_shown in (("embed/inception/", True), ("components/inception/", False), ("", False)):
            (folder / "index.html").write_text(
                f"<!doctype html><title>Intranet</title><iframe src='{address}{path}'></iframe>", "utf-8"
            )
            page.goto(intranet)
            frame = page.frames[1]
            if is_shown:
                frame.wait_for_selector(".checker-app:not([aria-busy])")
                frame.locator("[data-action=example]").click()
                frame.wait_for_selector("team-checker[state=ready][verdict=unmet]")
            else:
                wait_for(page, "performance.getEntriesByType('resource').length > 0")
                assert frame.url.startswith("chrome-error:")


def test_the_documented_line_shows_the_checker_on_another_site(context, address, tmp_path_factory):
    folder = tmp_path_factory.mktemp("intranet")
    line = f'<script src="{address}embed.js" data-component="inception" data-language="en" async></script>'
    (folder / "index.html").write_text(f"<!doctype html><title>Intranet</title><body>{line}", "utf-8")
    page = context.new_page()
    with served(folder) as intranet:
        page.goto(intranet)
        page.frame_locator("iframe").locator(".checker-app").wait_for()
        wait_for(page, "document.querySelector('iframe').height !== '900'")


def test_from_a_page_nothing_reaches_another_host_under_both_policies(context, address, other):
    page = context.new_page()
    page.goto(f"{address}components/inception/")
    assert page.evaluate(tried(PAGE, other.address)) == len(PAGE)
    assert [data for data in other.heard if data] == []


def test_the_service_worker_is_bound_by_its_own_answers_policy(context, address, other):
    page = context.new_page()
    page.goto(address)
    with context.expect_event("serviceworker") as started:
        page.evaluate(f"navigator.serviceWorker.register('{address}sw.js').then(() => true)")
    wait_for(page, ACTIVE)
    ways = {name: way for name, way in WORKER.items() if name in ("fetch", "fetch-no-cors", "websocket")}
    assert started.value.evaluate(tried(ways, other.address)) == len(ways)
    assert [data for data in other.heard if data] == []
    # What it is there for goes on: it fetches the guide's own files.
    there = f"fetch('{address}release.json').then((response) => response.ok)"
    assert started.value.evaluate(there)


def test_a_page_has_neither_camera_nor_microphone_nor_place(context, address):
    page = context.new_page()
    page.goto(address)
    allowed = page.evaluate(FEATURES)
    assert "clipboard-write" in allowed
    assert not set(allowed) & {"camera", "display-capture", "geolocation", "microphone", "payment", "usb"}
