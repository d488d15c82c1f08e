"""What a report proposes to change, case by case, and how it is said."""

from __future__ import annotations

import json

import pytest

from checkers.repair.group import Act, Budget
from checkers.repair.moves import Moves
from checkers.repair.pairing import steps_of
from checkers.repair.sight import Sight
from checkers.rulebook import LANGUAGES
from checkers.service import aid
from tests.repairs import case_of, fix_of, left_unmet, repaired
from tests.teams import ABROAD, COMPONENTS, HOME, empty_team, report_of, team


def fix(draft):
    report = report_of(draft.document, fix=True)
    assert "fix_limit" not in report["teams"][0]
    return report["teams"][0]["fix"]


def add(partner, why, **stated):
    return {"op": "add", "participant": {"partner": partner, **stated}, "why": list(why)}


def change(index, why, **fields):
    return {"op": "change", "participant": index, "set": fields, "why": list(why)}


POLITICIANS, SERVANTS = "inception.politicians", "inception.civil-servants"


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (team("inception"), []),
        (
            team("inception").people(ABROAD, "majority", "civil_servant coordinator contact"),
            [add(ABROAD, [POLITICIANS], capacity="politician")],
        ),
        # Adding comes before changing: a second civil servant fits, so nobody takes on a role.
        (
            team("inception").both("majority", "opposition", "civil_servant"),
            [
                add(
                    HOME,
                    ["inception.coordinator", "inception.main-contact"],
                    capacity="civil_servant",
                    roles=["coordinator", "contact"],
                )
            ],
        ),
        # A contact person who is not coordinator has to be changed, whoever is added.
        (
            team("inception").both("majority", "opposition", "civil_servant contact"),
            [
                change(
                    place,
                    ["inception.coordinator", "inception.main-contact"],
                    roles=["coordinator", "contact"],
                )
                for place in (2, 5)
            ],
        ),
        # One too many: changing comes before removing, and the first in the file is changed.
        (
            team("inception").people(ABROAD, "3 majority", "civil_servant coordinator contact"),
            [change(3, [POLITICIANS], capacity="civil_servant")],
        ),
        # Three too many: one more civil servant fits, and then civil society, of which any number does.
        (
            team("inception").people(ABROAD, "5 majority", "civil_servant coordinator contact"),
            [
                change(3, [POLITICIANS], capacity="civil_servant"),
                change(4, [POLITICIANS], capacity="civil_society"),
                change(5, [POLITICIANS], capacity="civil_society"),
            ],
        ),
        # One too many here and one too few there: somebody else takes the place, in one change.
        (
            team("inception")
            .people(HOME, "3 majority", "2 civil_servant coordinator contact")
            .people(ABROAD, "majority", "civil_servant coordinator contact"),
            None,
        ),
        (
            team("steering")
            .opposition(se=True)
            .people(HOME, "majority", "civil_servant leading coordinator contact"),
            [add(HOME, ["steering.opposition"], capacity="politician", side="opposition")],
        ),
        (
            team("expansion").people(
                HOME, "civil_servant coordinator contact breaks-code", "3 civil_servant"
            ),
            [change(0, ["participants.code-of-conduct"], code_of_conduct=True)],
        ),
        (
            team("dissemination").people(ABROAD, "civil_servant", "majority manager contact"),
            [],
        ),
    ],
)
def test_the_fix_of_a_team(draft, expected):
    found = fix(draft)
    if expected is not None:
        assert found == expected
    assert not left_unmet(case_of(repaired(draft.document, found)))


@pytest.mark.parametrize("component", COMPONENTS)
def test_an_empty_team_is_built_from_nothing(component):
    document = empty_team(component)
    steps = [step.json for step in fix_of(document).steps]
    assert {step["op"] for step in steps} == {"add"}
    assert not left_unmet(case_of(repaired(document, steps)))


def test_no_change_of_people_answers_a_question_or_makes_a_partner_swedish():
    assert fix(team("inception").answer("inception.tool", value=False)) is None
    abroad = team("steering").place(HOME, country="NO")
    assert report_of(abroad.document)["teams"][0]["verdict"] == "unmet"
    assert fix(abroad) is None


def test_what_people_can_mend_is_mended_where_the_rest_is_not_about_them():
    draft = (
        team("inception")
        .answer("inception.tool", value=False)
        .people(ABROAD, "majority", "civil_servant coordinator")
    )
    assert fix(draft) == [add(ABROAD, [POLITICIANS], capacity="politician")]


