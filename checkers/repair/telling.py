"""The steps of a repair as sentences: whom to add, who may take over from whom, which role goes where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkers.words import EMPLOYED_BY_DEFAULT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from checkers.case import Case
    from checkers.repair.steps import Step
    from checkers.rulebook import Rulebook
    from checkers.wording import Wording

__all__ = ["Telling"]

#: Fields that say who somebody is; another value is another person, or a mistake put right.
_FACTS: Final = ("partner", "capacity", "side", "leading", "employed")


class Telling:
    """Says in one language what is to be done with the people of one team."""

    def __init__(self, case: Case, rulebook: Rulebook, wording: Wording) -> None:
        """Name the people and partners of `case`."""
        self._case = case
        self._rulebook = rulebook
        self._wording = wording

    def step(self, step: Step) -> str:
        """Return what a step asks for: a sentence or two."""
        if step.participant is None:
            return self._add(step.values)
        name = self._wording.person(step.participant, self._case)
        if step.op == "remove":
            return self._say("fix.remove", name=name)
        return " ".join(self._change(step.participant, name, step.values))

    def _add(self, values: Mapping[str, Any]) -> str:
        who, roles = self._who(values), self._roles(values.get("roles", ()))
        if values["partner"] is None:
            return self._say("fix.add_external", who=who)
        partner = self._wording.partner(values["partner"], self._case)
        phrase = "fix.add_as" if roles else "fix.add"
        return self._say(phrase, who=who, partner=partner, roles=roles)

    def _change(self, index: int, name: str, values: Mapping[str, Any]) -> Iterator[str]:
        """Yield a sentence on who somebody is, on the code of conduct, and on roles given and taken."""
        person = self._case.team.participants[index]
        facts = {field: values[field] for field in _FACTS if field in values}
        if facts:
            stated = {field: getattr(person, field) for field in _FACTS} | facts
            who = self._who(stated, asked=tuple(facts))
            if "partner" in facts:
                yield self._move(who, name, facts["partner"])
            elif all(getattr(person, field) is None for field in facts):
                yield self._say("fix.state", name=name, who=who)
            else:
                yield self._say("fix.swap", name=name, who=who)
        if any(value is True for field, value in values.items() if field not in _FACTS):
            yield self._say("fix.sound", name=name)
        if "roles" in values:
            given = [role for role in values["roles"] if role not in person.roles]
            taken = [role for role in person.roles if role not in values["roles"]]
            if given:
                yield self._say("fix.give", name=name, roles=self._roles(given))
            if taken:
                yield self._say("fix.take", name=name, roles=self._roles(taken))

    def _move(self, who: str, name: str, partner: str | None) -> str:
        if partner is None:
            return self._say("fix.swap_external", name=name, who=who)
        return self._say(
            "fix.swap_at", name=name, who=who, partner=self._wording.partner(partner, self._case)
        )

    def _who(
        self, values: Mapping[str, Any], asked: tuple[str, ...] = ("side", "leading", "employed")
    ) -> str:
        """Return somebody of a sort, in as few words as say what is asked."""
        capacity = values.get("capacity")
        word = capacity or "someone"
        if capacity == "politician" and values.get("side") and "side" in asked:
            word = values["side"]
        elif capacity == "civil_servant" and values.get("leading") and "leading" in asked:
            word = "leading"
        who = self._text(f"fix-who.{word}")
        employed = values.get("employed")
        if "employed" in asked and employed is not None and employed != (capacity in EMPLOYED_BY_DEFAULT):
            return self._text("fix-who.employed" if employed else "fix-who.not_employed").format(who=who)
        return who

    def _roles(self, roles: tuple[str, ...] | list[str]) -> str:
        return self._wording.listed(self._wording.role(role) for role in roles)

    def _text(self, phrase: str) -> str:
        return self._wording.text(self._rulebook.phrases[phrase])

    def _say(self, phrase: str, **values: str) -> str:
        return self._wording.filled(self._rulebook.phrases[phrase], values)
