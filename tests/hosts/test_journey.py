"""A reader's whole visit on each web server, at its root and below a path."""

from __future__ import annotations

import shutil

import pytest

from tests.hosts.conftest import SITE
from tests.hosts.servers import SERVERS
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
