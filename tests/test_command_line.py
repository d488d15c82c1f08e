"""The command line as scripts see it: exit statuses, streams, and nothing but what was asked for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from checkers.__main__ import main
from tests.teams import ABROAD, COMPONENTS, team

ROOT = Path(__file__).parent.parent

MET = team("inception")
UNMET = team("inception").people(ABROAD, "majority", "civil_servant coordinator")
UNCLEAR = team("inception").people(ABROAD, "majority", "opposition", "civil_servant")
UNKNOWN = team("inception").answer("inception.tool", None)
STATUS = {"met": 0, "unmet": 1, "broken": 2, "unclear": 3, "unknown": 3}


@pytest.fixture
def files(tmp_path):
    """A file of each verdict, and one that cannot be checked."""
    drafts = {"met": MET, "unmet": UNMET, "unclear": UNCLEAR, "unknown": UNKNOWN}
    made = {name: tmp_path / f"{name}.json" for name in (*drafts, "broken")}
    for name, draft in drafts.items():
        made[name].write_text(json.dumps(draft.document), "utf-8")
    made["broken"].write_text('{"format": "partnership/1"}', "utf-8")
    return {name: str(file) for name, file in made.items()}


def run(*arguments, stdin=b"", command=(sys.executable, "-m", "checkers"), **environment):
    """Run the command line as another process, as people do."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))
    }
    return subprocess.run(
        [*command, *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=kept | environment,
    )


@pytest.mark.parametrize("name", STATUS)
def test_the_exit_status_is_the_verdict(files, name, capsys):
    assert main(["check", files[name]]) == STATUS[name]
    printed = capsys.readouterr()
    assert bool(printed.out) is (name != "broken")
    assert bool(printed.err) is (name == "broken")


@pytest.mark.parametrize(
    ("names", "status"),
    [
        (("met", "met"), 0),
        (("met", "unknown"), 3),
        (("unclear", "met"), 3),
        (("unclear", "unmet", "met"), 1),
        (("unmet", "unknown"), 1),
        (("unmet", "broken", "met"), 2),
        (("broken", "unclear"), 2),
    ],
)
def test_in_a_batch_the_worst_counts_and_every_file_is_checked(files, names, status, capsys):
    assert main(["check", *(files[name] for name in names), "--format", "json"]) == status
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["file"] for line in lines] == [files[name] for name in names if name != "broken"]
    assert [line["verdict"] for line in lines] == [name for name in names if name != "broken"]


