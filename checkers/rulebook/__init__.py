"""The programme's rules as data: TOML files with Swedish and English text, and the values read from them."""

from __future__ import annotations

from checkers.rulebook.current import load
from checkers.rulebook.fields import Choice, ComponentForm, Field, Form
from checkers.rulebook.model import COMPONENTS, STRENGTHS, Group, Rule, Rulebook, Source
from checkers.rulebook.specs import (
    Balance,
    Companion,
    Count,
    Derived,
    Duration,
    Given,
    Holder,
    HolderIs,
    Note,
    Question,
    Spec,
    Visits,
    Who,
)
from checkers.rulebook.text import LANGUAGES, Noun, Text, day, number_range, span

__all__ = [
    "COMPONENTS",
    "LANGUAGES",
    "STRENGTHS",
    "Balance",
    "Choice",
    "Companion",
    "ComponentForm",
    "Count",
    "Derived",
    "Duration",
    "Field",
    "Form",
    "Given",
    "Group",
    "Holder",
    "HolderIs",
    "Note",
    "Noun",
    "Question",
    "Rule",
    "Rulebook",
    "Source",
    "Spec",
    "Text",
    "Visits",
    "Who",
    "day",
    "load",
    "number_range",
    "span",
]
