"""Thousands of spoilt inputs a reader: each is read or refused in a sentence; none hangs or eats memory."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.fuzz import mutants, readers

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
#: Each part has a process of its own, so that they can share the machine's cores.
PARTS = 4
EACH = 2_500
#: What page scripts may take for all their inputs: megabytes, and seconds before it is taken for a hang.
MEGABYTES = 128
PATIENCE = 300
#: Our form takes five times as long as a workbook with a list: each change is tried on 10,000
#: workbooks, one in four of them our form, and `make fuzz` on 10,000 of either.
FEWER = {} if "ALL_INPUTS" in os.environ else {"xlsx": 625, "xlsx_list": 1_875}


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("reader", readers.READERS)
def test_every_spoilt_file_is_read_or_refused(reader, part):
    count = str(FEWER.get(reader, EACH))
    command = [sys.executable, "-m", "tests.fuzz.readers", reader, str(part), count]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("kind", ["fragment", "stored", "unsaved", "older", "draft"])
def test_every_spoilt_link_and_every_spoilt_store_is_read_or_refused(kind):
    inputs = list(page_inputs(kind, PARTS * EACH))
    assert read_by_page(kind, inputs) == (0, f"{len(inputs)}\n", "")


def read_by_page(kind: str, inputs: list[bytes]) -> tuple[int, str, str]:
    """Read each input as a page's scripts do; return how that process ended and what it said."""
    lines = "".join(f"{base64.b64encode(one).decode()}\n" for one in inputs)
    command = ["node", f"--max-old-space-size={MEGABYTES}", HERE / "page_readers.mjs", kind]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False, timeout=PATIENCE)
    return done.returncode, done.stdout, done.stderr


#: What a browser keeps beside partnerships, by reader.
KEPT = {
    "unsaved": [{"held": {"id": "a", "title": None, "partnership": None}, "seen": 1}],
    "draft": [
        {
            "of": "a",
            "id": '["steering","A",""]',
            "draft": {
                "person": {"name": "B", "roles": ["coordinator"], "leading": None},
                "last_day": "2027-01-01",
                "travels": ["0"],
                "done": {"left": "A", "joined": "B", "letter": {"sv": [["Hej", False], ["datum", True]]}},
            },
        }
    ],
}


def test_what_is_not_spoilt_is_read():
    whole = [*KEPT["draft"], *lines_of(readers.small_documents())]
    inputs = [json.dumps(one).encode() for one in whole]
    assert read_by_page("whole", inputs) == (0, f"{len(inputs)}\n", "")
    assert "refused" in read_by_page("whole", [b"{}"])[1]


def lines_of(documents):
    """As a page writes down what it could not keep in time."""
    (line,) = KEPT["unsaved"]
    return [line | {"held": line["held"] | {"partnership": one}} for one in documents]


def page_inputs(kind: str, count: int) -> Iterator[bytes]:
    documents = readers.small_documents()
    if kind == "unsaved":
        yield from mutants.documents(lines_of(documents), count, seed=8)
        return
    if kind == "older":
        yield from mutants.byte_strings([json.dumps(one).encode() for one in documents], count, seed=9)
        return
    if kind != "fragment":
        yield from mutants.documents(KEPT.get(kind, documents), count, seed=5)
        return
    texts = [json.dumps(document).encode() for document in documents]
    # A short link that unpacks to a hundred times what is allowed.
    links = [packed(text) for text in (*texts, b" " * 2_000_000)]
    yield from mutants.byte_strings(links, count // 2, seed=6)
    # What was spoilt before it was packed comes through the unpacking.
    for text in mutants.documents(documents, count // 2, seed=7):
        yield packed(text)


def packed(text: bytes) -> bytes:
    """As the page packs a partnership into a link."""
    return base64.urlsafe_b64encode(zlib.compress(text)).rstrip(b"=")


def kept() -> list[tuple[str, Path]]:
    return [(path.parent.name, path) for path in sorted(readers.CORPUS.glob("*/*")) if path.is_file()]


@pytest.mark.parametrize(("reader", "path"), kept(), ids=lambda one: getattr(one, "name", one))
def test_what_once_broke_a_reader_breaks_it_no_more(reader, path):
    for language in ("sv", "en"):
        assert readers.fault_of(reader, path.read_bytes(), language) == ""


def test_a_reader_that_fails_hangs_or_says_nothing_is_seen(monkeypatch):
    def spin(*_):
        while True:
            pass

    def fail(*_):
        raise KeyError("x")

    def mute(*_):
        return json.dumps({"format": "faults/1", "faults": [{"path": "$", "message": ""}]})

    for reader, word in ((spin, "of the processor"), (fail, "KeyError"), (mute, "no sentence")):
        monkeypatch.setitem(readers.READERS, "json", reader)
        assert word in readers.fault_of("json", b"", "sv")


@pytest.mark.parametrize(("kind", "word"), [("fails", "ReferenceError"), ("spins", "takes too long")])
def test_a_page_reader_that_fails_or_hangs_is_seen(kind, word):
    assert word in read_by_page(kind, [b""])[1]


def test_spoilt_inputs_are_the_same_for_the_same_seed_and_differ_among_themselves():
    first, second = (list(mutants.byte_strings([b"a;b\n1;2\n"], 200, seed=1)) for _ in range(2))
    assert first == second
    assert len(set(first)) > 150
