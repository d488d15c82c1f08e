"""The rulebook's values: rules, the groups they come in, and where each was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checkers.rulebook.specs import Balance, Companion, Count, Duration, Holder, Question, Visits
from checkers.rulebook.text import number_range, span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from checkers.rulebook.fields import Form
    from checkers.rulebook.specs import Spec
    from checkers.rulebook.text import Text

__all__ = ["COMPONENTS", "SCOPES", "STRENGTHS", "TOPICS", "Contents", "Group", "Rule", "Rulebook", "Source"]

#: The programme's components, in the order the source presents them.
COMPONENTS: Final = ("inception", "project", "steering", "expansion", "dissemination")
STRENGTHS: Final = ("must", "should", "encouraged", "may", "information")
#: Whom one finding is about; a rule of scope `participant` or `traveller` also gives one for the team.
SCOPES: Final = ("team", "partner", "participant", "traveller", "visit", "replacement")
TOPICS: Final = (
    "team",
    "time",
    "visits",
    "before",
    "content",
    "tasks",
    "learning",
    "people",
    "steps",
    "unsaid",
)


class Source(NamedTuple):
    """Where a rule was read."""

    section: str
    #: A key phrase in Swedish, at most ten words; empty where the source is silent.
    quote: str
    read: date
    #: The guide's paragraph, relative to the site's language root.
    page: str


class Rule(NamedTuple):
    """One rule of the programme, with its texts."""

    id: str
    group: str
    kind: str
    scope: str
    topic: str
    strength: str
    spec: Spec
    source: Source
    titles: Text
    #: Sentences of the rule's own, by reason; where it has none, those of its kind serve.
    messages: Mapping[str, Text]
    advice: Mapping[str, Text]
    explains: Text | None = None
    questions: Text | None = None
    hints: Text | None = None
    #: Where the source bears two readings: what the strict and the generous one say.
    readings: tuple[Text, Text] | None = None
    #: Where ICLD's English page says something else.
    differs: Text | None = None

    @property
    def anchor(self) -> str:
        """The id of the rule's paragraph on its page."""
        return self.id.replace(".", "-")

    @property
    def is_question(self) -> bool:
        """May the rule's id stand in `answers`?"""
        return isinstance(self.spec, Question | Companion)

    @property
    def options(self) -> tuple[tuple[str, Text], ...]:
        """The values of a tick list with their labels; empty for a yes/no question."""
        return self.spec.options if isinstance(self.spec, Question) else ()

    @property
    def number(self) -> int | None:
        """The rule's largest number as it stands in the data, where it has one."""
        match self.spec:
            case Count(min=least, max=most) | Visits(min=least, max=most):
                return least if most is None else most
            case _:
                return None

    def title(self, language: str) -> str:
        """Return the rule in one line, its numbers filled in."""
        return self._filled(self.titles, language)

    def explain(self, language: str) -> str:
        """Return what the rule means and how it is read, or nothing."""
        return self._filled(self.explains, language)

    def question(self, language: str) -> str:
        """Return the question that decides the rule, or nothing."""
        return self._filled(self.questions, language)

    def hint(self, language: str) -> str:
        """Return the help to the question, or nothing."""
        return self._filled(self.hints, language)

    def asked(self, language: str) -> str:
        """Return the number the rule asks for, as `1–2` or `6 months`, or nothing."""
        match self.spec:
            case Count(min=least, max=most):
                return number_range(least, most, language)
            case Duration(min_months=least, max_months=most):
                return span(least, most, language)
            case Visits(min=least, max=most):
                return number_range(least, most, language)
            case Holder():
                return number_range(1, 1, language)
            case Question(options=options, ticks=ticks) if options:
                return number_range(ticks, ticks if ticks == len(options) else None, language)
            case _:
                return ""

    def asked_who(self, language: str) -> str:
        """Return the number with its noun, as `2 politicians`, or the bare number."""
        asked = self.asked(language)
        if isinstance(self.spec, Count):
            largest = self.spec.max if self.spec.max is not None else self.spec.min
            return self.spec.noun.after(asked, largest or 0, language)
        if isinstance(self.spec, Holder):
            return self.spec.noun.after(asked, 1, language)
        return asked

    def _filled(self, text: Text | None, language: str) -> str:
        if text is None:
            return ""
        filled = text(language)
        if "{" in filled:
            filled = filled.format_map(self._figures(language))
        return filled[:1].upper() + filled[1:]

    def _figures(self, language: str) -> dict[str, str | int | None]:
        """Return what the placeholders of the rule's own texts stand for."""
        figures: dict[str, str | int | None] = {
            "asked": self.asked(language),
            "asked_who": self.asked_who(language),
            "number": self.number,
        }
        match self.spec:
            case Duration(note_below_months=int(months)):
                figures["short"] = span(months, months, language)
            case Balance(max_difference=difference, min_percent=percent):
                figures |= {"max_difference": difference, "min_percent": percent}
            case _:
                pass
        return figures


class Group(NamedTuple):
    """The rules of one component, or a group that several share, with the page they stand on."""

    id: str
    #: The page's address, relative to the site's language root, with a slash at the end.
    page: str
    section: str
    read: date
    name: Text
    rules: tuple[Rule, ...]


class Contents(NamedTuple):
    """All that the rulebook's files say."""

    version: str
    #: The source's title and address.
    document: str
    address: str
    groups: tuple[Group, ...]
    form: Form
    #: The sentences of each kind of rule and fault, by `kind.reason`.
    phrases: Mapping[str, Text]


class Rulebook:
    """All rules, in the order the source presents them, and the participant form's fields; read-only."""

    def __init__(self, contents: Contents) -> None:
        """Keep what was read, with the rules and their groups at hand by id."""
        self.contents = contents
        self.version = contents.version
        self.document = contents.document
        self.address = contents.address
        self.groups = contents.groups
        self.form = contents.form
        self.phrases = contents.phrases
        self._groups = {group.id: group for group in contents.groups}
        self._rules = {rule.id: rule for group in contents.groups for rule in group.rules}
        #: The rules that `answers` may name, by id.
        self.questions = {rule.id: rule for rule in self._rules.values() if rule.is_question}

    def rule(self, rule_id: str) -> Rule:
        """Return a rule.

        Raises:
            KeyError: no rule has that id.
        """
        return self._rules[rule_id]

    def group(self, group_id: str) -> Group:
        """Return a group.

        Raises:
            KeyError: no group has that id.
        """
        return self._groups[group_id]
