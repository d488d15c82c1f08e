"""Data that lies in a package, wherever the package lies."""

from __future__ import annotations

import pkgutil
import tomllib
from typing import Any

__all__ = ["packaged_table"]


def packaged_table(package: str, name: str) -> dict[str, Any]:
    """Read a TOML file of a package, from a folder or an archive.

    `importlib.resources` would load half of the standard library for the same, and a page waits for that.

    Raises:
        FileNotFoundError: the package has no such file.
    """
    data = pkgutil.get_data(package, name)
    if data is None:
        raise FileNotFoundError(f"{package} has no {name}")
    return tomllib.loads(data.decode("utf-8"))
