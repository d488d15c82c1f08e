"""The labels of the participant form: one fact for the page, the sheet and the sentences about a field."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checkers.rulebook.table import Table
    from checkers.rulebook.text import Text

__all__ = ["Choice", "ComponentForm", "Field", "Form", "read_form"]


class Choice(NamedTuple):
    """One value that a field may have, with the word people see for it."""

    value: str
    label: Text


class Field(NamedTuple):
    """A field of the partnership file."""

    name: str
    label: Text
    hint: Text | None
    choices: tuple[Choice, ...]


class ComponentForm(NamedTuple):
    """What one component's rules need to be told."""

    #: Fields of a participant beyond name, partner and capacity, in order.
    fields: tuple[str, ...]
    roles: tuple[str, ...]
    #: Date fields of the team: `application`, `start`, `end`.
    dates: tuple[str, ...]


class Form(NamedTuple):
    """All fields by name, and what each component asks for."""

    fields: Mapping[str, Field]
    components: Mapping[str, ComponentForm]

    def component(self, component_id: str) -> ComponentForm:
        """Return what a component asks for."""
        return self.components[component_id]

    def choice(self, field: str, value: str) -> Text:
        """Return the word for a value of a field."""
        return next(choice.label for choice in self.fields[field].choices if choice.value == value)


def read_form(table: Table) -> Form:
    """Read `form.toml`.

    Raises:
        RulebookError: a label is missing, or a component names a field that is not there.
    """
    fields = {field.name: field for field in map(_field, table.tables("field"))}
    components = dict(_component(inner, fields) for inner in table.tables("component"))
    table.finish()
    return Form(fields=fields, components=components)


def _field(table: Table) -> Field:
    field = Field(
        name=table.string("name"),
        label=table.text("label"),
        hint=table.optional_text("hint"),
        choices=tuple(_choice(choice) for choice in table.tables("choices")),
    )
    table.finish()
    return field


def _choice(table: Table) -> Choice:
    choice = Choice(table.string("value"), table.text("label"))
    table.finish()
    return choice


def _component(table: Table, fields: Mapping[str, Field]) -> tuple[str, ComponentForm]:
    component = table.string("id")
    form = ComponentForm(
        fields=table.strings("fields") or (),
        roles=table.strings("roles") or (),
        dates=table.strings("dates") or (),
    )
    table.finish()
    roles = {choice.value for choice in fields["roles"].choices}
    for name, known in (("fields", fields), ("roles", roles), ("dates", fields)):
        for value in getattr(form, name):
            if value not in known:
                table.refuse(f"{component}: {name}", f"{value!r} is not a {name[:-1]} of the form")
    return component, form
