"""Lighthouse finds nothing to better in what does not depend on the machine."""

from __future__ import annotations

import pytest

from tests.bench.host import hosting
from tests.bench.lighthouse import ROOT, audits, listening
from tests.bench.lines import LINES

pytestmark = pytest.mark.browser

#: The start, a component with its checker, what other sites show in a frame, an element that asks, and prose.
KINDS = ("", "components/inception/", "embed/inception/", "toolbox/", "about/privacy/")
PAGES = [f"{language}{page}" for language in ("", "en/") for page in KINDS]
#: No category of speed, which a busy machine spoils; and no more waiting than a page needs to jump.
SETTINGS = {
    "onlyCategories": ["accessibility", "best-practices", "seo"],
    "onlyAudits": ["cumulative-layout-shift", "network-requests"],
    "disableFullPageScreenshot": True,
    "pauseAfterFcpMs": 0,
    "pauseAfterLoadMs": 0,
    "networkQuietThresholdMs": 500,
    "cpuQuietThresholdMs": 500,
}


@pytest.fixture(scope="module")
def told():
    with hosting(ROOT / "site", LINES["loopback"], "gzip") as host, listening() as port:
        addresses = [f"{host.address}{page}" for page in PAGES]
        return dict(zip(PAGES, audits(port, addresses, SETTINGS), strict=True))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"/{page}")
def test_lighthouse_finds_nothing_to_better(told, page):
    # What other sites show in a frame is for no search engine.
    wanted = ["is-crawlable"] if "embed/" in page else []
    assert told[page].faults == {"accessibility": [], "best-practices": [], "seo": wanted}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"/{page}")
def test_lighthouse_sees_nothing_move(told, page):
    assert told[page].shift <= 0.01
