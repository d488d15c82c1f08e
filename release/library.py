"""Parts Python's standard library in two: what a page loads, and the rest, for when something asks for it.

`core_modules.txt` names the modules of the first part; `python -m tests.runtime.host --write` writes it, from
what the checks import while they answer.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["CORE", "LIST", "REST", "core_modules", "module_of", "part"]

_HERE: Final = Path(__file__).resolve().parent
#: The modules of the first part, a line each.
LIST: Final = _HERE / "core_modules.txt"
#: What stands in for modules of Python's own that are long to import and do nothing in a page.
_LIGHT: Final = _HERE / "light"
#: What answers requests, and finds the second part.
_IN_PAGE: Final = _HERE / "in_page.py"
#: The archives, by what pages call them.
CORE: Final = "library.zip"
REST: Final = "library-rest.zip"
#: The earliest day that an archive can hold: the same sources then give the same bytes.
_DAY: Final = (1980, 1, 1, 0, 0, 0)


def part(library: Path, folder: Path) -> None:
    """Write the two parts of the archive `library` into a folder.

    Raises:
        ValueError: `core_modules.txt` names a module that the library does not have.
    """
    core = core_modules()
    with zipfile.ZipFile(library) as archive:
        sources = {name: archive.read(name) for name in archive.namelist() if name.endswith(".py")}
    sources |= {path.name: path.read_bytes() for path in _LIGHT.glob("_[!_]*.py")}
    modules = {module_of(name) for name in sources}
    if unknown := core - modules:
        raise ValueError(f"core_modules.txt: Python has no {', '.join(sorted(unknown))}")
    in_page = _in_page(modules - core)
    _write(
        folder / CORE,
        {name: text for name, text in sources.items() if module_of(name) in core}
        | {f"_{_IN_PAGE.name}": in_page.encode()},
    )
    _write(folder / REST, {name: text for name, text in sources.items() if module_of(name) not in core})


def core_modules() -> set[str]:
    """Return the modules that a page loads."""
    return set(LIST.read_text("utf-8").split())


def module_of(file: str) -> str:
    """Return a module's name from its place in an archive, compiled or not."""
    path = PurePosixPath(file)
    parts = path.parent.parts if path.stem == "__init__" else (*path.parent.parts, path.stem)
    return ".".join(parts)


def _in_page(modules: Iterable[str]) -> str:
    """Return the source of what runs in the page, which knows all modules of the rest."""
    names = ", ".join(repr(name) for name in sorted(modules))
    source, count = re.subn(
        r"frozenset\(\)$", f"frozenset(({names},))", _IN_PAGE.read_text("utf-8"), flags=re.MULTILINE
    )
    if count != 1:
        raise ValueError(f"{_IN_PAGE.name}: no place for the names of the modules")
    return source


def _write(archive: Path, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(archive, "w") as contents:
        for name, content in sorted(files.items()):
            contents.writestr(zipfile.ZipInfo(name, _DAY), content)
