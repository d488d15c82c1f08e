"""What is measured: a stock Pyodide's first answer, and the first verdict on the checker's page."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from macros.checker_examples import example
from tests.bench.fixture import SITE, STOCK
from tests.bench.host import Sent

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bench.host import Tally

__all__ = [
    "BY_ITSELF",
    "ON_TURN",
    "RUNTIME",
    "SAVING_UNTIL_ENGAGED",
    "STOCK_PAGE",
    "Sample",
    "Subject",
    "engage",
    "has_begun",
    "open_quietly",
    "settle",
]

COMPONENT: Final = "inception"
#: Below this path in a built site lies what only Python needs.
RUNTIME: Final = "runtime/"
#: So long must a host have nothing to do, in seconds, before a page is taken to be quiet.
_QUIET: Final = 1.5
_PATIENCE: Final = 300.0

_STOCK: Final = """(request) => {
    const started = performance.now();
    const worker = new Worker("stock.mjs", { type: "module" });
    worker.postMessage(request);
    return new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve([performance.now() - started, data]);
        worker.onerror = ({ message }) => reject(new Error(message));
    });
}"""
#: Waits for the mark by the page's own means: its content policy forbids a test to poll by evaluated text.
_ENGAGE_TO_VERDICT: Final = """(patience) => new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("no verdict after the reader turned to the checker")), patience);
    new PerformanceObserver((list, observer) => {
        const [engaged] = performance.getEntriesByName("checker:engage");
        const painted = list
            .getEntriesByName("checker:verdict")
            .find(({ startTime }) => engaged && startTime >= engaged.startTime);
        if (!painted) return;
        observer.disconnect();
        resolve([painted.startTime - engaged.startTime, performance.timeOrigin + painted.startTime]);
    }).observe({ type: "mark", buffered: true });
})"""
#: A line that costs, until the reader turns to the checker: a page then starts nothing by itself.
SAVING_UNTIL_ENGAGED: Final = """Object.defineProperty(NetworkInformation.prototype, "saveData", {
    get: () => performance.getEntriesByName("checker:engage").length === 0,
});"""


@dataclass(frozen=True)
class Sample:
    """One visit: how long until the answer, and what was sent for it."""

    milliseconds: float
    sent: Sent


@dataclass(frozen=True)
class Subject:
    """Something that is visited and measured; `script` runs in each page before its own."""

    name: str
    path: str
    visit: Callable[[Any, str, Tally], Sample]
    script: str | None = None


def settle(tally: Tally, page: Any) -> None:
    """Wait until a page asks for nothing more and what it asked for has come.

    Raises:
        TimeoutError: It never stops.
    """
    page.wait_for_load_state("networkidle")
    end = time.monotonic() + _PATIENCE
    while True:
        before = tally.total()
        page.wait_for_timeout(_QUIET * 1000)
        if tally.total() == before:
            return
        if time.monotonic() > end:
            raise TimeoutError(f"{page.url} is never quiet")


def _visit_stock(page: Any, address: str, tally: Tally) -> Sample:
    tally.clear()
    page.goto(address)
    settle(tally, page)
    text = json.dumps(example(COMPONENT, "sv"))
    request = {"type": "check", "text": text, "language": "sv", "component": COMPONENT}
    milliseconds, answer = page.evaluate(_STOCK, json.dumps(request))
    if json.loads(answer)["format"] != "report/1":
        raise ValueError(f"no report: {answer[:200]}")
    return Sample(milliseconds, tally.total())


def engage(page: Any, tally: Tally) -> tuple[Sample, dict[str, Sent]]:
    """Turn to the checker of a page that is quiet, and wait for its first verdict.

    What the page fetches afterwards is not counted. Returns what was sent by path as well.
    """
    tally.clear()
    page.locator("team-checker input[data-path]").first.press_sequentially("A")
    milliseconds, painted = page.evaluate(_ENGAGE_TO_VERDICT, _PATIENCE * 1000)
    paths = tally.by_path(until=painted / 1000)
    return Sample(milliseconds, sum(paths.values(), Sent())), paths


def has_begun(page: Any, tally: Tally) -> bool:
    """Tell whether the page has started Python, or fetched what is Python's, since the tally was cleared."""
    idle = page.locator("team-checker").get_attribute("state") == "idle"
    return not idle or any(f"/{RUNTIME}" in path for path in tally.by_path())


def open_quietly(page: Any, address: str, tally: Tally) -> None:
    """Open a page and wait until it is quiet."""
    tally.clear()
    page.goto(address)
    page.locator("team-checker[state]").wait_for()
    settle(tally, page)


def _visit_by_itself(page: Any, address: str, tally: Tally) -> Sample:
    open_quietly(page, address, tally)
    return engage(page, tally)[0]


def _visit_on_turn(page: Any, address: str, tally: Tally) -> Sample:
    open_quietly(page, address, tally)
    if has_begun(page, tally):
        raise ValueError("The page has started Python before the reader turned to it, on a line that costs.")
    return engage(page, tally)[0]


STOCK_PAGE: Final = Subject("stock", STOCK, _visit_stock)
ON_TURN: Final = Subject("turn", f"{SITE}components/{COMPONENT}/", _visit_on_turn, SAVING_UNTIL_ENGAGED)
BY_ITSELF: Final = Subject("idle", f"{SITE}components/{COMPONENT}/", _visit_by_itself)
