"""The page on hosting: its figures are the measured ones, its settings say what its table says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from checkers.rulebook import LANGUAGES, load
from macros import serving
from macros.data_files import read_text, read_toml
from macros.guide import Guide
from macros.serving import Visit, answer_size, memory, server_settings, speed, traffic, visits

ROOT = Path(__file__).parents[1]
SERVERS = ("nginx", "Apache", "Caddy")
TABLE_ROW = re.compile(r"^\| (.+?) \| `([^`]+)` \|", re.MULTILINE)


@pytest.fixture(params=LANGUAGES)
def guide(request):
    return Guide(load(), request.param, "../../", {})


def cells(html):
    """Return the cells of a table, row by row."""
    rows = (re.findall(r"<td[^>]*>(.*?)</td>", row) for row in html.split("<tr")[1:])
    return [[cell.replace("\N{NO-BREAK SPACE}", " ") for cell in row] for row in rows if row]


def cache_table(language):
    """Return by kind of file, as the page names it, its header."""
    text = (ROOT / f"docs/{language}/about/hosting.md").read_text("utf-8")
    section = text.partition("{ #cache }")[2].partition("\n## ")[0]
    return {
        kind: header for kinds, header in TABLE_ROW.findall(section) for kind in re.findall(r"`(.+?)`", kinds)
    }


def safety_table(language):
    """Return the headers for safety as the page has them: name and value, a row for each kind of file."""
    text = (ROOT / f"docs/{language}/about/hosting.md").read_text("utf-8")
    section = text.partition("{ #headers }")[2].partition("\n## ")[0]
    return re.findall(r"^\| [^|]+ \| `([^`]+)` \| `([^`]+)` \|", section, re.MULTILINE)


def test_a_visit_is_all_that_was_sent_for_it():
    def sent(page, runtime):
        return {"page": {"bytes": page, "requests": 1}, "runtime": {"bytes": runtime, "requests": 1}}

    checker = {"visit": sent(30, 0), "verdict": sent(1, 500), "again": sent(2, 0)}
    table = {
        "/en/": {"none": {"visit": sent(10, 0)}, "gzip": {"visit": sent(4, 0)}},
        "/en/components/inception/": {"none": checker, "gzip": checker},
    }
    assert visits(table, "en") == [
        Visit("prose", 10, 4),
        Visit("checker", 30, 30),
        Visit("verdict", 501, 501),
        Visit("again", 2, 2),
    ]


@pytest.mark.parametrize(
    ("size", "swedish", "english"),
    [
        (117, "<0,01 MB", "<0.01 MB"),
        (83_430, "0,08 MB", "0.08 MB"),
        (3_647_013, "3,6 MB", "3.6 MB"),
        (70_000_000, "70 MB", "70 MB"),
        (3_647_013_000_000, "3 647 013 MB", "3,647,013 MB"),
    ],
)
def test_an_amount_is_written_as_its_language_writes_it(monkeypatch, size, swedish, english):
    monkeypatch.setattr(serving, "read_toml", lambda _: {"memory": size})
    for language, expected in (("sv", swedish), ("en", english)):
        told = memory(Guide(load(), language, "", {}))
        assert told.replace("\N{NO-BREAK SPACE}", " ") == expected


def test_a_million_visits_are_a_million_times_one(guide):
    shown = cells(traffic(guide))
    counted = visits(read_toml("data/bytes.toml"), guide.language)
    assert len(shown) == len(counted) == 4
    for row, visit in zip(shown, counted, strict=True):
        for cell, size in zip(row[3:], (visit.plain, visit.packed), strict=True):
            number = re.sub(r"[^\d.]", "", cell.replace(",", "." if guide.language == "sv" else ""))
            assert cell.endswith(" GB")
            assert float(number) == pytest.approx(size / 1000, abs=0.5)
    assert answer_size(guide).replace("\N{NO-BREAK SPACE}", " ") == shown[2][1]


def test_every_measured_time_of_ours_stands_beside_the_stocks(guide):
    measured = json.loads(read_text("data/speed.json"))
    ours = [row for row in measured["rows"] if row["subject"] == "turn"]
    shown = cells(speed(guide))
    assert ours
    assert len(shown) == len(ours)
    for row, data in zip(shown, ours, strict=True):
        assert float(row[5].replace(",", ".")) == pytest.approx(data["ratio"], abs=0.006)
        assert float(row[3].split()[0].replace(",", ".")) == pytest.approx(
            data["milliseconds"] / 1000, abs=0.06
        )


def test_every_row_has_words_for_what_can_be_measured(guide, monkeypatch):
    row = {"milliseconds": 1000, "least": 900, "most": 1234, "ratio": 0.25, "runs": 3}
    rows = [
        {"line": line, "compression": packing, "visit": visit, "subject": subject, **row}
        for line in ("loopback", "20mbit", "1.6mbit")
        for packing in ("none", "gzip", "brotli")
        for visit in ("cold", "return", "restart")
        for subject in ("stock", "turn", "idle")
    ]
    known = {"measured": "2026-11-24", "machine": "Linux x86_64", "cores": 2, "rows": rows}
    monkeypatch.setattr(serving, "read_text", lambda _: json.dumps(known))
    html = speed(guide)
    assert len(cells(html)) == 27
    assert "Linux x86_64" in html
    assert guide.language == "en" or "1,0 s (0,9 s–1,2 s)" in html.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("server", SERVERS)
def test_a_servers_settings_send_the_headers_of_the_table_and_no_other(server):
    for language in LANGUAGES:
        settings = server_settings(Guide(load(), language, "", {}), server)
        told = set(re.findall(r'"((?:public|no-cache)[^"]*)"', settings))
        assert told == set(cache_table(language).values())


@pytest.mark.parametrize("server", SERVERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_servers_settings_send_the_headers_for_safety_and_no_other(server, language):
    settings = server_settings(Guide(load(), language, "", {}), server)
    rows = safety_table(language)
    names, values = ({row[column] for row in rows} for column in (0, 1))
    assert set(re.findall(r"\b(?:X|Content|Cross|Permissions|Referrer)(?:-[A-Z][a-z]+)+", settings)) == names
    assert set(re.findall(r'"([^"\n]*(?:\'|=\(|nosniff|no-referrer|-origin)[^"\n]*)"', settings)) == values


def test_there_are_no_settings_for_a_server_that_is_not_known(guide):
    with pytest.raises(KeyError):
        server_settings(guide, "IIS")


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_file_in_the_cache_table_is_in_the_built_site(language):
    kinds = cache_table(language)
    assert len(kinds) >= 5
    for kind in kinds:
        found = (ROOT / "site").glob(f"{kind}*" if kind.endswith("/") else kind)
        assert next(found, None), kind
