"""questions.toml -> what the chooser asks, what may be answered, and its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, cast, get_args

from checkers.methods.model import AROUND, DIRECTIONS, GOALS, Judgement
from checkers.packaged import packaged_table
from checkers.rulebook import Noun, Text
from checkers.rulebook.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checkers.methods.model import Around

__all__ = ["Choice", "Question", "Questions", "TimeChoice", "load_questions"]

_FILE: Final = "questions.toml"
#: Placeholders of the sentences; `checkers.methods.sentences` fills them.
_PLACEHOLDERS: Final = ("asked", "goal", "have", "main", "number", "takes")


#: The answers that the methods' data names.
_NAMED: Final = {"goal": GOALS, "direction": DIRECTIONS}
#: The questions, in the form's order: what to learn comes before how.
_IDS: Final = ("goal", "direction", "people", "time")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer that may be given."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeChoice(Choice):
    """An amount of time that the reader may have."""

    #: How a sentence says it, after "you have".
    have: Text
    #: Working days together, at most.
    days: float
    around: Around


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the chooser asks about one thing."""

    id: str
    label: Text
    #: The thing in a word, beside the reason it gives.
    short: Text
    hint: Text | None
    #: Empty where the answer is a number.
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """All that the chooser asks and says."""

    asked: tuple[Question, ...]
    times: Mapping[str, TimeChoice]
    #: More people than this are a slip of the finger.
    most_people: int
    judgements: Mapping[str, Text]
    counts: Mapping[str, Text]
    units: Mapping[str, Noun]
    half_a_day: Text
    #: By question and outcome, as `people.few_no`.
    sentences: Mapping[str, Text]

    def goal(self, goal: str) -> Text:
        """Return a goal's label."""
        question = next(each for each in self.asked if each.id == "goal")
        return next(choice.label for choice in question.choices if choice.id == goal)


@cache
def load_questions() -> Questions:
    """Return what the chooser asks and says.

    Raises:
        RulebookError: the data is malformed; names the field.
    """
    whole = Table(packaged_table(__package__, _FILE), _FILE, allowed=_PLACEHOLDERS)
    times = tuple(_time(table) for table in whole.tables("times"))
    questions = Questions(
        asked=tuple(_question(whole.table(name), name, times) for name in _IDS),
        times={choice.id: choice for choice in times},
        most_people=whole.number("most_people"),
        judgements=whole.texts("judgement"),
        counts=whole.texts("counts"),
        units=_nouns(whole.table("unit")),
        half_a_day=whole.text("half_a_day"),
        sentences=_sentences(whole.table("sentence")),
    )
    if tuple(questions.judgements) != get_args(Judgement):
        whole.refuse("judgement", f"must hold {', '.join(get_args(Judgement))}")
    whole.finish()
    return questions


def _question(table: Table, name: str, times: tuple[TimeChoice, ...]) -> Question:
    question = Question(
        id=name,
        label=table.text("label"),
        short=table.text("short"),
        hint=table.optional_text("hint"),
        choices=times if name == "time" else _choices(table, _NAMED.get(name, ())),
    )
    table.finish()
    return question


def _choices(table: Table, ids: tuple[str, ...]) -> tuple[Choice, ...]:
    if not ids:
        return ()
    inner = table.table("choices")
    choices = tuple(Choice(id=name, label=inner.text(name)) for name in ids)
    inner.finish()
    return choices


def _time(table: Table) -> TimeChoice:
    days = table.take("days")
    if not isinstance(days, int | float) or days <= 0:
        table.refuse("days", f"must be a number above 0, not {days!r}")
    choice = TimeChoice(
        id=table.string("id"),
        label=table.text("label"),
        have=table.text("have"),
        days=days,
        around=cast("Around", table.one_of("around", AROUND)),
    )
    table.finish()
    return choice


def _nouns(table: Table) -> dict[str, Noun]:
    nouns = {}
    for name in table.keys():  # noqa: SIM118 - Table is no mapping
        inner = table.table(name)
        nouns[name] = Noun(inner.text("one"), inner.text("many"))
        inner.finish()
    return nouns


def _sentences(table: Table) -> dict[str, Text]:
    return {
        f"{name}.{outcome}": text
        for name in table.keys()  # noqa: SIM118 - Table is no mapping
        for outcome, text in table.texts(name).items()
    }
