"""The built site on a port of its own, and a Chromium that reports what must not happen on any page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.checker_page import CheckerPage
from tests.browser.chromium import LITTLE_MEMORY, chromium_running, profile_of
from tests.browser.hosting import served
from tests.browser.returning import left_as_it_was, returning_reader, returns
from tests.browser.waiting import PATIENCE

ROOT = Path(__file__).parents[2]

# What is drawn in pieces, or after an answer, is waited for, on a machine as slow as they come.
expect.set_options(timeout=1_000 * PATIENCE)


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
def context(request, site):
    """A profile, fresh unless its test says otherwise.

    At the end nothing was asked of another origin, and no error was logged.
    """
    faults = []

    def note_request(request):
        if not request.url.startswith((site, "blob:", "data:")):
            faults.append(request.url)

    def note_line(line):
        if line.type in ("error", "warning"):
            faults.append(line.text)

    def note_error(error):
        faults.append(str(error.error))

    context = request.getfixturevalue("returned" if returns(request.node) else "newcomer")
    noted = {"request": note_request, "console": note_line, "weberror": note_error}
    for event, note in noted.items():
        context.on(event, note)
    context.faults = faults
    yield context
    for event, note in noted.items():
        context.remove_listener(event, note)
    assert not faults


@pytest.fixture
def newcomer(chromium):
    """A fresh profile."""
    with profile_of(chromium) as context:
        # Most tests look at a first visit: none of them needs what is prepared for a second one.
        context.add_init_script(LITTLE_MEMORY)
        yield context


@pytest.fixture(scope="session")
def regular(chromium, site):
    with returning_reader(chromium, site) as context:
        yield context


@pytest.fixture
def returned(regular, site):
    """A profile that has kept Python, and nothing else."""
    with left_as_it_was(regular, site) as context:
        yield context


@pytest.fixture
def checker(context, site):
    """Open a component's page in a language, at its checker."""

    def open_checker(component="inception", language="sv"):
        prefix = "" if language == "sv" else f"{language}/"
        page = context.new_page()
        page.goto(f"{site}{prefix}components/{component}/")
        return CheckerPage(page)

    return open_checker
