"""What is wrong with a partnership file: a place and a code, worded at the edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Fault", "UnusableDocument"]


class Fault(NamedTuple):
    """One thing that keeps a file from being checked."""

    #: `teams[0].participants[2].capacity`; a line and a column where the file is no JSON; or `$`, the whole.
    path: str
    #: Key of a sentence in the rulebook's phrases, below `fault`.
    code: str
    values: Mapping[str, str | int]


class UnusableDocument(Exception):  # noqa: N818 - it holds faults, and is not itself an error of the program
    """A file that cannot be checked, with every fault found in it."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults: tuple[Fault, ...] = faults
