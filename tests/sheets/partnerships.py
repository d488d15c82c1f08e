"""Partnership files of every sort, for the sheets to hold."""

from __future__ import annotations

from hypothesis import strategies as st

from checkers.rulebook import COMPONENTS, load
from checkers.words import CAPACITIES, GENDERS, METHODS, PLAN_TEXTS, ROLES, SIDES

__all__ = ["partnerships"]

QUESTIONS = load().questions

#: What a spreadsheet is most likely to take for something else.
AWKWARD = (
    "=1+1", "+46 70", "-", "@SUM(A1)", "'=1", "''", "'", '"', '""', '" "', '"a"', "", " ", "\n", "\t", "#N/A",
    "TRUE", "Ja", "no", "?", "Vet inte", "None of these", "Ingen", "Nobody", "1", "007", "2026-03-01", "a;b",
    'a"; "b', "rad\nrad", "rad\r\nrad", "\r", "a\vb", "\x00", "\x1f", "\ufffe", "_x0041_", "_x005F_x0041_",
    "x005F_", "<b>&amp;", "Extern deltagare", "external", "محمد", "\u202eabc",
    "👩🏽‍🌾", "é", "e\u0301", " Anna", "Anna ",
    "se", "SE", "Se", "\uff1d1", "sep=;",
    "\ufeffa", "Kommer från", "Namn", "Team", "a,b",
)  # fmt: skip

texts = st.sampled_from(AWKWARD) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
maybe = st.none() | texts
booleans = st.sampled_from([None, True, False])
days = st.none() | st.dates().map(str)
times = st.none() | st.times().map(lambda time: f"{time:%H:%M}")
countries = st.sampled_from([None, "SE", "KE", "UG", "NO"])


def optional(**fields):
    """Any of the fields, or none: all may be left out."""
    return st.fixed_dictionaries({}, optional=fields)


def choices(values):
    return st.none() | st.lists(st.sampled_from(values), unique=True, max_size=3)


def question(id_):
    options = [value for value, _ in QUESTIONS[id_].options]
    return st.none() | st.lists(st.sampled_from(options), unique=True) if options else booleans


answers = st.lists(st.sampled_from(sorted(QUESTIONS)), unique=True, max_size=4).flatmap(
    lambda ids: st.fixed_dictionaries({id_: question(id_) for id_ in ids})
)


def periods(values):
    """Let a start come before its end."""
    start, end = values.get("start"), values.get("end")
    return values | {"start": end, "end": start} if start and end and end < start else values


people = st.fixed_dictionaries(
    {"name": maybe},
    optional={
        "capacity": st.sampled_from([None, *CAPACITIES]),
        "side": st.sampled_from([None, *SIDES]),
        "leading": booleans,
        "employed": booleans,
        "roles": choices(ROLES),
        "gender": st.sampled_from([None, *GENDERS]),
        "reason": maybe,
        "code_of_conduct": booleans,
        "approved": booleans,
    },
)
items = optional(day=days, start=times, end=times, what=maybe, where=maybe, reflection=booleans).map(periods)
plans = optional(**dict.fromkeys(PLAN_TEXTS, maybe), programme=st.lists(items, max_size=3))


@st.composite
def teams(draw, partners):
    members = [
        person | {"partner": draw(st.sampled_from([None, *partners]))}
        for person in draw(st.lists(people, max_size=5))
    ]
    names = [person["name"] or "" for person in members]
    alone = [name for name in names if names.count(name) == 1]
    travellers = st.none() | (st.lists(st.sampled_from(alone), unique=True) if alone else st.just([]))
    visits = optional(
        country=countries,
        start=days,
        end=days,
        travellers=travellers,
        methods=choices(METHODS),
        answers=answers,
        plan=st.none() | plans,
    ).map(periods)
    replacements = optional(leaves=st.sampled_from([None, *alone]), joins=maybe, answers=answers)
    rest = optional(
        application=days,
        start=days,
        end=days,
        answers=answers,
        visits=st.none() | st.lists(visits, max_size=3),
        replacements=st.lists(replacements, max_size=2),
    ).map(periods)
    return draw(rest) | {"component": draw(st.sampled_from(COMPONENTS)), "participants": members}


@st.composite
def partnerships(draw):
    """Return a valid partnership file."""
    ids = draw(st.lists(texts.filter(bool), unique=True, min_size=1, max_size=3))
    partners = [
        {"id": id_} | draw(optional(name=maybe, country=countries, elected_opposition=booleans))
        for id_ in ids
    ]
    return {
        "format": "partnership/1",
        "partners": partners,
        "teams": draw(st.lists(teams(ids), max_size=4)),
    }
