"""One change to a team's people, and the team after some of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, NotRequired, TypedDict

from checkers.model import Participant
from checkers.words import EMPLOYED_BY_DEFAULT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checkers.model import Team

__all__ = ["BLANK", "Step", "StepJson", "applied"]

#: Somebody of whom nothing is known.
BLANK: Final = Participant(
    index=-1,
    name="",
    partner=None,
    capacity=None,
    side=None,
    leading=None,
    employed=None,
    roles=(),
    gender=None,
    reason=None,
    code_of_conduct=None,
    approved=None,
)


class StepJson(TypedDict):
    """A step as it stands in a report: somebody new, or a place in the team."""

    op: str
    participant: int | dict[str, Any]
    set: NotRequired[dict[str, Any]]
    why: list[str]


class Step(NamedTuple):
    """Add somebody, change somebody's fields (any number of them is one change), or remove somebody."""

    op: Literal["add", "change", "remove"]
    #: The fields that are stated, as in the partnership file.
    values: Mapping[str, Any]
    #: Whom it concerns, by place in the team as it was before any step; None for somebody new.
    participant: int | None = None
    #: The rules, by id, that it helps to repair.
    why: tuple[str, ...] = ()

    @classmethod
    def read(cls, json: StepJson) -> Step:
        """Return the step that stands in a report."""
        whom = json["participant"]
        op: Literal["add", "change", "remove"]
        match json["op"]:
            case "add":
                op = "add"
            case "remove":
                op = "remove"
            case _:
                op = "change"
        if isinstance(whom, dict):
            return cls(op=op, values=whom, why=tuple(json["why"]))
        return cls(op=op, participant=whom, values=json.get("set", {}), why=tuple(json["why"]))

    @property
    def json(self) -> StepJson:
        """The step as it stands in a report."""
        values, why = dict(self.values), list(self.why)
        if self.participant is None:
            return StepJson(op=self.op, participant=values, why=why)
        if self.op == "remove":
            return StepJson(op=self.op, participant=self.participant, why=why)
        return StepJson(op=self.op, participant=self.participant, set=values, why=why)


def applied(team: Team, steps: Iterable[Step]) -> Team:
    """Return the team after all steps: people keep their places, and somebody new comes last."""
    people: list[Participant | None] = list(team.participants)
    for step in steps:
        if step.participant is None:
            people.append(_with(BLANK, step.values))
        elif step.op == "remove":
            people[step.participant] = None
        else:
            people[step.participant] = _with(team.participants[step.participant], step.values)
    left = (person for person in people if person is not None)
    return team._replace(
        participants=tuple(person._replace(index=index) for index, person in enumerate(left))
    )


def _with(person: Participant, values: Mapping[str, Any]) -> Participant:
    fields: dict[str, Any] = {
        name: tuple(value) if name == "roles" else value for name, value in values.items()
    }
    if person.index < 0:
        fields.setdefault("employed", fields.get("capacity") in EMPLOYED_BY_DEFAULT)
    return person._replace(**fields)
