"""What it takes to serve the guide: bytes and times as they were measured, and settings for web servers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from macros.data_files import read_text, read_toml
from macros.interface import interface

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from macros.guide import Guide

__all__ = ["Visit", "answer_size", "memory", "memory_image", "server_settings", "speed", "traffic", "visits"]

#: Written by `python tests/bench/byte_table.py --write`.
_BYTES: Final = "data/bytes.toml"
#: Written by `python tests/bench/start.py --json`.
_SPEED: Final = "data/speed.json"
_CHECKER: Final = "components/inception/"
#: By the word for it: where each visit is counted, and which.
_VISITS: Final = {
    "prose": ("", "visit"),
    "checker": (_CHECKER, "visit"),
    "verdict": (_CHECKER, "verdict"),
    "again": (_CHECKER, "again"),
}
_OURS: Final = "turn"
_STOCK: Final = "stock"
_MEGA: Final = 1_000_000
#: From English to Swedish: what parts thousands, and decimals.
_SWEDISH: Final = str.maketrans(",.", "\N{NO-BREAK SPACE},")
#: By the name of a web server: its file, and what marks its language in a page.
_SERVERS: Final = {
    "nginx": ("nginx.conf", "nginx"),
    "Apache": ("htaccess", "apacheconf"),
    "Caddy": ("Caddyfile", "text"),
}


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit costs, in bytes, from a host that does not compress and from one that does."""

    name: str
    plain: int
    packed: int


def visits(table: Mapping[str, Any], language: str) -> list[Visit]:
    """Return what is counted of a language's pages, from the table of bytes."""
    root = "/" if language == "sv" else f"/{language}/"
    return [
        Visit(name, *(_sum(table[root + path][packing][step]) for packing in ("none", "gzip")))
        for name, (path, step) in _VISITS.items()
    ]


def traffic(guide: Guide) -> str:
    """Return what visits cost one by one, and a million of them."""
    rows = [
        (
            _word(guide, f"{visit.name}"),
            *(_amount(size, _MEGA, "MB", guide.language) for size in (visit.plain, visit.packed)),
            *(
                _amount(size * _MEGA, 1000 * _MEGA, "GB", guide.language)
                for size in (visit.plain, visit.packed)
            ),
        )
        for visit in visits(read_toml(_BYTES), guide.language)
    ]
    columns = ("visit", "plain", "packed", "million_plain", "million_packed")
    return _table(guide, _word(guide, "traffic"), columns, rows)


def answer_size(guide: Guide) -> str:
    """Return how much is sent for a first answer."""
    found = next(visit for visit in visits(read_toml(_BYTES), guide.language) if visit.name == "verdict")
    return _amount(found.plain, _MEGA, "MB", guide.language)


def memory(guide: Guide) -> str:
    """Return how much memory Python takes on a reader's device."""
    return _amount(read_toml("data/device.toml")["memory"], _MEGA, "MB", guide.language)


def memory_image(guide: Guide) -> str:
    """Return how much of a reader's device the memory takes that is kept for the next visit."""
    return _amount(read_toml("data/device.toml")["image"], _MEGA, "MB", guide.language)


def speed(guide: Guide) -> str:
    """Return how soon an answer comes, beside a stock Pyodide, on the lines that were measured."""
    measured = json.loads(read_text(_SPEED))
    rows = {(row["line"], row["compression"], row["visit"], row["subject"]): row for row in measured["rows"]}
    cells = [
        (
            _word(guide, f"line_{line.replace('.', '_')}"),
            _word(guide, f"pack_{packing}"),
            _word(guide, f"visit_{visit}"),
            "{} ({}–{})".format(*(_seconds(row[key], guide) for key in ("milliseconds", "least", "most"))),
            _seconds(rows[line, packing, visit, _STOCK]["milliseconds"], guide),
            _decimal(row["ratio"], 2, guide.language),
            str(row["runs"]),
        )
        for (line, packing, visit, subject), row in rows.items()
        if subject == _OURS
    ]
    caption = _word(guide, "speed").format(
        day=guide.day(date.fromisoformat(measured["measured"])),
        machine=measured["machine"],
        cores=measured["cores"],
    )
    return _table(guide, caption, ("line", "packing", "time", "ours", "stock", "ratio", "runs"), cells)


def server_settings(guide: Guide, server: str) -> str:  # noqa: ARG001 - the same in every language
    """Return a web server's settings as a block of code.

    Raises:
        KeyError: there are none for it.
    """
    file, code = _SERVERS[server]
    return f"```{code}\n{read_text(f'data/servers/{file}')}```"


def _table(guide: Guide, caption: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    heads = [_word(guide, f"{column}") for column in columns]
    return guide.render("serving_table.html", caption=caption, heads=heads, rows=rows)


def _word(guide: Guide, key: str) -> str:
    return interface(guide.language, "serving.toml")[key]


def _sum(groups: Mapping[str, Any]) -> int:
    return sum(int(group["bytes"]) for group in groups.values())


def _amount(size: int, unit: int, name: str, language: str) -> str:
    """Return a size with two figures that count, or in whole units where there are more."""
    share = size / unit
    decimals = 0 if share >= 10 else 1 if share >= 1 else 2  # noqa: PLR2004 - two figures that count
    smallest = 10**-decimals
    shown = f"<{_decimal(smallest, decimals, language)}" if share < smallest / 2 else None
    return f"{shown or _decimal(share, decimals, language)}\N{NO-BREAK SPACE}{name}"


def _seconds(milliseconds: int, guide: Guide) -> str:
    return f"{_decimal(milliseconds / 1000, 1, guide.language)}\N{NO-BREAK SPACE}s"


def _decimal(value: float, decimals: int, language: str) -> str:
    text = f"{value:,.{decimals}f}"
    return text.translate(_SWEDISH) if language == "sv" else text
