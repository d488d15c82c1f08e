"""A reader's whole visit in each engine, and the second visit, which wakes Python."""

from __future__ import annotations

import pytest

from tests.browser.checker_page import CheckerPage
from tests.browser.kept_python import HAS_MEMORY
from tests.browser.waiting import wait_for
from tests.engines.engines import ENGINES
from tests.hosts.servers import http_server, running
from tests.journey import Journey

pytestmark = pytest.mark.browser

#: How often Python was started and woken since the page was opened.
BEGINNINGS = """["started", "woken"].map((how) => performance.getEntriesByName(`checker:${how}`).length)"""


@pytest.fixture
def host(site_folder, tmp_path_factory):
    with running(http_server, site_folder, tmp_path_factory.mktemp("host")) as host:
        yield host


@pytest.fixture(params=ENGINES.values(), ids=ENGINES)
def visitor(request, tmp_path):
    """A page, and what returns the file that something saves."""
    with request.param(tmp_path) as (page, saved):
        yield page, saved


def test_a_whole_visit(host, visitor):
    page, saved = visitor
    journey = Journey(page, host.address, saved)
    journey.arrive()
    journey.check_a_team()
    journey.change_language()
    journey.save_and_open_again()
    journey.keep_everything()
    host.stop()
    journey.come_back()
    journey.erase()


def test_the_next_visit_wakes_python_and_says_the_same(host, visitor):
    page, _ = visitor
    reports = []
    for expected in ([1, 0], [0, 1]):
        page.goto(f"{host.address}components/inception/")
        desk = CheckerPage(page)
        desk.field("partners", 0, "name").fill("Region Gotland")
        desk.expect_verdict("unmet")
        assert page.evaluate(BEGINNINGS) == expected
        wait_for(page, HAS_MEMORY)
        reports.append(page.locator("team-checker .checker-group").all_inner_texts())
    assert reports[0] == reports[1] != []
