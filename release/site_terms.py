"""MkDocs hook: which page the glossary's words are being explained on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

__all__ = ["on_page_markdown"]


def on_page_markdown(_markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> None:  # noqa: ANN401 - MkDocs passes more than we need
    """Tell the extension: MkDocs renders the page next, with the options as they are then."""
    config.mdx_configs["macros.terms"]["page"] = page.file.src_uri
