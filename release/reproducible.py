"""Build the site twice, as two people would who share the sources alone: `python -m release.reproducible`.

The second build is on another day, in a folder with another name, depth and order of files, in another
language, time zone and order of hashing. Whoever has a copy of the guide can so prove what it is made of.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import zstandard

from release import trees

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["compare", "differences", "mentions"]

_ROOT: Final = Path(__file__).resolve().parent.parent
_CLOCK: Final = "faketime"
_LATER: Final = "+397 days"
_HELP: Final = "No faketime found, which the second build needs to be on another day. Install it."
#: What a build may not need, and what would make two builds alike.
_NOT_PASSED: Final = frozenset(("SOURCE_DATE_EPOCH", "PYTHONPATH", "VIRTUAL_ENV"))
_FIRST: Final = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
_SECOND: Final = {"TZ": "Pacific/Chatham", "LC_ALL": "POSIX", "PYTHONHASHSEED": "20261126"}
#: What packed files begin with.
_GZIP: Final = b"\x1f\x8b"
_ZSTD: Final = b"\x28\xb5\x2f\xfd"


def differences(one: Path, other: Path) -> list[str]:
    """Return a line for each file that two folders do not both hold, byte by byte."""
    first, second = _files(one), _files(other)
    lines = [f"{name}: only in the first" for name in sorted(first - second)]
    lines += [f"{name}: only in the second" for name in sorted(second - first)]
    for name in sorted(first & second):
        ours, theirs = (one / name).read_bytes(), (other / name).read_bytes()
        if ours != theirs:
            pairs = enumerate(zip(ours, theirs, strict=False))
            place = next((at for at, (a, b) in pairs if a != b), min(len(ours), len(theirs)))
            lines.append(f"{name}: differs from byte {place} on ({len(ours)} and {len(theirs)} bytes)")
    return lines


def mentions(site: Path, places: Iterable[Path]) -> list[str]:
    """Return a line for each file, packed or not, that names a folder of the machine it was built on."""
    sought = {os.fsencode(place) for place in places}
    return [
        f"{name}: names {os.fsdecode(place)}"
        for name in sorted(_files(site))
        for place in sorted(sought)
        if place in _unpacked((site / name).read_bytes())
    ]


def compare() -> int:
    """Build twice, print what differs, and return the exit status: 0 where nothing does."""
    clock = _clock()
    (_ROOT / "build").mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory(dir=_ROOT / "build", prefix="first-") as near,
        tempfile.TemporaryDirectory(prefix="the second, ") as far,
    ):
        first, second, home = Path(near) / "tree", Path(far) / "en annan mapp" / "träd", Path(far) / "home"
        home.mkdir()
        trees.copy(sorted(trees.sources()), first)
        trees.copy(sorted(trees.sources(), reverse=True), second)
        for tree in (first, second):
            trees.copy_modules(tree)
        _build(first, (), _FIRST, 0o022)
        _build(second, (clock, _LATER), _SECOND | {"HOME": str(home)}, 0o077)
        sites = first / "site", second / "site"
        lines = differences(*sites)
        lines += mentions(sites[0], (first, Path(sys.prefix), _ROOT, Path.home() / ".cache"))
        for line in lines:
            print(line)
        print(f"Reproducible: {len(_files(sites[0]))} files compared, {len(lines)} findings")
    return 1 if lines else 0


def _clock() -> str:
    """Return what sets the clock of a program; Debian's for one who may install it where there is none.

    Raises:
        SystemExit: There is none and none could be had.
    """
    if not shutil.which(_CLOCK) and os.geteuid() == 0 and shutil.which("apt-get"):
        for step in (
            ("update", "--quiet"),
            ("install", "--yes", "--quiet", "--no-install-recommends", _CLOCK),
        ):
            subprocess.run(("apt-get", *step), stdout=subprocess.DEVNULL, check=False)
    if found := shutil.which(_CLOCK):
        return found
    raise SystemExit(_HELP)


def _build(tree: Path, before: tuple[str, ...], changed: Mapping[str, str], umask: int) -> None:
    """Run `make site` in a tree with the tools of this environment.

    Raises:
        SystemExit: The build failed.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _NOT_PASSED}
    # Node waits for ever where the clock that only ever runs forward is moved as well.
    environment |= {"FAKETIME_DONT_FAKE_MONOTONIC": "1", **changed}
    # Both folders already hold what was installed for them.
    command = (*before, "make", "--no-print-directory", "site", "BUILD_TOOLS=")
    run = subprocess.run(
        command, cwd=tree, env=environment, umask=umask, capture_output=True, text=True, check=False
    )
    if run.returncode:
        raise SystemExit(f"make site failed in {tree}:\n{run.stdout[-4000:]}{run.stderr[-4000:]}")


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _unpacked(content: bytes) -> bytes:
    if content.startswith(_ZSTD):
        return zstandard.decompress(content)
    return gzip.decompress(content) if content.startswith(_GZIP) else content


if __name__ == "__main__":
    raise SystemExit(compare())
