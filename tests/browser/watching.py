"""A host that is a browser's way to everywhere as well: it notes each request as it leaves the browser.

What a page, a worker or a service worker asks for comes by here, and what the browser asks for by itself.
"""

from __future__ import annotations

import base64
import contextlib
import http.server
import json
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from tests.browser.hosting import Host

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Asked", "Watch", "traces", "watched"]

#: As texts are written in bytes; UTF-16 is what JavaScript's strings are.
_ENCODINGS: Final = ("utf-8", "utf-16-le", "utf-16-be", "latin-1")


@dataclass(frozen=True)
class Asked:
    """One request: to whom, for what, and all that was said with it."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def raw(self) -> bytes:
        """Return all of it as one text of bytes."""
        lines = [f"{self.method} {self.url}", *(f"{name}: {value}" for name, value in self.headers)]
        return "\n".join(lines).encode("latin-1") + b"\n\n" + self.body


@dataclass
class Watch:
    """The host's address, what was asked for there, and what was asked of any other host."""

    address: str
    asked: list[Asked] = field(default_factory=list)
    elsewhere: list[Asked] = field(default_factory=list)

    def proxy(self) -> dict[str, str]:
        """Return how a browser goes everywhere by here, to this computer as well."""
        return {"server": self.address, "bypass": "<-loopback>"}

    def all(self) -> list[Asked]:
        """Return every request that has been made."""
        return self.asked + self.elsewhere


@contextlib.contextmanager
def watched(folder: Path) -> Any:
    """Serve a folder, and note what is asked of anyone, as long as the context lasts."""
    watch = Watch("")

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            if self._is_ours():
                with contextlib.suppress(ConnectionError):
                    super().do_GET()
            else:
                self.send_error(502)

        def do_POST(self) -> None:
            self._is_ours()
            self.send_error(405)

        def _is_ours(self) -> bool:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            asked = Asked(self.command, self.path, tuple(self.headers.items()), body)
            ours = self.path.startswith(watch.address) or self.path.startswith("/")
            (watch.asked if ours else watch.elsewhere).append(asked)
            self.path = "/" + self.path.removeprefix(watch.address).removeprefix("/")
            return ours

    class Server(Host):
        daemon_threads = True

    def handler(*given: Any) -> Handler:
        return Handler(*given, directory=str(folder))

    for method in ("PUT", "DELETE", "OPTIONS", "HEAD", "CONNECT"):
        setattr(Handler, f"do_{method}", Handler.do_POST)
    with Server(("127.0.0.1", 0), handler) as server:
        watch.address = f"http://127.0.0.1:{server.server_port}/"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield watch
        server.shutdown()
        thread.join()


def traces(data: bytes, texts: list[str]) -> list[tuple[str, str]]:
    """Return which texts stand somewhere in bytes, and how written: plain, or in a code for addresses."""
    return [(text, how) for text in texts for how, form in _forms(text) if form in data]


def _forms(text: str) -> Any:
    for encoding in _ENCODINGS:
        plain = text.encode(encoding)
        yield encoding, plain
        yield f"{encoding}, percent-encoded", quote(plain, safe="").encode()
        yield f"{encoding}, percent-encoded", quote(plain, safe="").lower().encode()
        yield f"{encoding}, hexadecimal", plain.hex().encode()
        yield f"{encoding}, hexadecimal", plain.hex().upper().encode()
        for before in range(3):
            packed = base64.b64encode(bytes(before) + plain)
            # The first and the last signs depend on what stands beside the text as well.
            inner = packed[4 if before else 0 : -4]
            yield f"{encoding}, base64", inner
            yield f"{encoding}, base64", inner.translate(bytes.maketrans(b"+/", b"-_"))
    yield "JSON", json.dumps(text)[1:-1].encode()
    yield "form", quote(text, safe=" ").replace(" ", "+").encode()
