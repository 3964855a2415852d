"""How wide the columns of a table are: settled by what is in them, so that the setting of pages need not try it out."""

import re
import unicodedata

from selectolax.lexbor import LexborNode

_NARROWEST = 3.0
_EVENNESS = 0.6
"""A column with twice as much text is not twice as wide: it takes more lines instead."""
_LINE = 24.0
"""The width of a column of the book, in letters as wide as high."""
_EDGES = 0.026
"""What the edges of a cell take of that; they come on top of the width that a cell is given."""
_LATIN, _WIDEST = 0.5, 0.58
"""The width of a Latin letter, on the average of a text and of a word of wide ones."""
_BREAKS = re.compile(r"[\s/-]+")


def settle(table: LexborNode) -> None:
    """Give the cells of a table's first row their widths; one with empty cells to fill in stays as it is."""
    rows = [row.css("th, td") for row in table.css("tr")]
    spans = any("colspan" in cell.attributes or "rowspan" in cell.attributes for row in rows for cell in row)
    if not rows or spans or table.css_first(".to-fill") is not None or len({len(row) for row in rows}) > 1:
        return
    shares = _shares([[cell.text() for cell in column] for column in zip(*rows, strict=True)])
    # The last one takes what is left.
    for cell, share in zip(rows[0][:-1], shares, strict=False):
        cell.attrs["style"] = f"width:{100 * (share - _EDGES):.0f}%"
    table.attrs["class"] = f"{table.attributes.get('class') or ''} settled".strip()


def _shares(columns: list[list[str]]) -> list[float]:
    """Return what part of the width each column gets: by its text, but as wide as its longest word if there is room."""
    wanted = [_wanted(column) for column in columns]
    longest = [_longest_word(column) / _LINE + _EDGES for column in columns]
    if sum(longest) >= 1:
        return [each / sum(longest) for each in longest]
    spare = [max(0.0, each / sum(wanted) - least) for each, least in zip(wanted, longest, strict=True)]
    left = 1 - sum(longest)
    return [least + left * each / sum(spare) for least, each in zip(longest, spare, strict=True)]


def _wanted(cells: list[str]) -> float:
    widths = [sum(1.0 if unicodedata.east_asian_width(each) in "WF" else _LATIN for each in cell) for cell in cells]
    return float(max(_NARROWEST, sum(widths) / len(widths)) ** _EVENNESS)


def _longest_word(cells: list[str]) -> float:
    return max((len(word) * _WIDEST for cell in cells for word in _BREAKS.split(cell) if word.isascii()), default=0.0)
