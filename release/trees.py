"""A copy of the project's tree to build in, that has all it needs and leaves the tree itself alone."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["copy", "copy_modules", "sources"]

_ROOT: Final = Path(__file__).resolve().parent.parent
#: Fetched once for each lock, and held to its hashes.
_FETCHED: Final = ("build/compiler-*", "build/optional-*")


def sources() -> Iterator[str]:
    """Name every file of the tree that no build makes, committed or not."""
    listed = subprocess.run(
        ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"),
        cwd=_ROOT,
        capture_output=True,
        check=True,
    )
    names = {os.fsdecode(name) for name in listed.stdout.split(b"\0") if name}
    return (name for name in names if (_ROOT / name).is_file() and not (_ROOT / name).is_symlink())


def copy(names: Iterable[str], tree: Path) -> None:
    """Copy sources, in this order, and the wheels that were fetched for them."""
    for name in names:
        place = tree / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(_ROOT / name, place)
    for pattern in _FETCHED:
        for folder in _ROOT.glob(pattern):
            shutil.copytree(folder, tree / "build" / folder.name)


def copy_modules(tree: Path) -> None:
    """Copy what npm installed, which no build changes: as another name of each file where the disk can."""
    shutil.copytree(_ROOT / "node_modules", tree / "node_modules", symlinks=True, copy_function=_link)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:  # On another disk.
        shutil.copy2(source, target, follow_symlinks=False)