def test_one_file_is_one_report_without_its_name(files, capsys):
    main(["check", files["met"], "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert "file" not in report
    assert report["language"] == "sv"


def test_the_same_file_twice_is_two_reports(files, capsys):
    main(["check", files["met"], files["met"], "--format", "json"])
    first, second = capsys.readouterr().out.splitlines()
    assert first == second


def test_standard_input(files):
    done = run("check", "-", "--format", "json", stdin=Path(files["unmet"]).read_bytes())
    assert done.returncode == 1
    assert json.loads(done.stdout)["verdict"] == "unmet"
    assert done.stderr == b""


def test_standard_input_that_is_unusable(files):
    done = run("check", "-", stdin=b"\xff")
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.startswith(b"-: $: ")
    assert done.stderr.count(b"\n") == 1


def test_one_component_of_several(tmp_path, capsys):
    file = tmp_path / "two.json"
    file.write_text(json.dumps(team("project").beside(UNMET).document), "utf-8")
    assert main(["check", str(file)]) == 1
    capsys.readouterr()
    assert main(["check", str(file), "--component", "project", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [checked["component"] for checked in report["teams"]] == ["project"]


def test_a_component_looked_at_alone_still_sees_the_others(tmp_path, capsys):
    file = tmp_path / "two.json"
    draft = team("project").beside(team("steering"), end="2028-02-28")
    file.write_text(json.dumps(draft.document), "utf-8")
    assert main(["check", str(file), "--component", "project"]) == 1


def test_a_component_that_the_file_has_not(files, capsys):
    assert main(["check", files["met"], "--component", "expansion"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert printed.err.startswith(f"{files['met']}: teams: ")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_both_languages_speak_and_give_the_same_verdict(files, language, capsys):
    assert main(["check", files["unclear"], "--language", language]) == 3
    first = {"sv": "≠ Förberedelse: Oklart i texten", "en": "≠ Inception: The text is unclear"}
    assert capsys.readouterr().out.splitlines()[0] == first[language]


def test_swedish_is_the_default(files, capsys):
    main(["check", files["unmet"]])
    swedish = capsys.readouterr().out
    main(["check", files["unmet"], "--language", "sv"])
    assert capsys.readouterr().out == swedish


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("check",),
        ("check", "a.json", "--component", "styrgrupp"),
        ("check", "a.json", "--language", "de"),
        ("check", "a.json", "--format", "yaml"),
        ("check", "a.json", "--everything"),
        ("weigh", "a.json"),
        ("rules", "--component", "exchange-and-learning"),
        ("form", "a.json"),
        ("form", "a.json", "--to", "a.pdf"),
        ("check", "a.json", "--summary", "xlsx"),
        ("check", "a.json", "--to", "a.xlsx"),
    ],
)
def test_wrong_usage_is_one_line(arguments, capsys):
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    assert left.value.code == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize("name", ["team.xlsx", "team.csv", "team.XLSX", "team", "team.json.txt"])
def test_another_sort_of_file_is_one_sentence(name, tmp_path, capsys):
    (tmp_path / name).write_bytes(b"PK\x03\x04")
    assert main(["check", str(tmp_path / name)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("name", ["missing.json", "folder.json", "null\x00.json"])
def test_a_file_that_cannot_be_opened_is_one_sentence(name, tmp_path, capsys):
    (tmp_path / "folder.json").mkdir()
    assert main(["check", str(tmp_path / name)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_output_is_utf_8_wherever_it_goes(tmp_path):
    draft = team("steering").people("se").place("se", name="Åkersberga 🏛")
    file = tmp_path / "lag.json"
    file.write_text(json.dumps(draft.document), "utf-8")
    for form in ("text", "json"):
        done = run("check", str(file), "--format", form, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
        assert done.returncode == 1
        assert "Åkersberga 🏛" in done.stdout.decode("utf-8")


def test_names_do_not_steer_the_terminal(tmp_path, capsys):
    names = ("\x1b[2J\x1b[31mRed", "bell\x07", "a\rb", "\x9b31m", "two\nlines")
    draft = team("inception").people(ABROAD, "majority", "civil_servant coordinator", "majority breaks-code")
    draft.place("ke", name=names[0])
    for person, name in zip(draft.participants[1:], names, strict=True):
        person["name"] = name
    file = tmp_path / "file.json"
    file.write_text(json.dumps(draft.document), "utf-8")
    main(["check", str(file)])
    printed = capsys.readouterr().out
    assert not set(printed) & {"\x1b", "\x07", "\r", "\x9b"}
    assert "\nlines" not in printed


def test_a_fault_does_not_steer_the_terminal(tmp_path, capsys):
    file = tmp_path / "file.json"
    file.write_text(json.dumps({"format": "partnership/1\x1b[2J\n", "\x1b[31m": 1}), "utf-8")
    assert main(["check", str(file)]) == 2
    printed = capsys.readouterr().err
    assert "\x1b" not in printed
    assert printed.count("\n") == 1


def test_a_report_names_every_rule_that_is_not_met(files, capsys):
    main(["check", files["unmet"], "--language", "en"])
    text = capsys.readouterr().out
    assert "Kijani County" in text
    assert "2 politicians" in text


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("component", [None, *COMPONENTS])
def test_the_rules_are_listed(component, language, capsys):
    only = ["--component", component] if component else []
    assert main(["rules", *only, "--language", language]) == 0
    text = capsys.readouterr().out
    assert main(["rules", *only, "--language", language, "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)["rules"]
    groups = {rule["rule"].partition(".")[0] for rule in listed}
    assert groups >= ({component} if component else set(COMPONENTS))
    assert all(rule["title"] in text for rule in listed)


@pytest.mark.parametrize("arguments", [("rules",), ("rules", "--component", "steering"), ("check", "FILE")])
def test_whoever_reads_may_stop(files, arguments):
    command = [sys.executable, "-m", "checkers", *(files["met"] if a == "FILE" else a for a in arguments)]
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False, cwd=ROOT)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (2, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_output_that_cannot_be_written_is_one_line(files):
    with Path("/dev/full").open("wb") as disk:
        command = [sys.executable, "-m", "checkers", "check", files["met"]]
        done = subprocess.run(command, stdout=disk, stderr=subprocess.PIPE, check=False, cwd=ROOT)
    assert done.returncode == 2
    assert done.stderr.startswith(b"team-check: ")
    assert done.stderr.count(b"\n") == 1


def test_a_command_that_is_interrupted_leaves_quietly(files, monkeypatch, capsys):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("checkers.outcome.read_file", interrupt)
    assert main(["check", files["met"]]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_closed_standard_input_is_one_line():
    command = f"{sys.executable} -m checkers check - <&-"
    done = run("-c", command, command=("sh",))
    assert done.returncode == 2
    assert done.stderr.startswith(b"-: $: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="names are text on other systems")
def test_a_file_name_that_is_no_text_can_be_read_back(files, tmp_path):
    file = os.fsencode(tmp_path) + b"/caf\xe9.json"
    Path(os.fsdecode(file)).write_bytes(Path(files["met"]).read_bytes())
    done = run("check", file, files["met"], "--format", "json")
    assert done.returncode == 0
    assert os.fsencode(json.loads(done.stdout.splitlines()[0])["file"]) == file


def test_the_console_script_is_the_same_command():
    metadata = (ROOT / "pyproject.toml").read_text("utf-8")
    assert 'team-check = "checkers.__main__:main"' in metadata
    module, name = "checkers.__main__", "main"
    script = f"import sys; from {module} import {name}; sys.exit({name}())"
    done = run("-c", script, "rules", "--format", "json", command=(sys.executable,))
    assert done.returncode == 0
    assert json.loads(done.stdout)["rules"]


def test_the_engine_needs_the_standard_library_alone(files):
    done = run("check", files["met"], command=(sys.executable, "-I", "-S", "-c", _ISOLATED))
    assert done.returncode == 0, done.stderr


_ISOLATED = (
    f"import sys; sys.path.insert(0, {str(ROOT)!r}); from checkers.__main__ import main; sys.exit(main())"
)
