"""Replacing one person by another: what changes by it, what is written to ICLD, and the file afterwards."""

from __future__ import annotations

import json
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.replacing.letter import load_letter
from checkers.replacing.message import blank_message
from checkers.rulebook import LANGUAGES, load
from checkers.service import answer, check
from checkers.words import CAPACITIES, SIDES
from macros.letter import causes
from tests.people import person
from tests.teams import ABROAD, COMPONENTS, HOME, report_of, team
from tests.test_properties import descriptions, drafts

BOOK = load()
QUESTIONS = [rule.id for rule in BOOK.group("replacement").rules if rule.is_question]
LETTER = load_letter()


def asked(document, leaves, joins, language="en", place=0, **more):
    request = {"type": "replace", "text": json.dumps(document), "language": language, "place": place}
    proposal = {"leaves": leaves, "joins": joins, **more}
    return json.loads(answer(json.dumps(request | {"proposal": json.dumps(proposal)})))


def replaced(*args, **more):
    found = asked(*args, **more)
    assert found["format"] == "replacement/1", found
    return found


def faults(*args, **more):
    found = asked(*args, **more)
    assert found["format"] == "faults/1", found
    return [fault["path"] for fault in found["faults"]]


def newcomer(words, partner=HOME, **fields):
    return person(words, partner, 0) | {"name": "Maja Grahn"} | fields


def written(found, language="en"):
    return "".join(text for text, _ in found["letter"][language])


def blanks(found, language="en"):
    return [text for text, blank in found["letter"][language] if blank]


def place_of(draft, role):
    return next(at for at, one in enumerate(draft.participants) if role in one["roles"])


def standing(document, place=0):
    """Return how every rule on the team stands, by whom it is about; the steps of replacements aside."""
    report = json.loads(check(json.dumps(document), "en"))
    return {
        (found["rule"], found["partner"], found["participant"], found["visit"]): found["status"]
        for found in report["teams"][place]["findings"]
        if not found["rule"].startswith("replacement.")
    }


# ---------------------------------------------------------------- what changes


def test_the_only_coordinator_leaves_and_nobody_takes_the_role():
    draft = team("steering")
    found = replaced(draft.document, place_of(draft, "coordinator"), newcomer("civil_servant leading"))
    assert (found["before"], found["after"]) == ("met", "unmet")
    first = next(change for change in found["changes"] if change["rule"] == "steering.coordinator-named")
    assert (first["partner"], first["who"]) == (HOME, "Ekby kommun")
    assert (first["direction"], first["before"], first["after"]) == ("worse", "met", "unmet")
    assert "no coordinator" in first["message"]
    assert first["advice"]
    assert first["source"]["page"] == "components/steering/#steering-coordinator-named"


def test_the_right_person_changes_nothing_but_what_is_not_known_of_them():
    draft = team("inception")
    joins = newcomer("civil_servant coordinator contact", code_of_conduct=None)
    found = replaced(draft.document, place_of(draft, "coordinator"), joins)
    assert (found["before"], found["after"]) == ("met", "unknown")
    assert {change["rule"] for change in found["changes"]} == {"participants.code-of-conduct"}
    assert {change["who"] for change in found["changes"]} == {"Maja Grahn", "The team"}


def test_a_fault_that_goes_away_is_told_last():
    draft = team("inception").people(HOME, "2 majority", "civil_servant coordinator contact", "civil_servant")
    found = replaced(draft.document, 0, newcomer("opposition", code_of_conduct=False))
    directions = [change["direction"] for change in found["changes"]]
    assert directions == sorted(directions, key=("worse", "other", "better").index)
    assert {"worse", "better"} <= set(directions)


def test_requirements_come_before_advice():
    draft = team("steering")
    found = replaced(draft.document, place_of(draft, "coordinator"), newcomer("majority", gender="man"))
    worse = [change["strength"] for change in found["changes"] if change["direction"] == "worse"]
    assert worse == ["must"] * (len(worse) - 1) + ["should"]


@given(drafts(), st.data())
def test_an_identical_person_changes_no_rule(draft, data):
    draft.visit(travellers=[one["name"] for one in draft.participants[:1]])
    document = draft.document
    if not draft.participants:
        return
    index = data.draw(st.integers(0, len(draft.participants) - 1))
    found = replaced(document, index, deepcopy(draft.participants[index]), travels=[0])
    assert found["changes"] == []
    assert found["before"] == found["after"]
    assert found["unchanged"] == len(standing(document))
    assert found["document"]["teams"][0]["participants"] == document["teams"][0]["participants"]
    assert found["document"]["teams"][0]["visits"] == document["teams"][0]["visits"]


