"""axe on what a page shows: every rule of WCAG 2.2 A and AA and the best practices, nothing switched off."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

__all__ = ["violations", "violations_everywhere"]

_AXE: Final = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
_LEVELS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN: Final = "([root, tags]) => axe.run(root ?? document, { runOnly: { type: 'tag', values: tags } })"
#: What sticks to the window's foot lies over what axe would then call hidden.
_UNSTUCK: Final = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.checker-bar { position: static !important }');
    document.adoptedStyleSheets.push(sheet);
}"""


def violations(page: Any, root: str | None = None) -> list[tuple[str, list[str]]]:
    """Return the rules that the page breaks, or something inside `root`, each with the elements."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE.read_text(encoding="utf-8"))
        page.evaluate(_UNSTUCK)
    found = page.evaluate(_RUN, [root, _LEVELS])["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]


def violations_everywhere(page: Any, root: str) -> dict[str, list[tuple[str, list[str]]]]:
    """Return what is broken in a wide and a narrow window, light and dark, or sticks out sideways."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.wait_for_timeout(50)
            if broken := violations(page, root):
                found[f"{width} {scheme}"] = broken
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
            found[f"{width}"] = [("sticks out sideways", [f"{wide} px"])]
    return found
