"""
How wide the columns of a table are: settled by what is in them, so that the setting of pages need not try it out.

A table whose words do not fit side by side is set smaller, or as a list: each row by itself, with the heads before what
its cells say.
"""

import re
import unicodedata
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

_NARROWEST = 3.0
_EVENNESS = 0.6
"""A column with twice as much text is not twice as wide: it takes more lines instead."""
_LINE = 25.5
"""The width of a column of the book, in letters as wide as high."""
_CROWDED = 0.85
"""How large the letters of a crowded table are, beside those of others; `.crowded` in paper.css says the same."""
_EDGES = 0.026
"""What the edges of a cell take of that; they come on top of the width that a cell is given."""
_LATIN = 0.5
"""The width of a Latin letter, on the average of a text."""
_NARROW, _WIDE = frozenset("fijlrtI.,:;'|!()[]"), frozenset("mwMW%@")
_OF_NARROW, _OF_WIDE, _OF_OTHERS = 0.38, 0.89, 0.59
"""The widths of letters in a word, in bold."""
_WORDS = re.compile("[^\\s/−×÷\u2e80-\uffff-]+-?")
"""What no line breaks: Han characters can stand on a line each, and a sum goes on below."""
_BLANK = '<span class="to-write"></span>'
_LABEL = "data-label"
"""Says the head of its column at each cell; see building/wide_tables.py."""


def settle(table: LexborNode) -> None:
    """
    Give the cells of a table's first row their widths, or make the table a list if its longest words have no room.

    One with empty cells to fill in stays a table; if they have room, and with joined cells, it finds its widths itself.
    """
    rows = [row.css("th, td") for row in table.css("tr")]
    if not rows or len({len(row) for row in rows}) > 1:
        return
    columns = [[cell.text() for cell in column] for column in zip(*rows, strict=True)]
    longest = [_longest_word(column) / _LINE for column in columns]
    needed = sum(longest) + _EDGES * len(longest)
    spans = any("colspan" in cell.attributes or "rowspan" in cell.attributes for row in rows for cell in row)
    is_form = table.css_first(".to-fill") is not None
    if spans or (is_form and needed <= 1):
        _name(table, "crowded" if needed > 1 else "")
        return
    room = sum(longest) * _CROWDED + _EDGES * len(longest)
    if room > 1 and not is_form and all(cell.attributes.get(_LABEL) for row in rows[1:] for cell in row):
        table.replace_with(_listed(rows))
        return
    if needed > 1:
        longest = [each * _CROWDED for each in longest]
    # The last one takes what is left.
    shares = _shares([_wanted(column) for column in columns], [each + _EDGES for each in longest])
    for cell, share in zip(rows[0][:-1], shares, strict=False):
        cell.attrs["style"] = f"width:{100 * (share - _EDGES):.0f}%"
    _name(table, "settled crowded" if needed > 1 else "settled")


def _name(table: LexborNode, classes: str) -> None:
    if classes:
        table.attrs["class"] = f"{table.attributes.get('class') or ''} {classes}".strip()


def _listed(rows: list[list[LexborNode]]) -> LexborNode:
    """Return rows as lists, one each: the head of a column, and what the cell says; the first row has the heads."""
    lists = []
    for row in rows[1:]:
        said = [(escape(cell.attributes.get(_LABEL) or ""), cell.inner_html or "") for cell in row]
        items = "".join(f"<li><strong>{head}</strong>{words.strip() or _BLANK}</li>" for head, words in said)
        lists.append(f'<ul class="row">{items}</ul>')
    (made,) = LexborHTMLParser(f'<div class="rows">{"".join(lists)}</div>').css("div.rows")
    return made


def _shares(wanted: list[float], longest: list[float]) -> list[float]:
    """Return what part of the width each column gets: by its text, but as wide as its longest word if there is room."""
    if sum(longest) >= 1:
        return [each / sum(longest) for each in longest]
    spare = [max(0.0, each / sum(wanted) - least) for each, least in zip(wanted, longest, strict=True)]
    left = 1 - sum(longest)
    return [least + left * each / sum(spare) for least, each in zip(longest, spare, strict=True)]


def _wanted(cells: list[str]) -> float:
    widths = [sum(1.0 if unicodedata.east_asian_width(each) in "WF" else _LATIN for each in cell) for cell in cells]
    return float(max(_NARROWEST, sum(widths) / len(widths)) ** _EVENNESS)


def _longest_word(cells: list[str]) -> float:
    return max((_width(word) for cell in cells for word in _WORDS.findall(cell)), default=0.0)


def _width(word: str) -> float:
    return sum(_OF_NARROW if each in _NARROW else _OF_WIDE if each in _WIDE else _OF_OTHERS for each in word)
