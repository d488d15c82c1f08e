"""Lighthouse finds nothing to better in what does not depend on the machine."""

from __future__ import annotations

import pytest

from tests.bench.host import hosting
from tests.bench.lighthouse import ROOT, audits, listening
from tests.bench.lines import LINES

pytestmark = pytest.mark.browser

#: The start, a component with its checker, what other sites show in a frame, an element that asks, and prose.
KINDS = ("", "components/inception/", "embed/inception/", "toolbox/", "about/privacy/")
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


@pytest.mark.parametrize("prefix", ["", "en/"], ids=["sv", "en"])
def test_lighthouse_finds_nothing_to_better_and_sees_nothing_move(prefix):
    """One test a language: Lighthouse is long to start, and a second one beside it slows down both."""
    pages = [f"{prefix}{page}" for page in KINDS]
    with hosting(ROOT / "site", LINES["loopback"], "gzip") as host, listening() as port:
        addresses = [f"{host.address}{page}" for page in pages]
        told = dict(zip(pages, audits(port, addresses, SETTINGS), strict=True))
    # What other sites show in a frame is for no search engine.
    assert {page: audit.faults for page, audit in told.items()} == {
        page: {"accessibility": [], "best-practices": [], "seo": ["is-crawlable"] if "embed/" in page else []}
        for page in pages
    }
    assert [page for page, audit in told.items() if audit.shift > 0.01] == []
