"""A reader who has been here before: the browser has kept Python, and nothing that anybody wrote.

Starting Python is most of the time of a test that is about something else, so those that say
`pytestmark = returning` share one profile. What one of them leaves behind is gone before the next.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.browser.checker_page import CheckerPage
from tests.browser.chromium import profile_of
from tests.browser.kept_python import CACHE, HAS_MEMORY
from tests.browser.waiting import wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["first_visit", "left_as_it_was", "returning", "returning_reader", "returns"]

returning: Final = pytest.mark.visit("return")
first_visit: Final = pytest.mark.visit("first")

#: As in a browser that has none: Playwright would keep each test's running until the profile is closed.
_NO_SERVICE_WORKER: Final = "delete Navigator.prototype.serviceWorker"
_FORGET: Final = """async (python) => {
    for (const name of await caches.keys()) if (name !== python) await caches.delete(name);
}"""
#: All that a browser keeps for a host but its caches, which `_FORGET` goes through.
_KEPT: Final = "cookies,file_systems,indexeddb,local_storage"


def returns(test: Any) -> bool:
    """Is a test about a reader who has been here before?"""
    marker = test.get_closest_marker("visit")
    return marker is not None and marker.args == ("return",)


@contextlib.contextmanager
def returning_reader(chromium: Any, site: str) -> Iterator[Any]:
    """Give a profile in which the checker has been used once, and Python's memory is kept."""
    with profile_of(chromium) as context:
        context.add_init_script(_NO_SERVICE_WORKER)
        page = context.new_page()
        page.goto(f"{site}components/inception/")
        desk = CheckerPage(page)
        desk.field("partners", 0, "name").fill("Region Gotland")
        desk.expect_verdict("unmet")
        wait_for(page, HAS_MEMORY)
        # Of the same host, and without a script of the guide's.
        page.goto(f"{site}licences.txt")
        _forget(page, site)
        yield context


@contextlib.contextmanager
def left_as_it_was(context: Any, site: str) -> Iterator[Any]:
    """Lend the profile for one test, and take away what that test has left."""
    caretaker, *_ = context.pages
    yield context
    for page in context.pages:
        if page != caretaker:
            page.close()
    context.unroute_all()
    context.clear_permissions()
    _forget(caretaker, site)


def _forget(page: Any, site: str) -> None:
    page.evaluate(_FORGET, CACHE)
    session = page.context.new_cdp_session(page)
    session.send("Storage.clearDataForOrigin", {"origin": site.rstrip("/"), "storageTypes": _KEPT})
    session.detach()
