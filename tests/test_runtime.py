"""The runtime that pages load: complete, compiled for its own Python, the same from the same sources."""

from __future__ import annotations

import hashlib
import json
import subprocess
import tomllib
import zipfile
from pathlib import Path

import pytest

from checkers.rulebook import load
from release import runtime

#: The number that opens each bytecode file of CPython 3.14.
MAGIC = "2b0e0d0a"


@pytest.fixture(scope="module")
def built():
    return runtime.ensure()


@pytest.fixture(scope="module")
def listed(built):
    return json.loads((built / "manifest.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def archives(built):
    return [built / "python_stdlib.zip", *built.glob("*.whl")]


@pytest.fixture
def sources(tmp_path):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "a.toml").write_text("a = 1")
    (tmp_path / "lock.txt").write_text("pinned")
    return tmp_path


PATTERNS = ("rules/**/*", "lock.txt")


def test_the_same_sources_have_the_same_digest(sources):
    assert runtime.digest(sources, PATTERNS) == runtime.digest(sources, PATTERNS)


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "rules" / "a.toml").write_text("a = 2"),
        lambda root: (root / "rules" / "a.toml").rename(root / "rules" / "b.toml"),
        lambda root: (root / "rules" / "b.toml").touch(),
    ],
    ids=["content", "name", "new file"],
)
def test_a_changed_source_changes_the_digest(sources, change):
    before = runtime.digest(sources, PATTERNS)
    change(sources)
    assert runtime.digest(sources, PATTERNS) != before


def test_bytecode_left_by_a_run_does_not_change_the_digest(sources):
    before = runtime.digest(sources, PATTERNS)
    (sources / "rules" / "a.cpython-311.pyc").write_bytes(b"x")
    assert runtime.digest(sources, PATTERNS) == before


def test_a_pattern_without_files_is_an_error(sources):
    with pytest.raises(FileNotFoundError, match="gone"):
        runtime.digest(sources, ["gone.txt"])


def test_the_manifest_lists_every_file_with_its_size_and_hash(built, listed):
    others = {path for path in built.iterdir() if path.suffix != ".txt" and path.name != "manifest.json"}
    assert set(listed["files"]) == {path.name for path in others}
    for path in others:
        content = path.read_bytes()
        assert listed["files"][path.name] == {
            "bytes": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
        }


def test_notice_and_licences_lie_beside_what_is_shipped(built, listed):
    notice = (built / "NOTICE.txt").read_text(encoding="utf-8")
    assert f"Pyodide {listed['pyodide']}, Mozilla Public License 2.0" in notice
    assert f"CPython {listed['python']}" in notice
    for licence in ("LICENSE", "LICENSE-CONTENT"):
        assert f"({licence}.txt)" in notice
        assert (built / f"{licence}.txt").read_bytes() == (runtime.ROOT / licence).read_bytes()


def test_a_page_loads_the_checks_alone_and_spreadsheets_when_asked(built, listed):
    lock = json.loads((built / "pyodide-lock.json").read_text(encoding="utf-8"))
    assert set(lock["packages"]) == {"checkers", "defusedxml", "et-xmlfile", "openpyxl"}
    for package in lock["packages"].values():
        assert hashlib.sha256((built / package["file_name"]).read_bytes()).hexdigest() == package["sha256"]
    assert lock["packages"]["checkers"]["depends"] == []
    assert listed["packages"] == ["checkers"]
    others = [package for name, package in lock["packages"].items() if name != "checkers"]
    assert listed["optional"] == sorted(package["file_name"] for package in others)


def test_the_spreadsheets_are_those_that_the_lock_and_the_checks_name(built):
    lock = json.loads((built / "pyodide-lock.json").read_text(encoding="utf-8"))["packages"]
    project = tomllib.loads((runtime.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    notice = (built / "NOTICE.txt").read_text(encoding="utf-8")
    for wanted in project["optional-dependencies"]["sheets"]:
        name, _, version = wanted.partition("==")
        assert lock[name]["version"] == version
    for name in ("defusedxml", "et-xmlfile", "openpyxl"):
        assert f"{name.replace('-', '_')} {lock[name]['version']}," in notice
        with zipfile.ZipFile(built / lock[name]["file_name"]) as wheel:
            assert [part for part in wheel.namelist() if "LICEN" in part]


def test_archives_hold_bytecode_of_the_runtime_only(archives):
    assert len(archives) == 5
    for archive in archives:
        with zipfile.ZipFile(archive) as contents:
            assert not [name for name in contents.namelist() if name.endswith(".py")]
            compiled = [name for name in contents.namelist() if name.endswith(".pyc")]
            assert compiled
            assert {contents.read(name)[:4].hex() for name in compiled} == {MAGIC}


def test_archives_are_stored_so_that_a_host_can_compress_them(archives):
    for archive in archives:
        with zipfile.ZipFile(archive) as contents:
            assert {entry.compress_type for entry in contents.infolist()} == {zipfile.ZIP_STORED}


def test_the_runtime_starts_and_reads_the_rulebook(built, listed):
    script = Path(__file__).with_name("start_runtime.mjs")
    run = subprocess.run(["node", script, built], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-2000:]
    assert json.loads(run.stdout.splitlines()[-1]) == {
        "python": listed["python"],
        "magic": MAGIC,
        "checkers": "/lib/python3.14/site-packages/checkers/__init__.pyc",
        "library": "/lib/python314.zip/json/__init__.pyc",
        "rulebook": load().version,
    }


def test_an_unchanged_runtime_is_not_built_again(built, monkeypatch):
    def refuse(_):
        pytest.fail("built again")

    monkeypatch.setattr(runtime, "build", refuse)
    assert runtime.ensure() == built


def test_two_builds_are_byte_for_byte_the_same(built, tmp_path):
    again = tmp_path / "runtime"
    runtime.build(again)
    assert {path.name: path.read_bytes() for path in again.iterdir()} == {
        path.name: path.read_bytes() for path in built.iterdir()
    }
