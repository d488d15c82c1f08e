"""Web servers over the built site, and a Chromium that visits them."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from release import browsers
from tests.browser.chromium import chromium_running, profile_of
from tests.hosts.servers import running

SITE = Path(__file__).parents[2] / "site"


@pytest.fixture(scope="session")
def chromium():
    with chromium_running(browsers.find()) as browser:
        yield browser


@pytest.fixture
def serve(tmp_path_factory):
    """Return what starts a server of `servers` over a folder; all end with the test."""
    assert (SITE / "en/index.html").is_file(), "build the site first: make site"
    with contextlib.ExitStack() as stack:

        def start(server, folder=SITE, **more):
            scratch = tmp_path_factory.mktemp(server.__name__)
            return stack.enter_context(running(server, folder, scratch, **more))

        yield start


@pytest.fixture
def context(chromium):
    """A fresh profile."""
    with profile_of(chromium) as context:
        yield context
