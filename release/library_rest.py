"""Runs in the page's Python: brings the rest of the standard library where something of it is imported.

The page loads what the checks use; a test proves that this is enough. Should an import ask for more all the
same, it is fetched then and there, and the import waits.
"""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

__all__ = ["add", "install"]

#: All modules of the rest; the build fills them in.
MODULES: Final[frozenset[str]] = frozenset()

#: The archive that this module lies in, with what is loaded first.
_HERE: Final = str(PurePosixPath(__file__).parent)


class _Rest:
    """Looks for a module that nothing else has found."""

    def __init__(self, fetch: Callable[[], str]) -> None:
        self._fetch = fetch

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Add the rest where it has the module; return where to find it."""
        if name not in MODULES:
            return None
        add(self._fetch())
        return PathFinder.find_spec(name, path, target)


def install(fetch: Callable[[], str]) -> None:
    """Have `fetch` called, at most once, when a module of the rest is imported; it returns the path."""
    sys.meta_path.append(_Rest(fetch))


def add(archive: str) -> None:
    """Look for modules in the archive as well, also for those of packages that lie in both."""
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, _Rest)]
    if archive in sys.path:
        return
    sys.path.append(archive)
    for module in list(sys.modules.values()):
        for folder in list(getattr(module, "__path__", ())):
            if PurePosixPath(folder).is_relative_to(_HERE):
                module.__path__.append(folder.replace(_HERE, archive, 1))
