"""Measure how soon a reader has a verdict, beside a bare Pyodide: `make bench`.

Both are served alike from this machine, in turns, each run in a browser profile of its own:

- bare: from `new Worker` to the end of `loadPyodide()`, with the files that Pyodide publishes;
- page: from the first keystroke in the inception checker to its first verdict painted.

"First" is a reader's first visit, "again" the same page loaded once more.
"""

from __future__ import annotations

import argparse
import functools
import shutil
import statistics
import sys
import tempfile
import threading
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT))

from release import browsers  # noqa: E402 - a script's own folder comes first on the path

#: Waits for the mark by the page's own means: its content policy forbids a test to poll by evaluated text.
FROM_KEYSTROKE_TO_VERDICT = """() => new Promise((resolve) => {
    new PerformanceObserver((list, observer) => {
        for (const painted of list.getEntriesByName("checker:verdict")) {
            observer.disconnect();
            resolve(painted.startTime - performance.getEntriesByName("checker:engage")[0].startTime);
        }
    }).observe({ type: "mark", buffered: true });
})"""


class Quiet(SimpleHTTPRequestHandler):
    """A plain static host that keeps no log and closes no connection early."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        """Say nothing."""


@contextmanager
def host():
    """Serve the site, and the bare Pyodide beside it, and give the address."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "site").symlink_to(ROOT / "site")
        (root / "bare").mkdir()
        (root / "bare" / "pyodide").symlink_to(ROOT / "node_modules" / "pyodide")
        for name in ("bare.html", "bare.mjs"):
            shutil.copy(HERE / name, root / "bare")
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def bare(page):
    """Return the milliseconds that a bare Pyodide takes."""
    return page.wait_for_function("window.took").json_value()


def verdict(page):
    """Return the milliseconds from the first keystroke to the verdict."""
    page.locator("team-checker input[data-path]").first.press_sequentially("A")
    return page.evaluate(FROM_KEYSTROKE_TO_VERDICT)


def visits(playwright, address, measure):
    """Return one measurement of a first visit and one of the next, in a new profile."""
    with tempfile.TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=browsers.find(), args=list(browsers.ARGUMENTS)
        )
        page = context.new_page()
        page.goto(address)
        first = measure(page)
        page.goto("about:blank")
        page.goto(address)
        again = measure(page)
        context.close()
    return first, again


def line(name, values):
    """Return one row: median, then least to most."""
    return f"{name:<14}{statistics.median(values):>7.0f} ms   ({min(values):.0f}-{max(values):.0f})"


def main():
    """Measure in turns and print medians, ranges and ratios."""
    parser = argparse.ArgumentParser(description="Measure how soon a reader has a verdict.")
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    measured = {"bare": [], "page": []}
    with host() as base, sync_playwright() as playwright:
        for _ in range(runs):
            measured["bare"].append(visits(playwright, f"{base}/bare/bare.html", bare))
            measured["page"].append(visits(playwright, f"{base}/site/components/inception/", verdict))
    for visit, name in enumerate(("first", "again")):
        stock, ours = ([pair[visit] for pair in measured[kind]] for kind in ("bare", "page"))
        print(line(f"bare, {name}", stock))
        print(line(f"page, {name}", ours))
        print(f"{'ratio':<14}{statistics.median(ours) / statistics.median(stock):>7.2f}\n")


if __name__ == "__main__":
    main()
