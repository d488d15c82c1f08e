"""Files that cannot be checked: each fault has its place, one line, and a sentence in both languages."""

from __future__ import annotations

import json
import tomllib

import pytest

from checkers.__main__ import main
from checkers.outcome import UNUSABLE
from checkers.service import check, open_file
from tests.case_file import CASES
from tests.documents import full, spoilt

CORPUS = sorted((CASES / "invalid").glob("*.toml"))
SPOILT = [
    (f"{file.stem}: {case['name']}", case)
    for file in CORPUS
    for case in tomllib.loads(file.read_text("utf-8"))["case"]
]

TEAM = "teams[0]"
PERSON = f"{TEAM}.participants[5]"
VISIT = f"{TEAM}.visits[0]"
ITEM = f"{VISIT}.plan.programme[0]"
REPLACEMENT = f"{TEAM}.replacements[0]"

WRONG = {
    "text": ("7", "true", "[]", "{}"),
    "word": ("7", "false", '""', '"?"', "[]", "{}"),
    "yes or no": ('"true"', "1", "0", '""', "[]", "{}"),
    "time": ('"noon"', '"9:00"', '"09.00"', "9", "true", "[]", "{}"),
    "day": ('"today"', "20260301", "true", "[]", "{}"),
    "list": ('"a"', "7", "false", "{}"),
    "object": ('"a"', "7", "true", "[]"),
}
FIELDS = {
    "partners[1].name": "text",
    "partners[1].country": "word",
    "partners[1].elected_opposition": "yes or no",
    f"{TEAM}.component": "word",
    f"{TEAM}.application": "day",
    f"{TEAM}.start": "day",
    f"{TEAM}.end": "day",
    f"{TEAM}.answers": "object",
    f"{TEAM}.answers.inception.tool": "yes or no",
    f"{TEAM}.answers.project.core-areas": "list",
    f"{TEAM}.visits": "list",
    f"{TEAM}.replacements": "list",
    f"{PERSON}.name": "text",
    f"{PERSON}.partner": "word",
    f"{PERSON}.capacity": "word",
    f"{PERSON}.side": "word",
    f"{PERSON}.leading": "yes or no",
    f"{PERSON}.employed": "yes or no",
    f"{PERSON}.roles": "list",
    f"{PERSON}.gender": "word",
    f"{PERSON}.reason": "text",
    f"{PERSON}.code_of_conduct": "yes or no",
    f"{PERSON}.approved": "yes or no",
    f"{VISIT}.country": "word",
    f"{VISIT}.start": "day",
    f"{VISIT}.end": "day",
    f"{VISIT}.travellers": "list",
    f"{VISIT}.methods": "list",
    f"{VISIT}.answers": "object",
    f"{VISIT}.answers.exchange.tip-reflection": "yes or no",
    f"{VISIT}.plan": "object",
    **{
        f"{VISIT}.plan.{name}": "text"
        for name in ("learn", "skills", "methods", "challenges", "reflection", "home")
    },
    f"{VISIT}.plan.programme": "list",
    f"{ITEM}.day": "day",
    f"{ITEM}.start": "time",
    f"{ITEM}.end": "time",
    f"{ITEM}.what": "text",
    f"{ITEM}.where": "text",
    f"{ITEM}.reflection": "yes or no",
    ITEM: "object",
    f"{REPLACEMENT}.leaves": "text",
    f"{REPLACEMENT}.joins": "text",
    f"{REPLACEMENT}.answers": "object",
    f"{REPLACEMENT}.answers.replacement.justified": "yes or no",
    f"{TEAM}.visits[0]": "object",
    f"{TEAM}.replacements[0]": "object",
    PERSON: "object",
}


def paths(data, folder, capsys):
    """Check bytes as the command line does, in both languages; return the paths of the faults."""
    file = folder / "file.json"
    file.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
    found = []
    for language in ("sv", "en"):
        assert main(["check", str(file), "--language", language]) == UNUSABLE
        printed = capsys.readouterr()
        assert printed.out == ""
        lines = printed.err.splitlines()
        assert lines, "a fault is said"
        found.append([_path(line, f"{file}: ") for line in lines])
    assert found[0] == found[1]
    return found[0]


