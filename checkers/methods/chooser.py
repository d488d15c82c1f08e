"""Answers about a visit -> for every method whether it fits, and for which reasons; no words, no files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checkers.methods.model import AROUND

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checkers.methods.model import Judgement, Method
    from checkers.methods.questions import TimeChoice

__all__ = ["Advice", "Answers", "Reason", "choose"]

#: With half as many people, twice as many or half the time, a method may still do. Our own judgement.
_STRETCH: Final = 2
#: Best first. What cannot be told stands before what fits only partly: nothing speaks against it.
_ORDER: Final[tuple[Judgement, ...]] = ("fits", "open", "partly", "no")


class Answers(NamedTuple):
    """What the reader has said; a question left unanswered is None and not used."""

    time: TimeChoice | None = None
    people: int | None = None
    goal: str | None = None
    direction: str | None = None


class Reason(NamedTuple):
    """What one answer says about one method."""

    question: str
    judgement: Judgement
    #: Key of a sentence, as `people.few_no`.
    sentence: str
    #: Who gives the figures in the sentence.
    sources: tuple[str, ...]
    #: Is the judgement ours, whoever gives the figures?
    own: bool


class Advice(NamedTuple):
    """A method, whether it fits, and why."""

    method: Method
    reasons: tuple[Reason, ...]

    @property
    def judgement(self) -> Judgement:
        """The worst of the reasons that decide anything; open where none does."""
        decided = [reason.judgement for reason in self.reasons if reason.judgement != "open"]
        return max(decided, key=_ORDER.index, default="open")


def choose(answers: Answers, methods: Iterable[Method]) -> tuple[Advice, ...]:
    """Return advice on every method, best first; equals keep their order."""
    advice = [Advice(method, tuple(_reasons(answers, method))) for method in methods]
    return tuple(sorted(advice, key=_rank))


def _rank(advice: Advice) -> tuple[int, list[int]]:
    """Sort by the judgement, then by how far it falls short: two weak points are worse than one."""
    places = sorted((_ORDER.index(reason.judgement) for reason in advice.reasons), reverse=True)
    return _ORDER.index(advice.judgement), places


def _reasons(answers: Answers, method: Method) -> Iterator[Reason]:
    if answers.goal is not None:
        yield _goal(answers.goal, method)
    if answers.direction is not None:
        yield _direction(answers.direction, method)
    if answers.people is not None:
        yield _people(answers.people, method)
    if answers.time is not None:
        yield _time(answers.time, method)


def _goal(goal: str, method: Method) -> Reason:
    served = next((each for each in method.goals if each.goal == goal), None)
    judgement: Judgement = served.judgement if served else "no"
    sources = served.sources if served else ()
    return _reason("goal", judgement, judgement, sources, own=not sources or judgement != "fits")


def _time(time: TimeChoice, method: Method) -> Reason:
    stay = method.stay
    least = stay.least.days if stay.least else 0
    judgement: Judgement = "fits"
    if AROUND.index(time.around) < AROUND.index(stay.around) or time.days * _STRETCH < least:
        judgement = "no"
    elif time.days < least:
        judgement = "partly"
    return _reason("time", judgement, judgement, stay.sources, own=not stay.sources or judgement == "partly")


def _people(number: int, method: Method) -> Reason:
    size = method.size
    if size is None:
        return _reason("people", "open", "open", (), own=False)
    if size.least is not None and number < size.least:
        judgement: Judgement = "partly" if number * _STRETCH >= size.least else "no"
        return _reason("people", judgement, f"few_{judgement}", size.sources, own=True)
    if size.most is not None and number > size.most:
        judgement = "partly" if number <= size.most * _STRETCH else "no"
        return _reason("people", judgement, f"many_{judgement}", size.sources, own=True)
    return _reason("people", "fits", "fits", size.sources, own=False)


def _direction(way: str, method: Method) -> Reason:
    direction = method.directions[way]
    own = not direction.sources
    return _reason("direction", direction.judgement, way, direction.sources, own=own)


def _reason(
    question: str, judgement: Judgement, outcome: str, sources: tuple[str, ...], *, own: bool
) -> Reason:
    return Reason(
        question=question, judgement=judgement, sentence=f"{question}.{outcome}", sources=sources, own=own
    )
