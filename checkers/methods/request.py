"""A `choice/1` as JSON -> answers, or what is wrong with it; advice -> `advice/1`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from checkers.faults import UnusableDocument
from checkers.methods.chooser import Answers, choose
from checkers.methods.loader import load
from checkers.methods.model import DIRECTIONS, GOALS
from checkers.methods.questions import load_questions
from checkers.methods.sentences import Speaker
from checkers.node import Node
from checkers.strict_json import parse

if TYPE_CHECKING:
    from checkers.faults import Fault
    from checkers.methods.chooser import Advice

__all__ = ["advise", "read_answers"]

FORMAT: Final = "choice/1"
_KEYS: Final = ("format", "time", "people", "goal", "direction")


def advise(data: bytes | str, language: str) -> dict[str, Any]:
    """Return advice on every method, best first, for answers given as JSON.

    Raises:
        UnusableDocument: the answers cannot be read; holds every fault found.
    """
    answers = read_answers(data)
    speaker = Speaker(load_questions(), language)
    found = choose(answers, load().values())
    return {
        "format": "advice/1",
        "language": language,
        "methods": [_method(advice, answers, speaker) for advice in found],
    }


def read_answers(data: bytes | str) -> Answers:
    """Read the answers.

    Raises:
        UnusableDocument: they cannot be read; holds every fault found.
    """
    faults: list[Fault] = []
    document = Node(parse(data), "", faults)
    if not isinstance(document.value, dict):
        Node(document.value, "$", faults).fault("not_object")
        raise UnusableDocument(*faults)
    questions = load_questions()
    keys = document.object(_KEYS, required=("format",))
    keys["format"].one_of((FORMAT,))
    time = keys["time"].one_of(questions.times)
    answers = Answers(
        time=questions.times[time] if time else None,
        people=keys["people"].whole_number(1, questions.most_people),
        goal=keys["goal"].one_of(GOALS),
        direction=keys["direction"].one_of(DIRECTIONS),
    )
    if faults:
        raise UnusableDocument(*faults)
    return answers


def _method(advice: Advice, answers: Answers, speaker: Speaker) -> dict[str, Any]:
    method, language = advice.method, speaker.language
    return {
        "id": method.id,
        "name": method.name(language),
        "page": method.page,
        "judgement": advice.judgement,
        "reasons": [
            {
                "question": reason.question,
                "judgement": reason.judgement,
                "text": speaker.reason(reason, method, answers),
                "sources": reason.sources,
                "own": reason.own,
            }
            for reason in advice.reasons
        ],
    }