def _path(line, start):
    assert line.startswith(start)
    path, colon, sentence = line.removeprefix(start).partition(": ")
    assert colon
    assert sentence[-1] == "."
    assert len(sentence) > len("Is missing.")
    return path


def test_the_corpus_is_there():
    assert len(CORPUS) == 7
    assert len(SPOILT) > 70


def test_what_is_spoilt_was_whole():
    answer = json.loads(check(json.dumps(full()), "sv"))
    assert answer["format"] == "report/1", answer


@pytest.mark.parametrize("case", [case for _, case in SPOILT], ids=[name for name, _ in SPOILT])
def test_spoilt_file(case, tmp_path, capsys):
    put, without = case.get("put", {}), case.get("without", [])
    expected = case.get("at", [*put, *without])
    assert sorted(paths(spoilt(put, tuple(without)), tmp_path, capsys)) == sorted(expected)


WRONGLY = [(path, raw) for path, kind in FIELDS.items() for raw in WRONG[kind]]
OPTIONAL = [path for path in FIELDS if path != f"{TEAM}.component" and not path.endswith("]")]


@pytest.mark.parametrize(("path", "raw"), WRONGLY)
def test_every_field_takes_its_own_type_alone(path, raw):
    answer = json.loads(check(spoilt({path: raw}), "en"))
    assert answer["format"] == "faults/1"
    assert [fault["path"] for fault in answer["faults"]] == [path]


@pytest.mark.parametrize("path", OPTIONAL)
def test_every_optional_field_may_be_null(path):
    assert json.loads(check(spoilt({path: "null"}), "en"))["format"] == "report/1"


BYTES = {
    "nothing at all": b"",
    "white space": b" \n\t ",
    "no JSON": b"Hello, team!",
    "a file cut short": b'{"format": "partnership/1", "partners": [',
    "a comma too many": b'{"format": "partnership/1", "partners": [], "teams": [],}',
    "single quotes": b"{'format': 'partnership/1'}",
    "two documents": b"{} {}",
    "a comment": b'{} // {"format": "partnership/1"}',
    "UTF-16": json.dumps(full()).encode("utf-16"),
    "UTF-16 without a mark": json.dumps(full()).encode("utf-16-le"),
    "UTF-32": json.dumps(full()).encode("utf-32"),
    "Latin-1": json.dumps(full(), ensure_ascii=False).encode("latin-1", "replace"),
    "bytes that are no text": b"\xff\xfe\xfd\x00\x80",
    "an xlsx named json": b"PK\x03\x04\x14\x00",
    "NaN": b'{"format": NaN}',
    "Infinity": b'{"format": Infinity}',
    "minus infinity": b'{"format": [-Infinity]}',
    "a line break in a text": b'{"format": "partnership\n1"}',
    "a number of ten thousand digits": b'{"format": ' + b"1" * 10_000 + b"}",
    "more than 2 MB": b'{"format": "' + b"a" * 2_000_000 + b'"}',
    "more than 2 MB of white space": b" " * 2_000_001,
    "a list": b"[]",
    "a text": b'"partnership/1"',
    "a number": b"1",
    "null": b"null",
    "very deep lists": b"[" * 100_000 + b"]" * 100_000,
    "very deep objects": b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
    "deep without an end": b"[" * 1_000_000,
}


@pytest.mark.parametrize("data", BYTES.values(), ids=BYTES)
def test_what_is_no_partnership_file_is_one_line(data, tmp_path, capsys):
    assert paths(data, tmp_path, capsys) == ["$"]


def test_a_key_twice_at_the_top(tmp_path, capsys):
    text = json.dumps(full()).replace("{", '{"format": "partnership/1", ', 1)
    assert len(paths(text, tmp_path, capsys)) == 1


