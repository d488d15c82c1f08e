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

#: In a file's name, after a dash or a dot: eight or more hexadecimal digits, or esbuild's capitals.
_HASH: Final = re.compile(r"[.-](?:[0-9a-f]{8,}|[A-Z2-7]{8,})(?=\.)")
#: A folder that is named for what it holds; longer than a date.
_HASHED_FOLDER: Final = re.compile(r"/[0-9a-f]{10,}/")
_FOR_EVER: Final = "max-age=31536000, immutable"
_ASK_AGAIN: Final = "no-cache"


@dataclass(frozen=True)
class Response:
    """An answer before it is sent."""

    status: HTTPStatus
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def is_hashed(address: str) -> bool:
    """Tell whether a file's name, or a folder's on the way to it, is a hash of content that never changes."""
    name = address.rpartition("/")[2]
    return bool(_HASH.search(name) or _HASHED_FOLDER.search(address))


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
    kept = _FOR_EVER if is_hashed(address) else _ASK_AGAIN
    return _file(path, {"Cache-Control": kept}, asked, compression, store)


def _file(
    path: Path, headers: dict[str, str], asked: Mapping[str, str], compression: str, store: Store
) -> Response:
    encoding = chosen(path, asked.get("Accept-Encoding") or "", compression)
    body, digest = store.body(path, encoding)
    tag = f'"{digest[:16]}{f"-{encoding}" if encoding else ""}"'
    headers["ETag"] = tag
    if compression != "none":
        headers["Vary"] = "Accept-Encoding"
    if asked.get("If-None-Match") == tag:
        return Response(HTTPStatus.NOT_MODIFIED, headers)
    headers["Content-Type"] = TYPES.get(path.suffix, "application/octet-stream")
    if encoding:
        headers["Content-Encoding"] = encoding
    return Response(HTTPStatus.OK, headers, body)
