"""What stands for a sentence's placeholders: the names and numbers of one finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from checkers.rulebook import Count, Holder

if TYPE_CHECKING:
    from datetime import date

    from checkers.case import Case
    from checkers.findings import Finding
    from checkers.rulebook import Rule
    from checkers.wording import Wording

__all__ = ["Values"]


class Values(dict[str, str]):
    """The placeholders of one finding, worked out when a sentence asks for them."""

    def __init__(self, wording: Wording, finding: Finding, case: Case) -> None:
        """Speak of `finding`, made on the team in `case`."""
        super().__init__()
        self._wording = wording
        self._finding = finding
        self._case = case

    def __missing__(self, name: str) -> str:
        return cast("str", getattr(self, f"_{name}")())

    @property
    def _rule(self) -> Rule:
        return self._finding.rule

    def _fact(self, name: str) -> object:
        return self._finding.outcome.facts.get(name)

    def _number_fact(self, name: str) -> int:
        return cast("int", self._fact(name) or 0)

    def _with_noun(self, number: int) -> str:
        spec = self._rule.spec
        return self._wording.counted(spec.noun, number) if isinstance(spec, Count | Holder) else str(number)

    def _subject(self) -> str:
        return self._wording.subject(self._finding.subject, self._case)

    def _asked(self) -> str:
        return self._rule.asked(self._wording.language)

    def _asked_who(self) -> str:
        return self._rule.asked_who(self._wording.language)

    def _number(self) -> str:
        return str(self._rule.number)

    def _found(self) -> str:
        if (months := self._fact("months")) is not None:
            return self._wording.time(cast("int", months), self._number_fact("days"))
        return str(self._number_fact("found"))

    def _found_who(self) -> str:
        return self._with_noun(self._number_fact("found"))

    def _missing_who(self) -> str:
        return self._with_noun(self._number_fact("missing"))

    def _excess_who(self) -> str:
        return self._with_noun(self._number_fact("excess"))

    def _women(self) -> str:
        return str(self._number_fact("women"))

    def _men(self) -> str:
        return str(self._number_fact("men"))

    def _people(self) -> str:
        indexes = cast("tuple[int, ...]", self._fact("people") or ())
        return self._wording.listed(self._wording.person(index, self._case) for index in indexes)

    def _role(self) -> str:
        return self._wording.role(cast("str", self._fact("role")))

    def _what(self) -> str:
        return self._wording.component(cast("str", self._fact("component")))

    def _strict(self) -> str:
        return self._reading(0)

    def _generous(self) -> str:
        return self._reading(1)

    def _reading(self, which: int) -> str:
        return self._wording.text(self._rule.readings[which]) if self._rule.readings else ""

    def _at_start(self) -> str:
        return self._day("at_start")

    def _at_end(self) -> str:
        return self._day("at_end")

    def _day(self, name: str) -> str:
        return cast("date", self._fact(name)).isoformat()

    def _parts(self) -> str:
        rules = cast("tuple[str, ...]", self._fact("rules") or ())
        return "; ".join(self._wording.title(rule_id) for rule_id in rules)

    def _spread(self) -> str:
        partners = cast("tuple[str, ...]", self._fact("partners") or ())
        numbers = cast("tuple[int, ...]", self._fact("numbers") or ())
        named = (self._wording.partner(partner, self._case) for partner in partners)
        return self._wording.listed(f"{name} {number}" for name, number in zip(named, numbers, strict=True))
