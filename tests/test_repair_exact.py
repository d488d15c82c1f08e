"""The smallest repair is the smallest: on small teams every smaller one is tried.

What is tried here knows nothing of how the search works. It gives each person every look that a rule could
ask for, and has the engine check the whole team.
"""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from checkers.case import Case
from checkers.engine import evaluate
from checkers.rulebook import load
from tests.core_set import MUST
from tests.repairs import case_of, fix_of, left_unmet, repaired
from tests.teams import ABROAD, COMPONENTS, HOME, team

#: Of the capacities as many as some rule of the component tells apart.
CAPACITIES = {
    "inception": ("politician", "civil_servant", "academia"),
    "project": ("civil_servant", "politician"),
    "steering": ("politician", "civil_servant", "civil_society"),
    "expansion": ("politician", "civil_society"),
    "dissemination": ("politician", "civil_society"),
}
ROLE = {"project": "project_manager", "dissemination": "project_manager"}
WORDS = ("majority", "opposition", "civil_servant", "civil_servant leading", "civil_society", "someone")
ROLES = ("", "", "coordinator", "manager", "coordinator contact", "manager contact", "contact", "breaks-code")
#: So many whole teams are tried for one example.
MANY = 6000

components = st.sampled_from(COMPONENTS)
people = st.builds("{} {}".format, st.sampled_from(WORDS), st.sampled_from(ROLES))


def looks(component):
    """Yield every way to be stated in full, as far as the component's musts ask."""
    role = ROLE.get(component, "coordinator")
    roles = ((), (role,), ("contact",), (role, "contact"))
    steering = component == "steering"
    for capacity, held in product(CAPACITIES[component], roles):
        sides = ("majority", "opposition") if steering and capacity == "politician" else (None,)
        answers = (True, False) if steering else (None,)
        for side, leading, employed in product(sides, answers, answers):
            stated = {"capacity": capacity, "roles": held, "side": side, "leading": leading}
            yield stated | {"employed": employed, "code_of_conduct": True}


def changed(person, component):
    """Yield the person with every choice of fields set, the others kept as they are; blanks stay blanks."""
    seen = set()
    for look in looks(component):
        names = [name for name in look if look[name] is not None]
        for chosen in product((False, True), repeat=len(names)):
            values = {name: look[name] for name, take in zip(names, chosen, strict=True) if take}
            became = person._replace(**values)
            if became != person and became not in seen:
                seen.add(became)
                yield became


def options(case):
    """Yield every single change: what is done, to whom (None: nobody yet), and who is there afterwards."""
    component, team_ = case.team.component, case.team
    partners = [*(partner.id for partner in case.partnership.partners), None]
    blank = team_.participants[0]._replace(name="", gender=None, reason=None, approved=None)
    strangers = [blank._replace(index=-1, **look, partner=to) for look in looks(component) for to in partners]
    for stranger in strangers:
        yield "add", None, stranger
    for person in team_.participants:
        yield "remove", person.index, None
        for became in changed(person, component):
            yield "change", person.index, became
        for stranger in strangers:
            if stranger.partner != person.partner:
                yield "change", person.index, stranger._replace(index=person.index)


def holds(case, chosen):
    """Is no must unmet after these changes?"""
    touched = {index: became for _, index, became in chosen if index is not None}
    there = [touched.get(person.index, person) for person in case.team.participants]
    there += [became for op, _, became in chosen if op == "add"]
    numbered = tuple(
        person._replace(index=index)
        for index, person in enumerate(person for person in there if person is not None)
    )
    return not left_unmet(Case(case.partnership, case.team._replace(participants=numbered)))


def distinct(chosen):
    touched = [index for _, index, _ in chosen if index is not None]
    return len(touched) == len(set(touched))


def order(operations):
    """Rank changes as the contract does: adding before changing before removing."""
    named = list(operations)
    return -named.count("add"), -named.count("change"), named.count("remove")


def unmet_musts(case):
    return {
        finding.rule.id
        for finding in evaluate(case, load())
        if finding.status == "unmet" and finding.rule.id in MUST
    }


def check_smallest(document):
    fix = fix_of(document)
    assert not fix.gave_up
    steps = [step.json for step in fix.steps]
    event(f"steps: {len(steps)}")
    mended = case_of(repaired(document, steps))
    assert not left_unmet(mended)
    case = case_of(document)
    # What the steps say they mend is what was wrong, and nothing else becomes wrong by them.
    claimed = {rule for step in steps for rule in step["why"]}
    assert claimed == {rule for rule, _ in left_unmet(case)}
    assert unmet_musts(mended) <= unmet_musts(case) - claimed
    assume(case.team.participants)
    singles = list(options(case)) if steps else []
    for number in range(len(steps)):
        if len(singles) ** number > MANY:
            event("not tried to the end")
            return
        for chosen in combinations(singles, number):
            assert not distinct(chosen) or not holds(case, chosen), chosen
    if len(singles) ** len(steps) <= MANY:
        for chosen in combinations(singles, len(steps)):
            if order(op for op, _, _ in chosen) < order(step["op"] for step in steps):
                assert not distinct(chosen) or not holds(case, chosen), chosen


@st.composite
def spoilt(draw):
    """A valid team in which something is changed here and there."""
    component = draw(components)
    draft = team(component)
    document = draft.document
    there = document["teams"][0]["participants"]
    for _ in range(draw(st.integers(1, 3))):
        words = draw(people)
        stranger = team(component).people(None).people(HOME, words).participants[0]
        place = draw(st.integers(0, len(there) - 1))
        match draw(st.sampled_from(["gone", "other", "more", "elsewhere", "blank", "role"])):
            case "gone" if len(there) > 1:
                del there[place]
            case "other":
                there[place] |= {
                    name: stranger[name] for name in ("capacity", "side", "leading", "code_of_conduct")
                }
            case "more":
                partner = draw(st.sampled_from([HOME, ABROAD, None]))
                there.append(stranger | {"partner": partner, "name": ""})
            case "elsewhere":
                there[place]["partner"] = draw(st.sampled_from([HOME, ABROAD, None]))
            case "blank":
                there[place][draw(st.sampled_from(["capacity", "side", "leading"]))] = None
            case _:
                there[place]["roles"] = stranger["roles"]
    return document


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(spoilt())
def test_no_smaller_repair_of_a_spoilt_team(document):
    check_smallest(document)


@st.composite
def small(draw):
    """Up to two people at one partner, any blanks."""
    draft = team(draw(components)).people(None).people(ABROAD)
    document = draft.people(HOME, *draw(st.lists(people, min_size=1, max_size=2))).document
    return document | {"partners": document["partners"][:1]}


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(small())
def test_no_smaller_repair_of_a_small_team(document):
    check_smallest(document)
