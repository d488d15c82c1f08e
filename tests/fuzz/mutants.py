"""Spoils what readers read: bytes, JSON values, parts of zip archives; alike for the same seed."""

from __future__ import annotations

import copy
import io
import json
import random
import zipfile
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["archives", "byte_strings", "documents"]

#: What has broken readers before: ends of numbers and texts, other encodings, marks that mean something.
_TOKENS: Final = (
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x1a", b"\r", b"\n\n"),
    *(b'"', b'""', b";", b"\t", b",", b"=1+1", b"@SUM(A1)", b"-1", b"1e999", b"NaN", b"9" * 400, b"[" * 200),
    *(
        b"<",
        b"</row>",
        b"<![CDATA[",
        b'<!DOCTYPE a [<!ENTITY b "c">]>',
        b"&b;",
        b"&#0;",
        b"<!--",
        b"PK\x03\x04",
    ),
    *(
        "Å".encode(),
        "Å".encode("utf-16"),
        "Å".encode("cp1252"),
        "\u202e\u2066".encode(),
        "\U0001f9ff".encode(),
    ),
)
_VALUES: Final[tuple[Any, ...]] = (
    *(None, True, False, 0, -1, 1.5, 1e308, 10**400, "", " ", "\x00", "\ud800", "2026-02-30", "9999-12-31"),
    *([], {}, [[]], [None], {"": None}, "x" * 10_000, ["x"] * 300, "SE", "se", "politician", "2026-11-26"),
    *("0001-01-01", "=1+1", "\u202e", "__proto__", "constructor", 2**53 + 1),
)
#: How often a mutant is spoilt once more.
_AGAIN: Final = 0.6
_MOST: Final = 400_000


def byte_strings(seeds: Sequence[bytes], count: int, seed: int) -> Iterator[bytes]:
    """Yield so many byte strings, each one of the seeds spoilt at one or more places."""
    chance = random.Random(seed)
    for _ in range(count):
        yield _spoilt_bytes(chance.choice(seeds), seeds, chance)


def documents(seeds: Sequence[Any], count: int, seed: int) -> Iterator[bytes]:
    """Yield so many JSON texts, with values replaced, doubled, moved or taken out; some are no JSON."""
    chance = random.Random(seed)
    texts = [json.dumps(value).encode() for value in seeds]
    for _ in range(count):
        if chance.random() < 0.25:
            yield _spoilt_bytes(chance.choice(texts), texts, chance)
            continue
        document = copy.deepcopy(chance.choice(seeds))
        while True:
            document = _spoilt_value(document, seeds, chance)
            if chance.random() > _AGAIN:
                break
        yield json.dumps(document, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def archives(seeds: Sequence[bytes], count: int, seed: int) -> Iterator[bytes]:
    """Yield so many zip archives, most of them with spoilt parts, some spoilt as a whole."""
    chance = random.Random(seed)
    opened = [_parts(data) for data in seeds]
    others = [content for parts in opened for content in parts.values()]
    for _ in range(count):
        parts = dict(chance.choice(opened))
        while True:
            _spoil_part(parts, others, chance)
            if chance.random() > _AGAIN:
                break
        data = _zipped(parts, chance)
        yield _spoilt_bytes(data, seeds, chance) if chance.random() < 0.2 else data


def _spoilt_bytes(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    while True:
        data = chance.choice(_WAYS)(data, others, chance)[:_MOST]
        if chance.random() > _AGAIN:
            return data


def _place(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + int(chance.expovariate(1 / 12)))


def _flipped(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def _without(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + data[end:]


def _doubled(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 50)) + data[end:]


def _with_token(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + chance.choice(_TOKENS) + data[chance.choice((start, end)) :]


def _cut(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _spliced(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    other = chance.choice(others)
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def _noise(data: bytes, _: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + chance.randbytes(end - start + 1) + data[end:]


_WAYS: Final[tuple[Callable[[bytes, Sequence[bytes], random.Random], bytes], ...]] = (
    *(_flipped, _without, _doubled, _with_token, _with_token, _cut, _spliced, _noise),
)


def _spoilt_value(document: Any, seeds: Sequence[Any], chance: random.Random) -> Any:
    """Change one place of a JSON value, any place as likely as any other."""
    places = list(_places(document))
    if not places:
        return chance.choice(_VALUES)
    holder, key = chance.choice(places)
    match chance.randrange(6):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, list):
            holder.insert(key, copy.deepcopy(holder[key]))
        case 1:
            holder[chance.choice(("x", "", "name", "participants", f"{key} "))] = holder[key]
        case 2:
            other, name = chance.choice(places)
            # A copy: JSON has no circles.
            holder[key] = copy.deepcopy(other[name])
        case 3:
            whole = chance.choice(seeds)
            found = list(_places(whole))
            if found:
                other, name = chance.choice(found)
                holder[key] = copy.deepcopy(other[name])
        case 4 if isinstance(holder[key], str):
            text = holder[key]
            at = chance.randint(0, len(text))
            holder[key] = text[:at] + chance.choice(("å", "\u0301", "\x00", " ", "\ud83d", "-")) + text[at:]
        case _:
            holder[key] = copy.deepcopy(chance.choice(_VALUES))
    return document


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in list(items):
        yield value, key
        yield from _places(one)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _spoil_part(parts: dict[str, bytes], others: Sequence[bytes], chance: random.Random) -> None:
    if not parts:
        parts["xl/workbook.xml"] = b""
    name = chance.choice(list(parts))
    match chance.randrange(8):
        case 0:
            del parts[name]
        case 1:
            parts[
                chance.choice(
                    ("xl/vbaProject.bin", "../x", "xl/externalLinks/externalLink1.xml", "", name.upper())
                )
            ] = parts[name]
        case 2:
            parts[name] = chance.choice(others)
        case _:
            parts[name] = _spoilt_bytes(parts[name], others, chance)


def _zipped(parts: dict[str, bytes], chance: random.Random) -> bytes:
    file = io.BytesIO()
    way = chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))
    with zipfile.ZipFile(file, "w", way) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, way)
    return file.getvalue()
