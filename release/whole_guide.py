"""MkDocs hook: all pages of a language as one document to print, in the order of the menus."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from release.chapter import Chapter, ids_of, rewritten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

__all__ = ["Part", "contents", "on_page_context", "whole"]

_PAGE: Final = "print.md"
#: Stand in the page where the list of contents and the chapters go.
_CONTENTS: Final = "<!-- contents -->"
_CHAPTERS: Final = "<!-- chapters -->"


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the menu; its title is empty where a page stands by itself."""

    title: str
    chapters: tuple[Chapter, ...]


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Fill the page to print: by now every page has its text."""
    del context
    if page.file.src_uri != _PAGE:
        return
    parts = _parts(nav, page)
    html = page.content or ""
    for mark, filling in (
        (_CONTENTS, contents(parts)),
        (_CHAPTERS, whole(parts, page.url, config.extra["words"]["only_on_web"])),
    ):
        if html.count(mark) != 1:
            raise PluginError(f"{_PAGE}: {mark} must stand there once")
        html = html.replace(mark, filling)
    page.content = html


def contents(parts: Sequence[Part]) -> str:
    """Return the list of contents."""
    items = "".join(_listed_part(part) for part in parts)
    return f'<ul class="pg-whole-contents">{items}</ul>'


def whole(parts: Sequence[Part], here: str, only_on_web: str) -> str:
    """Return every chapter, as parts of the page at `here`, which search passes over."""
    chapters = [chapter for part in parts for chapter in part.chapters]
    kept = {chapter.url: ids_of(chapter) for chapter in chapters}
    left_out = f'<p class="pg-whole__left-out">{escape(only_on_web)}</p>'
    texts = {chapter.anchor: rewritten(chapter, kept, here, left_out) for chapter in chapters}
    sections = (
        f'<section class="pg-whole__chapter" id="{anchor}" data-hundreds="{_hundreds(text)}">{text}</section>'
        for anchor, text in texts.items()
    )
    return f'<div class="pg-whole" data-search-exclude>{"".join(sections)}</div>'


def _hundreds(html: str) -> int:
    """Return how many hundreds of characters a text has; how high it will be follows in the style sheet."""
    return len(Markup(html).striptags()) // 100 + 1  # noqa: S704 - only counted


def _parts(nav: Navigation, whole_page: Page) -> list[Part]:
    parts = []
    for item in nav.items:
        pages = [
            each for each in item.children or [item] if isinstance(each, Page) and each is not whole_page
        ]
        parts.append(Part(item.title if item.children else "", tuple(map(_chapter, pages))))
    return parts


def _chapter(page: Page) -> Chapter:
    return Chapter("" if page.url == "./" else page.url, str(page.title), page.content or "")


def _listed_part(part: Part) -> str:
    links = "".join(f'<li><a href="#{each.anchor}">{each.title}</a></li>' for each in part.chapters)
    return f"<li>{part.title}<ul>{links}</ul></li>" if part.title else links
