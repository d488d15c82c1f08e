"""The notice on the programme's future: one file, every page, and gone when it is emptied."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path

import pytest

from checkers.rulebook import LANGUAGES, load
from macros.guide import Guide
from macros.notice import banner, current, notice, parse

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
DATA = (ROOT / "macros/data/notice.toml").read_text("utf-8")
EMPTY = re.sub(r'^(short\.\w+ = )".*"$', r'\1""', DATA, flags=re.MULTILINE)


@pytest.fixture(params=LANGUAGES)
def guide(request):
    return Guide(load(), request.param, "../", {})


def test_the_banner_says_it_with_its_date_and_leads_to_what_is_known(guide):
    html = banner(guide)
    assert current().short(guide.language) in html
    assert guide.day(current().read) in html
    assert 'href="../about/unknown/#future"' in html
    assert "aria-label=" in html


def test_the_block_names_its_source_and_what_to_do(guide):
    html = notice(guide)
    assert current().do(guide.language) in html
    assert all(f'href="{address}"' in html for address in current().source.addresses)
    assert guide.day(current().read) in html


def test_emptied_texts_take_it_down_everywhere(guide, monkeypatch):
    assert parse(EMPTY) is None
    monkeypatch.setattr(sys.modules["macros.notice"], "current", lambda: parse(EMPTY))
    assert banner(guide) == ""
    assert notice(guide) == ""


def test_one_language_alone_cannot_be_emptied():
    with pytest.raises(ValueError, match="both languages"):
        parse(re.sub(r'^short\.en = ".*"$', 'short.en = ""', DATA, flags=re.MULTILINE))


def test_a_changed_file_changes_the_notice():
    changed = parse(DATA.replace("2026-11-23", "2027-01-15"))
    assert changed.read == date(2027, 1, 15)


@pytest.mark.parametrize("path", sorted(SITE.rglob("index.html")), ids=lambda path: str(path.parent)[-30:])
def test_every_page_carries_the_banner_once(path):
    language = "en" if path.is_relative_to(SITE / "en") else "sv"
    text = path.read_text("utf-8")
    assert text.count('<aside class="pg-notice"') == 1
    assert current().short(language) in text
