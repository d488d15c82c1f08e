"""What a static host answers: the file that an address names, how it is encoded, how long it may be kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from tests.bench.packing import TYPES, chosen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.bench.packing import Store

__all__ = ["Response", "is_hashed", "respond"]

#: After a dash or a dot: eight or more hexadecimal digits, or of esbuild's capitals and digits.
_HASH: Final = re.compile(r"[.-](?:[0-9a-f]{8,}|[A-Z2-7]{8,})(?=\.)")
_FOR_EVER: Final = "max-age=31536000, immutable"
_ASK_AGAIN: Final = "no-cache"


@dataclass(frozen=True)
class Response:
    """An answer before it is sent."""

    status: HTTPStatus
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def is_hashed(name: str) -> bool:
    """Tell whether a file's name holds a hash of its content, so that it never changes."""
    return _HASH.search(name) is not None


def respond(folder: Path, target: str, asked: Mapping[str, str], compression: str, store: Store) -> Response:
    """Answer a GET for a target below a folder, with the request's headers at hand."""
    address = unquote(urlsplit(target).path)
    path = (folder / address.lstrip("/")).absolute()
    if ".." in path.parts:
        return Response(HTTPStatus.NOT_FOUND)
    if path.is_dir():
        if not address.endswith("/"):
            return Response(HTTPStatus.MOVED_PERMANENTLY, {"Location": f"{urlsplit(target).path}/"})
        path /= "index.html"
    if not path.is_file():
        return Response(HTTPStatus.NOT_FOUND)
    return _file(path, asked, compression, store)


def _file(path: Path, asked: Mapping[str, str], compression: str, store: Store) -> Response:
    encoding = chosen(path, asked.get("Accept-Encoding") or "", compression)
    body, digest = store.body(path, encoding)
    tag = f'"{digest[:16]}{f"-{encoding}" if encoding else ""}"'
    headers = {"ETag": tag, "Cache-Control": _FOR_EVER if is_hashed(path.name) else _ASK_AGAIN}
    if compression != "none":
        headers["Vary"] = "Accept-Encoding"
    if asked.get("If-None-Match") == tag:
        return Response(HTTPStatus.NOT_MODIFIED, headers)
    headers["Content-Type"] = TYPES.get(path.suffix, "application/octet-stream")
    if encoding:
        headers["Content-Encoding"] = encoding
    return Response(HTTPStatus.OK, headers, body)
