"""What all tests share: the same examples every time, and no clock in their verdict."""

from __future__ import annotations

from hypothesis import settings

from tests.source_text import LIES_BESIDE

settings.register_profile("steady", derandomize=True, deadline=None, max_examples=60, database=None)
settings.load_profile("steady")


def pytest_terminal_summary(terminalreporter):
    """Say what a run far from ICLD's text has not compared."""
    if not LIES_BESIDE:
        terminalreporter.write_line("Not compared with ICLD's own text: no copy lies beside the project.")
