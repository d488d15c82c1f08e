"""What all tests share: the same examples every time, and no clock in their verdict."""

from __future__ import annotations

from pathlib import Path

from hypothesis import settings

from tests.source_text import LIES_BESIDE

settings.register_profile("steady", derandomize=True, deadline=None, max_examples=60, database=None)
settings.load_profile("steady")

#: They need servers and browsers of their own, so they have make targets of their own, or are named.
APART = [Path(__file__).parent / name for name in ("hosts", "engines")]


def pytest_ignore_collect(collection_path, config):
    """Leave out what stands apart where nothing is named."""
    if config.args_source is config.ArgsSource.TESTPATHS and collection_path in APART:
        return True
    return None


def pytest_terminal_summary(terminalreporter):
    """Say what a run far from ICLD's text has not compared."""
    if not LIES_BESIDE:
        terminalreporter.write_line("Not compared with ICLD's own text: no copy lies beside the project.")
