"""The page on readers' data names everything that the site's scripts keep in the browser."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
SCRIPTS = [
    path
    for folder, pattern in (("browser", "**/*.js"), ("theme/js", "*.js"), ("overrides", "**/*.html"))
    for path in (ROOT / folder).glob(pattern)
]
KEY = re.compile(r"partnership-guide[:/][a-z-]+")
#: What a frame says to the page around it: named alike, kept nowhere.
SAID = {"partnership-guide:height"}
#: What would carry something past a page's content policy: calls, other windows and pages, looking up a host.
#: What is set to an empty text is no place to go to, but a calendar's field.
PAST = re.compile(
    r"RTC[A-Z]\w+|WebTransport|window\.open\(|location\.(?:assign|replace)\(|\blocation(?:\.href)?\s*=(?!=|\"\")"
    r"|\.(?:submit|requestSubmit)\(|dns-prefetch|preconnect|http-equiv=.?refresh"
)
#: The planner leads to the checker's page for what is not on its own.
OWN_PAGE = "location.assign(`${desk.settings.root}check/?component=${desk.component}`)"
GZIP = b"\x1f\x8b"


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


@pytest.mark.browser
def test_no_script_goes_where_a_policy_cannot_follow():
    """Neither ours nor a library's: in what the site ships, packed or not."""
    shipped = [path for kind in ("js", "html", "bin") for path in SITE.rglob(f"*.{kind}")]
    texts = {path: text_of(path.read_bytes()) for path in shipped}
    assert any("WebAssembly" in text for path, text in texts.items() if path.match("runtime/worker-*.bin"))
    found = {(path.name, one) for path, text in texts.items() for one in PAST.findall(text)}
    assert found == {("visit-planner.js", "location.assign(")}
    ours = [line for path in SCRIPTS for line in path.read_text("utf-8").splitlines() if PAST.search(line)]
    assert [OWN_PAGE in line for line in ours] == [True]


@pytest.mark.browser
def test_the_service_worker_has_no_address_of_another_host_and_takes_no_script_in():
    """No page's policy binds it, so its code must."""
    text = (SITE / "sw.js").read_text("utf-8")
    assert "fetch(" in text
    assert re.findall(r"\w*:?//\w+|importScripts|\bimport\b|WebSocket|EventSource|eval\(", text) == []


def test_no_script_of_ours_makes_markup_of_a_text():
    making = re.compile(
        r"(?:inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|createContextualFragment|setHTML|srcdoc"
        r"|document\.write|DOMParser"
    )
    found = {(path.name, one) for path in SCRIPTS for one in making.findall(path.read_text("utf-8"))}
    # It reads the title of a page of the guide's own, and puts nothing of it into the document but that text.
    assert found == {("kept-pages.js", "DOMParser")}


def text_of(data):
    """Return a shipped file's text, unpacked where it is a script in gzip."""
    return (gzip.decompress(data) if data.startswith(GZIP) else data).decode("latin-1")
