"""The lines that a host of the bench can stand behind: how fast, and how far away."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LINES", "Downlink", "Line"]

#: A line sends its pieces so often, in seconds.
_BEAT: Final = 0.005
#: On a busy machine it sleeps too long: so much of that, in seconds, it makes up for.
_ARREARS: Final = 0.2
_LEAST_PIECE: Final = 1460


@dataclass(frozen=True)
class Line:
    """A line to the reader; `megabits` a second, or as fast as the machine where there is none."""

    name: str
    megabits: float | None
    latency: float

    @property
    def bytes_a_second(self) -> float | None:
        """How much goes through."""
        return None if self.megabits is None else self.megabits * 1_000_000 / 8


LINES: Final = {
    line.name: line
    for line in (
        Line("loopback", None, 0),
        Line("20mbit", 20, 0.040),
        Line("1.6mbit", 1.6, 0.150),
    )
}


class Downlink:
    """The way from a host to its reader, which all connections share."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self._free = 0.0
        self._lock = threading.Lock()

    def travel(self) -> None:
        """Let the time pass that a request takes to be answered by its first byte."""
        if self.line.latency:
            time.sleep(self.line.latency)

    def pieces(self, data: bytes) -> Iterator[memoryview]:
        """Give the data in pieces, each when the line has carried it."""
        rate = self.line.bytes_a_second
        if rate is None:
            yield memoryview(data)
            return
        with self._lock:
            # A line that had nothing to carry has nothing to make up for.
            self._free = max(self._free, time.monotonic())
        size = max(_LEAST_PIECE, int(rate * _BEAT))
        for start in range(0, len(data), size):
            piece = memoryview(data)[start : start + size]
            self._carry(len(piece) / rate)
            yield piece

    def _carry(self, seconds: float) -> None:
        with self._lock:
            self._free = max(self._free, time.monotonic() - _ARREARS) + seconds
            free = self._free
        time.sleep(max(0.0, free - time.monotonic()))
