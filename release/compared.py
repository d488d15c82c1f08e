"""What two builds of the site have in common: pages, their text and anchors, and other files."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Page", "compared"]

_PAGE: Final = "index.html"
_UNREAD: Final = frozenset(("script", "style", "template", "svg"))
_AROUND: Final = 40


class Page(HTMLParser):
    """The text and the anchors of a page's article, whatever frame is around it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self._words: list[str] = []
        self._inside = 0
        self._unread = 0
        self.feed(html)
        self.close()

    @property
    def text(self) -> str:
        """All of it, with one space for any white space."""
        return re.sub(r"\s+", " ", "".join(self._words)).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an anchor."""
        if self._inside:
            self.ids |= {value for name, value in attrs if name == "id" and value}
        self._inside += tag == "article"
        self._unread += tag in _UNREAD

    def handle_endtag(self, tag: str) -> None:
        """Note where the article, or what is no text, ends."""
        self._inside -= tag == "article"
        self._unread -= tag in _UNREAD

    def handle_data(self, data: str) -> None:
        """Note text."""
        if self._inside and not self._unread:
            self._words.append(data)


def compared(ordinary: Path, other: Path, shown: int, left_out: frozenset[str] = frozenset()) -> list[str]:
    """Return lines on how another build differs from the ordinary one, with some examples of each kind."""
    ours, theirs = _files(ordinary) - left_out, _files(other) - left_out
    both = sorted(name for name in ours & theirs if name.endswith(_PAGE))
    texts, anchors, same = [], [], 0
    for name in both:
        first, second = ((site / name).read_text("utf-8") for site in (ordinary, other))
        same += first == second
        one, two = Page(first), Page(second)
        if one.text != two.text:
            texts.append(f"{name}: {_first_difference(one.text, two.text)}")
        if lost := sorted(one.ids - two.ids):
            anchors.append(f"{name}: {len(lost)}, as {', '.join(lost[:3])}")
    return [
        f"pages: {len(both)} of {sum(name.endswith(_PAGE) for name in ours)}, {same} the same to the byte",
        *_listed("pages missing", [name for name in ours - theirs if name.endswith(_PAGE)], shown),
        *_listed("pages more", [name for name in theirs - ours if name.endswith(_PAGE)], shown),
        *_listed("pages with another text", texts, shown),
        *_listed("pages that lack anchors", anchors, shown),
        *_listed("other files missing", [name for name in ours - theirs if not name.endswith(_PAGE)], shown),
    ]


def _listed(kind: str, found: list[str], shown: int) -> list[str]:
    more = [f"    and {len(found) - shown} more"] if len(found) > shown else []
    return [f"{kind}: {len(found)}", *(f"    {line}" for line in sorted(found)[:shown]), *more]


def _files(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def _first_difference(one: str, two: str) -> str:
    pairs = enumerate(zip(one, two, strict=False))
    at = next((at for at, (a, b) in pairs if a != b), min(len(one), len(two)))
    place = slice(max(0, at - _AROUND), at + _AROUND)
    return f"“{one[place]}” is “{two[place]}”"
