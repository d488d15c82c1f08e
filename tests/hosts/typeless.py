"""A host that knows no types: `python typeless.py FOLDER PORT TYPE [HEADER=VALUE ...]` sends one for all.

Where the type is empty none is sent, else pages are `text/html` all the same, or no browser would show them.
"""

from __future__ import annotations

import functools
import http.server
import sys


class Typeless(http.server.SimpleHTTPRequestHandler):
    """A folder's files, as one type or none, with the same headers on each."""

    kind = ""
    headers_sent: tuple[list[str], ...] = ()

    def guess_type(self, path):
        return "text/html" if self.kind and str(path).endswith((".html", "/")) else self.kind

    def send_header(self, keyword, value):
        if value or keyword != "Content-type":
            super().send_header(keyword, value)

    def end_headers(self):
        for name, value in self.headers_sent:
            self.send_header(name, value)
        super().end_headers()


if __name__ == "__main__":
    folder, port, Typeless.kind, *more = sys.argv[1:]
    Typeless.headers_sent = tuple(header.split("=", 1) for header in more)
    handler = functools.partial(Typeless, directory=folder)
    http.server.ThreadingHTTPServer(("127.0.0.1", int(port)), handler).serve_forever()
