"""What a browser has kept of Python for the next visit: scripts of a page that look."""

from __future__ import annotations

from typing import Final

__all__ = ["CACHE", "HAS_ALL", "HAS_MEMORY", "MEMORIES"]

#: Where it is kept.
CACHE: Final = "partnership-guide/python"
_KEYS: Final = f'caches.open("{CACHE}").then((cache) => cache.keys())'
#: Has all been kept that Python starts from, with its worker's script?
HAS_ALL: Final = f"{_KEYS}.then((kept) => kept.filter(({{ url }}) => !url.includes('/memory-')).length === 4)"
#: The addresses of its memories.
MEMORIES: Final = (
    f"{_KEYS}.then((kept) => kept.map(({{ url }}) => url).filter((url) => url.includes('/memory-')))"
)
HAS_MEMORY: Final = f"{MEMORIES}.then((found) => found.length === 1)"
