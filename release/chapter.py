"""One page's text as a chapter of a longer document: its own ids, links that stay inside, no tools."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Chapter", "ids_of", "rewritten"]

_Attributes = list[tuple[str, str | None]]

#: Left out with all they hold, as is every element of our own making: what paper cannot do.
_LEFT_OUT: Final = frozenset(
    ("dialog", "fieldset", "form", "label", "noscript", "script", "select", "style", "template", "textarea")
)
_VOID: Final = frozenset(
    ("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_LEFT_OUT_VOID: Final = frozenset(("input", "link", "meta"))
_LEFT_OUT_CLASSES: Final = frozenset(("headerlink", "pg-hero__actions", "pg-hero__figure"))
#: One document has one of each landmark; a chapter's own are plain parts of it.
_LANDMARKS: Final = frozenset(("aside", "footer", "header", "main", "nav"))
_HEADING: Final = re.compile(r"h[1-6]")
_LOWEST: Final = 6
_REFERENCES: Final = frozenset(("aria-describedby", "aria-labelledby", "aria-owns", "headers"))
_ADDRESSES: Final = frozenset(("href", "src"))
_SCRIPTED: Final = frozenset(("aria-controls", "aria-expanded", "popovertarget", "tabindex"))


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page that becomes a part of the whole."""

    #: Relative to the language's root, as `components/inception/`; empty for the start page.
    url: str
    title: str
    html: str

    @property
    def anchor(self) -> str:
        """The chapter's id, and what each id in it begins with."""
        return "page-" + (self.url.strip("/").replace("/", "-") or "start")


def ids_of(chapter: Chapter) -> frozenset[str]:
    """Return the ids that a chapter keeps, as its page has them."""
    return frozenset(_Rewriter(chapter, {}, "", "").read().ids)


def rewritten(chapter: Chapter, kept: Mapping[str, frozenset[str]], here: str, left_out: str) -> str:
    """Return a chapter's HTML inside the document at `here`, whose chapters, by address, keep these ids.

    Its headings are one level lower. Where a part that readers would miss is gone, `left_out` says so.
    """
    return "".join(_Rewriter(chapter, kept, here, left_out).read().out)


class _Rewriter(HTMLParser):
    def __init__(
        self, chapter: Chapter, kept: Mapping[str, frozenset[str]], here: str, left_out: str
    ) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self.ids: list[str] = []
        self._chapter = chapter
        self._kept = kept
        self._here = here
        self._left_out = left_out
        self._dropped: list[str] = []

    def read(self) -> _Rewriter:
        self.feed(self._chapter.html)
        self.close()
        return self

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        if self._dropped or _is_left_out(tag, attrs):
            self._drop(tag)
        elif tag != "button" and tag not in _LEFT_OUT_VOID:
            self.out.append(self._opened(tag, attrs))

    def handle_startendtag(self, tag: str, attrs: _Attributes) -> None:
        if not self._dropped and tag not in _LEFT_OUT_VOID:
            self.out.append(self._opened(tag, attrs).removesuffix(">") + "/>")

    def handle_endtag(self, tag: str) -> None:
        if self._dropped:
            if tag in self._dropped:
                # With what stood open in it.
                del self._dropped[len(self._dropped) - 1 - self._dropped[::-1].index(tag) :]
        elif tag != "button":
            self.out.append(f"</{_renamed(tag)}>")

    def handle_data(self, data: str) -> None:
        if not self._dropped:
            self.out.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def _drop(self, tag: str) -> None:
        if not self._dropped and "-" in tag:
            self.out.append(self._left_out)
        if tag not in _VOID:
            self._dropped.append(tag)

    def _opened(self, tag: str, attrs: _Attributes) -> str:
        kept = [(name, self._changed(name, value or "")) for name, value in attrs if name not in _SCRIPTED]
        if tag in _LANDMARKS or tag == "section":
            kept = [each for each in kept if each[0] not in ("aria-label", "aria-labelledby", "role")]
        if tag == "details" and ("open", "") not in kept:
            kept.append(("open", ""))
        written = "".join(f' {name}="{escape(value)}"' if value else f" {name}" for name, value in kept)
        return f"<{_renamed(tag)}{written}>"

    def _changed(self, name: str, value: str) -> str:
        if name == "id":
            self.ids.append(value)
            return self._id(value)
        if name in _REFERENCES:
            return " ".join(map(self._id, value.split()))
        if name in _ADDRESSES:
            return self._address(value)
        return re.sub(r"url\(#([^)]+)\)", lambda found: f"url(#{self._id(found[1])})", value)

    def _id(self, name: str) -> str:
        return f"{self._chapter.anchor}--{name}"

    def _address(self, link: str) -> str:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            return link
        joined = posixpath.normpath(posixpath.join("/", self._chapter.url, parts.path)).strip("/")
        url = joined + "/" if joined and parts.path.endswith(("/", "..", ".")) else joined
        target = self._chapter.url if not parts.path else url
        if target in self._kept:
            anchor = Chapter(target, "", "").anchor
            return f"#{anchor}--{parts.fragment}" if parts.fragment in self._kept[target] else f"#{anchor}"
        return _from(self._here, self._chapter.url, link)


def _from(here: str, there: str, link: str) -> str:
    """Return as seen from `here` a relative link that stands on the page `there`."""
    parts = urlsplit(link)
    # Down from a folder deep enough: an address may lead above the language's root.
    deep = "/x" * 8
    target = posixpath.normpath(posixpath.join(deep, there, parts.path))
    path = posixpath.relpath(target, posixpath.join(deep, here)) + "/" * parts.path.endswith("/")
    return parts._replace(path=path).geturl()


def _is_left_out(tag: str, attrs: _Attributes) -> bool:
    values = dict(attrs)
    classes = set((values.get("class") or "").split())
    if tag == "button":
        return "popovertarget" not in values
    return tag in _LEFT_OUT or "-" in tag or "popover" in values or bool(classes & _LEFT_OUT_CLASSES)


def _renamed(tag: str) -> str:
    if tag in _LANDMARKS:
        return "div"
    if _HEADING.fullmatch(tag):
        return f"h{min(int(tag[1]) + 1, _LOWEST)}"
    return tag
