"""How far a batch has come, on a terminal's last line."""

from __future__ import annotations

import os
import shutil
import sys
import time
from typing import TYPE_CHECKING, Final, TextIO

from checkers.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Progress", "is_wanted"]

_WIDTH: Final = 20
_SECONDS_BETWEEN: Final = 0.1
_MINUTE: Final = 60
#: Back to the start of the line, which is cleared. It sets no colour, so NO_COLOR has nothing to forbid.
_CLEAR: Final = "\r\x1b[K"


def is_wanted(stream: TextIO) -> bool:
    """Tell whether there is somebody to show it to."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


class Progress:
    """Draws a bar with the number of files, the file that comes next and the time that is left."""

    def __init__(
        self, total: int, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin at none of `total` files."""
        self._total = total
        self._done = 0
        self._stream = sys.stderr if stream is None else stream
        self._clock = clock
        self._begun = clock()
        self._drawn = self._begun - _SECONDS_BETWEEN

    def show(self, name: str) -> None:
        """Draw the line anew; `name` is the file that was finished last."""
        self._done += 1
        now = self._clock()
        if now - self._drawn < _SECONDS_BETWEEN and self._done < self._total:
            return
        self._drawn = now
        filled = _WIDTH * self._done // self._total
        left = (now - self._begun) / self._done * (self._total - self._done)
        line = f"[{'#' * filled}{'.' * (_WIDTH - filled)}] {self._done}/{self._total}  {_clock(left)}  "
        room = shutil.get_terminal_size().columns - len(line) - 1
        self._stream.write(f"{_CLEAR}{line}{_end_of(plain(name), room)}")
        self._stream.flush()

    def clear(self) -> None:
        """Leave the line to others."""
        self._stream.write(_CLEAR)
        self._stream.flush()


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), _MINUTE)
    return f"-{minutes}:{rest:02}"


def _end_of(name: str, room: int) -> str:
    """Return a name that fits, its end where it is too long: paths differ there."""
    return name if len(name) <= room else f"…{name[-max(room - 1, 0) :]}" if room > 1 else ""
