"""Hatch's hook for the wheel: the rulebook goes into it as read. The TOML files stay the one source."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

__all__ = ["ReadyRulebook"]

ROOT: Final = Path(__file__).resolve().parent.parent


class ReadyRulebook(BuildHookInterface[Any]):
    """Adds the module to a wheel; an editable one keeps reading the files that are edited."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the module beside the tree, never into it, where it could outlive the files."""
        if version == "editable":
            return
        # Hatch loads this file by its path, so that Python does not yet know the tree.
        sys.path.insert(0, str(ROOT))
        from checkers.rulebook.loader import load_folder  # noqa: PLC0415 - as above
        from checkers.rulebook.written import ready_source  # noqa: PLC0415 - as above

        self._folder = tempfile.TemporaryDirectory()
        ready = Path(self._folder.name) / "ready.py"
        ready.write_text(ready_source(load_folder(ROOT / "checkers" / "rulebook").contents), encoding="utf-8")
        build_data["force_include"][str(ready)] = "checkers/rulebook/ready.py"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - Hatch's
        """Remove what was written."""
        if version != "editable":
            self._folder.cleanup()
