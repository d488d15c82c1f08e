"""A reader's whole visit on each web server, at its root and below a path."""

from __future__ import annotations

import shutil

import pytest
from playwright.sync_api import expect

from tests.hosts.conftest import SITE
from tests.hosts.servers import SERVERS, typeless
from tests.journey import Journey

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session", params=["", "a/b/"], ids=["root", "below-a-path"])
def place(request, tmp_path_factory):
    """A folder for a server, and where in it the guide lies."""
    if not request.param:
        return SITE, ""
    folder = tmp_path_factory.mktemp("below")
    shutil.copytree(SITE, folder / request.param)
    return folder, request.param


@pytest.mark.parametrize("server", SERVERS.values(), ids=SERVERS)
def test_a_whole_visit(serve, context, place, server):
    folder, path = place
    host = serve(server, folder)
    faults = []
    context.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    context.on("weberror", lambda error: faults.append(str(error.error)))
    journey = Journey(context.new_page(), host.address + path)
    journey.arrive()
    journey.check_a_team()
    journey.change_language()
    journey.save_and_open_again()
    journey.keep_everything()
    assert faults == []
    host.stop()
    journey.come_back()
    journey.erase()


def test_a_whole_visit_where_no_file_has_a_type(serve, context, place):
    """All but the copies for use without a network, which need the service worker to have one."""
    folder, path = place
    host = serve(typeless, folder)
    faults = []
    context.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    context.on("weberror", lambda error: faults.append(str(error.error)))
    page = context.new_page()
    journey = Journey(page, host.address + path)
    journey.arrive()
    journey.check_a_team()
    journey.change_language()
    journey.save_and_open_again()
    page.goto(f"{journey.address}about/privacy/")
    page.locator(".pg-search input").fill("uppsökande besök")
    page.locator("[data-search-hit]").first.wait_for()
    page.locator("offline-copy [data-offline=keep]").click()
    expect(page.locator("offline-copy")).to_have_attribute("state", "refused")
    assert page.locator("offline-copy [role=status]").inner_text()
    journey.erase()
    assert not [fault for fault in faults if "MIME type" not in fault]
