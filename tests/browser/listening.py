"""Another host, that notes all that comes to it: whatever is sent, by whatever protocol."""

from __future__ import annotations

import contextlib
import re
import socket
import socketserver
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Listener", "listening"]

_ANSWER = (
    b"HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nAccess-Control-Allow-Headers: *\r\n"
    b"Content-Type: text/html\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
)
#: So long it waits for more of what has begun to come, in seconds.
_PATIENCE = 0.3
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_TARGET = re.compile(rb"^[A-Z]+ (?:https?://[^/ ]+)?/([^ ?]*)")


@dataclass
class Listener:
    """A host's address, and the bytes of each connection or datagram that has come."""

    address: str
    heard: list[bytes] = field(default_factory=list)

    def asked(self) -> set[str]:
        """Return the paths that were asked for, without what is begun of a line only."""
        return {found[1].decode() for one in self.heard if (found := _TARGET.match(one))}


@contextlib.contextmanager
def listening() -> Iterator[Listener]:
    """Listen on a port of its own, for connections and for datagrams, as long as the context lasts."""
    listener = Listener("")

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            data = b""
            self.request.settimeout(_PATIENCE)
            with contextlib.suppress(OSError):
                while not _is_whole(data) and (more := self.request.recv(65_536)):
                    data += more
            # Also where nothing was said: that someone calls tells something.
            listener.heard.append(data)
            with contextlib.suppress(OSError):
                self.request.sendall(_ANSWER)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        request_queue_size = 100

    with Server(("127.0.0.1", 0), Handler) as server, socket.socket(type=socket.SOCK_DGRAM) as datagrams:
        port = server.server_address[1]
        datagrams.bind(("127.0.0.1", port))
        datagrams.settimeout(_PATIENCE)
        over = threading.Event()

        def hear() -> None:
            while not over.is_set():
                with contextlib.suppress(TimeoutError):
                    listener.heard.append(datagrams.recv(65_536))

        threads = [threading.Thread(target=target) for target in (server.serve_forever, hear)]
        for thread in threads:
            thread.start()
        listener.address = f"http://127.0.0.1:{port}/"
        yield listener
        over.set()
        server.shutdown()
        for thread in threads:
            thread.join()


def _is_whole(data: bytes) -> bool:
    head, end, body = data.partition(b"\r\n\r\n")
    length = _LENGTH.search(head)
    return bool(end) and len(body) >= (int(length[1]) if length else 0)
