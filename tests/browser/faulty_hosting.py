"""A host that does wrong what it is told to: with which of its files, and how."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, TypeAlias

from tests.browser.hosting import Quiet, served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = [
    "FaultyHost",
    "broken_off",
    "changed",
    "crawling",
    "cut_short",
    "faulty",
    "hung_up",
    "login_page",
    "missing",
    "stalled",
]

_LOGIN: Final = b"<!doctype html><title>Hotel</title><h1>Please log in</h1>"
#: Bytes that a line which hardly goes brings at a time, and the pause after them in seconds.
_DROP: Final = 32_768
_PAUSE: Final = 0.1


class _Handler(Quiet):
    """Answers one request, by a fault where the host has been told one."""

    host: FaultyHost

    def send_head(self) -> IO[bytes] | None:
        """Return the file to send, or nothing where a fault has answered in its place."""
        self.host.asked.append(self.path)
        fault = self.host.fault_of(self.path)
        if fault is None:
            return super().send_head()
        file = Path(self.translate_path(self.path))
        fault(self, file.read_bytes() if file.is_file() else b"")
        return None

    def end_headers(self) -> None:
        # What came once without a fault must come anew with one.
        self.send_header("Cache-Control", "no-store")
        for name, value in self.host.headers.items():
            self.send_header(name, value)
        super().end_headers()

    def send(self, content: bytes, length: int | None = None, kind: str = "application/octet-stream") -> None:
        """Send something, perhaps with the length of something else."""
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content) if length is None else length))
        self.end_headers()
        self.wfile.write(content)


#: Answers a request for a file of this content.
Fault: TypeAlias = "Callable[[_Handler, bytes], None]"


class FaultyHost:
    """A host's address, what has been asked of it, what else it says of each file, and what it does wrong."""

    def __init__(self) -> None:
        self.address = ""
        self.asked: list[str] = []
        self.headers: dict[str, str] = {}
        self.mended = threading.Event()
        self._faults: dict[str, Fault] = {}

    def spoil(self, path: str, fault: Fault) -> None:
        """Do something wrong with every file whose address holds the path, and with no other."""
        self.mended.clear()
        self._faults = {path: fault}

    def mend(self) -> None:
        """Do everything right, and let go of what waits."""
        self._faults = {}
        self.headers = {}
        self.mended.set()

    def fault_of(self, path: str) -> Fault | None:
        """Return what to do wrong with a file."""
        return next((fault for part, fault in self._faults.items() if part in path), None)


@contextlib.contextmanager
def faulty(folder: Path) -> Iterator[FaultyHost]:
    """Serve a folder for as long as the context lasts, at first without a fault."""
    host = FaultyHost()
    with served(folder, type("Handler", (_Handler,), {"host": host})) as host.address:
        try:
            yield host
        finally:
            host.mend()


def missing(answer: _Handler, _: bytes) -> None:
    """There is no such file."""
    answer.send_error(404)


def hung_up(answer: _Handler, _: bytes) -> None:
    """No answer at all, as where there is no network."""
    answer.close_connection = True


def broken_off(answer: _Handler, content: bytes) -> None:
    """The line breaks in the middle."""
    answer.send(content[: len(content) // 2], len(content))


def cut_short(answer: _Handler, content: bytes) -> None:
    """Half of it, as if that were all."""
    answer.send(content[: len(content) // 2])


def changed(answer: _Handler, content: bytes) -> None:
    """One byte is another."""
    middle = len(content) // 2
    answer.send(content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :])


def login_page(answer: _Handler, _: bytes) -> None:
    """A network's own page, in place of everything."""
    answer.send(_LOGIN, kind="text/html; charset=utf-8")


def stalled(answer: _Handler, content: bytes) -> None:
    """After half of it nothing more comes, until the host is mended."""
    broken_off(answer, content)
    answer.host.mended.wait()


def crawling(answer: _Handler, content: bytes) -> None:
    """It comes a drop at a time, until the host is mended."""
    answer.send(b"", len(content))
    for start in range(0, len(content), _DROP):
        answer.wfile.write(content[start : start + _DROP])
        answer.host.mended.wait(_PAUSE)