@given(drafts(), descriptions, st.sampled_from([HOME, ABROAD, None]), st.data())
def test_changes_are_the_difference_between_the_two_files_checked_apart(draft, words, partner, data):
    draft.visit(travellers=[one["name"] for one in draft.participants[:2]])
    if not draft.participants:
        return
    index = data.draw(st.integers(0, len(draft.participants) - 1))
    travels = data.draw(st.sampled_from([[], [0]]))
    found = replaced(draft.document, index, newcomer(words, partner), travels=travels)
    before, after = standing(draft.document), standing(found["document"])
    expected = {
        (*key, before.get(key, "not_applicable"), after.get(key, "not_applicable"))
        for key in before | after
        if before.get(key, "not_applicable") != after.get(key, "not_applicable")
    }
    keys = ("rule", "partner", "participant", "visit", "before", "after")
    assert {tuple(change[key] for key in keys) for change in found["changes"]} == expected
    assert found["unchanged"] == len(before | after) - len(expected)
    assert found["before"] == report_of(draft.document)["verdict"]
    team_after = found["document"]["teams"][0] | {"replacements": []}
    assert found["after"] == report_of(found["document"] | {"teams": [team_after]})["verdict"]


# ---------------------------------------------------------------- the file


def test_the_new_person_takes_the_place_and_nothing_else():
    document = team("inception").document
    joins = newcomer("majority")
    after = replaced(document, 0, joins)["document"]
    people = document["teams"][0]["participants"]
    assert after["teams"][0]["participants"] == [joins, *people[1:]]
    assert after["partners"] == document["partners"]


def test_a_replacement_that_is_entered_becomes_a_finished_one():
    document = team("inception").replacement(answers={"replacement.approved": None}).document
    found = replaced(document, 0, newcomer("majority"))
    (entry,) = found["document"]["teams"][0]["replacements"]
    given_before = document["teams"][0]["replacements"][0]["answers"]
    assert entry == {"leaves": None, "joins": "Maja Grahn", "answers": given_before}
    assert found["entry"] == 0
    assert {one["rule"]: one["status"] for one in found["questions"]} == dict.fromkeys(QUESTIONS, "met") | {
        "replacement.approved": "unknown"
    }


def test_the_steps_of_the_replacement_itself_do_not_weigh_in_either_verdict():
    document = team("inception").replacement(answers={"replacement.approved": False}).document
    assert report_of(document)["verdict"] == "unmet"
    joins = deepcopy(document["teams"][0]["participants"][0]) | {"name": "Maja Grahn"}
    found = replaced(document, 0, joins)
    assert (found["before"], found["after"], found["changes"]) == ("met", "met", [])


def test_a_replacement_that_is_not_entered_is_added_unanswered():
    found = replaced(team("inception").document, 1, newcomer("opposition"))
    assert found["document"]["teams"][0]["replacements"] == [
        {"leaves": None, "answers": {}, "joins": "Maja Grahn"}
    ]
    assert [one["status"] for one in found["questions"]] == ["unknown"] * len(QUESTIONS)
    assert [one["question"] for one in found["questions"]] == [
        BOOK.rule(rule).question("en") for rule in QUESTIONS
    ]


def test_the_replacement_may_be_said_to_be_one_that_is_entered():
    document = team("inception").replacement().replacement(joins="Kim Berg").document
    found = replaced(document, 0, newcomer("majority", name="Kim Berg"), entry=1)
    entries = found["document"]["teams"][0]["replacements"]
    assert [(one["leaves"], one["joins"]) for one in entries] == [(None, "Maja Grahn"), (None, "Kim Berg")]
    assert found["entry"] == 1


def test_another_persons_replacement_stays_as_it_is():
    document = team("inception").replacement().document
    found = replaced(document, 1, newcomer("opposition", name="Kim Berg"))
    (other, own) = found["document"]["teams"][0]["replacements"]
    assert other == document["teams"][0]["replacements"][0]
    assert own["joins"] == "Kim Berg"
    assert found["entry"] == 1


