"""What a built page says, section by section: the text that a reader meets, without what only decorates."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

__all__ = ["Section", "sections_of"]

_ARTICLE: Final = "main"
_HEADINGS: Final = ("h1", "h2", "h3")
#: Elements without an end tag.
_VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
#: Elements whose text is not read as part of the page.
_LEFT_OUT: Final = frozenset({"script", "style", "noscript", "svg", "template", "select", "button"})
#: A button that is a word of the running text.
_TERM: Final = "pg-term"
_EXCLUDED: Final = "data-search-exclude"
#: Text on either side of these belongs to one word or sentence.
_INLINE: Final = frozenset(
    {"a", "b", "cite", "code", "em", "i", "mark", "q", "span", "strong", "time", "button"}
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the text below it, up to the next heading."""

    #: The id of the heading; empty for the page's own title.
    anchor: str
    heading: str
    text: str


def sections_of(html: str) -> list[Section]:
    """Return the sections of a page's article, its own first; none where search leaves the page out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    found = [Section(each.anchor, _joined(each.heading), _joined(each.text)) for each in reader.sections]
    return [section for section in found if section.heading or section.text]


@dataclass(slots=True)
class _Pieces:
    """A section while it is read."""

    anchor: str
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def _joined(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sections: list[_Pieces] = []
        self._language = ""
        #: The open elements inside the article, each with whether its text is left out.
        self._open: list[tuple[str, bool]] = []
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "html":
            self._language = values.get("lang") or ""
        if tag in _VOID:
            self._write(" ")
            return
        if self._open:
            self._enter(tag, values)
        elif values.get("id") == _ARTICLE:
            self._open.append((tag, _EXCLUDED in values))
            self.sections.append(_Pieces(""))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or not self._open:
            return
        while self._open and self._open.pop()[0] != tag:
            pass
        if tag in _HEADINGS:
            self._in_heading = False
        self._space(tag)

    def handle_data(self, data: str) -> None:
        self._write(data)

    def _enter(self, tag: str, values: dict[str, str | None]) -> None:
        hidden = self._open[-1][1] or self._is_left_out(tag, values)
        self._open.append((tag, hidden))
        if tag in _HEADINGS and not hidden:
            self._in_heading = True
            anchor = values.get("id") or ""
            if tag != "h1" and anchor:
                self.sections.append(_Pieces(anchor))
        self._space(tag)

    def _is_left_out(self, tag: str, values: dict[str, str | None]) -> bool:
        other = values.get("lang") not in (None, self._language)
        return (
            (tag in _LEFT_OUT and values.get("class") != _TERM)
            or "-" in tag
            or _EXCLUDED in values
            or (tag == "q" and other)
            or values.get("class") == "headerlink"
        )

    def _space(self, tag: str) -> None:
        if tag not in _INLINE:
            self._write(" ")

    def _write(self, text: str) -> None:
        if not self._open or self._open[-1][1]:
            return
        section = self.sections[-1]
        (section.heading if self._in_heading else section.text).append(text)
