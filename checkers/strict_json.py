"""Bytes -> JSON values, with everything refused that a partnership file may not hold."""

from __future__ import annotations

import json
import re
from typing import Final, NoReturn

from checkers.faults import Fault, UnusableDocument

__all__ = ["MAX_BYTES", "RepeatedKeys", "parse"]

MAX_BYTES: Final = 2_000_000
#: A partnership file is six levels deep; far more than that is no partnership file.
MAX_DEPTH: Final = 32

#: All but brackets; a whole text at once, with those inside it.
_NO_BRACKET: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[^][{}"]+', re.DOTALL)


class RepeatedKeys(dict[str, object]):
    """A JSON object in which a key stood more than once; `repeated` is the first such key."""

    repeated: str


def parse(data: bytes | str) -> object:
    """Read strict JSON: UTF-8, no key twice, no NaN, at most 2 MB and 32 levels.

    An object with a repeated key comes back as `RepeatedKeys`, so that the fault can name its path.

    Raises:
        UnusableDocument: the data is no such JSON.
    """
    size = len(data) if isinstance(data, bytes) else len(data.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        _refuse("$", "too_large", limit=MAX_BYTES // 1_000_000)
    # Some editors on Windows begin a file with a byte order mark; it is UTF-8 all the same.
    text = (_decoded(data) if isinstance(data, bytes) else data).removeprefix("\ufeff")
    if not text.strip():
        _refuse("$", "empty")
    _check_depth(text)
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        _refuse("$", "not_json", line=error.lineno, column=error.colno)
    except ValueError:  # a number of thousands of digits
        _refuse("$", "number_too_long")


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse("$", "not_utf8", position=error.start + 1)


def _check_depth(text: str) -> None:
    """Count brackets before parsing: a recursive parser would fail first, and differently in a browser."""
    depth = 0
    for bracket in _NO_BRACKET.sub("", text):
        depth += 1 if bracket in "[{" else -1
        if depth > MAX_DEPTH:
            _refuse("$", "too_deep", limit=MAX_DEPTH)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) == len(pairs):
        return values
    marked, seen = RepeatedKeys(values), set[str]()
    for key, _ in pairs:
        if key in seen:
            marked.repeated = key
            break
        seen.add(key)
    return marked


def _refuse_constant(name: str) -> NoReturn:
    _refuse("$", "constant", value=name)


def _refuse(path: str, code: str, **values: str | int) -> NoReturn:
    raise UnusableDocument(Fault(path, code, values))