def test_blanks_are_no_fault_to_repair():
    assert fix(team("inception").people(ABROAD, "majority", "someone", "civil_servant coordinator")) == []


def test_a_search_that_would_take_too_long_gives_up_and_says_so():
    sorts = [
        f"{words} {role}"
        for words in ("majority", "someone", "civil_servant leading?")
        for role in ("", "coordinator", "contact", "coordinator contact")
    ]
    draft = team("steering").both(*[words for words in sorts for _ in range(8)])
    checked = report_of(draft.document, fix=True)["teams"][0]
    assert checked["fix"] is None
    assert checked["fix_limit"] is True


def test_whoever_has_no_name_yet_is_changed_first():
    draft = team("inception").people(ABROAD, "3 majority", "civil_servant coordinator contact")
    document = draft.document
    document["teams"][0]["participants"][4]["name"] = " "
    (step,) = fix_of(document).steps
    assert step.json == change(4, [POLITICIANS], capacity="civil_servant")


def test_whoever_leaves_and_takes_no_other_place_is_removed():
    """No rule needs it today: civil society, of which any number may be there, takes them in."""
    case = case_of(team("inception").document)
    first, second = case.people(HOME)[:2]
    steps = steps_of([Act(second, None, HOME), Act(first, None, HOME)], Moves(Sight(()), ()))
    assert [step.json for step in steps] == [
        {"op": "remove", "participant": one.index, "why": []} for one in (first, second)
    ]
    assert [step.values for step in steps] == [{}, {}]


def test_a_budget_may_be_spent_to_the_end_and_no_further():
    budget = Budget(3)
    budget.spend(1)
    budget.spend(2)
    with pytest.raises(TimeoutError, match=r"^the search has tried all it may$"):
        budget.spend(1)


def test_two_hundred_people_who_are_alike_are_no_trouble():
    draft = team("project").both("civil_servant manager contact", "99 civil_society")
    assert [step["op"] for step in fix(draft)] == ["add"] * 4


def told(draft, language):
    answer = json.loads(aid(json.dumps(draft.document), language, 0))
    assert answer["format"] == "aid/1"
    return answer


@pytest.mark.parametrize(
    ("language", "sentence", "instead"),
    [
        (
            "sv",
            "Lägg till en tjänsteperson från Kijani County som samordnare.",
            "Låt Achieng Odhiambo bli samordnare.",
        ),
        (
            "en",
            "Add a civil servant from Kijani County as coordinator.",
            "Let Achieng Odhiambo become coordinator.",
        ),
    ],
)
def test_an_unclear_rule_says_what_each_reading_means_and_how_to_pass_the_strict_one(
    language, sentence, instead
):
    answer = told(team("inception").people(ABROAD, "majority", "opposition", "civil_servant"), language)
    assert answer["steps"] == []
    (readings,) = answer["readings"]
    assert (readings["rule"], readings["partner"], readings["safe"]) == (
        "inception.coordinator",
        ABROAD,
        "strict",
    )
    assert (readings["strict"]["status"], readings["generous"]["status"]) == ("unmet", "met")
    (step,) = readings["strict"]["steps"]
    assert step["text"] == sentence
    assert [other["text"] for other in step["instead"]] == [instead]
    document = team("inception").people(ABROAD, "majority", "opposition", "civil_servant").document
    for chosen in (step, *step["instead"]):
        # Whether somebody new follows the code of conduct only that person can say.
        assert report_of(repaired(document, [chosen]))["verdict"] in ("met", "unknown")


UNCLEAR = [
    team("inception").people(ABROAD, "majority", "opposition", "civil_servant"),
    team("inception").also(HOME, "academia"),
    team("project").people(ABROAD, "3 civil_servant"),
    team("expansion").people(HOME, "civil_servant coordinator contact", "2 civil_servant", "civil_society"),
    team("dissemination").people(ABROAD, "civil_servant", "majority manager contact"),
    team("dissemination").people(HOME, "2 civil_servant").people(None, "academia manager contact"),
]


@pytest.mark.parametrize("draft", UNCLEAR)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_steps_for_the_strict_reading_make_the_rule_clear(draft, language):
    for readings in told(draft, language)["readings"]:
        after = report_of(repaired(draft.document, readings["strict"]["steps"]))
        statuses = [
            found["status"]
            for found in after["teams"][0]["findings"]
            if (found["rule"], found["partner"]) == (readings["rule"], readings["partner"])
        ]
        assert statuses == ["met"]
        assert readings["strict"]["text"] != readings["generous"]["text"]
        assert readings["strict"]["means"] != readings["generous"]["means"]
