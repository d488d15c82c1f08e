"""The command line over folders, and its summaries: which files count, and what is said of each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checkers.__main__ import main
from tests.folders import lay, run

# A folder's files, the arguments, the exit status, the files in order with their verdicts, the faulty files.
FOLDERS = [
    ({"a_json": "met"}, 0, ["a.json met"], []),
    ({"b_json": "met", "a_json": "met", "B_JSON": "met"}, 0, ["B.JSON met", "a.json met", "b.json met"], []),
    ({"a_json": "unmet", "c_json": "unknown"}, 1, ["a.json unmet", "c.json unknown"], []),
    ({"a_json": "unclear", "b_json": "met"}, 3, ["a.json unclear", "b.json met"], []),
    ({"a_json": "no JSON", "b_json": "met"}, 2, ["b.json met"], ["a.json"]),
    ({"a_json": "met", "b_json": "wrong", "c_json": "unmet"}, 2, ["a.json met", "c.json unmet"], ["b.json"]),
    (
        {"b__c__d_json": "met", "a_json": "met", "b_json": "met"},
        0,
        ["a.json met", "b/c/d.json met", "b.json met"],
        [],
    ),
    (
        {"a_json": "met", "_hidden_json": "wrong", "~$a_json": "wrong", "a_txt": "wrong"},
        0,
        ["a.json met"],
        [],
    ),
    ({"a_json": "two teams"}, 1, ["a.json unmet"], []),
    ({"a_txt": "met"}, 2, [], [""]),
]


@pytest.mark.parametrize("case", FOLDERS)
def test_a_folder_is_all_its_forms(tmp_path, capsys, case):
    files, status, checked, faulty = case
    lay(tmp_path, **files)
    assert main(["check", str(tmp_path), "--format", "json"]) == status
    printed = capsys.readouterr()
    reports = [json.loads(line) for line in printed.out.splitlines()]
    found = [f"{Path(one['file']).relative_to(tmp_path).as_posix()} {one['verdict']}" for one in reports]
    assert found == checked
    named = {line.partition(": ")[0] for line in printed.err.splitlines()}
    assert named == {str(tmp_path / name) for name in faulty}


# What a file holds, and the lines of a summary: component, verdict, unmet, unclear, unknown.
SUMMARIES = [
    ("met", [("inception", "met", 0, 0, 0)]),
    ("unmet", [("inception", "unmet", 1, 0, 0)]),
    ("unknown", [("inception", "unknown", 0, 0, 1)]),
    ("two teams", [("project", "met", 0, 0, 0), ("inception", "unmet", 2, 1, 0)]),
    ("no team", [(None, "unknown", 0, 0, 0)]),
    ("no JSON", [(None, "unusable", 0, 0, 0)]),
    ("wrong", [(None, "unusable", 0, 0, 0)]),
]
COUNTED = ("component", "verdict", "unmet", "unclear", "unknown")


@pytest.mark.parametrize(("kind", "lines"), SUMMARIES)
def test_a_summary_has_a_line_for_each_team_and_each_file_without(tmp_path, capsys, kind, lines):
    lay(tmp_path, a_json="met", b_json=kind)
    main(["check", str(tmp_path), "--summary", "jsonl"])
    printed = capsys.readouterr()
    found = [json.loads(line) for line in printed.out.splitlines()][1:]
    assert [tuple(line[key] for key in COUNTED) for line in found] == lines
    assert all(line["file"] == str(tmp_path / "b.json") for line in found)
    main(["check", str(tmp_path), "--summary", "text", "--language", "en"])
    text = capsys.readouterr().out.splitlines()[1:]
    assert len(text) == len(lines)
    assert all(line.startswith(str(tmp_path / "b.json")) for line in text)


@pytest.mark.parametrize("summary", ["text", "jsonl"])
def test_a_summary_says_why_a_file_cannot_be_used_as_any_check_does(tmp_path, capsys, summary):
    lay(tmp_path, a_json="no JSON", b_json="unmet")
    assert main(["check", str(tmp_path)]) == 2
    faults = capsys.readouterr().err
    assert main(["check", str(tmp_path), "--summary", summary]) == 2
    assert capsys.readouterr().err == faults != ""


def test_a_summary_is_written_as_a_spreadsheet_with_the_same_lines(tmp_path, capsys):
    openpyxl = pytest.importorskip("openpyxl")
    lay(tmp_path, a_json="unmet", b_json="two teams", c_json="wrong", d_json="no team")
    out = tmp_path / "out" / "summary.xlsx"
    out.parent.mkdir()
    assert main(["check", str(tmp_path), "--summary", "xlsx", "--to", str(out), "--language", "en"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"{tmp_path / 'c.json'}: ")
    rows = list(openpyxl.load_workbook(out).active.iter_rows(values_only=True))
    files = [Path(row[0]).name for row in rows if str(row[0]).endswith(".json")]
    assert files == ["a.json", "b.json", "b.json", "c.json", "d.json"]


def test_a_summary_that_cannot_be_written_is_one_line(tmp_path):
    lay(tmp_path, a_json="met")
    done = run("check", tmp_path, "--summary", "xlsx", "--to", tmp_path / "missing" / "out.xlsx")
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_forms_and_partnership_files_are_checked_side_by_side(tmp_path, capsys, kind):
    lay(tmp_path, a_json="unmet", c_json="no JSON")
    assert main(["form", str(tmp_path / "a.json"), "--to", str(tmp_path / f"b.{kind}")]) == 0
    capsys.readouterr()
    assert main(["check", str(tmp_path), "--format", "json"]) == 2
    printed = capsys.readouterr()
    assert [Path(json.loads(line)["file"]).name for line in printed.out.splitlines()] == [
        "a.json",
        f"b.{kind}",
    ]
    assert printed.err.startswith(f"{tmp_path / 'c.json'}: ")


def test_a_folder_that_cannot_be_opened_does_not_stop_the_others(tmp_path, capsys, monkeypatch):
    lay(tmp_path, a_json="met", b__c_json="met", d_json="met")
    listed = Path.iterdir

    def refuse(folder):
        if folder.name == "b":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert main(["check", str(tmp_path), "--format", "json"]) == 2
    printed = capsys.readouterr()
    assert [Path(json.loads(line)["file"]).name for line in printed.out.splitlines()] == ["a.json", "d.json"]
    assert printed.err.startswith(f"{tmp_path / 'b'}: $: ")
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize("number", ["0", "-1", "1.5", "many", "²"])
def test_a_number_of_jobs_that_is_none_is_wrong_usage(number, capsys):
    with pytest.raises(SystemExit) as left:
        main(["check", "a.json", "--jobs", number])
    assert left.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1
