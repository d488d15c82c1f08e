"""Findings and faults -> sentences in Swedish or English, from the rulebook's text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from checkers.rulebook import Noun, Text, span
from checkers.values import Values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checkers.case import Case
    from checkers.faults import Fault
    from checkers.findings import Finding, Subject
    from checkers.rulebook import Rulebook

__all__ = ["Wording", "Words"]

_TWO_STOPS: Final = re.compile(r"(?<!\.)\.\.(?=\s|$)")
_AND: Final = Text("och", "and")
_MORE: Final = Text("till", "more")
_MONTHS_IN_YEAR: Final = 12
_DAYS: Final = Noun(Text("dag", "day"), Text("dagar", "days"))
#: A sentence names at most so many people; the rest are counted.
_NAMED: Final = 5
#: A longer name is cut: it stands in many sentences, and a file may hold one of two million letters.
_NAME_CHARACTERS: Final = 200


class Words(NamedTuple):
    """The finished sentences of one finding; `advice` is empty where there is nothing to do."""

    title: str
    message: str
    advice: str


class Wording:
    """Says things in one language."""

    def __init__(self, rulebook: Rulebook, language: str) -> None:
        """Speak `language` (`sv` or `en`) with the rulebook's sentences."""
        self._rulebook = rulebook
        self.language: str = language

    def say(self, phrase: str, **values: str | int) -> str:
        """Return a sentence of the rulebook's phrases, its placeholders filled in."""
        return self._rulebook.phrases[phrase](self.language).format(**values)

    def fault(self, fault: Fault) -> str:
        """Return what is wrong with a file, and what is allowed."""
        return self.say(f"fault.{fault.code}", **fault.values)

    def finding(self, finding: Finding, case: Case) -> Words:
        """Return a finding's sentences; names and numbers come from the team in `case`."""
        rule, outcome = finding.rule, finding.outcome
        phrases = self._rulebook.phrases
        message = rule.messages.get(outcome.reason) or phrases[f"{rule.kind}.{outcome.reason}"]
        advice = (
            rule.advice.get(outcome.reason)
            or phrases.get(f"{rule.kind}-advice.{outcome.reason}")
            or phrases.get(f"advice.{outcome.status}")
        )
        values = Values(self, finding, case)
        return Words(
            title=rule.title(self.language),
            message=self._about(finding.subject, case, self.filled(message, values)),
            advice=self.filled(advice, values) if advice else "",
        )

    def _about(self, subject: Subject, case: Case, message: str) -> str:
        """Return a message that says which visit or replacement it is about."""
        if subject.visit is None and subject.replacement is None:
            return message
        name = self.subject(subject, case)
        return message if name in message else f"{name}: {message}"

    def filled(self, text: Text, values: Mapping[str, str]) -> str:
        """Return a text with its placeholders filled in; the first letter is a capital."""
        said = text(self.language)
        if "{" in said:
            # A name that ends in a full stop also ends the sentence.
            said = _TWO_STOPS.sub(".", said.format_map(values))
        return said[:1].upper() + said[1:]

    def title(self, rule_id: str) -> str:
        """Return a rule in one line."""
        return self._rulebook.rule(rule_id).title(self.language)

    def role(self, role: str) -> str:
        """Return the word for a role, as it stands inside a sentence."""
        label = self._rulebook.form.choice("roles", role)(self.language)
        return label[:1].lower() + label[1:]

    def component(self, component: str) -> str:
        """Return a component's name, as it stands inside a sentence."""
        return self._rulebook.group(component).name(self.language).lower()

    def text(self, text: Text) -> str:
        """Return a text in this language."""
        return text(self.language)

    def counted(self, noun: Noun, number: int) -> str:
        """Return a number with its noun."""
        return noun.counted(number, self.language)

    def listed(self, items: Iterable[str]) -> str:
        """Return `A, B and C`, or the first few and how many more."""
        names = list(items)
        if len(names) > _NAMED:
            names = [*names[: _NAMED - 1], f"{len(names) - _NAMED + 1} {self.text(_MORE)}"]
        if len(names) <= 1:
            return "".join(names)
        return f"{', '.join(names[:-1])} {self.text(_AND)} {names[-1]}"

    def time(self, months: int, days: int) -> str:
        """Return a length of time, as `1 year, 2 months and 3 days`."""
        years, rest = divmod(months, _MONTHS_IN_YEAR)
        parts = [span(number, number, self.language) for number in (years * _MONTHS_IN_YEAR, rest) if number]
        if days or not parts:
            parts.append(self.counted(_DAYS, days))
        return self.listed(parts)

    def subject(self, subject: Subject, case: Case) -> str:
        """Return what to call a finding's subject."""
        if subject.visit is not None:
            return self.say("subject.visit", number=subject.visit + 1)
        if subject.replacement is not None:
            return self.say("subject.replacement", number=subject.replacement + 1)
        if subject.participant is not None:
            return self.person(subject.participant, case)
        return self.say("subject.team") if subject.partner is None else self.partner(subject.partner, case)

    def person(self, index: int, case: Case) -> str:
        """Return a person's name, or the person's number in the team."""
        name = _cut(case.team.participants[index].name)
        return name or self.say("subject.person", number=index + 1)

    def partner(self, partner_id: str, case: Case) -> str:
        """Return a partner's name, or the partner's number in the partnership."""
        name = _cut(case.partner(partner_id).name)
        return name or self.say("subject.partner", number=case.place_of(partner_id) + 1)


def _cut(name: str) -> str:
    name = name.strip()
    return name if len(name) <= _NAME_CHARACTERS else f"{name[:_NAME_CHARACTERS]}…"
