"""What holds for any team, tried on many."""

from __future__ import annotations

import json
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from checkers.rulebook import Count, load
from checkers.service import check
from checkers.words import CAPACITIES, SIDES
from tests.case_file import subject_of
from tests.core_set import MUST
from tests.documents import full
from tests.teams import ABROAD, COMPONENTS, HOME, findings_of, report_of, team

STATUSES = {"met", "unmet", "unclear", "unknown", "not_applicable"}
WORDS = (
    "majority",
    "opposition",
    "neither",
    "politician",
    "civil_servant",
    "civil_servant leading",
    "civil_servant leading?",
    "civil_servant employed?",
    "civil_society",
    "academia",
    "someone",
    "someone leading",
)
ROLES = ("", "", "coordinator", "manager", "coordinator contact", "manager contact", "contact")

components = st.sampled_from(COMPONENTS)
descriptions = st.builds("{} {}".format, st.sampled_from(WORDS), st.sampled_from(ROLES))
groups = st.lists(descriptions, max_size=4)
elected = st.sampled_from([True, False, None])


@st.composite
def drafts(draw):
    """A team of a few people with blanks here and there."""
    draft = team(draw(components)).people(HOME, *draw(groups)).people(ABROAD, *draw(groups))
    draft.people(None, *draw(st.lists(descriptions, max_size=1)))
    return draft.opposition(se=draw(elected), ke=draw(elected))


def statuses(document):
    """Return the findings that are not about one person, as a set: which rule says what of whom."""
    return {
        (found["rule"], subject_of(found), found["status"])
        for found in findings_of(document)
        if found["participant"] is None
    }


@given(drafts(), st.randoms(use_true_random=False))
def test_the_order_of_people_does_not_matter(draft, random):
    """Neither to what is said of the team and its partners, nor to what is said of each person."""
    document = draft.document
    there = document["teams"][0]["participants"]
    places = list(range(len(there)))
    before = of_each(document, places)
    random.shuffle(places)
    document["teams"][0]["participants"] = [there[place] for place in places]
    assert of_each(document, places) == before


def of_each(document, people):
    """Return every finding as a set, its person by what stands in `people` at the person's place."""
    return {
        (
            found["rule"],
            found["partner"],
            None if found["participant"] is None else people[found["participant"]],
            found["status"],
        )
        for found in findings_of(document)
    }


@given(drafts())
def test_the_order_of_partners_does_not_matter(draft):
    document = draft.document
    before = statuses(document)
    document["partners"].reverse()
    assert statuses(document) == before


@given(drafts())
def test_both_languages_find_the_same(draft):
    swedish, english = (report_of(draft.document, language) for language in ("sv", "en"))
    for report in (swedish, english):
        for found in report["teams"][0]["findings"]:
            for words in ("title", "message", "advice"):
                assert "{" not in found.pop(words)
    assert swedish | {"language": "en"} == english


#: Counts with a least number and no most.
AT_LEAST = {
    rule.id
    for group in load().groups
    for rule in group.rules
    if isinstance(rule.spec, Count) and rule.spec.min is not None and rule.spec.max is None
}


def test_there_are_counts_that_no_person_can_be_too_many_for():
    assert {"steering.majority", "steering.opposition", "steering.leading-officials"} <= AT_LEAST


@given(drafts(), st.sampled_from([HOME, ABROAD]), descriptions)
def test_one_more_person_never_makes_too_few(draft, partner, words):
    """A least number that is reached stays reached, whoever comes; only a most can be passed."""
    reached = {found for found in statuses(draft.document) if found[0] in AT_LEAST and found[2] == "met"}
    assert statuses(draft.also(partner, words).document) >= reached


SIDES_FILLED = [{"side": side} for side in SIDES]
#: A side says something of politicians alone.
CAPACITIES_FILLED = [{"capacity": capacity} for capacity in CAPACITIES if capacity != "politician"]
POLITICIANS_FILLED = [{"capacity": "politician", **side} for side in SIDES_FILLED]


def fillings(one):
    """Yield, for each blank of a partner or a person, the ways to fill it in."""
    if "capacity" in one and one["capacity"] is None:
        yield CAPACITIES_FILLED + POLITICIANS_FILLED
    elif one.get("capacity") == "politician" and one["side"] is None:
        yield SIDES_FILLED
    for field in ("elected_opposition", "leading", "employed"):
        if one.get(field, "left out") is None:
            yield [{field: True}, {field: False}]


def completions(document):
    """Yield the file with its blanks filled in, in every way there is."""
    ones = [*document["partners"], *document["teams"][0]["participants"]]
    places = [(one, ways) for one in ones for ways in fillings(one)]
    for chosen in product(*(ways for _, ways in places)):
        for (one, _), values in zip(places, chosen, strict=True):
            one.update(values)
        yield document


with_blanks = st.sampled_from(
    ["someone", "someone coordinator", "someone manager contact", "politician", "civil_servant leading?"]
)
BASES = {
    "inception": ("majority", "opposition", "civil_servant coordinator contact"),
    "project": ("civil_servant manager contact", "2 civil_servant"),
    "steering": ("majority", "civil_servant leading coordinator contact"),
    "expansion": ("civil_servant coordinator contact", "2 civil_servant"),
    "dissemination": ("civil_servant manager contact",),
}


