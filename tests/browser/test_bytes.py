"""No page and no verdict costs its reader more than the committed table says."""

from __future__ import annotations

import pytest

from tests.bench.byte_table import COMPRESSIONS, PAGES, ROOT, committed, counted, outgrown
from tests.bench.host import Sent, hosting
from tests.bench.lines import LINES


@pytest.fixture(scope="module", params=COMPRESSIONS)
def host(request):
    with hosting(ROOT / "site", LINES["loopback"], request.param) as host:
        yield host


@pytest.mark.browser
@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"/{page}")
def test_a_page_has_not_outgrown_the_table(chromium, host, page):
    counts = counted(chromium, host, page)
    assert counts["visit"]["runtime"] == Sent(), "Python is loaded before anyone asks for a verdict"
    assert not outgrown(counts, committed()[page, host.compression]), "see tests/bench/byte_table.py"


def test_the_table_has_every_page_and_no_other():
    assert set(committed()) == {(page, compression) for page in PAGES for compression in COMPRESSIONS}


@pytest.mark.parametrize(
    ("before", "now", "grown"),
    [
        (Sent(1000, 20), Sent(1050, 21), []),
        (Sent(1000, 20), Sent(900, 12), []),
        (Sent(1000, 20), Sent(1051, 20), ["visit, page: bytes 1000 → 1051 (+5.1%)"]),
        (Sent(1000, 20), Sent(1000, 22), ["visit, page: requests 20 → 22 (+10.0%)"]),
        (Sent(), Sent(10, 1), ["visit, page: bytes 0 → 10", "visit, page: requests 0 → 1"]),
    ],
)
def test_growth_beyond_five_per_cent_is_told(before, now, grown):
    assert outgrown({"visit": {"page": now}}, {"visit": {"page": before}}) == grown
