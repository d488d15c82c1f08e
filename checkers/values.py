"""What stands for a sentence's placeholders: the names and numbers of one finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkers.rulebook import Count, Holder

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkers.case import Case
    from checkers.findings import Facts, Finding
    from checkers.rulebook import Rule
    from checkers.wording import Wording

__all__ = ["Values"]


class Values(dict[str, str]):
    """The placeholders of one finding, worked out when a sentence asks for them."""

    def __init__(self, wording: Wording, finding: Finding, case: Case) -> None:
        """Speak of `finding`, made on the team in `case`."""
        super().__init__()
        self.wording = wording
        self.finding = finding
        self.case = case

    def __missing__(self, name: str) -> str:
        return _PLACEHOLDERS[name](self)

    @property
    def rule(self) -> Rule:
        """The rule the finding is about."""
        return self.finding.rule

    @property
    def facts(self) -> Facts:
        """What was found."""
        return self.finding.outcome.facts

    def with_noun(self, number: int) -> str:
        """Return a number of what the rule counts."""
        spec = self.rule.spec
        return self.wording.counted(spec.noun, number) if isinstance(spec, Count | Holder) else str(number)

    def found(self) -> str:
        """Return how much there is: a length of time, or a number."""
        if self.facts.months is not None:
            return self.wording.time(self.facts.months, self.facts.days)
        return str(self.facts.found)

    def people(self) -> str:
        """Return the names of the people found."""
        return self.wording.listed(self.wording.person(index, self.case) for index in self.facts.people)

    def spread(self) -> str:
        """Return each partner with its number."""
        named = [self.wording.partner(partner, self.case) for partner in self.facts.partners]
        pairs = zip(named, self.facts.numbers, strict=True)
        return self.wording.listed(f"{name} {number}" for name, number in pairs)

    def reading(self, which: int) -> str:
        """Return what the strict (0) or the generous (1) reading says."""
        return self.wording.text(self.rule.readings[which]) if self.rule.readings else ""


_PLACEHOLDERS: Final[dict[str, Callable[[Values], str]]] = {
    "asked": lambda values: values.rule.asked(values.wording.language),
    "asked_who": lambda values: values.rule.asked_who(values.wording.language),
    "at_end": lambda values: str(values.facts.at_end),
    "at_start": lambda values: str(values.facts.at_start),
    "excess_who": lambda values: values.with_noun(values.facts.excess),
    "found": Values.found,
    "found_who": lambda values: values.with_noun(values.facts.found),
    "generous": lambda values: values.reading(1),
    "men": lambda values: str(values.facts.men),
    "missing_who": lambda values: values.with_noun(values.facts.missing),
    "number": lambda values: str(values.rule.number),
    "parts": lambda values: "; ".join(values.wording.title(rule_id) for rule_id in values.facts.rules),
    "people": Values.people,
    "role": lambda values: values.wording.role(values.facts.role),
    "spread": Values.spread,
    "strict": lambda values: values.reading(0),
    "subject": lambda values: values.wording.subject(values.finding.subject, values.case),
    "what": lambda values: values.wording.component(values.facts.component),
    "women": lambda values: str(values.facts.women),
}
