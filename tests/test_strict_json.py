"""How deep a file may be, whatever stands in its texts."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkers.faults import UnusableDocument
from checkers.strict_json import MAX_DEPTH, parse

#: What could be taken for a bracket, or for the end of a text.
AWKWARD = st.text(st.sampled_from('[]{}"\\,: a\n'), max_size=40)


def nested(levels: int, text: str) -> object:
    """Return a value so deep, with a text beside each of its levels."""
    value: object = text
    for level in range(levels):
        value = [text, value] if level % 2 else {text: value, f"{text}.": text}
    return value


@given(AWKWARD, st.booleans())
def test_brackets_in_texts_are_no_levels(text, escaped):
    value = nested(MAX_DEPTH, text)
    assert parse(json.dumps(value, ensure_ascii=escaped)) == value


@given(AWKWARD)
def test_one_level_more_is_refused(text):
    with pytest.raises(UnusableDocument) as refused:
        parse(json.dumps(nested(MAX_DEPTH + 1, text)))
    assert [fault.code for fault in refused.value.faults] == ["too_deep"]
