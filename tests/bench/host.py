"""A static host for measurements: behind a chosen line, with a chosen compression, counting what it sends."""

from __future__ import annotations

import math
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from tests.bench.fixture import ROOT
from tests.bench.lines import Downlink, Line
from tests.bench.packing import Store
from tests.bench.responding import Response, respond

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["PACKED", "Host", "Sent", "Tally", "hosting"]

#: Where compressed files are kept from run to run.
PACKED: Final = ROOT / "build" / "bench" / "packed"


@dataclass(frozen=True)
class Sent:
    """What has gone out, heads and bodies, for how many requests."""

    bytes: int = 0
    requests: int = 0

    def __add__(self, other: Sent) -> Sent:
        """Return both together."""
        return Sent(self.bytes + other.bytes, self.requests + other.requests)


@dataclass
class Request:
    """One request: when it came, by the clock on the wall, and how much has been sent for it."""

    path: str
    came: float
    bytes: int = 0


class Tally:
    """What has been asked for and sent since the last time it was cleared."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: list[Request] = []

    def begin(self, path: str) -> Request:
        """Note that a path is asked for now."""
        request = Request(path, time.time())
        with self._lock:
            self._requests.append(request)
        return request

    def clear(self) -> None:
        """Begin to count anew."""
        with self._lock:
            self._requests = []

    def by_path(self, until: float = math.inf) -> dict[str, Sent]:
        """Return what was sent of each path that was asked for no later than a time."""
        with self._lock:
            requests = [request for request in self._requests if request.came <= until]
        paths: dict[str, Sent] = {}
        for request in requests:
            paths[request.path] = paths.get(request.path, Sent()) + Sent(request.bytes, 1)
        return paths

    def total(self, until: float = math.inf) -> Sent:
        """Return what was sent for all that was asked for no later than a time."""
        return sum(self.by_path(until).values(), Sent())


class Host(ThreadingHTTPServer):
    """One folder behind one line."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, folder: Path, line: Line, compression: str, store: Store) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder
        self.compression = compression
        self.store = store
        self.downlink = Downlink(line)
        self.tally = Tally()

    @property
    def address(self) -> str:
        """The address of the folder."""
        return f"http://127.0.0.1:{self.server_port}/"

    def handle_error(self, *_: Any) -> None:
        """Say nothing: a page that is closed while it loads hangs up."""


class _Handler(BaseHTTPRequestHandler):
    server: Host
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def setup(self) -> None:
        """Take up a connection, which costs a way there and back."""
        super().setup()
        self.server.downlink.travel()

    def do_GET(self) -> None:
        """Answer with a file."""
        self._answer()

    def do_HEAD(self) -> None:
        """Answer as if with a file."""
        self._answer()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def _answer(self) -> None:
        host = self.server
        request = host.tally.begin(urlsplit(self.path).path)
        host.downlink.travel()
        response = respond(host.folder, self.path, self.headers, host.compression, host.store)
        data = self._head(response) + (b"" if self.command == "HEAD" else response.body)
        for piece in host.downlink.pieces(data):
            self.wfile.write(piece)
            request.bytes += len(piece)

    def _head(self, response: Response) -> bytes:
        lines = [f"HTTP/1.1 {response.status.value} {response.status.phrase}"]
        headers = response.headers | {"Date": self.date_time_string()}
        if response.status is not HTTPStatus.NOT_MODIFIED:
            headers["Content-Length"] = str(len(response.body))
        lines += [f"{name}: {value}" for name, value in headers.items()]
        return "\r\n".join([*lines, "", ""]).encode("latin-1")


@contextmanager
def hosting(folder: Path, line: Line, compression: str = "none", packed: Path = PACKED) -> Iterator[Host]:
    """Serve a folder for as long as the context lasts."""
    host = Host(folder, line, compression, Store(packed))
    threading.Thread(target=host.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield host
    finally:
        host.shutdown()
        host.server_close()
