"""Measure how soon a changed field has its verdict painted, beside a bare frame of the same page.

One keystroke after the other in a team of 14 people: from the change to the painted verdict, between the
page's own marks. The anchor is what a frame costs there: from a keystroke in a bare field, which does
nothing, to the next painted frame. `make bench` runs it; `--people 200` tries a crowd.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT))

from macros.checker_examples import example  # noqa: E402 - a script's own folder comes first on the path
from release import browsers  # noqa: E402 - as above
from tests.bench.results import edit_target_as_text  # noqa: E402 - as above
from tests.browser.hosting import served  # noqa: E402 - as above

COMPONENT = "inception"
#: Waits for the mark by the page's own means: its content policy forbids a test to poll by evaluated text.
EDIT_TO_VERDICT = """(number) => new Promise((resolve) => {
    const times = [];
    const type = () => {
        const field = document.querySelector("[data-path$='\\"name\\"]'][data-path*=participants]");
        field.value = `A${times.length}`;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    };
    new PerformanceObserver((list, observer) => {
        for (const painted of list.getEntriesByName("checker:verdict")) {
            times.push(painted.startTime - performance.getEntriesByName("checker:edit").at(-1).startTime);
            if (times.length < number) setTimeout(type, 20 + 7 * (times.length % 5));
            else { observer.disconnect(); resolve(times); }
        }
    }).observe({ entryTypes: ["mark"] });
    type();
})"""
BARE_FRAME = """(number) => new Promise((resolve) => {
    const times = [];
    const field = document.createElement("input");
    document.body.append(field);
    field.addEventListener("input", () => {
        const begun = performance.now();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
            times.push(performance.now() - begun);
            if (times.length < number) setTimeout(type, 20 + 7 * (times.length % 5));
            else { field.remove(); resolve(times); }
        };
        requestAnimationFrame(() => port2.postMessage(null));
    });
    const type = () => {
        field.value = `A${times.length}`;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    };
    type();
})"""


def partnership(people):
    """Return the example's partnership with so many people in its team."""
    document = example(COMPONENT, "sv")
    team = document["teams"][0]
    known = list(team["participants"])
    while len(team["participants"]) < people:
        number = len(team["participants"])
        team["participants"].append({**known[number % len(known)], "name": f"P. {number}"})
    return document


def share(values, percent):
    """Return the value that so many per cent of the values do not exceed."""
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


def line(name, values):
    """Return one row: the median, the 99th percentile and the worst."""
    figures = (statistics.median(values), share(values, 99), max(values))
    return f"{name:<18}" + "".join(f"{figure:>9.1f}" for figure in figures) + "  ms"


def main():
    """Measure in turns in one page, and print medians, worst cases and ratios."""
    parser = argparse.ArgumentParser(description="Measure how soon a change has its verdict.")
    parser.add_argument("--people", type=int, default=14)
    parser.add_argument("--edits", type=int, default=200)
    options = parser.parse_args()
    file = {
        "name": "team.json",
        "mimeType": "application/json",
        "buffer": json.dumps(partnership(options.people)).encode(),
    }
    bare, edits = [], []
    with served(ROOT / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browsers.find(), args=list(browsers.ARGUMENTS), headless=True
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{address}components/{COMPONENT}/")
        page.locator("team-checker input[type=file]").set_input_files(files=[file])
        page.locator("team-checker[state=ready][verdict]").wait_for(timeout=60_000)
        page.locator(".checker-person-toggle").first.click()
        page.wait_for_timeout(1000)
        for _ in range(4):
            bare += page.evaluate(BARE_FRAME, options.edits // 4)
            edits += page.evaluate(EDIT_TO_VERDICT, options.edits // 4)
        browser.close()
    print(f"{options.people} people{'':<9}{'p50':>9}{'p99':>9}{'worst':>9}")
    print(line("bare frame", bare))
    print(line("edit to verdict", edits))
    ratios = (statistics.median(edits) / statistics.median(bare), share(edits, 99) / share(bare, 99))
    print(f"{'ratio':<18}" + "".join(f"{ratio:>9.2f}" for ratio in ratios))
    print(edit_target_as_text(options.people, share(edits, 99)))


if __name__ == "__main__":
    main()
