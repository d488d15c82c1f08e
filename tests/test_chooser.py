"""The method chooser: what it judges, why, and what it says in each language."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.methods import load, load_questions
from checkers.methods.chooser import Answers, choose
from checkers.methods.model import DIRECTIONS, GOALS
from checkers.rulebook import LANGUAGES
from checkers.service import choose as choose_text
from checkers.words import METHODS
from macros.sources import register

ALL = load()
QUESTIONS = load_questions()
TIMES = tuple(QUESTIONS.times)
RANK = {"fits": 0, "open": 1, "partly": 2, "no": 3}


def advice(language="sv", **answers):
    text = json.dumps({"format": "choice/1", **answers})
    return json.loads(choose_text(text, language))


def judgements(**answers):
    return {method["id"]: method["judgement"] for method in advice(**answers)["methods"]}


def first(**answers):
    return advice(**answers)["methods"][0]["id"]


def reason(method, question, language="sv", **answers):
    (found,) = [each for each in advice(language, **answers)["methods"] if each["id"] == method]
    (why,) = [each for each in found["reasons"] if each["question"] == question]
    return why


@pytest.mark.parametrize(
    ("goal", "method"),
    [
        ("see", "study-visit"),
        ("compare", "peer-visit"),
        ("change", "mentoring"),
        ("role", "work-shadowing"),
        ("outside", "peer-assessment"),
        ("solve", "peer-assist"),
        ("decide", "workshop"),
        ("between", "action-learning-set"),
    ],
)
def test_every_goal_has_a_method_that_is_for_it(goal, method):
    assert first(goal=goal) == method
    assert judgements(goal=goal)[method] == "fits"


@pytest.mark.parametrize(
    ("method", "people", "judgement"),
    [
        ("study-visit", 5, "fits"),
        ("study-visit", 6, "partly"),
        ("study-visit", 10, "partly"),
        ("study-visit", 11, "no"),
        ("work-shadowing", 2, "fits"),
        ("work-shadowing", 4, "partly"),
        ("work-shadowing", 5, "no"),
        ("peer-assist", 1, "no"),
        ("peer-assist", 3, "partly"),
        ("peer-assist", 12, "fits"),
        ("peer-assist", 24, "partly"),
        ("workshop", 7, "no"),
        ("workshop", 8, "partly"),
        ("workshop", 15, "fits"),
        ("workshop", 2000, "fits"),
        ("mentoring", 2000, "open"),
    ],
)
def test_people_are_judged_by_the_sources_figures_and_half_or_twice_them(method, people, judgement):
    assert judgements(people=people)[method] == judgement


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        # In the order of the answers: hours, a day, a visit, weeks around it, months.
        ("study-visit", "no partly fits fits fits"),
        ("site-visit", "fits fits fits fits fits"),
        ("peer-visit", "no partly fits fits fits"),
        ("benchmarking", "no no no fits fits"),
        ("mentoring", "no no no no fits"),
        ("work-shadowing", "fits fits fits fits fits"),
        ("peer-assessment", "no no no fits fits"),
        ("workshop", "no partly fits fits fits"),
        ("peer-assist", "fits fits fits fits fits"),
        ("action-learning-set", "no no no no fits"),
    ],
)
def test_time_is_judged_by_the_stay_and_by_what_it_asks_for_beside(method, expected):
    assert [judgements(time=time)[method] for time in TIMES] == expected.split()


@pytest.mark.parametrize(
    ("way", "unfit"), [("one_way", {"peer-visit", "action-learning-set"}), ("mutual", set())]
)
def test_a_method_for_both_sides_does_not_fit_one_alone(way, unfit):
    assert {name for name, judgement in judgements(direction=way).items() if judgement == "no"} == unfit


def test_an_answer_says_its_figures_who_gives_them_and_whose_the_judgement_is():
    why = reason("peer-assist", "people", people=12)
    assert why["text"] == "Ni är 12 personer. Metoden passar för 4–12 personer."
    assert (why["sources"], why["own"]) == (["T26b", "T26c"], False)
    assert reason("peer-assist", "people", people=20)["own"]
    assert reason("study-visit", "people", "en", people=1)["text"] == (
        "You have 1 person. The method suits at most 5 guests."
    )
    assert reason("study-visit", "time", time="day")["text"] == (
        "Ni har en dag. Metoden tar 1,5–5 dagar på plats. Tiden är knapp, så gör färre saker."
    )
    assert reason("work-shadowing", "time", "en", time="day")["text"] == (
        "You have one day. The method takes half a day to one week."
    )
    assert reason("peer-visit", "time", time="visit")["own"], "nobody else has said how long"


def test_nothing_answered_decides_nothing_and_keeps_the_toolbox_order():
    found = advice()["methods"]
    assert [method["id"] for method in found] == list(METHODS)
    assert all(method["judgement"] == "open" and not method["reasons"] for method in found)


ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "time": st.sampled_from([None, *TIMES]),
        "people": st.none() | st.integers(1, 60),
        "goal": st.sampled_from([None, *GOALS]),
        "direction": st.sampled_from([None, *DIRECTIONS]),
    },
)


@given(ANSWERS)
def test_every_method_is_there_once_best_first_and_the_same_each_time(answers):
    found = advice(**answers)["methods"]
    assert sorted(method["id"] for method in found) == sorted(METHODS)
    assert [RANK[method["judgement"]] for method in found] == sorted(
        RANK[method["judgement"]] for method in found
    )
    assert advice(**answers)["methods"] == found


@given(ANSWERS)
def test_both_languages_judge_alike(answers):
    swedish, english = (
        [
            (
                method["id"],
                method["judgement"],
                [(why["judgement"], why["sources"]) for why in method["reasons"]],
            )
            for method in advice(language, **answers)["methods"]
        ]
        for language in LANGUAGES
    )
    assert swedish == english


@given(ANSWERS)
def test_a_method_is_never_better_than_its_worst_reason(answers):
    for method in advice(**answers)["methods"]:
        worst = max(
            (why["judgement"] for why in method["reasons"] if why["judgement"] != "open"),
            key=RANK.get,
            default="open",
        )
        assert method["judgement"] == worst


@given(ANSWERS, ANSWERS)
def test_another_answer_never_makes_a_method_fit_that_failed_on_one(answers, more):
    before = judgements(**answers)
    given_answers = {key: value for key, value in answers.items() if value is not None}
    after = judgements(**(more | given_answers))
    decided = {name for name in METHODS if before[name] != "open"}
    assert all(RANK[after[name]] >= RANK[before[name]] for name in decided)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_finished_and_every_source_registered(language):
    codes = {"S", *register()}
    for time, people, goal, way in product(TIMES, (1, 3, 12, 40), GOALS, DIRECTIONS):
        for method in advice(language, time=time, people=people, goal=goal, direction=way)["methods"]:
            assert [why["question"] for why in method["reasons"]] == ["goal", "direction", "people", "time"]
            for why in method["reasons"]:
                assert re.fullmatch(r"[A-ZÅÄÖ][^{}]+\.", why["text"])
                assert set(why["sources"]) <= codes


def test_goals_and_questions_are_complete_in_the_data():
    assert [question.id for question in QUESTIONS.asked] == ["goal", "direction", "people", "time"]
    for method in ALL.values():
        assert [served.goal for served in method.goals if served.judgement == "fits"], method.id
        assert set(method.directions) == set(DIRECTIONS)


@pytest.mark.parametrize("method", ALL.values(), ids=lambda method: method.id)
def test_the_choosers_figures_are_those_of_the_page(method):
    """What the chooser reckons with stands in a statement of the page, from one of the same sources."""

    def said(number, statements, sources):
        words = {f"{number:g}".replace(".", ","), *({"halv"} if number == 0.5 else ())}
        words |= {"en"} if number == 1 else set()
        return any(
            words & set(re.findall(r"\d+,\d+|\d+|halv|en", statement.text("sv")))
            for statement in statements
            if set(sources) & set(statement.sources) or (not sources and not statement.sources)
        )

    if method.size:
        for number in filter(None, (method.size.least, method.size.most)):
            assert said(number, method.people, method.size.sources)
    for amount in filter(None, (method.stay.least, method.stay.most)):
        assert said(amount.number, method.time, method.stay.sources), amount


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("", ["$"]),
        ("[]", ["$"]),
        ("{", ["$"]),
        ("{}", ["format"]),
        ('{"format": "partnership/1"}', ["format"]),
        ('{"format": "choice/1", "people": 0}', ["people"]),
        ('{"format": "choice/1", "people": 2001}', ["people"]),
        ('{"format": "choice/1", "people": true}', ["people"]),
        ('{"format": "choice/1", "people": 2.5}', ["people"]),
        ('{"format": "choice/1", "people": "12"}', ["people"]),
        (
            '{"format": "choice/1", "time": "week", "goal": [], "direction": {}}',
            ["time", "goal", "direction"],
        ),
        ('{"format": "choice/1", "colour": "red"}', ["colour"]),
        ('{"format": "choice/1", "goal": "see", "goal": "role"}', [""]),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_read_is_said_with_its_place(language, text, paths):
    answer = json.loads(choose_text(text, language))
    assert answer["format"] == "faults/1"
    assert [fault["path"] for fault in answer["faults"]] == paths
    assert all(fault["message"].endswith((".", "}")) for fault in answer["faults"])


def test_a_team_is_checked_without_reading_the_toolbox():
    script = "import sys, checkers.service; sys.exit('checkers.methods' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_choosing_reads_no_words():
    (best, *_) = choose(Answers(goal="role"), ALL.values())
    assert best.method.id == "work-shadowing"
    assert best.judgement == "fits"
