"""The one style sheet of every page: what pages use of the theme's, then ours, joined and without blanks.

Nine tenths of the theme's style are for what these pages do not have: its own search, tabs, comments, icons.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import Final

from release import bundle

__all__ = ["style"]

_ROOT: Final = Path(__file__).resolve().parent.parent
_USED: Final = _ROOT / "release/node/used_style.mjs"
#: All that may name a class, an id or an element of a page.
_NAMING: Final = (
    *("overrides/**/*.html", "macros/**/*.html", "macros/**/*.py", "release/**/*.py"),
    *("docs/**/*.md", "theme/js/*.js", "browser/**/*.js"),
)
#: What Markdown writes where a page has signs alone.
_OF_SIGNS: Final = (
    "a blockquote code em h1 h2 h3 h4 h5 h6 hr img li ol p pre strong table tbody td th thead tr ul"
)


def style(theme: str, ours: str) -> str:
    """Return the theme's rules for what a page may hold, followed by ours.

    Raises:
        SystemExit: one of them has a fault.
    """
    return bundle.smaller_style(f"{_used(theme, ours)}\n{ours}")


def _used(theme: str, ours: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder) / "theme.css", Path(folder) / "ours.css"
        for file, css in zip(files, (theme, ours), strict=True):
            file.write_text(css, "utf-8")
        run = subprocess.run(
            ["node", _USED, *files, _OF_SIGNS, *_NAMING],
            cwd=_ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    if run.returncode:
        raise SystemExit(f"The theme's style sheet could not be read:\n{run.stderr}")
    return run.stdout
