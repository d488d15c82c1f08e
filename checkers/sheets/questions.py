"""The table of questions: what each team, visit and replacement is asked, and what has been answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkers.rulebook import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checkers.model import Answer, Team
    from checkers.rulebook import Rule
    from checkers.sheets.speech import Speech

__all__ = ["options_of", "question_rows"]

#: Groups whose questions are put to every team, and to every visit and replacement.
_SHARED: Final = ("participants", "exchange")
_OF_VISITS: Final = "exchange"
_OF_REPLACEMENTS: Final = "replacement"


def question_rows(name: str, team: Team, speech: Speech) -> Iterator[tuple[str | None, ...]]:
    """Yield a row for each question: those that the rulebook puts, and those answered though it does not."""
    groups = (team.component, *(_SHARED if team.visits else _SHARED[:1]))
    yield from _asked(name, None, _questions(groups, "team"), team.answers, speech)
    for visit in team.visits or ():
        about = _about("visit", visit.index, speech)
        yield from _asked(name, about, _questions((_OF_VISITS,), "visit"), visit.answers, speech)
    for replacement in team.replacements:
        about = _about("replacement", replacement.index, speech)
        questions = _questions((_OF_REPLACEMENTS,), "replacement")
        yield from _asked(name, about, questions, replacement.answers, speech)


def options_of(rule: Rule, language: str) -> dict[str, str]:
    """Return the labels of a tick list by value; none for a question of yes or no."""
    return {value: label(language) for value, label in rule.options}


def _questions(groups: tuple[str, ...], scope: str) -> list[Rule]:
    rules = [rule for group in groups for rule in load().group(group).rules if rule.is_question]
    return [rule for rule in rules if (rule.scope in ("visit", "replacement")) == (scope != "team")]


def _asked(
    name: str, about: str | None, rules: list[Rule], answers: Mapping[str, Answer], speech: Speech
) -> Iterator[tuple[str | None, ...]]:
    others = [load().questions[id_] for id_ in answers if id_ not in {rule.id for rule in rules}]
    for rule in (*rules, *others):
        answer = answers.get(rule.id)
        question = rule.question(speech.language)
        said = (
            speech.ticks(answer, options_of(rule, speech.language))
            if isinstance(answer, tuple)
            else speech.yes_no(answer)
        )
        yield (name, about, question, said, rule.id)


def _about(what: str, index: int, speech: Speech) -> str:
    return load().phrases[f"subject.{what}"](speech.language).format(number=index + 1)
