"""From a partnership file to its report: the one way that the command line and the page both go."""

from __future__ import annotations

import binascii
import json
from typing import TYPE_CHECKING, Final

from checkers.faults import Fault, UnusableDocument
from checkers.opened import Opened
from checkers.reading import read
from checkers.report import make_report
from checkers.rulebook import load
from checkers.strict_json import parse
from checkers.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from checkers.report import Report

__all__ = [
    "FILE_TYPES",
    "aid",
    "answer",
    "check",
    "check_file",
    "check_opened",
    "choose",
    "fault_lines",
    "form",
    "guess",
    "open_file",
    "read_file",
    "replace",
    "timeline",
]

#: The ends of the file names that can be read.
JSON: Final = ".json"
FILE_TYPES: Final = (JSON, ".xlsx", ".csv")


def check_file(
    name: str, data: bytes | str, language: str, component: str | None = None, *, fix: bool = True
) -> Report:
    """Check a partnership file; `name` tells what sort of file it is.

    Without `fix` no repair is looked for.

    Raises:
        UnusableDocument: the file cannot be checked; holds every fault found.
    """
    return check_opened(read_file(name, data, language), language, component, fix=fix)


def read_file(name: str, data: bytes | str, language: str) -> Opened:
    """Read a partnership file or a participant form; `name` tells what sort of file it is.

    Raises:
        UnusableDocument: it cannot be read; holds every fault found.
    """
    if not name.lower().endswith(FILE_TYPES):
        raise UnusableDocument(Fault("$", "other_file", {"allowed": ", ".join(FILE_TYPES)}))
    if name.lower().endswith(JSON) or isinstance(data, str):
        return Opened(read(data, load().questions), parse(data))
    # Whoever opens a partnership file does not wait for the spreadsheets.
    from checkers.sheets.opening import open_sheets  # noqa: PLC0415

    return open_sheets(name, data, language)


def check_opened(opened: Opened, language: str, component: str | None = None, *, fix: bool = True) -> Report:
    """Check what a file held; without `fix` no repair is looked for.

    Raises:
        UnusableDocument: there is no team of the component.
    """
    partnership = opened.partnership
    components = list(dict.fromkeys(team.component for team in partnership.teams))
    if component is not None and component not in components:
        values = {"value": component, "allowed": ", ".join(components) or "–"}
        raise UnusableDocument(Fault("teams", "no_such_team", values))
    return make_report(partnership, load(), language, component, fix=fix)


def fault_lines(error: UnusableDocument, language: str) -> list[tuple[str, str]]:
    """Return each fault as its path and a sentence."""
    wording = Wording(load(), language)
    return [(fault.path, wording.fault(fault)) for fault in error.faults]


def check(text: str, language: str, component: str | None = None, *, fix: bool = True) -> str:
    """Check a partnership file given as JSON text; return a `report/1` or a `faults/1` as JSON text."""
    try:
        return _json(check_file(_NAMELESS, text, language, component, fix=fix))
    except UnusableDocument as error:
        return _faults(error, language)


def open_file(name: str, data: bytes, language: str) -> str:
    """Check a file the reader has chosen; return it with its report as `opened/1`, or a `faults/1`.

    `unread` holds what of a participant form was not read. A table that is no such form comes back as a
    `guess/1`: it may still be a list of people.
    """
    try:
        opened = read_file(name, data, language)
        report = check_opened(opened, language, fix=False)
    except UnusableDocument as error:
        # Whoever opens a partnership file does not wait for the spreadsheets.
        from checkers.sheets.requests import guess_in  # noqa: PLC0415

        guessed = guess_in(error, language)
        return _faults(error, language) if guessed is None else _json(guessed)
    unread = [{"path": path, "message": message} for path, message in opened.unread]
    return _json({"format": "opened/1", "document": opened.document, "report": report, "unread": unread})


def form(text: str, language: str, kind: str) -> str:
    """Return the participant form of a partnership file given as JSON text, as `file/1` or a `faults/1`."""
    from checkers.sheets.requests import form_of  # noqa: PLC0415

    try:
        return _json(form_of(read(text, load().questions), language, kind))
    except UnusableDocument as error:
        return _faults(error, language)


def choose(text: str, language: str) -> str:
    """Choose methods from answers given as JSON text; return an `advice/1` or a `faults/1` as JSON text."""
    # A team's check does not wait for the toolbox.
    from checkers.methods.request import advise  # noqa: PLC0415

    try:
        return _json(advise(text, language))
    except UnusableDocument as error:
        return _faults(error, language)


def timeline(text: str, language: str) -> str:
    """Put a partnership file on a time line; return a `timeline/1` or a `faults/1` as JSON text."""
    # A team's check does not wait for the time line.
    from checkers.timeline import make_timeline  # noqa: PLC0415

    try:
        rulebook = load()
        return _json(make_timeline(read(text, rulebook.questions), rulebook, language))
    except UnusableDocument as error:
        return _faults(error, language)


def replace(text: str, language: str, place: int, proposal: str) -> str:
    """Try a replacement given as JSON text; return a `replacement/1` or a `faults/1` as JSON text."""
    # A team's check does not wait for it.
    from checkers import replacing  # noqa: PLC0415

    try:
        return _json(replacing.replace(text, language, place, proposal))
    except UnusableDocument as error:
        return _faults(error, language)


def guess(request: Mapping[str, Any]) -> str:
    """Propose participants for a loose list, pasted or chosen; return a `guess/1` or a `faults/1`.

    The list is `text`, or the file `name` with its bytes in `base64`. What is known or already decided may
    come with it: `partners`, `fields` and `heading`.
    """
    # A team's check does not wait for the spreadsheets.
    from checkers.sheets.requests import guess_of  # noqa: PLC0415

    try:
        return _json(guess_of(request))
    except UnusableDocument as error:
        return _faults(error, request["language"])


def aid(text: str, language: str, place: int) -> str:
    """Help with one team of a partnership file; return an `aid/1` or a `faults/1` as JSON text."""
    # A team's check does not wait for the search for a repair.
    from checkers.repair.aid import make_aid  # noqa: PLC0415

    try:
        rulebook = load()
        return _json(make_aid(read(text, rulebook.questions), rulebook, language, place))
    except UnusableDocument as error:
        return _faults(error, language)


def answer(text: str) -> str:
    """Answer a request of the page: JSON text in, JSON text out.

    A request names its `type` and holds what that one needs; a file's bytes are in base64.
    """
    request = json.loads(text)
    return _REQUESTS[request["type"]](request)


_REQUESTS: Final[dict[str, Callable[[dict[str, Any]], str]]] = {
    "aid": lambda request: aid(request["text"], request["language"], request["place"]),
    "check": lambda request: check(request["text"], request["language"], request["component"], fix=False),
    "choose": lambda request: choose(request["text"], request["language"]),
    "form": lambda request: form(request["text"], request["language"], request["kind"]),
    "guess": guess,
    "open": lambda request: open_file(
        request["name"], binascii.a2b_base64(request["base64"]), request["language"]
    ),
    "replace": lambda request: replace(
        request["text"], request["language"], request["place"], request["proposal"]
    ),
    "timeline": lambda request: timeline(request["text"], request["language"]),
}

#: What JSON text without a file is called.
_NAMELESS: Final = "-.json"


def _faults(error: UnusableDocument, language: str) -> str:
    lines = fault_lines(error, language)
    return _json(
        {"format": "faults/1", "faults": [{"path": path, "message": message} for path, message in lines]}
    )


def _json(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
