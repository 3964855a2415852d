"""
A drawing with the words of a language: `<!-- figure: which-door -->` → a figure that is read aloud and can be printed.

A drawing (`docs/_data/figures/*.svg`) has no words, only places: `<text x="160" y="40" data-width="18"
data-lines="2">{lender}</text>`. The words are set there around that point, in as many lines as `data-width` (in
letters of Han) needs and `data-lines` allows. All text is centred, so it may run from either side.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ...model.content import Content
from ...model.page import Page
from ...text import markdown_text, references

_PLACE = re.compile(r"<text\b([^>]*)>\{([a-z0-9-]+)\}</text>")
_ATTRIBUTE = re.compile(r'([A-Za-z-]+)="([^"]*)"')
_CONTENT = re.compile(r"<svg\b([^>]*)>(.*)</svg>", re.DOTALL)
_LATIN = 0.54
"""The width of a Latin letter in a system font, in letters of Han; a wide one is made up for by its neighbours."""
_LEADING = 18
_PIECE = re.compile(r"[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|.[，。；：？！、）》」』”’…]*\s*")
"""What stays together: words of Latin letters, single letters of Han, each with the marks that may not begin a line."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where words stand in a drawing: their key, the width of a line in letters of Han, the lines there is room for."""

    key: str
    width: float
    lines: int


def markers(content: Content) -> tuple[str, ...]:
    """Return the marker of every drawing."""
    return tuple(f"figure: {name}" for name in content.drawings)


def places(drawing: str) -> Iterator[Place]:
    """Yield the places for words in a drawing."""
    for found in _PLACE.finditer(drawing):
        given = dict(_ATTRIBUTE.findall(found[1]))
        yield Place(key=found[2], width=float(given.get("data-width", 0)), lines=int(given.get("data-lines", 1)))


def figure(content: Content, page: Page, marker: str) -> str:
    """Return the drawing with the words of the page's language, as HTML; empty if it has none."""
    name = marker.partition(": ")[2]
    words = content.registers.words[page.language].figures.get(name)
    drawing = _CONTENT.search(content.drawings[name])
    if words is None or drawing is None:
        return ""

    def read(text: str) -> str:
        return markdown_text.visible_text(references.expand(text, content.registers, page.language, page.name))

    def set_words(found: re.Match[str]) -> str:
        given = dict(_ATTRIBUTE.findall(found[1]))
        return _text(given, wrapped(read(words.labels.get(found[2], "")), float(given.get("data-width", 0))))

    attributes = dict(_ATTRIBUTE.findall(drawing[1]))
    inner = re.sub(r"\n\s*", "\n", _PLACE.sub(set_words, drawing[2])).strip()
    ids = f"figure-{name}-title figure-{name}-text"
    return (
        f'<figure class="figure"><svg role="img" aria-labelledby="{ids}" viewBox="{attributes["viewBox"]}">\n'
        f'<title id="figure-{name}-title">{html.escape(words.title)}</title>\n'
        f'<desc id="figure-{name}-text">{html.escape(read(words.description))}</desc>\n'
        f'{inner}\n</svg><figcaption aria-hidden="true">{html.escape(words.title)}</figcaption></figure>'
    )


def wrapped(text: str, width: float) -> list[str]:
    """Return the lines of a label that are at most as wide as this, as far as its words can be parted."""
    lines: list[str] = [""]
    for piece in _PIECE.findall(text):
        if lines[-1] and _wide(lines[-1] + piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]


def _wide(text: str) -> float:
    return sum(1 if unicodedata.east_asian_width(each) in "WF" else _LATIN for each in text)


def _text(given: dict[str, str], lines: list[str]) -> str:
    x, y = given["x"], float(given["y"])
    first = y - (len(lines) - 1) * _LEADING / 2
    classes = f' class="{given["class"]}"' if "class" in given else ""
    spans = "".join(
        f'<tspan x="{x}" y="{first + place * _LEADING:g}">{html.escape(line)}</tspan>'
        for place, line in enumerate(lines)
    )
    return f"<text{classes}>{spans}</text>"
