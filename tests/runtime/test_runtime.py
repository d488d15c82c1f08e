"""The runtime that pages load: complete, compiled for its own Python, the same from the same sources."""

from __future__ import annotations

import hashlib
import io
import json
import tomllib
import zipfile

import pytest
import zstandard

from checkers.service import answer
from release import library, runtime
from tests.runtime.host import answers, refused, run
from tests.runtime.requests import RANDOM, requests

#: The number that opens each bytecode file of CPython 3.14.
MAGIC = "2b0e0d0a"


@pytest.fixture(scope="module")
def built():
    return runtime.ensure()


@pytest.fixture(scope="module")
def listed(built):
    return json.loads((built.parent / "scripts" / runtime.MANIFEST.name).read_text(encoding="utf-8"))


def packed(listed):
    """Return what is said of every file that a page may fetch."""
    return [*listed["parts"].values(), listed["rest"], *listed["packages"].values()]


@pytest.fixture(scope="module")
def archives(built, listed):
    """Return every archive of the runtime, by its name, unpacked."""
    parts = {name: part for name, part in listed["parts"].items() if name != "module"}
    return {
        name: zipfile.ZipFile(io.BytesIO(unpacked(built, part)))
        for name, part in {**parts, "rest": listed["rest"], **listed["packages"]}.items()
    }


def unpacked(built, part):
    return zstandard.decompress((built / part["file"]).read_bytes(), max_output_size=part["size"])


@pytest.fixture(scope="module")
def asked():
    return list(requests())


@pytest.fixture(scope="module")
def answered(asked):
    return answers(asked)


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


def test_every_file_is_listed_with_what_it_holds_and_named_for_it(built, listed):
    assert {part["file"] for part in packed(listed)} == {path.name for path in built.glob("*.bin")}
    for part in packed(listed):
        content = (built / part["file"]).read_bytes()
        assert len(content) == part["bytes"]
        assert len(unpacked(built, part)) == part["size"]
        assert hashlib.sha256(content).hexdigest() == part["sha256"]
        assert part["file"].endswith(f"-{part['sha256'][:12]}.bin")


def test_notice_and_licences_lie_beside_what_is_shipped(built, listed):
    notice = (built / "NOTICE.txt").read_text(encoding="utf-8")
    assert f"Pyodide {listed['pyodide']}, Mozilla Public License 2.0" in notice
    assert f"CPython {listed['python']}" in notice
    for licence in ("LICENSE", "LICENSE-CONTENT"):
        assert f"({licence}.txt)" in notice
        assert (built / f"{licence}.txt").read_bytes() == (runtime.ROOT / licence).read_bytes()


def test_a_page_loads_the_checks_alone_and_spreadsheets_when_asked(built, listed):
    packages = listed["lock"]["packages"]
    assert set(packages) == {"defusedxml", "et-xmlfile", "openpyxl"}
    assert {package["file_name"] for package in packages.values()} == set(listed["packages"])
    for package in packages.values():
        content = unpacked(built, listed["packages"][package["file_name"]])
        assert hashlib.sha256(content).hexdigest() == package["sha256"]


