"""
Tables for every screen: on a phone each row of a table of three columns or more is a card, so that all are in sight.

The style sheet makes the cards (`.cards`); it needs the head of the column at each cell. Rows and cells name no roles:
browsers keep them for screen readers whatever `display` says, and ARIA in HTML forbids them on tables. Where there is
room they are tables, in a box that scrolls if letters are large, so that the page itself never does.
"""

import re
from html import escape

from selectolax.lexbor import LexborHTMLParser

from ..text import markdown_text

CARDS_FROM = 3
"""The number of columns from which a table is shown as cards on a phone."""
_FIRST = ' class="first-cell"'
_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_CELL = re.compile(r"<td\b([^>]*)>(.*?)</td>", re.DOTALL)


def boxed(html: str, label: str, colon: str) -> str:
    """
    Return the HTML of a page with each table in such a box, named by `label`.

    `colon` stands between the head of a column and what a cell says.
    """
    # A group, not a region: landmarks of the same name on one page would be noise for those who jump between them.
    attributes = f'role="group" tabindex="0" aria-label="{escape(label)}"'

    def box(found: re.Match[str]) -> str:
        heads = [_words(head) for head in _HEAD.findall(found[1])]
        if len(heads) < CARDS_FROM:
            return f'<div class="table" {attributes}>\n{found[0]}\n</div>'
        return f'<div class="table cards" {attributes}>\n{_cards(found[1], heads, colon)}\n</div>'

    return _TABLE.sub(box, html)


def _cards(inner: str, heads: list[str], colon: str) -> str:
    """Return a table whose cells name their columns; `inner` is its HTML, `heads` are the words of its heads."""

    def row(found: re.Match[str]) -> str:
        cells = _CELL.findall(found[1])
        labelled = zip(cells, heads, strict=False)
        text = "\n".join(
            f"<td{attributes}{_FIRST if not number else ''}{_label(head, colon)}>{cell}</td>"
            for number, ((attributes, cell), head) in enumerate(labelled)
        )
        # A row to be filled in on paper is of no use on a phone, but for the first, which shows the columns.
        kind = ' class="to-fill"' if not any(_words(cell) for _, cell in cells[1:]) else ""
        return f"<tr{kind}>\n{text}\n</tr>" if cells else found[0]

    inner = re.sub(r"<th(?=[\s>])", '<th scope="col"', inner)
    return f"<table>{_ROW.sub(row, inner)}</table>"


def _label(head: str, colon: str) -> str:
    return f' data-label="{markdown_text.entities(head + colon) if head else ""}"'


def _words(html: str) -> str:
    """Return what readers see of the HTML of a cell."""
    body = LexborHTMLParser(html).body
    return " ".join(body.text().split()) if body else ""