@pytest.mark.parametrize("visits", [[], [{"travellers": ["A. B.", "C. D."]}]], ids=["no visits", "visits"])
def test_too_many_participants_are_one_line(tmp_path, capsys, visits):
    """The names on visits are not faults of their own."""
    document = full()
    team = {"component": "inception", "participants": [{"name": "A. B."}] * 2001, "visits": visits}
    document["teams"] = [team]
    assert paths(json.dumps(document), tmp_path, capsys) == ["teams[0].participants"]


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"programme": [{}] * 201}, "programme"),
        ({"learn": "x" * 4001}, "learn"),
        ({"programme": [{"what": "x" * 4001}]}, "programme[0].what"),
    ],
    ids=["too many items", "a long text", "a long item"],
)
def test_a_plan_has_limits(tmp_path, capsys, change, where):
    document = full()
    document["teams"][0]["visits"][0]["plan"] = change
    assert paths(json.dumps(document), tmp_path, capsys) == [f"{VISIT}.plan.{where}"]


def test_a_plan_at_its_limits_is_read_and_comes_back_as_it_was():
    document = full()
    item = {"day": "2026-05-04", "start": "09:00", "end": "09:00", "what": "x" * 4000}
    document["teams"][0]["visits"][0]["plan"] = {"home": "y" * 4000, "programme": [item, *[{}] * 199]}
    opened = json.loads(open_file("file.json", json.dumps(document).encode(), "en"))
    assert opened["format"] == "opened/1"
    assert opened["document"] == document


@pytest.mark.parametrize("partners", [None, [{"id": "se"}, {}], [{"id": "se"}, "ke"]])
def test_faulty_partners_are_one_line(tmp_path, capsys, partners):
    """Whoever is from a partner that could not be read is not at fault."""
    document = full()
    document["partners"] = partners
    assert len(paths(json.dumps(document), tmp_path, capsys)) == 1


def test_too_many_participants_in_all_teams_together(tmp_path, capsys):
    document = full()
    team = {"component": "project", "participants": [{}] * 1001}
    document["teams"] = [team, team]
    assert paths(json.dumps(document), tmp_path, capsys) == ["teams[1].participants"]


@pytest.mark.parametrize(
    "name",
    [
        "",
        "   ",
        "Åsa Öberg 👩🏾‍⚖️",
        "مريم العلي",
        "\u202eReversed\u202c",
        "<script>alert(1)</script>",
        "{subject} %s \\n",
        "A\x00B",
        "a\r\nb",
        "x" * 100_000,
        "= 1 + 1",
    ],
)
def test_any_name_is_a_name(name):
    document = full()
    document["teams"][0]["participants"][5]["name"] = name
    document["partners"][1]["name"] = name
    opened = json.loads(open_file("file.json", json.dumps(document).encode(), "sv"))
    assert opened["format"] == "opened/1"
    assert opened["document"] == document


def test_two_thousand_participants_are_checked():
    document = full()
    document["teams"][0] |= {
        "participants": [{"partner": "se", "capacity": "politician"}] * 2000,
        "visits": None,
        "replacements": None,
    }
    assert json.loads(check(json.dumps(document), "sv"))["format"] == "report/1"


def test_a_person_may_be_named_like_another_while_nobody_points_at_them():
    document = full()
    document["teams"][0] |= {"visits": None, "replacements": None}
    for person in document["teams"][0]["participants"]:
        person["name"] = "A. B."
    assert json.loads(check(json.dumps(document), "sv"))["format"] == "report/1"


def test_a_long_id_is_refused_in_a_short_line(tmp_path, capsys):
    document = full()
    document["partners"][0]["id"] = "a" * 1_000_000
    document["teams"] = [{"component": "inception"}]
    assert paths(json.dumps(document), tmp_path, capsys) == ["partners[0].id"]


def test_faults_stay_short_whatever_they_quote():
    document = full()
    document["partners"] = [{"id": f"{number:03}{'x' * 190}"} for number in range(100)]
    document["teams"] = [{"component": "inception", "participants": [{"partner": "zz"}], "y" * 100_000: 1}]
    faults = json.loads(check(json.dumps(document), "sv"))["faults"]
    assert len(faults) == 2
    assert all(len(fault["path"]) < 200 and len(fault["message"]) < 1200 for fault in faults)


def test_a_report_stays_small_whatever_the_names():
    document = full()
    document["partners"][0]["name"] = "n" * 1_000_000
    document["teams"] = [{"component": "steering", "participants": [{"name": "m" * 900_000}]}]
    answer = check(json.dumps(document), "sv")
    assert json.loads(answer)["format"] == "report/1"
    assert len(answer) < 100_000
