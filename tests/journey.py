"""A reader's whole visit, step by step, on whatever host and in whatever browser."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING, Any, Final

from tests.browser.checker_page import CheckerPage
from tests.browser.chromium import downloaded
from tests.browser.waiting import wait_for

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Journey"]

_PARTNER: Final = "Region Gotland"
_PERSON: Final = "Ek Åström"
_COMPONENT: Final = "components/inception/"
_STANDS_IN_A_FIELD: Final = """(name) =>
    [...document.querySelectorAll("team-checker input")].some(({ value }) => value === name)"""
_KEEP: Final = "offline-copy [data-offline=keep]"


class Journey:
    """One reader and one page; the steps are taken in the order in which they stand here."""

    def __init__(
        self, page: Any, address: str, saved: Callable[[Callable[[], None]], bytes] | None = None
    ) -> None:
        self.page = page
        self.address = address
        #: Does something that saves a file, and returns its content.
        self.saved = saved or functools.partial(downloaded, page)

    def arrive(self) -> None:
        """Open the start page, and go by its links to a component's."""
        self.page.goto(self.address)
        assert self.page.locator("html").get_attribute("lang") == "sv"
        self.page.locator(f"#main details[open] a[href$='{_COMPONENT}']").first.click()
        self.page.wait_for_url(self.address + _COMPONENT)

    def check_a_team(self) -> None:
        """Fill in what makes a verdict, and wait for Python's."""
        desk = CheckerPage(self.page)
        desk.field("partners", 0, "name").fill(_PARTNER)
        desk.action("add-seats").click()
        desk.person(0, "name").fill(_PERSON)
        desk.expect_verdict("unmet")

    def change_language(self) -> None:
        """Follow the link to English: the same team stands there, and is checked."""
        self.page.locator("a[hreflang=en]").first.click()
        self.page.wait_for_url(f"{self.address}en/{_COMPONENT}")
        self._same_team()

    def save_and_open_again(self) -> None:
        """Save the partnership as a file, begin anew, and open the file."""
        desk = CheckerPage(self.page)
        content = self.saved(lambda: desk.action("save").click())
        assert json.loads(content)["partners"][0]["name"] == _PARTNER
        desk.field("partners", 0, "name").fill("")
        upload = {"name": "team.json", "mimeType": "application/json", "buffer": content}
        self.page.set_input_files("input[type=file]", files=[upload])
        self._same_verdict()

    def keep_everything(self) -> None:
        """Keep the whole guide on the device."""
        self.page.goto(f"{self.address}en/about/privacy/")
        self.page.locator(_KEEP).scroll_into_view_if_needed()
        self.page.locator(_KEEP).click()
        self.page.locator("offline-copy[state=kept]").wait_for()

    def come_back(self) -> None:
        """Where the host is gone: load the page anew, and go on in the checker in both languages."""
        self.page.reload()
        self.page.locator("offline-copy").scroll_into_view_if_needed()
        self.page.locator("offline-copy[state=kept]").wait_for()
        self.page.goto(f"{self.address}en/{_COMPONENT}")
        self._same_team()
        self.page.goto(self.address + _COMPONENT)
        self.page.reload()
        self._same_team()

    def erase(self) -> None:
        """Erase all that is kept."""
        self.page.goto(f"{self.address}about/privacy/")
        self.page.locator("erase-data > button").click()
        self.page.locator(".erase-yes").click()
        self.page.locator(".erase-result table").wait_for()
        wait_for(self.page, "caches.keys().then((names) => names.length === 0)")
        databases = "indexedDB.databases().then((all) => all.length)"
        assert self.page.evaluate(databases) == 0
        assert self.page.evaluate("localStorage.length + sessionStorage.length") == 0

    def _same_team(self) -> None:
        """Ask for the verdict on what the page has brought back by itself."""
        CheckerPage(self.page).action("check").click()
        self._same_verdict()

    def _same_verdict(self) -> None:
        desk = CheckerPage(self.page)
        wait_for(self.page, _STANDS_IN_A_FIELD, _PARTNER)
        desk.expect_verdict("unmet")
        assert desk.stored()["teams"][0]["participants"][0]["name"] == _PERSON
