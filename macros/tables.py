"""Python-Markdown extension: tables that can be read on a narrow screen, as one labelled list a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown import Extension
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

__all__ = ["StackedTables", "makeExtension"]

#: Styled as blocks on narrow screens, the elements would lose these roles.
_ROLES = {
    "table": "table",
    "thead": "rowgroup",
    "tbody": "rowgroup",
    "tr": "row",
    "th": "columnheader",
    "td": "cell",
}


class _Label(Treeprocessor):
    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            _label(table)


class StackedTables(Extension):
    """Gives each cell its column's heading, which the style sheet shows where columns do not fit."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Add the step that runs once the inline text has been read."""
        md.treeprocessors.register(_Label(md), "stacked-tables", 5)


def makeExtension(**options: Any) -> StackedTables:  # noqa: ANN401, N802 - the name is Python-Markdown's
    """Return the extension."""
    return StackedTables(**options)


def _label(table: Element) -> None:
    table.set("class", "pg-table pg-stack")
    headings = ["".join(heading.itertext()) for heading in table.iter("th")]
    for row in table.iter("tr"):
        for cell, heading in zip(row.findall("td"), headings, strict=False):
            cell.set("data-label", heading)
    for element in table.iter():
        if element.tag in _ROLES:
            element.set("role", _ROLES[element.tag])