def test_the_spreadsheets_are_those_that_the_lock_and_the_checks_name(built, listed, archives):
    lock = listed["lock"]["packages"]
    project = tomllib.loads((runtime.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    notice = (built / "NOTICE.txt").read_text(encoding="utf-8")
    for wanted in project["optional-dependencies"]["sheets"]:
        name, _, version = wanted.partition("==")
        assert lock[name]["version"] == version
    for name in ("defusedxml", "et-xmlfile", "openpyxl"):
        assert f"{name.replace('-', '_')} {lock[name]['version']}," in notice
        assert [part for part in archives[lock[name]["file_name"]].namelist() if "LICEN" in part]


def test_archives_hold_bytecode_of_the_runtime_only(archives):
    assert len(archives) == 6
    for contents in archives.values():
        assert not [name for name in contents.namelist() if name.endswith(".py")]
        compiled = [name for name in contents.namelist() if name.endswith(".pyc")]
        assert compiled
        assert {contents.read(name)[:4].hex() for name in compiled} == {MAGIC}


def test_archives_are_stored_so_that_they_pack_as_a_whole(archives):
    for contents in archives.values():
        assert {entry.compress_type for entry in contents.infolist()} == {zipfile.ZIP_STORED}


def test_the_library_lies_in_two_parts_that_lack_nothing_and_share_nothing(archives):
    with zipfile.ZipFile(runtime.PYODIDE / "python_stdlib.zip") as stock:
        whole = sorted(f"{name}c" for name in stock.namelist() if name.endswith(".py"))
    core, rest = ([*archives[name].namelist()] for name in ("library", "rest"))
    core.remove("_in_page.pyc")
    assert sorted(core + rest) == whole
    assert {library.module_of(name) for name in core} == library.core_modules()


def test_a_module_that_python_does_not_have_is_refused(monkeypatch, tmp_path):
    (tmp_path / "list").write_text("json\nnothing.of_it\n")
    monkeypatch.setattr(library, "LIST", tmp_path / "list")
    with pytest.raises(ValueError, match=r"has no nothing\.of_it$"):
        library.part(runtime.PYODIDE / "python_stdlib.zip", tmp_path)


def test_the_module_exports_what_its_script_asks_for_and_little_else(built, listed):
    stock, ours = (
        len(module)
        for module in (
            runtime.PYODIDE.joinpath("pyodide.asm.wasm").read_bytes(),
            unpacked(built, listed["parts"]["module"]),
        )
    )
    assert ours < stock
    script = built.parent / "scripts" / runtime.MODULE.name
    assert script.stat().st_size < (runtime.PYODIDE / script.name).stat().st_size / 4


def test_the_runtime_answers_every_request_as_this_python_does(asked, answered):
    said, _ = answered
    assert len(asked) > 1_000 + RANDOM
    assert said == [answer(json.dumps(request)) for request in asked]


def test_woken_from_a_memory_it_answers_the_same(asked, answered):
    said, about = answers(asked, woken=True)
    assert (said, about) == answered


def test_a_woken_python_imports_what_the_other_one_had_not(answered):
    assert run("import tomllib, sqlite3; print(tomllib.loads('a = 1'))", woken=True) == ["{'a': 1}", "1"]


@pytest.mark.parametrize("woken", [False, True])
def test_python_has_no_way_into_the_page(answered, woken):
    """The worker's policy would bind it, had it one: what it says goes through its answer."""
    script = """
import pyodide.code, pyodide.http
def reached(ask):
    try:
        return ask()
    except (ModuleNotFoundError, NameError) as fault:
        return fault.name
print(reached(lambda: __import__("js")), reached(lambda: __import__("pyodide_js")))
print(reached(lambda: pyodide.code.run_js("1")), reached(lambda: pyodide.http.open_url("http://127.0.0.1/")))
"""
    assert run(script, woken=woken)[:2] == ["js pyodide_js", "js XMLHttpRequest"]


def test_a_woken_python_draws_numbers_of_its_own():
    script = """
import _in_page, random
def drawn():
    random.setstate(state)
    _in_page.wake()
    return random.random()
state = random.getstate()
print(drawn() != drawn())
"""
    assert run(script, woken=True) == ["True", "1"]


def test_no_request_asks_for_more_of_the_library_and_none_of_it_is_idle(answered, listed):
    _, about = answered
    assert about["rest"] == ""
    assert set(about["modules"]) - {"_in_page"} == library.core_modules()
    assert about["python"] == listed["python"]
    assert about["magic"] == MAGIC
    assert about["checkers"] == "/lib/checkers.zip/checkers/__init__.pyc"


def test_a_module_of_the_rest_is_found_in_its_package_and_beside_it():
    idna = "print('räksmörgås'.encode('idna').decode())"
    assert run(f"import encodings.idna, sqlite3; {idna}") == ["xn--rksmrgs-5wao1o", "1"]


def test_a_module_that_does_not_come_to_life_is_refused_and_not_waited_for():
    assert refused() == "refused"


def test_an_unchanged_runtime_is_not_built_again(built, monkeypatch):
    def refuse(_):
        pytest.fail("built again")

    monkeypatch.setattr(runtime, "build", refuse)
    assert runtime.ensure() == built


def test_two_builds_are_byte_for_byte_the_same(built, tmp_path):
    runtime.build(tmp_path)
    for folder in ("runtime", "scripts"):
        assert {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()} == {
            path.name: path.read_bytes() for path in (built.parent / folder).iterdir()
        }
