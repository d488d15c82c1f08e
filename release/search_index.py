"""MkDocs hook: what the site's own search reads, one file a language, made from the built pages.

It holds each page's sections as text, and the words that mean the same. The browser makes its index from it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from macros.search import asked_of, ignored_words, synonyms
from release.page_text import sections_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

__all__ = ["on_post_build", "on_post_page", "on_pre_build"]

_FILE: Final = "search/index.json"
_pages: Final[list[dict[str, Any]]] = []


def on_pre_build(**_: Any) -> None:  # noqa: ANN401 - MkDocs passes more than we need
    """Begin anew: one process may build both languages."""
    _pages.clear()


def on_post_page(output: str, page: Page, config: MkDocsConfig, **_: Any) -> str:  # noqa: ANN401 - as above
    """Take a finished page's text."""
    sections = sections_of(output)
    if sections:
        address = "" if page.url == "./" else page.url
        asked = asked_of(address, config.extra["lang"])
        _pages.append(
            {
                "url": address,
                "title": sections[0].heading,
                # What the menus call it, and what its readers do.
                "asked": [page.title, *asked.phrases],
                "weight": asked.weight,
                "sections": [[each.anchor, each.heading, each.text] for each in sections],
            }
        )
    return output


def on_post_build(config: MkDocsConfig, **_: Any) -> None:  # noqa: ANN401 - as above
    """Write the file beside the language's pages."""
    language = config.extra["lang"]
    data = {
        "language": language,
        "ignored": ignored_words(language),
        "synonyms": synonyms(language),
        "pages": _pages,
    }
    file = Path(config.site_dir, _FILE)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
