"""What each kind of rule needs to know: one frozen value a kind, filled from a rule's TOML table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from checkers.rulebook.text import Noun, Text

__all__ = [
    "KINDS",
    "Balance",
    "Companion",
    "Count",
    "Derived",
    "Duration",
    "Given",
    "Holder",
    "HolderIs",
    "Note",
    "Question",
    "Spec",
    "Visits",
    "Who",
]


class Who(NamedTuple):
    """Which people a rule speaks of; a field that is None asks nothing."""

    capacity: tuple[str, ...] | None = None
    side: str | None = None
    leading: bool | None = None
    employed: bool | None = None
    role: str | None = None


class Count(NamedTuple):
    """So many people of a sort; with several sorts, so many of each."""

    who: tuple[Who, ...]
    noun: Noun
    min: int | None = None
    max: int | None = None
    #: People whom only the generous reading counts towards `min`.
    also: Who | None = None
    #: The status of more than `max`: `unclear` where the source is silent rather than against.
    over: Literal["unmet", "unclear"] = "unmet"
    #: A fact about the partner without which the rule does not apply.
    when: Literal["elected_opposition"] | None = None


class Holder(NamedTuple):
    """Exactly one person holds a role."""

    role: str
    noun: Noun
    who: Who = Who()
    #: The generous reading lets one holder serve the whole team (or, in scope team, one a partner).
    shared: bool = False


class HolderIs(NamedTuple):
    """Whoever holds a role is one of a sort."""

    role: str
    who: Who
    #: Is it enough that one holder is, or must all be?
    need: Literal["all", "any"] = "all"
    #: The status where nobody holds the role, and where a holder is not of the sort.
    none: Literal["unmet", "not_applicable"] = "unmet"
    otherwise: Literal["unmet", "not_applicable"] = "unmet"
    #: Only holders from the one partner of this country count (ISO 3166-1 alpha-2).
    country: str | None = None


class Duration(NamedTuple):
    """The team's time from its start to its end, in months."""

    min_months: int | None = None
    max_months: int | None = None
    #: Shorter than this is worth a note; `short` is the note's status.
    note_below_months: int | None = None
    short: Literal["unmet", "met"] = "unmet"


class Given(NamedTuple):
    """A field has been filled in; a yes/no field with yes."""

    field: str


class Question(NamedTuple):
    """A yes/no question, or a tick list with `options`."""

    options: tuple[tuple[str, Text], ...] = ()
    #: How many ticks are needed.
    ticks: int = 1
    #: Texts of a visit's plan that answer yes together, where nobody has answered.
    written: tuple[str, ...] = ()
    #: What one item of the programme can be ticked as, which answers yes alone.
    ticked: str | None = None


class Companion(NamedTuple):
    """Another team of the partnership exists, or covers this team's start or whole period.

    Decided from the file where it holds such a team, otherwise from the answer to the rule's question.
    """

    component: str
    covers: Literal["nothing", "start", "period"] = "nothing"


class Visits(NamedTuple):
    """The number of visits: in all, to each partner's country, or to each of them every year."""

    per: Literal["team", "country", "country-year"]
    min: int = 1
    max: int | None = None


class Balance(NamedTuple):
    """Two groups of people are of about the same size."""

    max_difference: int
    min_percent: int
    min_stated: int


class Derived(NamedTuple):
    """The answer follows from other rules on the same subject."""

    parts: tuple[str, ...]
    #: The status where a part is unmet: `not_applicable` where the part alone should report the fault.
    otherwise: Literal["unmet", "not_applicable"] = "unmet"


class Note(NamedTuple):
    """Something to know; nothing is checked."""


Spec = Balance | Companion | Count | Derived | Duration | Given | Holder | HolderIs | Note | Question | Visits

KINDS: Final[dict[str, type[Spec]]] = {
    "balance": Balance,
    "companion": Companion,
    "count": Count,
    "derived": Derived,
    "duration": Duration,
    "given": Given,
    "holder": Holder,
    "holder-is": HolderIs,
    "note": Note,
    "question": Question,
    "visits": Visits,
}
