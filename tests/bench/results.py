"""What a run has measured: medians, ranges, ratios, and how they stand beside the targets."""

from __future__ import annotations

import statistics
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.bench.subjects import Sample

__all__ = ["Row", "edit_target_as_text", "rows_as_text", "targets_as_text"]

_TARGETS: Final = Path(__file__).with_name("targets.toml")
_STOCK: Final = "stock"
_TURN: Final = "turn"


@dataclass(frozen=True)
class Row:
    """All samples of one subject's visits of one kind, over one line, from one host."""

    line: str
    compression: str
    visit: str
    subject: str
    samples: Sequence[Sample]

    @property
    def milliseconds(self) -> float:
        """The median."""
        return statistics.median(sample.milliseconds for sample in self.samples)

    @property
    def bytes(self) -> float:
        """The median of what was sent."""
        return statistics.median(sample.sent.bytes for sample in self.samples)

    @property
    def requests(self) -> float:
        """The median of how often something was asked for."""
        return statistics.median(sample.sent.requests for sample in self.samples)

    @property
    def least(self) -> float:
        """The quickest."""
        return min(sample.milliseconds for sample in self.samples)

    @property
    def most(self) -> float:
        """The slowest."""
        return max(sample.milliseconds for sample in self.samples)

    def ratio(self, rows: Iterable[Row]) -> float | None:
        """Return the median as a share of the stock's on the same visits, where that was measured."""
        stock = self._stock(rows)
        return stock and self.milliseconds / stock.milliseconds

    def ratio_of_least(self, rows: Iterable[Row]) -> float | None:
        """Return the quickest as a share of the stock's quickest, which a busy machine disturbs the least."""
        stock = self._stock(rows)
        return stock and self.least / stock.least

    def _stock(self, rows: Iterable[Row]) -> Row | None:
        beside = (self.line, self.compression, self.visit, _STOCK)
        return next(
            (row for row in rows if (row.line, row.compression, row.visit, row.subject) == beside), None
        )

    def as_json(self, rows: Iterable[Row]) -> dict[str, Any]:
        """Return the row for a file."""
        return {
            "line": self.line,
            "compression": self.compression,
            "visit": self.visit,
            "subject": self.subject,
            "runs": len(self.samples),
            "milliseconds": round(self.milliseconds),
            "least": round(self.least),
            "most": round(self.most),
            "bytes": round(self.bytes),
            "requests": round(self.requests),
            "ratio": _rounded(self.ratio(rows)),
            "ratio_of_least": _rounded(self.ratio_of_least(rows)),
        }

    def as_text(self, rows: Iterable[Row]) -> str:
        """Return the row for the terminal."""
        ratios = (None, None) if self.subject == _STOCK else (self.ratio(rows), self.ratio_of_least(rows))
        told = "".join(f"{'' if ratio is None else f'{ratio:.2f}':>7}" for ratio in ratios)
        return (
            f"{self.line:<10}{self.compression:<9}{self.visit:<9}{self.subject:<7}"
            f"{self.milliseconds:>7.0f} {f'({self.least:.0f}–{self.most:.0f})':<16}{told}"
            f"{self.bytes / 1e6:>9.2f}{self.requests:>10.0f}"
        )


def rows_as_text(rows: Sequence[Row], *, head: bool) -> str:
    """Return the table of some rows, with or without its head."""
    titles = (
        f"{'line':<10}{'packed':<9}{'visit':<9}{'':<7}{'ms':>7} {'(least–most)':<16}{'ratio':>7}{'least':>7}"
        f"{'MB':>9}{'requests':>10}"
    )
    return "\n".join([*([titles] if head else []), *(row.as_text(rows) for row in rows)])


def targets_as_text(rows: Sequence[Row]) -> str:
    """Return each target beside what was measured, where it was."""
    lines = [f"{'target':<34}{'at most':>9}{'aim':>7}{'measured':>10}"]
    for measure, targets in _targets().items():
        for target in targets if isinstance(targets, list) else ():
            place = (target["line"], target["compression"], target["visit"])
            found = [row for row in rows if (row.line, row.compression, row.visit) == place]
            ours = next((row for row in found if row.subject == _TURN), None)
            value = _measured(measure, ours, found)
            lines.append(
                f"{measure:<10}{' '.join(place):<24}{target['most']:>9.2f}{target['aim']:>7.2f}"
                + (f"{'–':>10}" if value is None else f"{value:>10.2f}  {_judged(value, target)}")
            )
    return "\n".join(lines)


def edit_target_as_text(people: int, milliseconds: float) -> str:
    """Return how soon a change in so large a team has its verdict, beside the target where there is one."""
    target = _targets()["edit"]
    if people != target["people"]:
        return ""
    told = f"at most {target['most']}, aim {target['aim']}, measured {milliseconds:.1f} ms"
    return f"p99: {told}: {_judged(milliseconds, target)}"


def _targets() -> dict[str, Any]:
    return tomllib.loads(_TARGETS.read_text(encoding="utf-8"))


def _measured(measure: str, row: Row | None, rows: Sequence[Row]) -> float | None:
    if row is None:
        return None
    return row.ratio(rows) if measure == "ratio" else row.bytes / 1e6


def _rounded(ratio: float | None) -> float | None:
    return None if ratio is None else round(ratio, 3)


def _judged(value: float, target: dict[str, Any]) -> str:
    if value <= target["aim"]:
        return "as aimed for"
    return "met" if value <= target["most"] else "missed"
