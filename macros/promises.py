"""What the page on readers' data promises, as a table with the test that proves each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.data_files import read_toml

if TYPE_CHECKING:
    from macros.guide import Guide

__all__ = ["promises"]


def promises(guide: Guide) -> str:
    """Return each promise in the reader's words, and where in the code its test is."""
    told = read_toml("data/promises.toml")
    rows = [(one["says"][guide.language], one["test"]) for one in told["promises"]]
    heads = [told[name][guide.language] for name in ("promise", "test")]
    caption = told["caption"][guide.language]
    return guide.render("serving_table.html", kind="tests", caption=caption, heads=heads, rows=rows)
