"""Every page, wide and light, narrow and dark: accessible as far as axe can tell, and it fits its window."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.axe import violations_everywhere
from tests.browser.returning import returning

pytestmark = [pytest.mark.browser, returning]

ROOT = Path(__file__).parents[2]
#: The narrow one is what WCAG asks for: 1280 at a zoom of 400 %.
BOTH = [(1280, "light"), (320, "dark")]
#: The whole guide in one page holds what the others hold, forty at once: one look for each language.
LOOKS_OF = {"print/": BOTH[:1], "en/print/": BOTH[1:]}


def addresses(language):
    """Return the addresses of a language's pages, relative to the site."""
    docs = ROOT / "docs" / language
    prefix = "" if language == "sv" else f"{language}/"
    for path in sorted(docs.rglob("*.md")):
        page = path.relative_to(docs).with_suffix("").as_posix().removesuffix("index")
        yield prefix + (page if not page or page.endswith("/") else f"{page}/")


@pytest.mark.parametrize("address", [*addresses("sv"), *addresses("en")])
def test_a_page_is_accessible_and_fits_its_window(context, site, address):
    page = context.new_page()
    page.goto(site + address)
    assert violations_everywhere(page, looks=LOOKS_OF.get(address, BOTH)) == {}
