"""What another generator makes of the site is compared with the ordinary build; `make canary` does it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from release import canary
from release.compared import Page, compared

ROOT = Path(__file__).parents[1]
HTML = '<nav>menu</nav><article><h1 id="a">Rules</h1>\n<p>Two <b>people</b>.</p><script>x</script></article>'


@pytest.fixture
def sites(tmp_path):
    folders = tmp_path / "one", tmp_path / "two"
    for folder in folders:
        (folder / "deep").mkdir(parents=True)
        (folder / "index.html").write_text(HTML)
        (folder / "deep/index.html").write_text(HTML)
        (folder / "data.json").write_text("{}")
    return folders


def figures(lines):
    return {
        kind: int(count) for kind, count in re.findall(r"^(\S[^:\n]*): (\d+)", "\n".join(lines), re.MULTILINE)
    }


def test_the_same_site_differs_in_nothing(sites):
    lines = compared(*sites, 5)
    assert lines[0] == "pages: 2 of 2, 2 the same to the byte"
    assert set(figures(lines[1:]).values()) == {0}


def test_each_difference_is_told_with_its_page(sites):
    one, two = sites
    (two / "index.html").write_text(HTML.replace("Two", "Three").replace('id="a"', 'id="b"'))
    (two / "deep/index.html").rename(two / "more-index.html")
    (two / "data.json").unlink()
    lines = compared(one, two, 5)
    assert figures(lines) == {
        "pages": 1,
        "pages missing": 1,
        "pages more": 1,
        "pages with another text": 1,
        "pages that lack anchors": 1,
        "other files missing": 1,
    }
    assert "    index.html: “Rules Two people.” is “Rules Three people.”" in lines
    assert "    index.html: 1, as a" in lines


def test_what_is_made_later_is_not_missed(sites):
    one, two = sites
    (one / "sw.js").touch()
    assert figures(compared(one, two, 5, frozenset(("sw.js",))))["other files missing"] == 0


def test_of_many_only_some_are_shown(sites):
    one, two = sites
    for number in range(7):
        (one / f"{number}.txt").touch()
    lines = compared(one, two, 5)
    assert "other files missing: 7" in lines
    assert lines[-1] == "    and 2 more"


def test_only_what_is_read_in_the_article_is_compared():
    page = Page(HTML)
    assert page.text == "Rules Two people."
    assert page.ids == {"a"}
    assert (
        Page("<article><p>Two people.</p></article>").text
        == Page("<article>Two\n<i>people</i>.</article>").text
    )


def test_a_step_that_fails_tells_the_end_of_what_it_said_and_one_that_does_not_tells_nothing(tmp_path):
    failing = "print('first'); raise SystemExit('what went wrong')"
    assert canary._run((sys.executable, "-c", failing), tmp_path)[-1] == "    what went wrong"  # noqa: SLF001
    assert canary._run((sys.executable, "-c", "print('well')"), tmp_path) == []  # noqa: SLF001


@pytest.mark.parametrize("one", canary.ATTEMPTS, ids=lambda one: one.name)
def test_every_attempt_has_a_lock_with_what_it_starts(one):
    lock = (ROOT / f"requirements/{one.lock}.txt").read_text("utf-8")
    assert re.search(rf"^{one.command[1]}==", lock, re.MULTILINE)


def test_properdocs_builds_with_the_very_packages_of_the_ordinary_build():
    pins = re.compile(r"^(\S+)==(\S+)", re.MULTILINE)
    ordinary = dict(pins.findall((ROOT / "requirements/build.txt").read_text("utf-8")))
    other = dict(pins.findall((ROOT / "requirements/canary-properdocs.txt").read_text("utf-8")))
    assert {name: other.get(name) for name in ordinary} == ordinary
