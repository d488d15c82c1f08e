"""Runs in the page's Python: text in, text out, and the rest of the library where an import asks for it.

The page loads what the checks use; a test proves that this is enough. Should an import ask for more all the
same, it is fetched then and there, and the import waits.
"""

# ruff: noqa: PTH123 - pathlib takes as long to load as a check takes

from __future__ import annotations

import gc
import json
import sys
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

__all__ = ["add", "add_rest", "answer", "install", "rehearse", "wake"]

#: All modules of the rest; the build fills them in.
MODULES: Final[frozenset[str]] = frozenset()

#: The module for which the rest was brought.
asked_for = ""
#: The archive that this module lies in, with what is loaded first.
_HERE: Final = __file__.rpartition("/")[0]


def answer(request: str, reply: str) -> None:
    """Answer the request in one file into another, as the checks do everywhere.

    What no text file can hold, half of a character, goes through as it came.
    """
    from checkers import service  # noqa: PLC0415 - only now is the rest to be had, should it need more

    with open(request, encoding="utf-8", errors="surrogatepass", newline="") as file:
        text = file.read()
    with open(reply, "w", encoding="utf-8", errors="surrogatepass", newline="") as file:
        file.write(service.answer(text))


def rehearse() -> None:
    """Do once what checks do, on teams of nobody, so that a memory kept now knows it all."""
    from checkers import rulebook, service  # noqa: PLC0415 - as above

    partners = [{"id": code.lower(), "name": code, "country": code} for code in ("SE", "KE")]
    for component in rulebook.COMPONENTS:
        teams = [{"component": component, "participants": ()}]
        text = json.dumps({"format": "partnership/1", "partners": partners, "teams": teams})
        for language in rulebook.LANGUAGES:
            service.check(text, language, component)
    gc.collect()


def wake() -> None:
    """Make right what must be another each time. A memory serves one time zone alone."""
    if random := sys.modules.get("random"):
        random.seed()


class _Rest:
    """Looks for a module that nothing else has found."""

    def __init__(self, wanted: str, archive: str) -> None:
        self._wanted = wanted
        self._archive = archive

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Add the rest where it has the module; return where to find it."""
        if name not in MODULES:
            return None
        global asked_for  # noqa: PLW0603 - tests ask who it was
        asked_for = name
        open(self._wanted, "rb").close()
        add_rest(self._archive)
        return PathFinder.find_spec(name, path, target)


def install(wanted: str, archive: str) -> None:
    """Have `wanted` opened, once at most, when an import asks for the rest; then the archive is there."""
    sys.meta_path.append(_Rest(wanted, archive))


def add(archive: str) -> None:
    """Look for modules in the archive as well."""
    if archive not in sys.path:
        sys.path.append(archive)


def add_rest(archive: str) -> None:
    """Look for modules in the rest of the library as well, also for those of packages that lie in both."""
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, _Rest)]
    if archive in sys.path:
        return
    add(archive)
    for module in list(sys.modules.values()):
        for folder in list(getattr(module, "__path__", ())):
            if folder.startswith(f"{_HERE}/"):
                module.__path__.append(folder.replace(_HERE, archive, 1))
