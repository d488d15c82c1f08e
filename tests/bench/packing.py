"""How a good static host compresses: beforehand, text and WebAssembly only, as the browser accepts it."""

from __future__ import annotations

import gzip
import hashlib
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import brotli

__all__ = ["COMPRESSIONS", "TYPES", "Store", "chosen"]

#: What a host knows the type of by the end of its name; all else is sent as bytes.
TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
#: Archives, fonts and what has no known type are left as they are.
_COMPRESSIBLE: Final = frozenset((".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".xml"))
#: By the name of a host's habit: the encodings it has, the best first.
COMPRESSIONS: Final[dict[str, tuple[str, ...]]] = {
    "none": (),
    "gzip": ("gzip",),
    "brotli": ("br", "gzip"),
}


def chosen(path: Path, accepted: str, compression: str) -> str | None:
    """Return the encoding in which a file goes to a browser that accepts some, or none."""
    if path.suffix not in _COMPRESSIBLE:
        return None
    wanted = {word.partition(";")[0].strip() for word in accepted.split(",")}
    return next((encoding for encoding in COMPRESSIONS[compression] if encoding in wanted), None)


class Store:
    """Files as they are sent: each compressed once for all runs, then kept in memory."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[tuple[Path, int, str | None], tuple[bytes, str]] = {}

    def body(self, path: Path, encoding: str | None) -> tuple[bytes, str]:
        """Return what is sent of a file, and the hash of the file itself."""
        key = (path, path.stat().st_mtime_ns, encoding)
        if key not in self._read:
            content = path.read_bytes()
            digest = hashlib.sha256(content).hexdigest()
            self._read[key] = (self._packed(content, digest, encoding), digest)
        return self._read[key]

    def prepare(self, folder: Path, compression: str) -> None:
        """Compress beforehand whatever of a folder a browser with every encoding may ask for."""
        accepted = ", ".join(COMPRESSIONS[compression])
        files = [path for path in folder.rglob("*") if path.is_file()]
        with ThreadPoolExecutor() as workers:
            list(workers.map(lambda path: self.body(path, chosen(path, accepted, compression)), files))

    def _packed(self, content: bytes, digest: str, encoding: str | None) -> bytes:
        if encoding is None:
            return content
        kept = self._folder / f"{digest}.{encoding}"
        if not kept.is_file():
            self._folder.mkdir(parents=True, exist_ok=True)
            # Two files with the same content may be compressed at the same time.
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as partial:
                partial.write(_compress(content, encoding))
            Path(partial.name).replace(kept)
        return kept.read_bytes()


def _compress(content: bytes, encoding: str) -> bytes:
    if encoding == "br":
        packed: bytes = brotli.compress(content, quality=11)
        return packed
    return gzip.compress(content, 9, mtime=0)
