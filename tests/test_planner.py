"""What the build gives the visit planner: the five points, its words, and the scripts it is made of."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from checkers.rulebook import LANGUAGES, load
from checkers.words import PLAN_TEXTS
from macros.guide import Guide
from macros.interface import interface
from macros.planner import points, visit_planner
from macros.scripts import embedded, modules_of, release

ROOT = Path(__file__).parent.parent
BROWSER = ROOT / "browser"
SAID = re.compile(r'\bsay\(\s*"([a-z_.]+)"')


@pytest.fixture(params=LANGUAGES)
def guide(request):
    return Guide(load(), request.param, "../../", {})


def settings_of(html):
    (text,) = re.findall(r'<script type="application/json">(.*?)</script>', html)
    return json.loads(text)


def test_the_points_are_the_five_of_the_text_and_hold_every_text_of_a_plan(guide):
    rules = points(guide)
    assert len(rules) == 5
    assert {name for rule in rules for name in rule.spec.written} == set(PLAN_TEXTS)
    assert {rule.id for rule in rules} == set(load().rule("exchange.well-planned").spec.parts)


def test_every_text_of_a_plan_and_of_its_programme_has_a_label(guide):
    fields = settings_of(visit_planner(guide))["fields"]
    items = ("day", "start", "end", "what", "where", "reflection")
    for name in (*(f"plan_{text}" for text in PLAN_TEXTS), *(f"item_{name}" for name in items)):
        assert fields[name]["label"]


def test_the_points_stand_on_the_page_with_their_questions_before_any_script(guide):
    html = visit_planner(guide)
    for rule in points(guide):
        assert rule.question(guide.language) in html
        assert f'href="../../{rule.source.page}"' in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_the_planner_says_is_there(language):
    words = interface(language) | interface(language, "planner.toml")
    said = {
        key for file in (BROWSER / "planner").glob("*.js") for key in SAID.findall(file.read_text("utf-8"))
    }
    assert len(said) > 20
    assert not {key for key in said if key not in words and f"{key}.other" not in words}


def test_both_files_of_words_say_different_things():
    assert not interface("sv").keys() & interface("sv", "planner.toml").keys()


@pytest.mark.parametrize("entry", ["team-checker.js", "visit-planner.js", "method-chooser.js"])
def test_a_scripts_modules_are_itself_and_what_it_imports(entry):
    modules = modules_of(entry)
    assert entry in modules
    built = ROOT / "site/assets" / release() / "checker"
    assert all((built / module).is_file() for module in modules)
    # Few enough that no reader waits for one after the other.
    assert len(modules) <= 8


def test_data_cannot_end_the_script_element_it_stands_in():
    assert "<" not in embedded({"name": "</script><script>"})
    assert json.loads(embedded({"name": "</script>"})) == {"name": "</script>"}
