"""A host that knows only pages: `python typeless.py FOLDER PORT TYPE` sends the rest as one type, or none."""

from __future__ import annotations

import functools
import http.server
import sys


class Typeless(http.server.SimpleHTTPRequestHandler):
    """A folder's files, pages as `text/html` and everything else as `kind`; an empty one is not sent."""

    kind = ""

    def guess_type(self, path):
        return "text/html" if str(path).endswith((".html", "/")) else self.kind

    def send_header(self, keyword, value):
        if value or keyword != "Content-type":
            super().send_header(keyword, value)


if __name__ == "__main__":
    folder, port, Typeless.kind = sys.argv[1:]
    handler = functools.partial(Typeless, directory=folder)
    http.server.ThreadingHTTPServer(("127.0.0.1", int(port)), handler).serve_forever()
