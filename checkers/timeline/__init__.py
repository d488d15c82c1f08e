"""A partnership on one time line: its teams and visits, and what the rules on time say about them."""

from __future__ import annotations

from checkers.timeline.lanes import Lane, Missing, Timeline, lay_out
from checkers.timeline.remarks import Remark, remarks
from checkers.timeline.stretches import Stretch, uncovered
from checkers.timeline.telling import FORMAT, make_timeline

__all__ = [
    "FORMAT",
    "Lane",
    "Missing",
    "Remark",
    "Stretch",
    "Timeline",
    "lay_out",
    "make_timeline",
    "remarks",
    "uncovered",
]
