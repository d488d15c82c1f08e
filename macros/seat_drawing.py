"""Where everything in the figure of a team stands: a table, seats along both sides, words on the table."""

from __future__ import annotations

from dataclasses import dataclass, field
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from checkers.rulebook import Count

if TYPE_CHECKING:
    from checkers.rulebook import Rule
    from macros.guide import Guide
    from macros.seats import Guest, Place, Role, Team

__all__ = ["Drawing", "draw"]

#: One unit is one pixel on a screen of 360.
WIDTH: Final = 328
_CENTRE: Final = WIDTH // 2
#: The middle of the seats on either side; the partner abroad mirrors the Swedish one.
_SIDES: Final = (("home", 28), ("abroad", WIDTH - 28))
_TOP: Final = 30
_SEAT: Final = 42
_LINE: Final = 18
_PADDING: Final = 8
#: Letters that surely fit on the table; a role stands after its sign.
_LETTERS: Final = {"label": 27, "note": 31, "role": 27, "guest": 31}


@dataclass(frozen=True, slots=True)
class Seat:
    """A person's place, drawn as what kind it is and with the roles its holder has."""

    x: int
    y: float
    side: str
    kind: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in the middle, after the sign of a role where it names one."""

    y: float
    text: str
    kind: str
    role: str = ""


@dataclass(slots=True)
class Drawing:
    """The figure's parts, top down."""

    height: float = _TOP
    seats: list[Seat] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    #: Where one sort of seats ends and the next begins.
    dividers: list[float] = field(default_factory=list)
    table_top: float = _TOP
    table_height: float = 0

    width: int = WIDTH
    sides: tuple[tuple[str, int], ...] = _SIDES

    @property
    def kinds(self) -> list[str]:
        """The kinds of seats drawn, for the key."""
        return list(dict.fromkeys(seat.kind for seat in self.seats))


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    kind: str
    role: str = ""


def draw(guide: Guide, team: Team) -> Drawing:
    """Return the drawing of a team."""
    drawing = Drawing()
    for place in team.places:
        _add_row(drawing, _place_words(guide, place), _place_seats(place), place.roles)
    if team.shared:
        _add_row(drawing, [_role_words(guide, role, shared=True) for role in team.shared], [], ())
    drawing.table_height = drawing.height - drawing.table_top
    for guest in team.guests:
        _add_guest(drawing, guide, guest)
    drawing.height += 1
    return drawing


def _place_seats(place: Place) -> list[str]:
    """Return the kind of each seat, those required first."""
    first = "conditional" if place.conditional else "required"
    return [first] * place.required + ["optional"] * place.optional + ["open"] * place.open_ended


def _place_words(guide: Guide, place: Place) -> list[_Words]:
    if place.is_role:
        return [_role_words(guide, role) for role in place.roles]
    words = [_Words(_capitalised(place.rule.asked_who(guide.language)), "label")]
    if place.conditional:
        words.append(_Words(guide.word("seats.elected_opposition"), "note"))
    if place.preference:
        words.append(_Words(_preferred(guide, place.preference), "note"))
    return words + [_role_words(guide, role) for role in place.roles]


def _preferred(guide: Guide, rule: Rule) -> str:
    """Return the political sides that a recommendation names, as `preferably majority and opposition`."""
    who = rule.spec.who if isinstance(rule.spec, Count) else ()
    sides = [_choice(guide, "side", each.side) for each in who if each.side]
    return guide.word("seats.preferably").format(sides=f" {guide.word('seats.and')} ".join(sides))


def _role_words(guide: Guide, role: Role, *, shared: bool = False) -> _Words:
    number = role.rule.asked_who(guide.language)
    text = number or _choice(guide, "roles", role.role)
    if shared and number:
        text = f"{text} {guide.word('seats.whole_team')}"
    if role.home_only:
        text = f"{text}: {guide.word('seats.swedish_only')}"
    return _Words(text, "role", role.role)


def _choice(guide: Guide, name: str, value: str) -> str:
    """Return what the participant form calls a choice, as it stands inside a line."""
    choices = guide.book.form.fields[name].choices
    label = next(choice.label(guide.language) for choice in choices if choice.value == value)
    return label[:1].lower() + label[1:]


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _add_row(drawing: Drawing, words: list[_Words], kinds: list[str], roles: tuple[Role, ...]) -> None:
    """Add a part of the table with its words in the middle and its seats along both sides."""
    lines = _broken(words)
    height = max(len(kinds) * _SEAT, len(lines) * _LINE) + 2 * _PADDING
    if drawing.height > drawing.table_top:
        drawing.dividers.append(drawing.height)
    middle = drawing.height + height / 2
    # The words begin beside the first seat, so that a role stands by the person who has it.
    words_height = min(len(lines) * _LINE + _SEAT - 2 * _LINE, height - 2 * _PADDING)
    _add_lines(drawing, lines, drawing.height + _PADDING + max(words_height, len(lines) * _LINE) / 2)
    first = middle - (len(kinds) - 1) * _SEAT / 2
    for side, x in _SIDES:
        for number, kind in enumerate(kinds):
            held = () if number else tuple(role.role for role in roles if _is_on(role, side))
            drawing.seats.append(Seat(x, first + number * _SEAT, side, kind, held))
    drawing.height += height


def _is_on(role: Role, side: str) -> bool:
    return side == "home" or not role.home_only


def _add_guest(drawing: Drawing, guide: Guide, guest: Guest) -> None:
    """Add, below the table, people who may also take part: one sign each side, or one for both."""
    lines = _broken([_Words(guest.rule.title(guide.language), "guest")])
    top = drawing.height + _PADDING
    if guest.each_partner:
        height = max(_SEAT, len(lines) * _LINE)
        middle = top + height / 2
        drawing.seats += [Seat(x, middle, side, "open") for side, x in _SIDES]
        _add_lines(drawing, lines, middle)
    else:
        height = _SEAT + len(lines) * _LINE
        drawing.seats.append(Seat(_CENTRE, top + _SEAT / 2, "both", "open"))
        _add_lines(drawing, lines, top + _SEAT + len(lines) * _LINE / 2)
    drawing.height = top + height + _PADDING


def _broken(words: list[_Words]) -> list[_Words]:
    """Return the words in lines that fit; a broken line keeps its sign on its first part."""
    return [
        _Words(part, each.kind, "" if number else each.role)
        for each in words
        for number, part in enumerate(wrap(each.text, _LETTERS[each.kind]))
    ]


def _add_lines(drawing: Drawing, lines: list[_Words], middle: float) -> None:
    first = middle - (len(lines) - 1) * _LINE / 2
    for number, line in enumerate(lines):
        drawing.lines.append(Line(first + number * _LINE, line.text, line.kind, line.role))
