"""Web servers, each a process of its own on a free port, with settings in a temporary folder.

Where the page on hosting has settings for a server, they are what it runs with.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from macros.data_files import read_text
from release import programs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["SERVERS", "Host", "apache", "caddy", "http_server", "lighttpd", "nginx", "running", "typeless"]

_PATIENCE: Final = 20.0
_PAUSE: Final = 0.05
#: What Apache needs for a folder of files and the page's settings; Debian's build has the rest in it.
_MODULES: Final = ("mpm_event", "authz_core", "mime", "dir", "headers", "deflate", "filter", "setenvif")
_APACHE_MODULES: Final = "/usr/lib/apache2/modules"
_TYPES: Final = "/etc/mime.types"


@dataclass
class Host:
    """A server that runs: `address` ends in a slash and leads to the folder it was given."""

    address: str
    process: subprocess.Popen[Any]

    def stop(self) -> None:
        """End it; whoever asks then finds nobody."""
        self.process.terminate()
        self.process.wait(_PATIENCE)


@contextlib.contextmanager
def running(server: Any, folder: Path, scratch: Path, **more: Any) -> Iterator[Host]:
    """Run one of the servers below over a folder for as long as the context lasts.

    Raises:
        AssertionError: it did not answer within twenty seconds; what it said stands in the message.
    """
    port = _free_port()
    command = server(folder, port, scratch, **more)
    said = scratch / "said.txt"
    with said.open("wb") as log:
        process = subprocess.Popen(
            command, stdout=log, stderr=subprocess.STDOUT, cwd=scratch, env=os.environ | _own_folders(scratch)
        )
    host = Host(f"http://127.0.0.1:{port}/", process)
    try:
        _wait_for(port, process, said)
        yield host
    finally:
        if process.poll() is None:
            host.stop()


def nginx(folder: Path, port: int, scratch: Path, settings: str | None = None) -> list[str]:
    """Return how to start nginx, with the page's settings or others of that form."""
    text = settings or read_text("data/servers/nginx.conf")
    temporary = "\n".join(
        f"{name}_temp_path {scratch}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    site = text.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/guide", str(folder))
    user = "user root;\n" if os.geteuid() == 0 else ""
    config = (
        f"{user}daemon off;\npid {scratch}/pid;\nerror_log stderr;\nworker_processes 1;\nevents {{}}\n"
        f"http {{\ninclude /etc/nginx/mime.types;\naccess_log off;\n{temporary}\n{site}\n}}\n"
    )
    return [_program("nginx"), "-e", "stderr", "-p", str(scratch), "-c", _written(scratch, config)]


def apache(folder: Path, port: int, scratch: Path) -> list[str]:
    """Return how to start Apache, with the page's settings for the guide's folder."""
    modules = "\n".join(f"LoadModule {name}_module {_APACHE_MODULES}/mod_{name}.so" for name in _MODULES)
    config = (
        f"{modules}\nServerRoot {scratch}\nPidFile {scratch}/pid\nServerName 127.0.0.1\n"
        f"Listen 127.0.0.1:{port}\nErrorLog /dev/stderr\nTypesConfig {_TYPES}\nDocumentRoot {folder}\n"
        f"<Directory {folder}>\nRequire all granted\n{read_text('data/servers/htaccess')}</Directory>\n"
    )
    return [_program("apache2"), "-X", "-f", _written(scratch, config)]


def lighttpd(folder: Path, port: int, scratch: Path) -> list[str]:
    """Return how to start lighttpd, with what Debian says of types and nothing of ours."""
    config = (
        f'server.document-root = "{folder}"\nserver.bind = "127.0.0.1"\nserver.port = {port}\n'
        'index-file.names = ("index.html")\n'
        'include_shell "/usr/share/lighttpd/create-mime.conf.pl"\n'
    )
    return [_program("lighttpd"), "-D", "-f", _written(scratch, config)]


def caddy(folder: Path, port: int, scratch: Path) -> list[str]:
    """Return how to start Caddy, with the page's settings."""
    text = read_text("data/servers/Caddyfile").replace("/srv/guide", str(folder))
    site = text.replace("http://guide.example.org", f"http://127.0.0.1:{port}")
    config = f"{{\nadmin off\n}}\n{site}"
    return [_program("caddy"), "run", "--adapter", "caddyfile", "--config", _written(scratch, config)]


def http_server(folder: Path, port: int, scratch: Path) -> list[str]:
    """Return how to start the server that comes with Python."""
    return [
        sys.executable,
        *("-m", "http.server", "--bind", "127.0.0.1"),
        "--directory",
        str(folder),
        str(port),
    ]


def typeless(
    folder: Path, port: int, scratch: Path, kind: str = "", headers: Iterable[str] = ()
) -> list[str]:
    """Return how to start a server that gives every file but a page the same type, or no file any."""
    script = str(Path(__file__).with_name("typeless.py"))
    return [sys.executable, script, str(folder), str(port), kind, *headers]


SERVERS: Final = {each.__name__: each for each in (nginx, apache, lighttpd, caddy, http_server)}


def _program(name: str) -> str:
    path = programs.found(name)
    assert path, f"no {name} on this machine: make hosts installs it"
    return str(path)


def _written(scratch: Path, config: str) -> str:
    path = scratch / "config"
    path.write_text(config, "utf-8")
    return str(path)


def _own_folders(scratch: Path) -> dict[str, str]:
    """Keep what a server notes for its next start out of this user's own folders."""
    return {f"XDG_{kind}_HOME": str(scratch / kind.lower()) for kind in ("CONFIG", "DATA", "STATE")}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int, process: subprocess.Popen[Any], said: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while True:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        still = process.poll() is None and time.monotonic() < end
        assert still, said.read_text("utf-8", "replace")
        time.sleep(_PAUSE)