@settings(max_examples=200)
@given(components, st.data())
def test_unknown_is_exactly_what_blanks_leave_open(component, data):
    """A status holds where every way to fill in the blanks gives it; else, and only else, it is unknown."""
    kept = data.draw(st.lists(st.sampled_from(BASES[component]), unique=True))
    blank = data.draw(st.lists(with_blanks, min_size=1, max_size=2))
    draft = team(component).people(HOME, *kept, *blank).opposition(se=data.draw(elected))
    said = {(rule, subject): status for rule, subject, status in statuses(draft.document)}
    possible = {}
    for document in completions(draft.document):
        for rule, subject, status in statuses(document):
            possible.setdefault((rule, subject), set()).add(status)
    for key, status in said.items():
        if key[0] in MUST:
            assert status == (possible[key].pop() if len(possible[key]) == 1 else "unknown"), key


PLAN_POINTS = {
    "exchange.tip-expectations": {"learn": "a", "skills": "b"},
    "exchange.tip-methods": {"methods": "c"},
    "exchange.tip-challenges": {"challenges": "d"},
    "exchange.tip-reflection": {"programme": [{"reflection": True}]},
    "exchange.tip-communicate": {"home": "e"},
}


@given(
    components,
    st.fixed_dictionaries({rule: st.sampled_from([True, False, None]) for rule in PLAN_POINTS}),
    st.data(),
)
def test_what_is_written_answers_yes_just_where_nobody_has_answered(component, answers, data):
    written = data.draw(st.sets(st.sampled_from(sorted(PLAN_POINTS))))
    plan = {name: text for rule in written for name, text in PLAN_POINTS[rule].items()}
    document = team(component).visit(answers=answers, plan=plan).document
    for rule, answer in answers.items():
        expected = {True: "met", False: "unmet", None: "met" if rule in written else "unknown"}[answer]
        assert [found["status"] for found in findings_of(document, rule)] == [expected]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def answer_to(text):
    answer = json.loads(check(text, "en"))
    assert answer["format"] in ("report/1", "faults/1")
    if answer["format"] == "faults/1":
        assert answer["faults"]
        assert all(fault["path"] and fault["message"] for fault in answer["faults"])
    return answer


@given(json_values)
def test_any_json_is_read_or_has_faults(value):
    answer_to(json.dumps(value))


@given(st.text(max_size=60))
def test_any_text_is_read_or_has_faults(text):
    answer_to(text)


def places(value, way=()):
    """Yield the way to every value inside a JSON value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, found in inner:
        yield (*way, key)
        yield from places(found, (*way, key))


@settings(max_examples=200)
@given(st.sampled_from(list(places(full()))), json_values)
def test_any_value_in_any_place_is_read_or_has_faults(way, value):
    document = full()
    inner = document
    for step in way[:-1]:
        inner = inner[step]
    inner[way[-1]] = value
    answer_to(json.dumps(document))


@given(drafts())
def test_a_report_has_the_agreed_shape(draft):
    document = draft.visit().replacement().document if draft.participants else draft.document
    report = report_of(document, fix=True)
    assert set(report) == {"format", "rulebook", "language", "verdict", "teams"}
    assert report["verdict"] in STATUSES - {"not_applicable"}
    for checked in report["teams"]:
        assert set(checked) - {"fix_limit"} == {"component", "verdict", "findings", "fix"}
        assert checked.get("fix_limit", True) is True
        for step in checked["fix"] or ():
            check_step(step, len(draft.participants))
        for found in checked["findings"]:
            check_shape(found, len(draft.participants))


def check_step(step, people):
    """Adding states somebody new; changing and removing name somebody by place."""
    assert set(step) == {"op", "participant", "why"} | ({"set"} if step["op"] == "change" else set())
    assert step["op"] in ("add", "change", "remove")
    assert step["why"]
    if step["op"] == "add":
        assert step["participant"]["partner"] in (None, HOME, ABROAD)
    else:
        assert 0 <= step["participant"] < people
    assert None not in [value for name, value in step.get("set", {}).items() if name != "partner"]


def check_shape(found, people):
    assert list(found) == [
        *("rule", "partner", "participant", "visit", "status", "strength"),
        *("title", "message", "advice", "source"),
    ]
    assert found["partner"] in (None, HOME, ABROAD)
    assert found["participant"] is None or 0 <= found["participant"] < people
    assert found["visit"] in (None, 0)
    assert found["status"] in STATUSES
    assert found["strength"] in {"must", "should", "encouraged", "may", "information"}
    assert all(isinstance(found[words], str) for words in ("title", "message", "advice"))
    assert found["title"]
    assert found["message"]
    assert (
        found["advice"] or found["status"] in ("met", "not_applicable") or found["strength"] == "information"
    )
    assert list(found["source"]) == ["section", "quote", "page"]
    assert found["source"]["page"].endswith(f"#{found['rule'].replace('.', '-')}")
