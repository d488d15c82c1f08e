"""Reads spoilt input as users' files are read: `python -m tests.fuzz.readers READER SEED COUNT`.

Prints what went wrong, a line each; nothing where all went well. Runs in a process of its own, whose
memory is limited, and takes no input to last longer than its share of the processor's time.
"""

from __future__ import annotations

import base64
import io
import json
import resource
import signal
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import openpyxl

from checkers import service
from checkers.rulebook import COMPONENTS, LANGUAGES
from macros.checker_examples import example
from tests.documents import full
from tests.fuzz import mutants

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

__all__ = ["CORPUS", "READERS", "fault_of", "small_documents"]

CORPUS: Final = Path(__file__).parent / "corpus"
#: The processor's seconds that one input may take.
_PATIENCE: Final = 2.0
#: The bytes that reading may take beside what the process holds before.
_MEMORY: Final = 400_000_000
#: The row of the headings of a form's people.
_HEADINGS: Final = 2
#: The rows of a short sheet.
_ROWS: Final = 12


class Hang(BaseException):
    """Reading took too long; nothing that reads may catch it."""


def _json(data: bytes, language: str) -> str:
    return service.open_file("a.json", data, language)


def _csv(data: bytes, language: str) -> str:
    return service.open_file("a.csv", data, language)


def _xlsx(data: bytes, language: str) -> str:
    return service.open_file("a.xlsx", data, language)


def _pasted(data: bytes, language: str) -> str:
    """As the page asks: with the text of what was pasted."""
    text = data.decode("utf-8", "surrogateescape")
    return service.answer(json.dumps({"type": "guess", "text": text, "language": language}))


#: What reads a sort of input. Workbooks are of two sorts: our form, and a list as people have one already.
READERS: Final[dict[str, Callable[[bytes, str], str]]] = {
    "json": _json,
    "csv": _csv,
    "xlsx": _xlsx,
    "xlsx_list": _xlsx,
    "pasted": _pasted,
}


def fault_of(reader: str, data: bytes, language: str) -> str:
    """Read once; return what went wrong, or nothing.

    Every answer is JSON of a format that pages know, and each fault in it a sentence.
    """
    signal.signal(signal.SIGVTALRM, _hang)
    signal.setitimer(signal.ITIMER_VIRTUAL, _PATIENCE)
    try:
        said = json.loads(READERS[reader](data, language))
    except Hang:
        return f"more than {_PATIENCE:g} s of the processor"
    except BaseException:  # noqa: BLE001 - whatever it is, no reader may see it
        return traceback.format_exc(limit=-4)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    if said["format"] not in {"faults/1", "opened/1", "guess/1"}:
        return f"answered {said['format']}"
    for fault in said.get("faults", ()):
        if not fault["message"].strip().endswith((".", "!", "?")):
            return f"no sentence: {fault}"
    return ""


def _hang(_: int, __: FrameType | None) -> None:
    raise Hang


def _inputs(reader: str, seed: int, count: int) -> Iterator[bytes]:
    if reader == "json":
        return mutants.documents(_documents(), count, seed)
    if reader == "pasted":
        return mutants.byte_strings(
            [data.removeprefix(b"\xef\xbb\xbf") for data in _forms("csv")], count, seed
        )
    if reader == "xlsx_list":
        return mutants.archives([_list(form) for form in _forms("xlsx")], count, seed)
    spoil = mutants.archives if reader == "xlsx" else mutants.byte_strings
    return spoil(_forms(reader), count, seed)


def small_documents() -> list[Any]:
    """Return partnerships with one team of two people."""
    return [_small(document) for document in _documents()]


def _documents() -> list[Any]:
    return [full(), *(example(one, "sv", right=right) for one in COMPONENTS for right in (True, False))]


def _forms(kind: str) -> list[bytes]:
    """Return participant forms of a kind, one a language, with few people, so that many can be read."""
    forms = []
    for document, language in zip(small_documents(), LANGUAGES, strict=False):
        asked = {"type": "form", "text": json.dumps(document), "kind": kind, "language": language}
        form = base64.b64decode(json.loads(service.answer(json.dumps(asked)))["base64"])
        forms.append(_short(form) if kind == "xlsx" else form)
    return forms


def _small(document: Any) -> Any:
    first = document["teams"][0]
    return document | {"teams": [first | {"participants": first["participants"][:2]}]}


def _short(form: bytes) -> bytes:
    """Return a workbook without the empty rows that people would be written into."""
    book = openpyxl.load_workbook(io.BytesIO(form))
    for sheet in book:
        sheet.delete_rows(_ROWS, sheet.max_row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _list(form: bytes) -> bytes:
    """Return a workbook of one plain sheet, with the people of a form below their headings."""
    people = openpyxl.load_workbook(io.BytesIO(form)).worksheets[0]
    book = openpyxl.Workbook()
    for row in people.iter_rows(min_row=_HEADINGS, values_only=True):
        book.worksheets[0].append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _limit_memory() -> None:
    used = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + _MEMORY, used + _MEMORY))


def main() -> None:
    """Read so many spoilt inputs; keep in the corpus those that go wrong."""
    reader, seed, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    inputs = _inputs(reader, seed, count)
    _limit_memory()
    for number, data in enumerate(inputs):
        if fault := fault_of(reader, data, LANGUAGES[number % 2]):
            sys.stdout.write(json.dumps({"seed": seed, "number": number, "fault": fault}) + "\n")
            if "--keep" in sys.argv[4:]:
                (CORPUS / reader).mkdir(parents=True, exist_ok=True)
                (CORPUS / reader / f"{seed}-{number}").write_bytes(data)


if __name__ == "__main__":
    main()
