"""Find what keeps a page's main thread: its longest tasks while it opens, and while a first report is drawn.

Each page is opened in a browser profile of its own. Times are the main thread's own, so that whatever else
the machine does counts little; a slow phone's processor takes four times as long. `--parts` tells what the
tasks consist of.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from playwright.sync_api import sync_playwright

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from macros.checker_examples import example  # noqa: E402 - a script's own folder comes first on the path
from release import browsers  # noqa: E402 - as above
from tests.browser.hosting import served  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Pages with most to draw; those with a checker are also given a team.
_PAGES: Final = (
    "check/",
    "components/inception/",
    "embed/inception/",
    "learning/visit/",
    "glossary/",
    "print/",
)
_WITH_CHECKER: Final = ("check/", "components/inception/", "embed/inception/")
#: So long a page is left alone once it has loaded, in milliseconds.
_PAUSE: Final = 2000
#: So many of the longest tasks are told.
_LONGEST: Final = 4
#: A line that costs: Python is started by the report alone.
_SAVING: Final = 'Object.defineProperty(NetworkInformation.prototype, "saveData", { get: () => true });'
_CATEGORIES: Final = ("toplevel", "devtools.timeline", "blink.user_timing", "v8", "__metadata")
#: Hold other parts and say nothing of their own.
_HOLDERS: Final = frozenset({"RunTask", "ThreadControllerImpl::RunTask", "RunMicrotasks", "v8.callFunction"})


@dataclass
class Task:
    """One task of the main thread, in milliseconds of its own time, and what it consists of."""

    milliseconds: float
    parts: Counter[str] = field(default_factory=Counter)


def main() -> None:
    """Print the longest tasks of each page, and how long a first report takes to draw."""
    options = _asked()
    print(f"{'longest tasks, ms':<26}{'while it opens':>32}{'at the first report':>32}{'verdict':>9}")
    with served(ROOT / "site") as address, sync_playwright() as playwright:
        for page in options.pages or _PAGES:
            visits = [_visit(playwright, address, page) for _ in range(options.runs)]
            load, report = ([visit[0][step] for visit in visits] for step in (0, 1))
            waits = [wait for _, wait in visits if wait is not None]
            verdict = f"{statistics.median(waits):.0f}" if waits else ""
            print(f"/{page:<25}{_longest(load):>32}{_longest(report):>32}{verdict:>9}", flush=True)
            if options.parts:
                _print_parts(load[0] + report[0])


def _visit(playwright: Any, address: str, page: str) -> tuple[tuple[list[Task], list[Task]], float | None]:
    """Open a page; return the tasks of each step, and how long after Python's answer the verdict stood."""
    browser = playwright.chromium.launch(executable_path=browsers.find(), args=list(browsers.ARGUMENTS))
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    tab.add_init_script(_SAVING)
    browser.start_tracing(page=tab, categories=list(_CATEGORIES))
    tab.goto(f"{address}{page}")
    tab.wait_for_timeout(_PAUSE)
    load = list(_tasks(browser.stop_tracing(), page))
    report: list[Task] = []
    wait = None
    if page.removeprefix("en/") in _WITH_CHECKER:
        browser.start_tracing(page=tab, categories=list(_CATEGORIES))
        _import(tab)
        report = list(_tasks(browser.stop_tracing(), page))
        marks = "performance.getEntriesByName('checker:{}')[0].startTime"
        wait = tab.evaluate(f"{marks.format('verdict')} - {marks.format('ready')}")
    browser.close()
    return (load, report), wait


def _import(tab: Any) -> None:
    """Give the checker a team, and wait until all that follows is drawn."""
    text = json.dumps(example("inception", "sv")).encode()
    file = {"name": "team.json", "mimeType": "application/json", "buffer": text}
    tab.locator("team-checker input[type=file]").first.set_input_files(files=[file])
    tab.locator("team-checker[state=ready][verdict]").wait_for(timeout=120_000)
    tab.wait_for_timeout(_PAUSE)


def _tasks(trace: bytes, page: str) -> Iterator[Task]:
    """Give every task of the page's main thread."""
    events = json.loads(trace)["traceEvents"]
    mains = {
        (one["pid"], one["tid"])
        for one in events
        if one["name"] == "thread_name" and one["args"]["name"] == "CrRendererMain"
    }
    by_thread = {
        main: sorted(
            (
                one
                for one in events
                if (one["pid"], one["tid"]) == main and one["ph"] == "X" and "tdur" in one
            ),
            key=lambda one: (one["ts"], -one["dur"]),
        )
        for main in mains
    }
    # The page's own thread is the one that has most to do.
    spans = max(by_thread.values(), key=lambda each: sum(one["tdur"] for one in each))
    end = 0.0
    task = None
    for span in spans:
        if span["ts"] >= end:
            if task:
                yield task
            task = Task(span["tdur"] / 1000)
            end = span["ts"] + span["dur"]
        elif task and span["name"] not in _HOLDERS:
            task.parts[_title(span)] += span["tdur"] / 1000
    if task:
        yield task


def _title(span: dict[str, Any]) -> str:
    data = span.get("args", {}).get("data", {})
    place = str(data.get("url", "")).rsplit("/", 1)[-1]
    return f"{span['name']} {data.get('functionName') or ''} {place} {data.get('columnNumber', '')}".strip()


def _longest(visits: Sequence[list[Task]]) -> str:
    """Return the medians of the longest tasks, of the second longest and so on."""
    ranked = [sorted((task.milliseconds for task in tasks), reverse=True)[:_LONGEST] for tasks in visits]
    return " ".join(f"{statistics.median(each):.0f}" for each in zip(*ranked, strict=False))


def _print_parts(tasks: Sequence[Task]) -> None:
    for task in sorted(tasks, key=lambda one: -one.milliseconds)[:_LONGEST]:
        parts = ", ".join(f"{name} {taken:.0f}" for name, taken in task.parts.most_common(8) if taken >= 1)
        print(f"    {task.milliseconds:>5.0f}: {parts}")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Find what keeps a page's main thread.")
    parser.add_argument("pages", nargs="*", help="addresses relative to the site")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--parts", action="store_true", help="tell what the longest tasks consist of")
    return parser.parse_args()


if __name__ == "__main__":
    main()