@pytest.mark.parametrize(
    ("travels", "travellers"),
    [
        ([], [["B"], ["B"], None]),
        ([0], [["Maja Grahn", "B"], ["B"], None]),
        ([0, 1, 2], [["Maja Grahn", "B"], ["B"], ["Maja Grahn"]]),
    ],
    ids=["none", "one", "all"],
)
def test_of_the_journeys_only_those_named_go_over(travels, travellers):
    draft = team("inception").visit(travellers=["A", "B"]).visit(travellers=["B"]).visit(travellers=["A"])
    document = draft.document
    for name, one in zip("AB", document["teams"][0]["participants"], strict=False):
        one["name"] = name
    after = replaced(document, 0, newcomer("majority"), travels=travels)["document"]
    assert [visit["travellers"] for visit in after["teams"][0]["visits"]] == travellers


def test_somebody_without_a_name_of_their_own_can_be_replaced():
    document = team("inception").document
    for one in document["teams"][0]["participants"]:
        one["name"] = ""
    found = replaced(document, 0, newcomer("majority"))
    assert found["changes"] == []
    assert found["document"]["teams"][0]["participants"][0]["name"] == "Maja Grahn"


def test_the_team_at_the_place_is_the_one_that_changes_and_other_teams_are_told_of():
    draft = team("steering").beside(team("project"))
    document = draft.document
    document["teams"][1]["participants"][0] |= {"name": draft.participants[0]["name"]}
    found = replaced(document, 0, newcomer("civil_servant manager contact"), place=1)
    assert found["document"]["teams"][0] == document["teams"][0]
    assert found["elsewhere"] == ["Steering group"]


# ---------------------------------------------------------------- what cannot be tried


@pytest.mark.parametrize(
    ("proposal", "path"),
    [
        ({"leaves": 6}, "leaves"),
        ({"leaves": "0"}, "leaves"),
        ({"joins": None}, "joins"),
        ({"joins": {"capacity": "king"}}, "teams[0].participants[0].capacity"),
        ({"joins": {"partner": "mars"}}, "teams[0].participants[0].partner"),
        ({"joins": {"health": "good"}}, "teams[0].participants[0].health"),
        ({"travels": [1]}, "travels[0]"),
        ({"entry": 0}, "entry"),
        ({"last_day": "soon"}, "last_day"),
        ({"cause": "illness"}, "cause"),
        ({"cause": ["own"]}, "cause"),
        ({"diagnosis": "flu"}, "diagnosis"),
        ({"post": 7}, "post"),
    ],
    ids=str,
)
def test_a_proposal_with_a_fault_is_refused_with_its_place(proposal, path):
    document = team("inception").visit().document
    more = {"leaves": 0, "joins": newcomer("majority")} | proposal
    assert path in faults(document, more.pop("leaves"), more.pop("joins"), **more)


def test_a_name_that_others_are_called_by_is_refused_where_it_is_used():
    draft = team("inception")
    document = draft.visit(travellers=[draft.participants[1]["name"]]).document
    joins = newcomer("majority", name=draft.participants[1]["name"])
    assert faults(document, 0, joins) == ["teams[0].visits[0].travellers[0]"]


def test_a_file_or_a_place_that_is_not_there_is_refused():
    document = team("inception").document
    assert faults(document, 0, newcomer("majority"), place=1) == ["teams"]
    assert faults({"format": "partnership/1"}, 0, newcomer("majority")) == ["partners", "teams"]


# ---------------------------------------------------------------- the message


def test_the_message_says_who_why_and_what_comes_next():
    draft = team("steering")
    leaves = place_of(draft, "coordinator")
    found = replaced(
        draft.document,
        leaves,
        newcomer("civil_servant leading coordinator", reason="Leads the culture office. Knows\nthe field."),
        last_day="2026-12-01",
        cause="new_post",
        post="head of culture",
    )
    name = draft.participants[leaves]["name"]
    assert written(found) == (
        "Hello,\n\n"
        "We need to replace a participant in our partnership, Ekby kommun and Kijani County. "
        "It concerns the component Steering group.\n\n"
        f"{name} from Ekby kommun leaves the team on 1 December 2026. "
        "The reason is a new post or assignment.\n\n"
        "We propose Maja Grahn (head of culture) from Ekby kommun, who takes part as "
        "a leading civil servant. "
        "This is why: Leads the culture office. Knows the field. "
        "Maja Grahn takes over the role of coordinator. "
        "The role of contact person to ICLD passes to [name].\n\n"
        "When you have approved the replacement, we will send a new participant form for the whole team. "
        "Tell us if you want it now.\n\n"
        "Kind regards,\n\n"
        "[Your name]"
    )
    assert blanks(found) == ["[name]", "[Your name]"]
    swedish = written(found, "sv")
    assert f"{name} från Ekby kommun lämnar teamet den 1 december 2026." in swedish
    assert "ett nytt deltagarformulär för hela teamet" in swedish


