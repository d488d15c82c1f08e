"""The page on readers' data names everything that the site's scripts keep in the browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPTS = [
    path
    for folder, pattern in (("browser", "**/*.js"), ("theme/js", "*.js"), ("overrides", "**/*.html"))
    for path in (ROOT / folder).glob(pattern)
]
KEY = re.compile(r"partnership-guide[:/][a-z-]+")
#: What a frame says to the page around it: named alike, kept nowhere.
SAID = {"partnership-guide:height"}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_key_that_is_kept_is_named_and_no_other(language):
    kept = {key for path in SCRIPTS for key in KEY.findall(path.read_text("utf-8"))} - SAID
    assert kept
    assert set(KEY.findall((ROOT / f"docs/{language}/about/privacy.md").read_text("utf-8"))) == kept


def test_nothing_is_kept_under_another_name_or_as_a_cookie():
    texts = {path: path.read_text("utf-8") for path in SCRIPTS}
    assert [path.name for path, text in texts.items() if "document.cookie" in text] == []
    for keeping in (r"\.setItem\(", r"openDB\(NAME, VERSION"):
        users = [path for path, text in texts.items() if re.search(keeping, text)]
        assert users
        assert [path.name for path in users if not KEY.search(texts[path])] == []
