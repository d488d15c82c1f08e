"""Run inside Pyodide: name the wheels of a folder in its lock, then compile it all for this very Python."""

from __future__ import annotations

from pathlib import Path

from pyodide_build._py_compile import _py_compile_archive_dir
from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec

__all__ = ["compile_folder"]

#: Stored archives let the host's own compression work on the whole file.
_STORED = 0


def compile_folder(folder: Path) -> None:
    """Replace the stock lock's packages by the folder's wheels, and every source file by its bytecode."""
    lock = folder / "pyodide-lock.json"
    spec = PyodideLockSpec.from_json(lock)
    spec.packages = {}
    wheels = sorted(folder.glob("*.whl"))
    add_wheels_to_spec(spec, wheels, base_path=folder, base_url="").to_json(lock)
    # Only after the lock is written: pyodide-lock refuses a wheel that names one Python.
    _py_compile_archive_dir(folder, keep=False, verbose=False, compression_level=_STORED)


if __name__ == "__main__":
    compile_folder(Path("/runtime"))
