"""Help with one team, as the page asks for it: the smallest repair in words, and what two readings mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NotRequired, TypedDict

from checkers.case import Case
from checkers.engine import evaluate
from checkers.findings import Status
from checkers.repair.fix import others, smallest_fix, strict_fix
from checkers.repair.telling import Telling
from checkers.values import Values
from checkers.wording import Wording

if TYPE_CHECKING:
    from checkers.findings import Finding
    from checkers.model import Partnership
    from checkers.repair.demands import Wanted
    from checkers.repair.steps import Step
    from checkers.rulebook import Rulebook, Text

__all__ = ["FORMAT", "Aid", "make_aid"]

FORMAT: Final = "aid/1"


class StepAid(TypedDict):
    """A step as in a report's `fix`, with a sentence, and other steps that would do as well."""

    op: str
    participant: int | dict[str, Any]
    set: NotRequired[dict[str, Any]]
    why: list[str]
    text: str
    instead: list[StepAid]


class ReadingAid(TypedDict):
    """What one reading says, what it gives for this team, and the steps by which the team satisfies it."""

    text: str
    status: str
    means: str
    steps: list[StepAid]


class ReadingsAid(TypedDict):
    """An unclear rule under both readings, and which of them is the safe one to satisfy."""

    rule: str
    partner: str | None
    title: str
    strength: str
    page: str
    safe: str
    limit: bool
    strict: ReadingAid
    generous: ReadingAid


class Aid(TypedDict):
    """The answer to a request for help; `steps` is null where no change of people can help."""

    format: str
    team: int
    steps: list[StepAid] | None
    limit: bool
    readings: list[ReadingsAid]


def make_aid(partnership: Partnership, rulebook: Rulebook, language: str, place: int) -> Aid:
    """Help with the team in `place` of a partnership."""
    case = Case(partnership, partnership.teams[place])
    findings = evaluate(case, rulebook)
    wording = Wording(rulebook, language)
    helper = _Helper(case, rulebook, wording, findings)
    fix = smallest_fix(case, rulebook, findings)
    return Aid(
        format=FORMAT,
        team=place,
        steps=None if fix.steps is None else helper.steps(fix.steps),
        limit=fix.gave_up,
        readings=[
            helper.readings(finding, finding.rule.readings)
            for finding in findings
            if finding.status is Status.UNCLEAR and finding.rule.readings is not None
        ],
    )


class _Helper:
    """Puts into words what was found for one team."""

    def __init__(
        self, case: Case, rulebook: Rulebook, wording: Wording, findings: tuple[Finding, ...]
    ) -> None:
        self._case = case
        self._rulebook = rulebook
        self._wording = wording
        self._findings = findings
        self._telling = Telling(case, rulebook, wording)

    def steps(self, steps: tuple[Step, ...], strictly: Wanted | None = None) -> list[StepAid]:
        """Return steps with their sentences, and with what would serve instead of each."""
        told = [self._told(step) for step in steps]
        for step, aid in zip(steps, told, strict=True):
            instead = others(self._case, self._rulebook, steps, step, strictly)
            aid["instead"] = [self._told(one) for one in instead]
        return told

    def _told(self, step: Step) -> StepAid:
        json = step.json
        aid = StepAid(
            op=json["op"],
            participant=json["participant"],
            why=json["why"],
            text=self._telling.step(step),
            instead=[],
        )
        if "set" in json:
            aid["set"] = json["set"]
        return aid

    def readings(self, finding: Finding, texts: tuple[Text, Text]) -> ReadingsAid:
        """Return what the strict and the generous reading of an unclear rule mean for the team."""
        rule = finding.rule
        strict, generous = (self._wording.text(text) for text in texts)
        found = strict_fix(self._case, self._rulebook, self._findings, finding)
        return ReadingsAid(
            rule=rule.id,
            partner=finding.subject.partner,
            title=self._wording.finding(finding, self._case).title,
            strength=rule.strength,
            page=rule.source.page,
            # A team that satisfies the strict reading satisfies both.
            safe="strict",
            limit=found.gave_up,
            strict=ReadingAid(
                text=strict,
                status=Status.UNMET,
                means=self._means("strictly", finding),
                steps=self.steps(found.steps or (), (rule.id, finding.subject)),
            ),
            generous=ReadingAid(
                text=generous, status=Status.MET, means=self._means("generously", finding), steps=[]
            ),
        )

    def _means(self, reading: str, finding: Finding) -> str:
        phrase = self._rulebook.phrases[f"{reading}.{finding.rule.kind}-{finding.outcome.reason}"]
        return self._wording.filled(phrase, Values(self._wording, finding, self._case))
