"""The visits of one reader: the first, the same page again, and once more after the browser was closed."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from release import browsers
from tests.bench.subjects import has_begun, open_quietly, settle

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tests.bench.host import Host
    from tests.bench.subjects import Sample, Subject

__all__ = ["VISITS", "begins_by_itself", "visits"]

COLD: Final = "cold"
RETURN: Final = "return"
RESTART: Final = "restart"
VISITS: Final = (COLD, RETURN, RESTART)
#: So long a page that is done is left alone, in milliseconds, to store what it stores afterwards.
_PAUSE: Final = 4000


def visits(playwright: Any, host: Host, subject: Subject, wanted: Collection[str]) -> dict[str, Sample]:
    """Return a sample of each visit that is wanted, all in one new profile; the first is always made."""
    address = f"{host.address}{subject.path}"
    with tempfile.TemporaryDirectory() as profile:
        with _browser(playwright, profile, subject.script) as page:
            samples = {COLD: subject.visit(page, address, host.tally)}
            if RETURN in wanted:
                _leave(page, host)
                samples[RETURN] = subject.visit(page, address, host.tally)
            if RESTART in wanted:
                _leave(page, host)
        if RESTART in wanted:
            with _browser(playwright, profile, subject.script) as page:
                samples[RESTART] = subject.visit(page, address, host.tally)
    return samples


def begins_by_itself(playwright: Any, host: Host, subject: Subject) -> bool:
    """Tell whether a page starts Python before its reader turns to it."""
    with tempfile.TemporaryDirectory() as profile, _browser(playwright, profile, subject.script) as page:
        open_quietly(page, f"{host.address}{subject.path}", host.tally)
        return has_begun(page, host.tally)


@contextmanager
def _browser(playwright: Any, profile: str, script: str | None) -> Iterator[Any]:
    """Open a page of a profile whose caches outlive it."""
    context = playwright.chromium.launch_persistent_context(
        profile, executable_path=browsers.find(), args=list(browsers.ARGUMENTS)
    )
    if script:
        context.add_init_script(script)
    yield context.new_page()
    context.close()


def _leave(page: Any, host: Host) -> None:
    settle(host.tally, page)
    page.wait_for_timeout(_PAUSE)
    page.goto("about:blank")
