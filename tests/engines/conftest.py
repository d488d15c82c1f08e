"""The built site for the engines."""

from __future__ import annotations

from pathlib import Path

import pytest

SITE = Path(__file__).parents[2] / "site"


@pytest.fixture(scope="session")
def site_folder():
    assert (SITE / "en/index.html").is_file(), "build the site first: make site"
    return SITE
