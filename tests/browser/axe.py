"""axe on what a page shows: every rule of WCAG 2.2 A and AA and the best practices, nothing switched off."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from tests.browser.waiting import wait_for

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["LOOKS", "looks_in", "looks_of", "violations", "violations_everywhere"]

_AXE: Final = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
_LEVELS: Final = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
#: What a page in other colours can still break.
_COLOURS: Final = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
_RUN: Final = "([root, options]) => axe.run(root ?? document, options)"
#: A third of the time goes to describing what is right, and to style sheets that none of these rules reads.
_BRIEF: Final = {"resultTypes": ["violations"], "selectors": False, "preload": False}
#: A page hears of another scheme with its next frame, which it may have no other reason to draw.
_SCHEME_IS: Final = """(scheme) => new Promise((resolve) => {
    const look = () => resolve(getComputedStyle(document.body).colorScheme === scheme);
    requestAnimationFrame(look);
    setTimeout(look, 500);
})"""
#: What sticks to the window's foot lies over what axe would then call hidden.
_UNSTUCK: Final = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.checker-bar { position: static !important }');
    document.adoptedStyleSheets.push(sheet);
}"""

Violations: TypeAlias = list[tuple[str, list[str]]]


def looks_of(*widths: int) -> list[tuple[int, str]]:
    """Return each width in pixels with each scheme."""
    return [(width, scheme) for width in widths for scheme in ("light", "dark")]


#: Wide and narrow, light and dark.
_WIDTHS: Final = (1280, 360)
LOOKS: Final = looks_of(*_WIDTHS)


def looks_in(language: str, *widths: int) -> list[tuple[int, str]]:
    """Return the widths, light and dark by turns: what one language is seen in light, the other is in dark.

    For tests that show the same in both languages, whose texts differ and whose colours do not.
    """
    schemes = itertools.cycle(("light", "dark") if language == "sv" else ("dark", "light"))
    return list(zip(widths or _WIDTHS, schemes, strict=False))


def violations(page: Any, root: str | None = None) -> Violations:
    """Return the rules that the page breaks, or something inside `root`, each with the elements."""
    return _violations(page, root, _LEVELS)


def violations_everywhere(
    page: Any, root: str | None = None, looks: Iterable[tuple[int, str]] = LOOKS
) -> dict[str, Violations]:
    """Return what is broken in windows of some widths and schemes, or sticks out sideways.

    In a width that has been seen only the rules on colours are asked once more: what else a page is does not
    change with its scheme.
    """
    found: dict[str, Violations] = {}
    seen: set[int] = set()
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        wait_for(page, _SCHEME_IS, scheme)
        if broken := _violations(page, root, _COLOURS if width in seen else _LEVELS):
            found[f"{width} {scheme}"] = broken
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
            found[f"{width}"] = [("sticks out sideways", [f"{wide} px"])]
        seen.add(width)
    return found


def _violations(page: Any, root: str | None, rules: dict[str, Any]) -> Violations:
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE.read_text(encoding="utf-8"))
        page.evaluate(_UNSTUCK)
    found = page.evaluate(_RUN, [root, {"runOnly": rules, **_BRIEF}])["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]
