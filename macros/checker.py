"""The checker as the build renders it: a checklist that needs no script, and what the script has to know."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from babel import Locale

from checkers.rulebook import COMPONENTS, Companion
from checkers.sheets.list_people import FIELDS
from checkers.strict_json import MAX_BYTES
from checkers.words import EMPLOYED_BY_DEFAULT, SWEDEN
from macros.checker_examples import example
from macros.concerns import concerns
from macros.interface import interface
from macros.letter import causes
from macros.scripts import embedded, modules_of
from macros.seat_offer import seat_offers
from macros.words import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkers.rulebook import Rule
    from macros.guide import Guide

__all__ = ["checker", "countries", "settings"]

#: The shared groups whose findings every team gets.
_PEOPLE: Final = "participants"
#: Codes in Unicode's list that are no country: unions, outlying areas, private use and the like.
_NO_COUNTRY: Final = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
)


def checker(guide: Guide, component: str | None = None) -> str:
    """Return the checker of one component, or of all with a choice between them."""
    chosen = (component,) if component else COMPONENTS
    return guide.render(
        "checker.html",
        words=interface(guide.language),
        assets=guide.asset("checker/"),
        modules=modules_of("team-checker.js"),
        groups=[guide.book.group(each) for each in chosen],
        people=guide.book.group(_PEOPLE),
        settings=embedded(settings(guide, chosen)),
    )


def settings(guide: Guide, components: Iterable[str]) -> dict[str, Any]:
    """Return all that the form needs to know: words, fields, choices, questions and where rules stand."""
    book, language = guide.book, guide.language
    return {
        "language": language,
        "root": guide.up,
        "maxBytes": MAX_BYTES,
        "homeCountry": SWEDEN,
        "employedByDefault": EMPLOYED_BY_DEFAULT,
        "rulebook": {"version": book.version, "read": str(max(group.read for group in book.groups))},
        "words": {**interface(language), **_report_words(guide)},
        "countries": countries(language),
        "fields": {name: _field(guide, name) for name in book.form.fields},
        "names": [(each, book.group(each).name(language)) for each in COMPONENTS],
        "components": [_component(guide, each) for each in components],
        "visitQuestions": _questions(guide, "exchange", "visit"),
        "travelQuestions": _questions(guide, "exchange", "team"),
        "replacementQuestions": _questions(guide, "replacement", "replacement"),
        "causes": causes(language),
        "listFields": FIELDS,
        "concerns": concerns(book),
        "topics": {rule.id: rule.topic for group in book.groups for rule in group.rules},
    }


def _report_words(guide: Guide) -> dict[str, str]:
    """Return what the report's statuses and strengths are called, as everywhere else."""
    return {
        name: text(guide.language)
        for name, text in guide.book.phrases.items()
        if name.startswith(("status.", "strength."))
    }


@cache
def countries(language: str) -> list[tuple[str, str]]:
    """Return the world's countries in a language, by code (ISO 3166-1 alpha-2, and XK), in its own order."""
    names = Locale(language).territories
    found = [
        (code, name)
        for code, name in names.items()
        if len(code) == len(SWEDEN) and code.isalpha() and code not in _NO_COUNTRY
    ]
    return sorted(found, key=lambda country: sort_key(country[1], language))


def _component(guide: Guide, component: str) -> dict[str, Any]:
    form = guide.book.form.component(component)
    return {
        "id": component,
        "name": guide.book.group(component).name(guide.language),
        "fields": form.fields,
        "roles": form.roles,
        "dates": form.dates,
        "questions": [*_questions(guide, component), *_questions(guide, _PEOPLE)],
        "seats": seat_offers(guide, component),
        "example": example(component, guide.language),
        "rightExample": example(component, guide.language, right=True),
    }


def _questions(guide: Guide, group: str, scope: str | None = None) -> list[dict[str, Any]]:
    rules = guide.book.group(group).rules
    return [_question(guide, rule) for rule in rules if rule.is_question and scope in (None, rule.scope)]


def _question(guide: Guide, rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "topic": rule.topic,
        "title": rule.title(guide.language),
        "question": rule.question(guide.language),
        "hint": rule.hint(guide.language),
        "options": [(value, label(guide.language)) for value, label in rule.options],
        "strength": rule.strength,
        "page": rule.source.page,
        "decidedBy": _decided_by(guide, rule),
    }


def _decided_by(guide: Guide, rule: Rule) -> dict[str, str] | None:
    """Return the component whose team, where the partnership has one, answers the question."""
    if not isinstance(rule.spec, Companion):
        return None
    component = rule.spec.component
    return {"component": component, "name": guide.book.group(component).name(guide.language).lower()}


def _field(guide: Guide, name: str) -> dict[str, Any]:
    field = guide.book.form.fields[name]
    return {
        "label": field.label(guide.language),
        "hint": field.hint(guide.language) if field.hint else "",
        "choices": [(choice.value, choice.label(guide.language)) for choice in field.choices],
    }
