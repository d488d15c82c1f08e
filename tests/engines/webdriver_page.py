"""A page that WebDriver drives, under the names that Playwright has for what our tests do."""

from __future__ import annotations

import fnmatch
import time
from typing import TYPE_CHECKING, Any, Final

from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["WebDriverPage"]

_PATIENCE: Final = 60.0
_PAUSE: Final = 0.05
#: Runs what Playwright would: an expression, a promise, or a function of one argument.
_EVALUATE: Final = """
const given = arguments[0], done = arguments[arguments.length - 1];
(async () => { const found = (%s); return typeof found === "function" ? found(given) : found; })()
  .then((value) => done({ value }), (error) => done({ error: String(error) }));
"""
_IS_SHOWN: Final = "return arguments[0].checkVisibility({ visibilityProperty: true });"
_TO_THE_MIDDLE: Final = "arguments[0].scrollIntoView({ block: 'center' });"


class WebDriverPage:
    """One window."""

    def __init__(self, driver: Any, uploads: Path) -> None:
        self.driver = driver
        self.uploads = uploads

    @property
    def url(self) -> str:
        """Where the page is."""
        address: str = self.driver.current_url
        return address

    def goto(self, address: str) -> None:
        self.driver.get(address)

    def reload(self) -> None:
        self.driver.refresh()

    def evaluate(self, script: str, argument: object = None) -> Any:
        answer = self.driver.execute_async_script(_EVALUATE % script, argument)
        assert "error" not in answer, answer["error"]
        return answer.get("value")

    def locator(self, selector: str) -> Locator:
        return Locator(self, selector)

    def wait_for_selector(self, selector: str, state: str = "visible") -> None:
        self.locator(selector).wait_for(state)

    def wait_for_url(self, pattern: str) -> None:
        until(lambda: fnmatch.fnmatch(self.url, pattern), f"still not at {pattern}")

    def wait_for_timeout(self, milliseconds: float) -> None:
        time.sleep(milliseconds / 1000)

    def set_input_files(self, selector: str, files: list[dict[str, Any]]) -> None:
        (file,) = files
        path = self.uploads / file["name"]
        path.write_bytes(file["buffer"])
        self.driver.find_element(By.CSS_SELECTOR, selector).send_keys(str(path))


class Locator:
    """What a selector finds, looked for anew each time."""

    def __init__(self, page: WebDriverPage, selector: str) -> None:
        self.page = page
        self.selector = selector

    @property
    def first(self) -> Locator:
        return self

    def count(self) -> int:
        return len(self._all())

    def get_attribute(self, name: str) -> str | None:
        return self._do(lambda element: element.get_dom_attribute(name))

    def all_inner_texts(self) -> list[str]:
        return [self.page.driver.execute_script("return arguments[0].innerText;", one) for one in self._all()]

    def wait_for(self, state: str = "visible") -> None:
        def is_there() -> bool:
            found = self._all()
            if state == "attached":
                return bool(found)
            return any(self.page.driver.execute_script(_IS_SHOWN, one) for one in found)

        until(is_there, f"no {self.selector}")

    def click(self) -> None:
        self.scroll_into_view_if_needed()
        self._do(lambda element: element.click())

    def fill(self, text: str) -> None:
        def fill(element: Any) -> None:
            self.page.driver.execute_script("arguments[0].focus(); arguments[0].select();", element)
            element.send_keys(text or Keys.DELETE)

        self._do(fill)

    def scroll_into_view_if_needed(self) -> None:
        self._do(lambda element: self.page.driver.execute_script(_TO_THE_MIDDLE, element))

    def _all(self) -> list[Any]:
        found: list[Any] = self.page.driver.find_elements(By.CSS_SELECTOR, self.selector)
        return found

    def _do(self, action: Callable[[Any], Any]) -> Any:
        """Do something with the first one, as soon as it is there and lets it be done."""
        done = []

        def is_done() -> bool:
            done.append(action(self._all()[0]))
            return True

        until(is_done, f"cannot reach {self.selector}")
        return done[-1]


def until(is_so: Callable[[], bool], fault: str) -> None:
    """Look until something is so; what is not there yet, or is being drawn anew, is no fault.

    Raises:
        AssertionError: it is still not so after a minute.
    """
    end = time.monotonic() + _PATIENCE
    last: Exception | None = None
    while time.monotonic() < end:
        try:
            if is_so():
                return
        except TimeoutException:
            raise
        except (WebDriverException, IndexError) as error:
            last = error
        time.sleep(_PAUSE)
    raise AssertionError(f"{fault}: {last}")
