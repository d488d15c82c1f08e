"""The wheel: the rulebook as it was read, and the same answers as from the source tree."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile

import pytest

from checkers.rulebook import load
from checkers.rulebook.written import ready_source
from checkers.service import check
from release.runtime import ROOT
from tests.teams import ABROAD, COMPONENTS, team


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", folder, ROOT], check=True)
    (built,) = folder.glob("*.whl")
    return built


def test_what_is_written_makes_the_values_that_were_read():
    made = {}
    exec(ready_source(load().contents), made)  # noqa: S102 - it is what the wheel runs
    assert made["CONTENTS"] == load().contents
    assert repr(made["CONTENTS"]) == repr(load().contents)


def test_the_tree_reads_its_files_and_the_wheel_does_not(wheel):
    assert not (ROOT / "checkers" / "rulebook" / "ready.py").exists()
    with zipfile.ZipFile(wheel) as contents:
        names = [name for name in contents.namelist() if name.startswith("checkers/rulebook/")]
    assert "checkers/rulebook/ready.py" in names
    assert not [name for name in names if name.endswith(".toml")]


@pytest.mark.parametrize("component", COMPONENTS)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_wheel_answers_as_the_tree_does(wheel, component, language):
    text = json.dumps(team(component).people(ABROAD).document)
    script = f"import sys; sys.path.insert(0, {str(wheel)!r}); import checkers.service as service; "
    ask = "print(service.check(sys.stdin.read(), sys.argv[1]), end='')"
    found = "assert 'checkers.rulebook.loader' not in sys.modules"
    done = subprocess.run(
        [sys.executable, "-I", "-X", "utf8", "-c", f"{script}{ask}; {found}", language],
        input=text.encode(),
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode() == check(text, language)
