"""How hard the built pages are to read: LIX for Swedish, Flesch-Kincaid's grade for English.

`python -m tests.readability` prints every page's figure, the hardest first.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

SITE = Path(__file__).parent.parent / "site"

#: What a reader reads as prose: one sentence at least, whether or not it ends in a full stop.
BLOCKS = {"p", "li", "dd", "caption", "figcaption"}
#: Left out with all they hold: names of parts, tables, quotes, addresses, drawings and what is not text.
LEFT_OUT = {"h1", "h2", "h3", "h4", "dt", "summary", "table", "q", "code", "nav", "svg", "script", "style"}
#: Marks after a statement; notes on sources; what search leaves out too, as repeated or a tool.
MARKS = {"pg-badge", "pg-cite", "pg-own", "pg-source", "headerlink"}
VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}

WORD = re.compile(r"[^\W_]+(?:[:’'–-][^\W_]+)*")
SENTENCE_END = re.compile(r"(?<!\bt\.ex)(?<!\bbl\.a)(?<!\be\.g)(?<!\betc)[.!?…]+[”’)]*(?=\s|$)")
LONG_WORD = 7

VOWELS = re.compile(r"[aeiouy]+")
#: Vowels that are not sounded: at a word's end, or where an ending has been added.
SILENT = re.compile(
    r"(?<=[^aeiouy])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouysxzcg])(?<!sh|ch)es$|(?<=[aeo]g)ues?$"
    r"|(?<=[aeiou][a-z])e(?=ful|less|ly|ment|ness|one|thing|times|where)"
)
#: The ending of `table`, whose vowel is sounded before the l.
SOUNDED_LE = re.compile(r"[^aeiouylr]le[sd]?$")
#: A vowel that does not melt into the next, as in period, situation, client, create, going and cooperate.
APART = re.compile(
    r"(?<![tcsgx])i(?=[ao](?!n|ur)|um|en)|i(?=et|o$)|(?<=[ct])i(?=at)|\bsci(?=en)"
    r"|(?<=cr)e(?=a)|e(?=o(?!p)|as?$|at[ei]|ali|um)|(?<![qg])u(?=a(?!r))|[aeoy](?=ing)|o(?=ord|oper)"
)
IRREGULAR = {"business": 2, "every": 2, "everyone": 3, "european": 4}


class Prose(HTMLParser):
    """The blocks of running text in a page's article, in the page's own language."""

    def __init__(self, html, language):
        super().__init__()
        self.language = language
        self.blocks = []
        self._open = []
        self.feed(html[html.index("<article") : html.index("</article>")])

    def handle_starttag(self, tag, attrs):
        if tag in VOID:
            self.handle_data(" ")
            return
        values = dict(attrs)
        skipped = (bool(self._open) and self._open[-1][1]) or self._is_left_out(tag, values)
        if tag == "caption":
            skipped = "data-search-exclude" in values
        self._open.append((tag, skipped))
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass
        if tag in BLOCKS:
            # What follows a list inside an item is a block of its own.
            self.blocks.append("")

    def handle_data(self, data):
        inside = any(tag in BLOCKS for tag, _ in self._open)
        if inside and not self._open[-1][1]:
            self.blocks[-1] += data

    def _is_left_out(self, tag, values):
        return (
            tag in LEFT_OUT
            or "-" in tag
            or "data-search-exclude" in values
            or values.get("lang", self.language) != self.language
            or not MARKS.isdisjoint((values.get("class") or "").split())
        )


def blocks_of(html, language):
    """Return a page's blocks of prose, without those that hold no word."""
    return [text for block in Prose(html, language).blocks if WORD.search(text := " ".join(block.split()))]


def sentences(block):
    """Return how many sentences a block holds; one where it holds no full stop."""
    parts = [part for part in SENTENCE_END.split(block) if WORD.search(part)]
    return max(1, len(parts))


def lix(blocks):
    """Return Björnsson's läsbarhetsindex: words a sentence, and the share of words above six letters."""
    words = [word for block in blocks for word in WORD.findall(block)]
    long = [word for word in words if len(word) >= LONG_WORD]
    return len(words) / sum(map(sentences, blocks)) + 100 * len(long) / len(words)


def grade(blocks):
    """Return Flesch and Kincaid's grade: words a sentence and syllables a word."""
    words = [word for block in blocks for word in WORD.findall(block)]
    per_sentence = len(words) / sum(map(sentences, blocks))
    return 0.39 * per_sentence + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word):
    """Return about how many syllables an English word has: its groups of vowels that are sounded."""
    if "-" in word or "–" in word:
        return sum(syllables(part) for part in re.split("[-–]", word) if part)
    bare = word.replace("’", "'").removesuffix("'s")
    if bare.isupper() and len(bare) > 1:
        return len(bare)
    letters = bare.lower()
    if letters in IRREGULAR:
        return IRREGULAR[letters]
    sounded = SILENT.sub("", letters)
    extra = len(APART.findall(sounded)) + bool(SOUNDED_LE.search(letters))
    return max(1, len(VOWELS.findall(sounded)) + extra)


def figures(site=SITE):
    """Return each page's language, address, words and figure, but for the whole guide on one page."""
    found = []
    for path in sorted(site.rglob("index.html")):
        language = "en" if path.is_relative_to(site / "en") else "sv"
        root = site / "en" if language == "en" else site
        address = path.parent.relative_to(root).as_posix()
        blocks = blocks_of(path.read_text("utf-8"), language)
        words = sum(len(WORD.findall(block)) for block in blocks)
        if words and address != "print":
            found.append((language, address, words, (lix if language == "sv" else grade)(blocks)))
    return found


def table(found):
    """Return the figures as lines, the hardest page of each language first."""
    rows = sorted(found, key=lambda row: (row[0] == "en", -row[3]))
    names = {"sv": "LIX", "en": "grade"}
    return [
        f"{lang} {names[lang]:>5} {value:5.1f} {words:6} words  {page}" for lang, page, words, value in rows
    ]


if __name__ == "__main__":
    print("\n".join(table(figures())))  # noqa: T201 - the figures are what it is run for
