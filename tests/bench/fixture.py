"""The folder that the bench serves: the built site, and a stock Pyodide beside it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ROOT", "SITE", "STOCK", "folder_to_serve"]

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parents[1]
#: Where the two lie in the folder.
SITE: Final = "site/"
STOCK: Final = "stock/"
#: What Pyodide publishes and a browser asks for.
_PYODIDE: Final = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
)


@contextmanager
def folder_to_serve() -> Iterator[Path]:
    """Give a folder with both, for as long as the context lasts."""
    (ROOT / "build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ROOT / "build", prefix="bench-") as name:
        folder = Path(name)
        (folder / SITE).symlink_to(ROOT / "site")
        stock = folder / STOCK
        (stock / "pyodide").mkdir(parents=True)
        for file in _PYODIDE:
            shutil.copy(ROOT / "node_modules" / "pyodide" / file, stock / "pyodide")
        shutil.copy(HERE / "stock.html", stock / "index.html")
        shutil.copy(HERE / "stock.mjs", stock)
        _wheel(folder).rename(stock / "checkers.whl")
        yield folder


def _wheel(folder: Path) -> Path:
    """Build the checks as a wheel of plain Python."""
    subprocess.run(
        (
            *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"),
            *("--wheel-dir", folder, ROOT),
        ),
        check=True,
    )
    (wheel,) = folder.glob("*.whl")
    return wheel
