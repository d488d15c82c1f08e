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


@contextlib.contextmanager
def served(folder, handler=Quiet):
    """Serve a folder for as long as the context lasts, and give its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