def test_a_role_that_a_colleague_has_already_taken_needs_nobody_named():
    draft = team("inception").people(HOME, "majority", "opposition", "2 civil_servant coordinator contact")
    assert "passes to" not in written(replaced(draft.document, 2, newcomer("civil_servant")))


def test_a_role_that_the_one_who_leaves_did_not_have_is_given():
    draft = team("project")
    found = replaced(draft.document, 1, newcomer("civil_servant manager contact"))
    assert "Maja Grahn is given the role of project manager and contact person to ICLD." in written(found)


def test_somebody_from_outside_is_from_no_partner():
    draft = team("project")
    found = replaced(
        draft.document,
        len(draft.participants) - 1,
        newcomer("academia", None),
        cause="own",
        own_cause="A move.",
    )
    text = written(found)
    assert "an external participant, leaves the team" in text
    assert "as an external participant, a representative of an academic institution." in text
    assert "The reason: A move. " not in text
    assert "The reason: A move.\n" in text


def test_what_is_not_known_stays_a_blank():
    document = {
        "format": "partnership/1",
        "partners": [{"id": "a"}, {"id": "b"}],
        "teams": [{"component": "inception", "participants": [{"partner": "a"}]}],
    }
    found = replaced(document, 0, {"partner": "b"}, cause="own")
    assert blanks(found) == [
        *("[name or number]", "[Name]", "[partner]", "[date]", "[the reason]", "[new name]"),
        *("[post or office]", "[partner]", "[for example a politician or a civil servant]"),
        *("[what the person will do for the team]", "[Your name]"),
    ]


def test_a_name_that_looks_like_a_placeholder_or_a_blank_is_a_name():
    found = replaced(team("inception").document, 0, newcomer("majority", name="{leaves} [x] <b>", roles=[]))
    assert "We propose {leaves} [x] <b> (" in written(found)
    assert "[x]" not in "".join(blanks(found))


def test_a_name_that_ends_in_a_stop_ends_the_sentence_too():
    document = team("inception").document
    document["partners"][1]["name"] = "Kijani Co."
    assert ".." not in written(replaced(document, 0, newcomer("majority")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_model_on_the_page_holds_every_blank_of_a_usual_message(language):
    said = {text.strip("[]").lower() for text, blank in blank_message(language) if blank}
    known = {
        text(language).lower() for name, text in LETTER.blanks.items() if name not in ("holder", "own_cause")
    }
    assert said == known


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cause_can_be_chosen_and_is_said(language):
    document = team("inception").document
    letters = set()
    for cause, label in causes(language):
        assert label
        found = replaced(document, 0, newcomer("majority"), cause=cause, own_cause="moves to the coast")
        letters.add(written(found, language))
    assert len(letters) == len(LETTER.causes)


def test_every_capacity_has_words_in_the_message():
    said = set()
    for capacity in set(CAPACITIES) - {"other"}:
        found = replaced(team("inception").document, 0, newcomer("majority", capacity=capacity, side=None))
        said.add(written(found))
    for side in SIDES:
        said.add(written(replaced(team("inception").document, 0, newcomer(side))))
    said.add(written(replaced(team("steering").document, 0, newcomer("civil_servant leading"))))
    assert len(said) == len(LETTER.capacities)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("component", COMPONENTS)
def test_the_answer_speaks_the_language_asked_for(component, language):
    found = replaced(team(component).document, 0, newcomer("someone", name=""), language)
    assert found["language"] == language
    assert found["questions"][0]["title"] == BOOK.rule(QUESTIONS[0]).title(language)
    assert BOOK.group(component).name(language) in written(found, language)
    for change in found["changes"]:
        assert "{" not in change["message"] + change["advice"] + change["who"]
