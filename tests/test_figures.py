"""What is drawn is what the rulebook says, in the picture and in the words beside it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import checkers.rulebook
from checkers.rulebook import COMPONENTS, LANGUAGES, load
from checkers.rulebook.loader import load_folder
from macros.glance import QUESTIONS, glance, glance_rules
from macros.guide import Guide
from macros.seats import seats, team
from macros.situations import all_situations, parse, situations
from macros.steps import replacement_steps, steps
from macros.timeline import rows, timeline

BOOK = load()
RULES = {rule.id: rule for group in BOOK.groups for rule in group.rules}
ANSWER = {"say": {"sv": "s", "en": "s"}, "page": "p/", "rules": []}
SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)

each_component = pytest.mark.parametrize("component", COMPONENTS)


def guide_to(book, language):
    return Guide(book, language, "../../", {})


@pytest.fixture(params=LANGUAGES)
def guide(request):
    return guide_to(BOOK, request.param)


@pytest.fixture
def changed(tmp_path):
    """Return the rulebook as it would be with other words in one file."""

    def change(file, old, new):
        folder = tmp_path / "rulebook"
        shutil.copytree(Path(checkers.rulebook.__file__).parent, folder, dirs_exist_ok=True)
        text = (folder / file).read_text("utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new), "utf-8")
        return load_folder(folder)

    return change


def words_of(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html))


def drawn(html):
    """Return the first drawing as XML."""
    return ET.fromstring(SVG.search(html)[0])  # noqa: S314 - the text is our own


def drawn_seats(html, side):
    return [
        group.get("data-kind")
        for group in drawn(html).iter("g")
        if group.get("class") == "pg-seat" and group.get("data-side") == side
    ]


# ---------------------------------------------------------------- in one glance


def test_every_component_answers_every_question_with_rules_that_exist():
    assert tuple(glance_rules()) == COMPONENTS
    for answers in glance_rules().values():
        assert tuple(answers) == QUESTIONS
        assert all(rule_id in RULES for ids in answers.values() for rule_id in ids)


@each_component
def test_the_box_says_what_the_rules_say_and_links_to_each(guide, component):
    html = glance(guide, component)
    ids = [rule_id for name in QUESTIONS for rule_id in glance_rules()[component][name]]
    assert re.findall(r'href="([^"]+)"', html) == ["../../" + RULES[rule_id].source.page for rule_id in ids]
    assert all(RULES[rule_id].title(guide.language) in words_of(html) for rule_id in ids)


@each_component
def test_what_is_no_demand_says_how_strong_it_is(guide, component):
    html = glance(guide, component)
    for ids in glance_rules()[component].values():
        for rule in (RULES[rule_id] for rule_id in ids):
            row = next(row for row in re.findall(r"<dd>.*?</dd>", html) if f"#{rule.anchor}" in row)
            assert ("pg-badge" in row) == (rule.strength != "must" and rule.topic != "unsaid")


def test_where_the_source_is_silent_the_box_says_so(guide):
    assert RULES["dissemination.duration"].topic == "unsaid"
    assert RULES["dissemination.duration"].title(guide.language) in words_of(glance(guide, "dissemination"))
    assert not glance_rules()["steering"]["first"]
    assert glance(guide, "steering").count(guide.word("rule.silent")) == 1


def test_the_number_stands_out(guide):
    html = glance(guide, "project")
    for rule_id in ("project.civil-servants", "project.duration"):
        assert RULES[rule_id].asked(guide.language) in "".join(re.findall(r"<strong>.*?</strong>", html))


# ---------------------------------------------------------------- seats


@each_component
def test_both_sides_of_the_table_have_the_same_seats(guide, component):
    html = seats(guide, component)
    assert drawn_seats(html, "home")
    assert drawn_seats(html, "home") == drawn_seats(html, "abroad")


@each_component
def test_as_many_seats_are_drawn_as_the_rules_ask_for(guide, component):
    kinds = drawn_seats(seats(guide, component), "home")
    places = team(BOOK, component).places
    assert sum(kinds.count(kind) for kind in ("required", "conditional")) == sum(
        place.rule.spec.min for place in places
    )
    assert kinds.count("optional") == sum(
        place.rule.spec.max - place.rule.spec.min for place in places if place.rule.spec.max
    )


def test_a_changed_rule_changes_the_figure(guide, changed):
    before = seats(guide, "project")
    book = changed("project.toml", "min = 3\nmax = 5", "min = 4\nmax = 7")
    after = seats(guide_to(book, guide.language), "project")
    assert drawn_seats(before, "home") == ["required"] * 3 + ["optional"] * 2
    assert drawn_seats(after, "home") == ["required"] * 4 + ["optional"] * 3
    assert "4–7" in words_of(after)
    assert "3–5" not in words_of(after)


@each_component
def test_the_words_of_a_figure_say_all_that_it_draws(guide, component):
    html = seats(guide, component)
    description = drawn(html).find("desc").text
    beside = words_of(html[html.index("<figcaption") :])
    rules = team(BOOK, component).rules
    assert len(rules) == len({rule.id for rule in rules})
    for rule in rules:
        assert rule.title(guide.language) in description
        assert rule.title(guide.language) in beside
    spoken = set(re.findall(r"\d", description))
    assert set(re.findall(r"\d", "".join(drawn(html).itertext()))) == spoken


def test_roles_sit_where_the_rule_puts_them(guide):
    def holders(component):
        return {
            side: [
                len(group.findall("./g[@transform]"))
                for group in drawn(seats(guide, component)).iter("g")
                if group.get("class") == "pg-seat" and group.get("data-side") == side
            ]
            for side in ("home", "abroad")
        }

    assert holders("inception") == {"home": [0, 0, 2, 0, 0], "abroad": [0, 0, 2, 0, 0]}
    # The Swedish coordinator has the contact with ICLD.
    assert holders("steering") == {"home": [0] * 6 + [2], "abroad": [0] * 6 + [1]}
    # One project manager for both: on the table, at nobody's seat.
    assert holders("dissemination") == {"home": [0, 0, 0], "abroad": [0, 0, 0]}


def test_a_recommendation_is_drawn_and_told_as_one(guide):
    rule = RULES["inception.majority-opposition"]
    assert rule.strength == "should"
    html = seats(guide, "inception")
    assert guide.word("seats.preferably").partition(" {")[0] in words_of(SVG.search(html)[0])
    assert rule.title(guide.language) in words_of(html[html.index("<figcaption") :])
    assert team(BOOK, "project").places[0].preference is None


def test_a_group_without_a_size_says_so(guide):
    html = seats(guide, "steering")
    assert RULES["steering.size"].title(guide.language) in words_of(html)
    assert drawn_seats(html, "home").count("open") == 3
    assert drawn_seats(html, "home").count("conditional") == 1


@each_component
def test_the_key_explains_each_kind_of_seat_drawn(guide, component):
    html = seats(guide, component)
    kinds = {kind for side in ("home", "abroad", "both") for kind in drawn_seats(html, side)}
    key = html[html.index("pg-seats__key") :]
    assert set(re.findall(r'data-kind="([^"]+)"', key)) == kinds


@each_component
def test_a_drawing_is_an_image_with_a_name_and_nothing_styled_in_place(guide, component):
    html = seats(guide, component)
    svg = drawn(html)
    named = svg.get("aria-labelledby").split()
    assert svg.get("role") == "img"
    assert named == [child.get("id") for child in svg if child.get("id")]
    assert all(name.startswith(f"seats-{component}-") for name in named)
    assert "style=" not in html


# ---------------------------------------------------------------- time line


def bars_of(book):
    found, months = rows(book)
    return {row.group.id: [(bar.start, bar.end, bar.kind) for bar in row.bars] for row in found}, months


def test_the_line_is_drawn_from_the_rules_lengths():
    bars, months = bars_of(BOOK)
    inception, project, expansion = (
        BOOK.rule(f"{name}.duration").spec for name in ("inception", "project", "expansion")
    )
    begun = inception.max_months
    carried_out = begun + project.max_months
    assert tuple(bars) == COMPONENTS
    assert bars["inception"] == [(0, begun, "sure")]
    assert bars["project"] == [
        (begun, begun + project.min_months, "sure"),
        (begun + project.min_months, carried_out, "possible"),
    ]
    assert bars["expansion"][0] == (carried_out, carried_out + expansion.max_months, "sure")
    assert bars["expansion"][1] == (carried_out + expansion.max_months, months, "next")
    assert bars["dissemination"] == [(0, months, "unsaid")]


def test_the_steering_group_stands_through_the_project_and_when_the_expansion_begins():
    bars, _ = bars_of(BOOK)
    (start, _, _), *_, (_, end, _) = bars["steering"]
    assert start == bars["project"][0][0]
    begins, ends, _ = bars["expansion"][0]
    assert begins < end < ends


def test_a_changed_length_changes_the_line_and_its_words(guide, changed):
    book = changed("project.toml", "max_months = 36", "max_months = 48")
    bars, months = bars_of(book)
    assert bars["project"][-1][1] == bars_of(BOOK)[0]["project"][-1][1] + 12
    assert months == bars_of(BOOK)[1] + 12
    html = timeline(guide_to(book, guide.language))
    assert book.rule("project.duration").asked(guide.language) in words_of(html)
    assert BOOK.rule("project.duration").asked(guide.language) not in words_of(html)


def test_a_rulebook_that_names_no_length_is_refused(changed):
    with pytest.raises(ValueError, match="expansion: the rules name no longest time"):
        rows(changed("expansion.toml", "max_months = 6\n", ""))


def test_the_line_says_in_words_what_it_draws(guide):
    html = timeline(guide)
    beside = words_of(SVG.sub("", html))
    for row in rows(BOOK)[0]:
        assert f'href="../../{row.group.page}"' in html
        for rule in row.rules:
            assert rule.title(guide.language) in beside
    assert html.count("<svg aria-hidden") == len(COMPONENTS) + 1
    assert "style=" not in html


# ---------------------------------------------------------------- replacement


def test_every_rule_of_a_replacement_is_a_step_in_the_rules_order(guide):
    told = [rule.id for step in steps(guide) for rule in step.rules]
    assert told == [rule.id for rule in BOOK.group("replacement").rules if rule.topic == "steps"]
    html = replacement_steps(guide)
    assert all(RULES[rule_id].title(guide.language) in words_of(html) for rule_id in told)
    assert html.count("<li") == len(steps(guide))


def test_what_the_source_does_not_ask_is_marked_as_ours(guide):
    own = [rule for step in steps(guide) for rule in step.rules if not rule.source.quote]
    assert own
    assert replacement_steps(guide).count(guide.word("source.own")) == len(own)


# ---------------------------------------------------------------- situations


def test_a_situation_asks_at_most_one_more_question_and_leads_somewhere():
    assert len(all_situations()) == 6
    for situation in all_situations():
        assert (situation.question is None) == (len(situation.answers) == 1)
        assert all((answer.when is None) == (situation.question is None) for answer in situation.answers)
        assert len({answer.say.sv for answer in situation.answers}) == len(situation.answers)
        assert all(rule_id in RULES for answer in situation.answers for rule_id in answer.rules)


def test_every_component_is_reached_from_a_situation():
    reached = {answer.page for situation in all_situations() for answer in situation.answers}
    assert {BOOK.group(name).page for name in COMPONENTS} <= reached


def test_project_and_expansion_ask_for_the_steering_group_they_presuppose():
    asking = [
        {answer.page for answer in situation.answers}
        for situation in all_situations()
        if any(rule_id.endswith("steering-group-exists") for a in situation.answers for rule_id in a.rules)
    ]
    steering = BOOK.group("steering").page
    assert asking == [{BOOK.group(name).page, steering} for name in ("project", "expansion")]


def test_only_one_situation_is_open_at_a_time_without_a_script(guide):
    html = situations(guide)
    assert html.count('<details class="pg-situation" name="situation"') == len(all_situations())
    assert html.count(" open>") == 1
    assert "<script" not in html


def test_a_situation_without_a_question_has_one_answer():
    table = {"title": {"sv": "a", "en": "a"}, "answer": [ANSWER, ANSWER]}
    with pytest.raises(ValueError, match="a question goes with several answers"):
        parse({"situation": [table]})
