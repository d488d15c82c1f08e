"""ICLD's text, where a copy lies beside the project: split into sections and sentences.

The guide holds no copy of the text, so that a test which needs it is there only where the text is.
"""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "shared/source"
LIES_BESIDE = FOLDER.is_dir()

#: The text's sections, by what its sentences are numbered under; before the first comes the introduction.
SECTIONS = {
    "Partnerskapsprogrammets komponenter": "introduction",
    "Förberedelse": "inception",
    "Projekt": "project",
    "Styrgrupp": "steering",
    "Breddning": "expansion",
    "Spridning": "dissemination",
    "Utbyte och lärande i partnerskapet": "exchange",
    "Val av deltagare till partnerskapet": "participants",
}
BULLET = re.compile(r"^\s*[•\-*]\s+")
#: A bullet's own heading: a few words and a full stop or a colon, before the sentence it is about.
BULLET_HEADING = re.compile(r"^[^.:!?]{1,60}[.:](?=\s)")
#: A full stop, but not the one of an abbreviation: a new sentence begins with a capital.
SENTENCE_END = re.compile(r"(?<=[.!?])(?<!t\.ex\.)(?<!bl\.a\.)(?<!s\.k\.)\s+(?=[”“\"(]?[A-ZÅÄÖ])")


def lines():
    """Return the text's lines that hold something."""
    text = "\n".join(path.read_text("utf-8-sig") for path in sorted(FOLDER.glob("*.txt")))
    return [line.strip() for line in text.splitlines() if line.strip()]


def split(text_lines):
    """Return each section's sentences; headings, link lines and headings of bullets are sentences too."""
    sections = {}
    name = None
    for line in text_lines:
        name = SECTIONS.get(line, name)
        sections.setdefault(name, []).extend(sentences(line))
    return sections


def sentences(line):
    """Return a line's sentences: a line always ends one, with or without a full stop."""
    words = " ".join(BULLET.sub("", line).split())
    found = BULLET_HEADING.match(words) if BULLET.match(line) else None
    if not found:
        return SENTENCE_END.split(words)
    return [found[0], *SENTENCE_END.split(words[found.end() :].strip())]


def words(text):
    """Return a text's words as they are compared: in lower case, without marks."""
    return re.findall(r"[^\W_]+", text.lower())


def runs(text, length):
    """Return every run of so many words."""
    found = words(text)
    return {tuple(found[at : at + length]) for at in range(len(found) - length + 1)}
