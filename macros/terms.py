"""Python-Markdown extension: the glossary's words explained where a page first uses them.

The word becomes a button, and its explanation a popover after it, which the browser itself opens and closes.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from macros.glossary import terms
from macros.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown import Markdown

    from macros.glossary import Term

__all__ = ["Terms", "makeExtension"]

#: Markdown files that need no explanations of words: the glossary itself, and the whole guide on paper.
_WITHOUT: Final = ("glossary.md", "print.md", "embed/")
_RUNNING_TEXT: Final = ("p", "li")
#: What is passed over with all it holds; words in italics or bold are spoken about, or lead a paragraph.
_PASSED_OVER: Final = frozenset(
    ("a", "blockquote", "button", "code", "em", "h1", "h2", "h3", "h4", "pre", "q", "strong", "table")
)
_CLOSING: Final = re.compile(r"[.,;:!?)”’]+")
_OPENING: Final = re.compile(r"<(?!(?:br|img|wbr)\b)\w[^<>]*(?<!/)>")


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch of running text: what an element begins with, or what follows one inside another."""

    element: Element
    side: Literal["text", "tail"]
    parent: Element

    @property
    def text(self) -> str:
        return getattr(self.element, self.side) or ""


@dataclass(frozen=True, slots=True)
class _Use:
    term: Term
    place: _Place
    start: int
    end: int


class _Explain(Treeprocessor):
    def __init__(self, md: Markdown, settings: dict[str, Any]) -> None:
        super().__init__(md)
        self.language: str = settings["language"]
        self.page: str = settings["page"]
        self.limit: int = settings["limit"]

    def run(self, root: Element) -> None:
        if self.page.startswith(_WITHOUT):
            return
        chosen = sorted(self._first_uses(root), key=lambda use: use.term.tip)[: self.limit]
        # From the end, so that what stands before a word keeps its place.
        for use in sorted(chosen, key=lambda use: use.start, reverse=True):
            self._mark(use)

    def _first_uses(self, root: Element) -> Iterable[_Use]:
        """Return where each word to explain first stands."""
        by_word = _by_word(self.language)
        pattern = _pattern(by_word)
        found: dict[str, _Use] = {}
        for place in _running_text(root):
            for start, end in self._outside_html(place, pattern):
                term = by_word[place.text[start:end].lower()]
                if term.tip and term.page.partition("#")[0] != _address(self.page):
                    found.setdefault(term.id, _Use(term, place, start, end))
        return found.values()

    def _outside_html(self, place: _Place, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        """Find the pattern where no tag that was written as HTML, as `<q>`, is open."""
        depth = 0
        for found in re.finditer(
            f"{HTML_PLACEHOLDER_RE.pattern}|(?P<word>{pattern.pattern})", place.text, re.IGNORECASE
        ):
            if found["word"] is None:
                depth += self._opens(int(found[1]))
            elif depth == 0:
                yield found.span("word")

    def _opens(self, stashed: int) -> int:
        html = str(self.md.htmlStash.rawHtmlBlocks[stashed])
        if html.startswith("</"):
            return -1
        return 1 if _OPENING.fullmatch(html) else 0

    def _mark(self, use: _Use) -> None:
        place, text = use.place, use.place.text
        name = f"tip-{use.term.id}"
        button = Element("button", {"type": "button", "class": "pg-term", "popovertarget": name})
        button.text = text[use.start : use.end]
        tip = Element("span", {"popover": "", "id": name, "class": "pg-term__tip", "data-search-exclude": ""})
        tip.text = use.term.explain(self.language) + " "
        closing = _CLOSING.match(text, use.end)
        end = closing.end() if closing else use.end
        tip.tail = text[end:]
        folder = posixpath.dirname(self.page)
        target = posixpath.relpath("glossary.md", folder) if folder else "glossary.md"
        link = SubElement(tip, "a", {"href": f"{target}#{use.term.anchor}"})
        link.text = word("glossary.tip", self.language)
        setattr(place.element, place.side, text[: use.start])
        at = 0 if place.side == "text" else list(place.parent).index(place.element) + 1
        place.parent[at:at] = [_with_closing(button, text[use.end : end]), tip]


class Terms(Extension):
    """Explains a page's most needed words where they first stand in running text."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - the options are Python-Markdown's
        self.config = {
            "language": ["sv", "The pages' language."],
            "page": ["", "The Markdown file's path below its language's root."],
            "limit": [6, "How many words a page explains at most."],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Add the step: after inline text and attributes, before links are resolved."""
        md.treeprocessors.register(_Explain(md, self.getConfigs()), "terms", 7)


def makeExtension(**options: Any) -> Terms:  # noqa: ANN401, N802 - the name is Python-Markdown's
    """Return the extension."""
    return Terms(**options)


def _with_closing(button: Element, closing: str) -> Element:
    """Keep what closes a phrase on the word's line: a browser may break the line beside a button."""
    if not closing:
        return button
    whole = Element("span", {"class": "pg-term-whole"})
    button.tail = closing
    whole.append(button)
    return whole


def _running_text(element: Element) -> Iterator[_Place]:
    if element.tag in _PASSED_OVER or element.get("class") == "admonition-title":
        return
    counts = element.tag in _RUNNING_TEXT
    if counts:
        yield _Place(element, "text", element)
    for child in list(element):
        yield from _running_text(child)
        if counts:
            yield _Place(child, "tail", element)


def _by_word(language: str) -> dict[str, Term]:
    return {
        form.lower(): term
        for term in terms()
        for form in (*term.word(language).split(", "), *term.forms[language])
    }


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of the words as a whole, the longest where several begin at one place."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


def _address(page: str) -> str:
    """Return the address of a Markdown file's page, relative to its language's root."""
    path = page.removesuffix(".md")
    return path.removesuffix("index") if posixpath.basename(path) == "index" else f"{path}/"
