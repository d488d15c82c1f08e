"""What is drawn is what the rulebook says, in the picture and in the words beside it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import checkers.rulebook
from checkers.rulebook import COMPONENTS, LANGUAGES, load, load_folder
from macros.glance import QUESTIONS, glance, glance_rules
from macros.guide import Guide
from macros.seats import seats, team

BOOK = load()
RULES = {rule.id: rule for group in BOOK.groups for rule in group.rules}
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
    for rows in glance_rules().values():
        assert tuple(rows) == QUESTIONS
        assert all(rule_id in RULES for ids in rows.values() for rule_id in ids)


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
