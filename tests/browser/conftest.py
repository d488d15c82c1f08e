"""The built site on a port of its own, and a Chromium that reports what must not happen on any page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.checker_page import CheckerPage
from tests.browser.chromium import chromium_running, profile_of
from tests.browser.hosting import served

ROOT = Path(__file__).parents[2]
#: A device that has better uses for its memory than a second Python.
LITTLE_MEMORY = (
    "Object.defineProperty(Navigator.prototype, 'deviceMemory', { get: () => 1, configurable: true });"
)


@pytest.fixture(scope="session")
def site():
    folder = ROOT / "site"
    assert (folder / "en/index.html").is_file(), "build the site first: make site"
    with served(folder) as address:
        yield address


@pytest.fixture(scope="session")
def chromium():
    with chromium_running() as browser:
        yield browser


@pytest.fixture
def context(chromium, site):
    """A fresh profile; at the end nothing was asked of another origin, and no error was logged."""
    faults = []
    with profile_of(chromium) as context:
        # Most tests look at a first visit: none of them needs what is prepared for a second one.
        context.add_init_script(LITTLE_MEMORY)
        context.on(
            "request",
            lambda request: (
                None if request.url.startswith((site, "blob:", "data:")) else faults.append(request.url)
            ),
        )
        context.on(
            "console",
            lambda line: faults.append(line.text) if line.type in ("error", "warning") else None,
        )
        context.on("weberror", lambda error: faults.append(str(error.error)))
        context.faults = faults
        yield context
    assert not faults


@pytest.fixture
def checker(context, site):
    """Open a component's page in a language, at its checker."""

    def open_checker(component="inception", language="sv"):
        prefix = "" if language == "sv" else f"{language}/"
        page = context.new_page()
        page.goto(f"{site}{prefix}components/{component}/")
        return CheckerPage(page)

    return open_checker
