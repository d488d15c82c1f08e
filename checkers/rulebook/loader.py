"""TOML files -> rulebook, refused with file, rule and field where something is not right."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Final, NamedTuple

from checkers.rulebook.fields import read_form
from checkers.rulebook.model import SCOPES, STRENGTHS, TOPICS, Contents, Group, Rule, Rulebook, Source
from checkers.rulebook.spec_reader import read_spec
from checkers.rulebook.specs import KINDS, Derived
from checkers.rulebook.table import RulebookError, Table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from importlib.resources.abc import Traversable

    from checkers.rulebook.text import Text

__all__ = ["load_folder"]

_MAX_QUOTE_WORDS: Final = 10
#: Placeholders that a rule's own numbers fill, in its texts and in a finding's sentences.
_NUMBER_PLACEHOLDERS: Final = ("asked", "asked_who", "number")
_RULE_PLACEHOLDERS: Final = (*_NUMBER_PLACEHOLDERS, "max_difference", "min_percent", "short")
#: Placeholders of a finding's sentences; `checkers.wording` fills them.
_MESSAGE_PLACEHOLDERS: Final = (
    *_NUMBER_PLACEHOLDERS,
    "at_end",
    "at_start",
    "excess_who",
    "found",
    "found_who",
    "generous",
    "men",
    "missing_who",
    "parts",
    "people",
    "role",
    "spread",
    "strict",
    "subject",
    "what",
    "women",
)
#: Placeholders of a repair's sentences; `checkers.repair.telling` fills those that findings have not.
_FIX_PLACEHOLDERS: Final = (*_MESSAGE_PLACEHOLDERS, "name", "partner", "roles", "who")
#: Placeholders of a fault's sentence, and of the names given to what has none.
_FAULT_PLACEHOLDERS: Final = (
    "allowed",
    "column",
    "key",
    "limit",
    "line",
    "number",
    "position",
    "start",
    "value",
)
#: Placeholders of the time line's sentences; `checkers.timeline` fills them.
_TIMELINE_PLACEHOLDERS: Final = (
    "end",
    "length",
    "message",
    "number",
    "place",
    "start",
    "status",
    "team",
    "title",
    "what",
)


class _Origin(NamedTuple):
    """What a rule takes from its file's heading where it does not say otherwise."""

    page: str
    section: str
    read: date


def load_folder(folder: Traversable) -> Rulebook:
    """Read a rulebook from a folder: `rulebook.toml`, which lists the groups, and a file for each.

    Raises:
        RulebookError: a file is missing or malformed; names the file, the rule and the field.
    """
    index = _table(folder, "rulebook.toml")
    groups = tuple(_group(_table(folder, f"{name}.toml"), name) for name in index.strings("groups") or ())
    _check_ids(groups)
    contents = Contents(
        version=index.string("version"),
        document=index.string("document"),
        address=index.string("address"),
        groups=groups,
        form=read_form(_table(folder, "form.toml")),
        phrases={
            **_phrases(_table(folder, "phrases.toml", allowed=_MESSAGE_PLACEHOLDERS)),
            **_phrases(_table(folder, "fix.toml", allowed=_FIX_PLACEHOLDERS)),
            **_phrases(_table(folder, "faults.toml", allowed=_FAULT_PLACEHOLDERS)),
            **_phrases(_table(folder, "timeline.toml", allowed=_TIMELINE_PLACEHOLDERS)),
        },
    )
    index.finish()
    return Rulebook(contents)


def _table(folder: Traversable, name: str, *, allowed: Iterable[str] = _RULE_PLACEHOLDERS) -> Table:
    try:
        values = tomllib.loads(folder.joinpath(name).read_text("utf-8"))
    except FileNotFoundError:
        raise RulebookError(f"{name}: is missing") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RulebookError(f"{name}: is not TOML in UTF-8 ({error})") from None
    return Table(values, name, allowed=tuple(allowed))


def _phrases(table: Table) -> dict[str, Text]:
    kinds = tuple(table.keys())
    return {f"{kind}.{reason}": text for kind in kinds for reason, text in table.texts(kind).items()}


def _group(table: Table, name: str) -> Group:
    origin = _Origin(table.string("page"), table.string("section"), table.day("read"))
    group = Group(
        id=name,
        page=origin.page,
        section=origin.section,
        read=origin.read,
        name=table.text("name"),
        rules=tuple(_rule(values, name, origin) for values in _rule_tables(table)),
    )
    table.finish()
    return group


def _rule_tables(table: Table) -> list[dict[str, object]]:
    rules = table.take("rule")
    if not isinstance(rules, list) or not rules:
        table.refuse("rule", "must be a list of at least one rule")
    return rules


def _rule(values: dict[str, object], name: str, origin: _Origin) -> Rule:
    rule_id = values.get("id")
    if not isinstance(rule_id, str) or not rule_id.startswith(f"{name}."):
        raise RulebookError(f"{name}.toml: {rule_id!r}: id: must begin with {name!r} and a dot")
    where = f"{name}.toml: {rule_id}"
    sentences = Table(
        {key: values[key] for key in ("messages", "advice") if key in values},
        where,
        allowed=_MESSAGE_PLACEHOLDERS,
    )
    table = Table(
        {key: value for key, value in values.items() if key not in ("id", "messages", "advice")},
        where,
        allowed=_RULE_PLACEHOLDERS,
    )
    kind = table.one_of("kind", KINDS)
    rule = Rule(
        id=rule_id,
        group=name,
        kind=kind,
        scope=table.one_of("scope", SCOPES),
        topic=table.one_of("topic", TOPICS),
        strength=table.one_of("strength", STRENGTHS),
        spec=read_spec(kind, table),
        source=_source(table, rule_id, origin),
        titles=table.text("title"),
        explains=table.optional_text("explain"),
        questions=table.optional_text("question"),
        hints=table.optional_text("hint"),
        readings=_readings(table),
        differs=table.optional_text("differs"),
        messages=sentences.texts("messages"),
        advice=sentences.texts("advice"),
    )
    if rule.is_question and rule.questions is None:
        table.refuse("question", "is missing")
    table.finish()
    return rule


def _readings(table: Table) -> tuple[Text, Text] | None:
    for readings in table.tables("readings"):
        pair = readings.text("strict"), readings.text("generous")
        readings.finish()
        return pair
    return None


def _source(table: Table, rule_id: str, origin: _Origin) -> Source:
    quote = table.string("quote", default="")
    if len(quote.split()) > _MAX_QUOTE_WORDS:
        table.refuse("quote", f"has more than {_MAX_QUOTE_WORDS} words")
    return Source(
        section=table.string("section", default=origin.section),
        quote=quote,
        read=table.day("read", default=origin.read),
        page=f"{origin.page}#{rule_id.replace('.', '-')}",
    )


def _check_ids(groups: tuple[Group, ...]) -> None:
    seen: set[str] = set()
    for rule in (rule for group in groups for rule in group.rules):
        if rule.id in seen:
            raise RulebookError(f"{rule.group}.toml: {rule.id}: id: stands twice")
        if isinstance(rule.spec, Derived):
            for part in rule.spec.parts:
                # A part must come first, so that its answer is there when the whole is worked out.
                if part not in seen:
                    raise RulebookError(
                        f"{rule.group}.toml: {rule.id}: parts: no rule {part!r} above this one"
                    )
        seen.add(rule.id)
