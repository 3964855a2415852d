"""How wide the columns of a table are: settled by what is in them, so that the setting of pages need not try it out."""

import unicodedata

from selectolax.lexbor import LexborNode

_NARROWEST = 3.0
_EVENNESS = 0.6
"""A column with twice as much text is not twice as wide: it takes more lines instead."""


def settle(table: LexborNode) -> None:
    """Give the cells of a table's first row their widths; one with empty cells to fill in stays as it is."""
    rows = [row.css("th, td") for row in table.css("tr")]
    spans = any("colspan" in cell.attributes or "rowspan" in cell.attributes for row in rows for cell in row)
    if not rows or spans or table.css_first(".to-fill") is not None or len({len(row) for row in rows}) > 1:
        return
    shares = [_share([cell.text() for cell in column]) for column in zip(*rows, strict=True)]
    # The last one takes what is left, as edges of cells come on top of their widths.
    for cell, share in zip(rows[0][:-1], shares, strict=False):
        cell.attrs["style"] = f"width:{100 * share / sum(shares):.0f}%"
    table.attrs["class"] = f"{table.attributes.get('class') or ''} settled".strip()


def _share(cells: list[str]) -> float:
    widths = [sum(1.0 if unicodedata.east_asian_width(each) in "WF" else 0.5 for each in cell) for cell in cells]
    longest_word = max((len(word) * 0.5 for cell in cells for word in cell.split() if word.isascii()), default=0.0)
    mean = sum(widths) / len(widths)
    return float(max(_NARROWEST, longest_word, mean) ** _EVENNESS)
