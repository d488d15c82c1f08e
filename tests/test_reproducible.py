"""Two builds are compared byte by byte; `make reproducible` makes them."""

from __future__ import annotations

import gzip
import sys

import pytest
import zstandard

from release import runtime
from release.reproducible import differences, mentions


@pytest.fixture
def sites(tmp_path):
    folders = tmp_path / "one", tmp_path / "two"
    for folder in folders:
        (folder / "deep").mkdir(parents=True)
        (folder / "index.html").write_bytes(b"same")
        (folder / "deep/data.bin").write_bytes(bytes(100))
    return folders


def test_two_like_folders_do_not_differ(sites):
    assert differences(*sites) == []


def test_each_file_that_differs_is_named_with_the_place(sites):
    one, two = sites
    (one / "deep/data.bin").write_bytes(bytes(41) + b"x" + bytes(58))
    (one / "index.html").write_bytes(b"same and more")
    (one / "left").touch()
    (two / "right").touch()
    assert differences(one, two) == [
        "left: only in the first",
        "right: only in the second",
        "deep/data.bin: differs from byte 41 on (100 and 100 bytes)",
        "index.html: differs from byte 4 on (13 and 4 bytes)",
    ]


def test_a_folder_of_the_machine_is_found_in_packed_files_too(sites, tmp_path):
    one, _ = sites
    place = tmp_path / "checkout"
    said = f"File {place}/x.py".encode()
    (one / "a.js").write_bytes(said)
    (one / "b.bin").write_bytes(zstandard.compress(said))
    (one / "c.bin").write_bytes(gzip.compress(said))
    assert mentions(one, [place]) == [f"{name}: names {place}" for name in ("a.js", "b.bin", "c.bin")]


def test_bytecode_is_made_in_one_time_zone_whatever_the_machine_has(monkeypatch):
    """Bytecode notes when its source was changed, and an archive says that in local time."""
    monkeypatch.setenv("TZ", "Pacific/Chatham")
    runtime._run(sys.executable, "-c", "import time; assert time.localtime(0)[:4] == (1970, 1, 1, 0)")  # noqa: SLF001
    runtime._run("node", "-e", "if (new Date(0).getHours()) process.exit(1)")  # noqa: SLF001
