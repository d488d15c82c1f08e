"""Every page, wide and light, narrow and dark: accessible as far as axe can tell, and it fits its window."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules/axe-core/axe.min.js"


def addresses(language):
    """Return the addresses of a language's pages, relative to the site."""
    docs = ROOT / "docs" / language
    prefix = "" if language == "sv" else f"{language}/"
    for path in sorted(docs.rglob("*.md")):
        page = path.relative_to(docs).with_suffix("").as_posix().removesuffix("index")
        yield prefix + (page if not page or page.endswith("/") else f"{page}/")


@pytest.mark.parametrize("look", [(1280, "light"), (360, "dark")], ids=["wide-light", "narrow-dark"])
@pytest.mark.parametrize("address", [*addresses("sv"), *addresses("en")])
def test_a_page_is_accessible_and_fits_its_window(context, site, address, look):
    width, scheme = look
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(site + address)
    page.evaluate(AXE.read_text("utf-8"))
    violations = page.evaluate(
        "axe.run(document, { resultTypes: ['violations'] }).then((run) => run.violations)"
    )
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
