"""
The labels of a figure: where its drawing has room for words, and how words are broken into lines there.

A drawing (`docs/_data/figures/*.svg`) has no words, only slots: `<text x="160" y="40" data-width="18"
data-lines="2">{lender}</text>`. The words are set there around that point, in as many lines as `data-width` (in
letters of Han) needs and `data-lines` allows. All text is centred, so it may run from either side.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

SLOT = re.compile(r"<text\b([^>]*)>\{([a-z0-9-]+)\}</text>")
"""An element that words are set in: its attributes, and the key of the words."""
_ATTRIBUTE = re.compile(r'([A-Za-z-]+)="([^"]*)"')
_LATIN = 0.54
"""The width of a Latin letter in a system font, in letters of Han; a wide one is made up for by its neighbours."""
_PIECE = re.compile(r"[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|.[，。；：？！、）》」』”’…]*\s*")
"""What stays together: words of Latin letters, single letters of Han, each with the marks that may not begin a line."""


@dataclass(frozen=True, kw_only=True)
class LabelSlot:
    """Where words stand in a drawing: their key, the width of a line in letters of Han, the lines there is room for."""

    key: str
    width: float
    lines: int


def markers(figures: Mapping[str, str]) -> tuple[str, ...]:
    """Return the marker of every figure, such as `figure: which-door`."""
    return tuple(f"figure: {name}" for name in figures)


def attributes(text: str) -> dict[str, str]:
    """Return the attributes in the text of a tag, by name."""
    return dict(_ATTRIBUTE.findall(text))


def slots(drawing: str) -> Iterator[LabelSlot]:
    """Yield the slots for words in the text of a drawing."""
    for found in SLOT.finditer(drawing):
        given = attributes(found[1])
        yield LabelSlot(key=found[2], width=width(given), lines=int(given.get("data-lines", 1)))


def width(given: Mapping[str, str]) -> float:
    """Return how wide a line of a slot may be, in letters of Han; 0 if its attributes do not say."""
    return float(given.get("data-width", 0))


def wrapped(text: str, width: float) -> list[str]:
    """Return the lines of a label that are at most as wide as this, as far as its words can be parted."""
    lines: list[str] = [""]
    for piece in _PIECE.findall(text):
        if lines[-1] and _width_of(lines[-1] + piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]


def _width_of(text: str) -> float:
    return sum(1 if unicodedata.east_asian_width(each) in "WF" else _LATIN for each in text)
