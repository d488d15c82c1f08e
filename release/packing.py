"""Files as a page fetches them: compressed by ourselves, named for what they hold, with their own hash.

Many hosts compress nothing, or not these types. Every name ends in `.bin`, which all hosts know and none
compresses again; the hash in it lets a browser keep the file for ever.
"""

from __future__ import annotations

import gzip
import hashlib
from typing import TYPE_CHECKING, Final, TypedDict

import zstandard

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Packed", "gzipped", "pack"]

#: As much of a hash as names a file.
_LENGTH: Final = 12
_GZIP_LEVEL: Final = 9
_ZSTD_LEVEL: Final = 22


class Packed(TypedDict):
    """What a page knows of a file before it asks for it."""

    file: str
    #: On the line.
    bytes: int
    #: Once it is unpacked.
    size: int
    #: Of what is on the line, in base16.
    sha256: str


def pack(content: bytes, name: str, folder: Path) -> Packed:
    """Write content, compressed, into a folder."""
    return _written(zstandard.compress(content, _ZSTD_LEVEL), len(content), name, folder)


def gzipped(content: bytes, name: str, folder: Path) -> Packed:
    """Write content in the one compression that every browser unpacks by itself."""
    return _written(gzip.compress(content, _GZIP_LEVEL, mtime=0), len(content), name, folder)


def _written(packed: bytes, size: int, name: str, folder: Path) -> Packed:
    digest = hashlib.sha256(packed).hexdigest()
    file = f"{name}-{digest[:_LENGTH]}.bin"
    (folder / file).write_bytes(packed)
    return {"file": file, "bytes": len(packed), "size": size, "sha256": digest}
