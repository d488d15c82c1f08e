"""What the site is made of is what we chose: every lock has its hashes, and Pyodide is held to ours."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from release import pinned, runtime

ROOT = Path(__file__).parents[1]
PYODIDES = {path.name for path in runtime.PYODIDE.iterdir() if path.is_file()}
#: By pip's locks, the ones whose names stand in `.in` files beside them.
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PIN = re.compile(r"[a-z0-9][a-z0-9.-]*(?:\[[a-z0-9,-]+\])?==[^\s;]+")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
INTEGRITY = re.compile(r"sha512-[A-Za-z0-9+/]{86}==")
ADDRESS = re.compile(r"\w+://|^-|--(?:index|extra-index|find-links|trusted)", re.MULTILINE)


def entries(lock):
    """Return each entry of a lock of pip's on one line, without comments."""
    joined = re.sub(r"^\s*#.*\n", "", lock, flags=re.MULTILINE).replace("\\\n", " ")
    return [line.strip() for line in joined.splitlines() if line.strip()]


def without_hash(lock):
    return [entry for entry in entries(lock) if not (PIN.match(entry) and HASH.search(entry))]


def without_integrity(lock):
    packages = json.loads(lock)["packages"]
    return [
        name for name, entry in packages.items() if name and not INTEGRITY.match(entry.get("integrity", ""))
    ]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_package_of_python_has_a_hash_and_no_address(lock):
    text = lock.read_text("utf-8")
    assert entries(text)
    assert without_hash(text) == []
    assert not ADDRESS.search(text)


def test_every_requirement_has_a_lock_and_every_lock_a_requirement():
    assert {path.stem for path in LOCKS} == {path.stem for path in (ROOT / "requirements").glob("*.in")}


def test_every_locked_package_of_npm_has_a_hash_and_no_address():
    text = (ROOT / "package-lock.json").read_text("utf-8")
    lock = json.loads(text)
    assert len(lock["packages"]) > 1
    assert without_integrity(text) == []
    assert not [name for name, entry in lock["packages"].items() if "resolved" in entry]
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))
    for kind in ("dependencies", "devDependencies"):
        assert lock["packages"][""][kind] == wanted[kind]


def test_a_lock_that_lacks_a_hash_is_seen():
    assert without_hash("a==1 \\\n    --hash=sha256:" + 64 * "0" + "\nb==2\n") == ["b==2"]
    assert without_hash("a>=1 --hash=sha256:" + 64 * "0") != []
    assert without_integrity('{"packages": {"": {}, "node_modules/a": {"integrity": "sha1-x"}}}') == [
        "node_modules/a"
    ]
    assert ADDRESS.search("--index-url x")


def test_every_install_of_pip_asks_for_hashes():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    installs = re.findall(r"^.*pip install.*$", makefile, re.MULTILINE)
    assert installs
    assert [line for line in installs if "--require-hashes" not in line] == []
    assert not re.search(r"\bnpm (?:install|i)\b(?! --package-lock-only)", makefile)


@pytest.fixture
def pyodide(tmp_path):
    for name in pinned.FILES:
        shutil.copyfile(runtime.PYODIDE / name, tmp_path / name)
    return tmp_path


def test_pyodide_is_the_one_in_our_list(pyodide):
    pinned.check(pyodide, pinned.LIST.read_text("utf-8"))
    assert pinned.written(pyodide) == pinned.LIST.read_text("utf-8")


@pytest.mark.parametrize("name", pinned.FILES)
def test_a_changed_file_of_pyodide_stops_the_build_with_one_sentence(pyodide, monkeypatch, name):
    file = pyodide / name
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    monkeypatch.setattr(runtime, "PYODIDE", pyodide)
    with pytest.raises(SystemExit) as stopped:
        runtime.ensure()
    said = str(stopped.value)
    was = next(line.split()[0] for line in pinned.LIST.read_text("utf-8").splitlines() if line.endswith(name))
    now = next(line.split()[0] for line in pinned.written(pyodide).splitlines() if line.endswith(f"  {name}"))
    assert said.startswith(f"{file} is not the file that pyodide.sha256 names: expected {was}, got {now}. ")
    assert "python -m release.pinned --write" in said
    assert "\n" not in said


def test_a_missing_file_of_pyodide_stops_the_build(pyodide):
    (pyodide / "pyodide.asm.wasm").unlink()
    with pytest.raises(SystemExit, match=r"pyodide\.asm\.wasm is not the file .* got no file\."):
        pinned.check(pyodide, pinned.LIST.read_text("utf-8"))


def test_every_file_of_pyodide_that_the_build_reads_is_in_the_list():
    read = set()
    for path in [*(ROOT / "release").rglob("*.py"), *(ROOT / "release").rglob("*.mjs")]:
        if path.name != "pinned.py":
            read |= {name for name in PYODIDES if f'"{name}"' in path.read_text("utf-8")}
    assert read <= set(pinned.FILES)
