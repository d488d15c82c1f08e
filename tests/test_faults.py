"""Each fault in the table names a test that there is, and each test of faults stands in the table."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.named_tests import NAMED, is_there, names_in

FAULTS = tomllib.loads((Path(__file__).parent / "faults.toml").read_text("utf-8"))["fault"]
HERE = "tests/browser/test_faults.py"


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["what"])
def test_a_fault_is_told_with_its_tests(fault):
    assert fault.keys() == {"what", "reader", "tests"}
    assert fault["tests"]
    assert [named for named in fault["tests"] if not is_there(named)] == []


def test_every_test_of_faults_stands_in_the_table():
    named = [NAMED.fullmatch(each) for fault in FAULTS for each in fault["tests"]]
    assert {found[2] for found in named if found[1] == HERE} == names_in(HERE)


def test_a_test_that_is_not_there_is_noticed():
    assert is_there(f"{HERE}::test_a_line_that_crawls")
    assert not is_there(f"{HERE}::test_a_line_that_flies")
    assert not is_there(f"{HERE}::test_a_line_that_crawls[no such case]")
    assert not is_there("tests/no_such_file.py::test_a_line_that_crawls")
