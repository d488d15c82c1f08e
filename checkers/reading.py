"""Partnership file (JSON) -> partnership, every fault with its path."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from checkers.faults import UnusableDocument
from checkers.model import Answer, Participant, Partner, Partnership, Replacement, Team, Visit
from checkers.node import Node
from checkers.planning import read_plan
from checkers.rulebook import COMPONENTS
from checkers.strict_json import parse
from checkers.words import CAPACITIES, EMPLOYED_BY_DEFAULT, GENDERS, METHODS, ROLES, SIDES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from checkers.faults import Fault
    from checkers.rulebook import Rule

__all__ = ["FORMAT", "LIMITS", "read", "read_values"]

FORMAT: Final = "partnership/1"

#: What one file may hold. Participants are the contract's limit; the rest keeps a report of the same order.
LIMITS: Final = {"partners": 100, "teams": 200, "participants": 2000, "visits": 1000, "replacements": 1000}

_DOCUMENT_KEYS: Final = ("format", "partners", "teams")
_PARTNER_KEYS: Final = ("id", "name", "country", "elected_opposition")
_TEAM_KEYS: Final = (
    "component",
    "application",
    "start",
    "end",
    "answers",
    "participants",
    "visits",
    "replacements",
)
_PARTICIPANT_KEYS: Final = (
    "name",
    "partner",
    "capacity",
    "side",
    "leading",
    "employed",
    "roles",
    "gender",
    "reason",
    "code_of_conduct",
    "approved",
)
_VISIT_KEYS: Final = ("country", "start", "end", "travellers", "methods", "answers", "plan")
_REPLACEMENT_KEYS: Final = ("leaves", "joins", "answers")
#: Every finding about a partner repeats its id.
_MAX_ID_CHARACTERS: Final = 200
#: A file with more faults than this is another sort of file; the first ones say so.
_MAX_FAULTS: Final = 100


def read(data: bytes | str, questions: Mapping[str, Rule]) -> Partnership:
    """Read a partnership file; `questions` are the rules that `answers` may name.

    Raises:
        UnusableDocument: the file cannot be checked; holds its first hundred faults, each with its path.
    """
    return read_values(parse(data), questions)


def read_values(values: object, questions: Mapping[str, Rule]) -> Partnership:
    """Read a partnership file from JSON values, wherever they came from.

    Raises:
        UnusableDocument: the file cannot be checked; holds its first hundred faults, each with its path.
    """
    faults: list[Fault] = []
    document = Node(values, "", faults)
    if not isinstance(document.value, dict):
        Node(document.value, "$", faults).fault("not_object")
        raise UnusableDocument(*faults)
    if "format" in document.value and document.value["format"] != FORMAT:
        # Another version may mean anything by its keys, so nothing else is worth saying.
        Node(document.value["format"], "format", faults).fault("other_format", allowed=FORMAT)
        raise UnusableDocument(*faults)
    partnership = _Reader(faults, questions).partnership(document)
    if faults:
        raise UnusableDocument(*faults[:_MAX_FAULTS])
    return partnership


class _Reader:
    """Reads one document; keeps what its parts must agree on."""

    def __init__(self, faults: list[Fault], questions: Mapping[str, Rule]) -> None:
        self._faults = faults
        self._questions = questions
        #: None where the partners could not be read: then nobody's partner is worth a fault.
        self._partner_ids: tuple[str, ...] | None = None
        self._counts: Counter[str] = Counter()

    def partnership(self, document: Node) -> Partnership:
        keys = document.object(_DOCUMENT_KEYS, required=_DOCUMENT_KEYS)
        partners = self._partners(keys["partners"])
        if not self._faults:
            self._partner_ids = tuple(partner.id for partner in partners)
        teams = tuple(map(self._team, self._limited(keys["teams"], "teams")))
        return Partnership(partners=partners, teams=teams)

    def _limited(self, node: Node, what: str) -> list[Node]:
        """Return a list's items, or none of them where the file holds too many."""
        items = node.items()
        self._counts[what] += len(items)
        if self._counts[what] > LIMITS[what]:
            node.fault(f"too_many_{what}", limit=LIMITS[what])
            return []
        return items

    def _partners(self, node: Node) -> tuple[Partner, ...]:
        items = self._limited(node, "partners")
        if isinstance(node.value, list) and not node.value:
            node.fault("no_partners")
        seen: set[str] = set()
        return tuple(self._partner(item, seen) for item in items)

    def _partner(self, node: Node, seen: set[str]) -> Partner:
        keys = node.object(_PARTNER_KEYS, required=("id",))
        partner_id = keys["id"].text() or ""
        if keys["id"].value == "":
            keys["id"].fault("missing")
        elif len(partner_id) > _MAX_ID_CHARACTERS:
            keys["id"].fault("id_too_long", limit=_MAX_ID_CHARACTERS)
        elif partner_id and partner_id in seen:
            keys["id"].fault("id_twice")
        seen.add(partner_id)
        return Partner(
            id=partner_id,
            name=keys["name"].text() or "",
            country=keys["country"].country(),
            elected_opposition=keys["elected_opposition"].boolean(),
        )

    def _team(self, node: Node) -> Team:
        keys = node.object(_TEAM_KEYS, required=("component",))
        before = len(self._faults)
        participants = tuple(
            self._participant(item, index)
            for index, item in enumerate(self._limited(keys["participants"], "participants"))
        )
        people = _People(participants, complete=len(self._faults) == before)
        start, end = self._period(keys)
        visits = self._limited(keys["visits"], "visits")
        return Team(
            component=keys["component"].one_of(COMPONENTS) or "",
            application=keys["application"].day(),
            start=start,
            end=end,
            answers=self._answers(keys["answers"]),
            participants=participants,
            visits=None
            if keys["visits"].value is None
            else tuple(self._visit(item, index, people) for index, item in enumerate(visits)),
            replacements=tuple(
                self._replacement(item, index, people)
                for index, item in enumerate(self._limited(keys["replacements"], "replacements"))
            ),
        )

    def _period(self, keys: Mapping[str, Node]) -> tuple[date | None, date | None]:
        start, end = keys["start"].day(), keys["end"].day()
        if start and end and end < start:
            keys["end"].fault("end_before_start", start=start.isoformat())
        return start, end

    def _participant(self, node: Node, index: int) -> Participant:
        keys = node.object(_PARTICIPANT_KEYS)
        partner = keys["partner"]
        capacity = keys["capacity"].one_of(CAPACITIES)
        employed = keys["employed"].boolean()
        if capacity and not node.has("employed"):
            employed = capacity in EMPLOYED_BY_DEFAULT
        return Participant(
            index=index,
            name=keys["name"].text() or "",
            partner=partner.text() if self._partner_ids is None else partner.one_of(self._partner_ids),
            capacity=capacity,
            side=keys["side"].one_of(SIDES),
            leading=keys["leading"].boolean(),
            employed=employed,
            roles=keys["roles"].several_of(ROLES) or (),
            gender=keys["gender"].one_of(GENDERS),
            reason=keys["reason"].text(),
            code_of_conduct=keys["code_of_conduct"].boolean(),
            approved=keys["approved"].boolean(),
        )

    def _visit(self, node: Node, index: int, people: _People) -> Visit:
        keys = node.object(_VISIT_KEYS)
        start, end = self._period(keys)
        travellers = keys["travellers"]
        return Visit(
            index=index,
            country=keys["country"].country(),
            start=start,
            end=end,
            travellers=None if travellers.value is None else people.found(travellers.items()),
            methods=keys["methods"].several_of(METHODS),
            answers=self._answers(keys["answers"]),
            plan=read_plan(keys["plan"]),
        )

    def _replacement(self, node: Node, index: int, people: _People) -> Replacement:
        keys = node.object(_REPLACEMENT_KEYS)
        leaves = people.found([keys["leaves"]]) if keys["leaves"].value is not None else ()
        return Replacement(
            index=index,
            leaves=leaves[0] if leaves else None,
            joins=keys["joins"].text() or "",
            answers=self._answers(keys["answers"]),
        )

    def _answers(self, node: Node) -> dict[str, Answer]:
        answers: dict[str, Answer] = {}
        for rule_id, answer in node.mapping().items():
            rule = self._questions.get(rule_id)
            if rule is None:
                answer.fault("unknown_question")
            elif rule.options:
                answers[rule_id] = answer.several_of([value for value, _ in rule.options])
            else:
                answers[rule_id] = answer.boolean()
        return answers


class _People:
    """A team's people by name, so that a name can point to exactly one of them."""

    def __init__(self, participants: tuple[Participant, ...], *, complete: bool) -> None:
        """Know the people; where they are not `complete`, an unknown name may be one that was not read."""
        self._number = Counter(person.name for person in participants)
        self._index = {person.name: person.index for person in participants}
        self._complete = complete

    def found(self, nodes: list[Node]) -> tuple[int, ...]:
        """Return the indexes of the people named, each once."""
        indexes = [self._one(node) for node in nodes]
        return tuple(dict.fromkeys(index for index in indexes if index is not None))

    def _one(self, node: Node) -> int | None:
        name = node.text()
        if name is None:
            if node.value is None:
                node.fault("not_text")
        elif self._number[name] == 1:
            return self._index[name]
        elif self._number[name]:
            node.fault("name_not_unique", number=self._number[name])
        elif self._complete:
            node.fault("name_unknown")
        return None
