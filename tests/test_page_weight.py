"""What a reader's first visit to each page must fetch, as a host with gzip sends it."""

from __future__ import annotations

import gzip
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

SITE = Path(__file__).parents[1] / "site"
PAGES = sorted(SITE.rglob("index.html"))
#: These run the checks, or put the whole guide on one page; all else is prose.
ELEMENTS = {"team-checker", "visit-planner", "method-chooser"}
WHOLE = ("print/",)
MOST_FOR_PROSE = 110 * 1024
MOST_FOR_OTHERS = 220 * 1024
FETCHED = {"stylesheet", "preload", "modulepreload", "icon", "manifest"}


class Parts(HTMLParser):
    """Collects what a page fetches by itself, and what elements it has."""

    def __init__(self):
        super().__init__()
        self.fetched = set()
        self.tags = set()

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags.add(tag)
        if tag == "link" and FETCHED & set(values["rel"].split()):
            self.fetched.add(values["href"])
        elif tag in ("script", "img") and "src" in values:
            self.fetched.add(values["src"])


@cache
def sent(path):
    """Return how many bytes of a file a host with gzip sends; a font is packed already."""
    content = path.read_bytes()
    return len(content if path.suffix == ".woff2" else gzip.compress(content, 9, mtime=0))


def read(path):
    parts = Parts()
    parts.feed(path.read_text("utf-8"))
    return parts


def address(path):
    return path.parent.relative_to(SITE).as_posix().removeprefix(".") + "/"


def test_there_are_pages_of_both_languages():
    assert {"/", "en/"} <= {address(path) for path in PAGES}, "build the site first: make site"


@pytest.mark.parametrize("path", PAGES, ids=address)
def test_a_page_is_light(path):
    parts = read(path)
    weights = {name: sent((path.parent / name).resolve()) for name in parts.fetched}
    total = sent(path) + sum(weights.values())
    is_prose = not parts.tags & ELEMENTS and not address(path).endswith(WHOLE)
    assert total <= (MOST_FOR_PROSE if is_prose else MOST_FOR_OTHERS), dict(
        sorted(weights.items(), key=lambda item: -item[1])[:8]
    )
