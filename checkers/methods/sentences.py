"""Reasons -> sentences in Swedish or English, with the figures from the methods' data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checkers.rulebook import Text, number_range

if TYPE_CHECKING:
    from checkers.methods.chooser import Answers, Reason
    from checkers.methods.model import Amount, Method, Size, Stay
    from checkers.methods.questions import Questions

__all__ = ["Speaker"]

_TO: Final = Text("till", "to")
_ONE: Final = Text("en", "one")
_OR: Final = Text("eller", "or")
_HALF: Final = 0.5


class Speaker(NamedTuple):
    """Says why a method fits, in one language."""

    questions: Questions
    language: str

    def reason(self, reason: Reason, method: Method, answers: Answers) -> str:
        """Return a reason as finished sentences."""
        if reason.question == "direction" and answers.direction is not None:
            return method.directions[answers.direction].text(self.language)
        template = self.questions.sentences[reason.sentence](self.language)
        return template.format(**self._values(method, answers))

    def _values(self, method: Method, answers: Answers) -> dict[str, str]:
        """Return what stands for the placeholders of the sentences on what was answered."""
        values = {"main": self._main(method), "takes": self._takes(method.stay)}
        if answers.goal is not None:
            values["goal"] = self._goal(answers.goal)
        if answers.time is not None:
            values["have"] = answers.time.have(self.language)
        if answers.people is not None:
            values["number"] = self.questions.units["people"].counted(answers.people, self.language)
        if method.size is not None:
            values["asked"] = self._asked(method.size)
        return values

    def _goal(self, goal: str) -> str:
        label = self.questions.goal(goal)(self.language)
        return label[0].lower() + label[1:]

    def _main(self, method: Method) -> str:
        goals = [self._goal(served.goal) for served in method.goals if served.judgement == "fits"]
        return f" {_OR(self.language)} ".join(goals)

    def _asked(self, size: Size) -> str:
        counted = self.questions.counts[size.counts](self.language)
        return f"{number_range(size.least, size.most, self.language)} {counted}"

    def _takes(self, stay: Stay) -> str:
        return stay.takes(self.language).format(stay=self._stay(stay))

    def _stay(self, stay: Stay) -> str:
        least, most = stay.least, stay.most
        if least is None or least == most:
            return self._amount(most)
        if least.unit == most.unit:
            return f"{self._number(least.number)}–{self._amount(most)}"
        return f"{self._amount(least)} {_TO(self.language)} {self._amount(most)}"

    def _amount(self, amount: Amount) -> str:
        if amount.number == _HALF and amount.unit == "days":
            return self.questions.half_a_day(self.language)
        noun = self.questions.units[amount.unit]
        if amount.number == 1:
            return f"{_ONE(self.language)} {noun.one(self.language)}"
        return f"{self._number(amount.number)} {noun.many(self.language)}"

    def _number(self, number: float) -> str:
        text = f"{number:g}"
        return text.replace(".", ",") if self.language == "sv" else text
