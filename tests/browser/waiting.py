"""Waiting for what a page's own script can tell.

Playwright polls inside the page by evaluating text there, which the content policy forbids: that works only
where the first look already finds what is waited for. These looks come from outside, one by one.
"""

from __future__ import annotations

import time
from typing import Any, Final

__all__ = ["PATIENCE", "wait_for"]

#: Seconds until what has not come is a fault.
PATIENCE: Final = 40.0
_PAUSE: Final = 50


def wait_for(page: Any, script: str, argument: Any = None) -> None:
    """Wait until a script says yes.

    Raises:
        AssertionError: it has not within forty seconds.
    """
    end = time.monotonic() + PATIENCE
    while not page.evaluate(script, argument):
        assert time.monotonic() < end, f"still not so: {script}"
        page.wait_for_timeout(_PAUSE)
