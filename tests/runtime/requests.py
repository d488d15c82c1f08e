"""What pages ask of Python, of every type and outcome: for a runtime to answer as this Python does."""

from __future__ import annotations

import base64
import json
import random
import tomllib
from typing import TYPE_CHECKING, Any

from checkers.rulebook import COMPONENTS, LANGUAGES
from macros.checker_examples import example
from tests import documents
from tests.case_file import CASES, read_cases
from tests.crowds import spoilt
from tests.documents import full
from tests.teams import team

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["RANDOM", "requests"]

#: So many teams made by chance.
RANDOM = 1_000


def requests() -> Iterator[dict[str, Any]]:
    """Yield each request of a page that needs no package beside the checks."""
    for language in LANGUAGES:
        for text, component in _texts():
            yield {"type": "check", "text": text, "component": component, "language": language}
        for document in (full(), *(example(one, language, right=False) for one in COMPONENTS)):
            yield from _about(json.dumps(document), language)
        for name, data in _files():
            yield {"type": "open", "name": name, "base64": _base64(data), "language": language}
        yield {"type": "guess", "text": "Namn;Roll\nAda;Politiker\n", "language": language}
        yield {"type": "choose", "text": "{}", "language": language}
        yield {"type": "choose", "text": '{"none": 1}', "language": language}
    yield from _random()


def _texts() -> Iterator[tuple[str, str]]:
    for file in sorted(CASES.glob("*.toml")):
        for case in read_cases(file):
            yield json.dumps(case.document), case.document["teams"][0]["component"]
    for file in sorted((CASES / "invalid").glob("*.toml")):
        for case in tomllib.loads(file.read_text("utf-8"))["case"]:
            yield documents.spoilt(case.get("put", {}), tuple(case.get("without", ()))), "inception"
    for component in COMPONENTS:
        yield json.dumps(team(component).document), "steering"
        yield json.dumps({"format": "partnership/1", "partners": [], "teams": []}), component
    yield "{", "inception"


def _random() -> Iterator[dict[str, Any]]:
    """Yield checks of teams that nobody has thought of, the same ones each time."""
    choice = random.Random(RANDOM)
    for number in range(RANDOM):
        component = COMPONENTS[number % len(COMPONENTS)]
        text = spoilt(component, number % 15, choice)
        yield {"type": "check", "text": text, "component": component, "language": LANGUAGES[number % 2]}


def _about(text: str, language: str) -> Iterator[dict[str, Any]]:
    yield {"type": "timeline", "text": text, "language": language}
    yield {"type": "aid", "text": text, "place": 0, "language": language}
    yield {"type": "form", "text": text, "kind": "csv", "language": language}
    joins = {"name": "Ny", "partner": "se", "capacity": "politician", "side": "opposition"}
    for proposal in ({"leaves": 0, "joins": joins}, {"leaves": 99, "joins": {}}):
        about = {"place": 0, "proposal": json.dumps(proposal)}
        yield {"type": "replace", "text": text, "language": language} | about


def _files() -> Iterator[tuple[str, bytes]]:
    text = json.dumps(full())
    yield "a.json", text.encode()
    yield "a.json", b"\xff\xfe"
    yield "a.json", text.encode("utf-16")
    yield "a.pdf", b"%PDF"
    table = "Namn;Kapacitet\nÅsa;Politiker\n"
    for encoding in ("utf-8-sig", "cp1252", "utf-16"):
        yield "a.csv", table.encode(encoding)
    yield "a.csv", b"\x00\x81"


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()
