"""A host for built files, on a port of its own."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Sends a folder's files, and writes nothing of it."""

    def log_message(self, *_):
        pass

    def handle(self):
        # A page that is closed while the runtime loads hangs up.
        with contextlib.suppress(ConnectionError):
            super().handle()


class Host(http.server.ThreadingHTTPServer):
    """A host with room for all that a browser asks at once: Python's own turns the sixth away."""

    request_queue_size = 128


@contextlib.contextmanager
def served(folder, handler=Quiet):
    """Serve a folder for as long as the context lasts, and give its address."""
    server = Host(("127.0.0.1", 0), functools.partial(handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
