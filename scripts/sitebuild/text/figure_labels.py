"""
Finds the slots for labels in the SVG text of a figure, and breaks a label into lines that fit a slot.

The SVG file of a figure (`docs/_data/figures/*.svg`) contains no words, only slots such as
`<text x="160" y="40" data-width="18" data-lines="2">{lender}</text>`. The build replaces each by the label `lender` of
the page's language, centred at (x, y), in at most `data-lines` lines of at most `data-width`. Widths are measured in
Chinese characters, each as wide as the font size.

No word is broken: a label goes on to the next line after a space, a hyphen between letters or a punctuation mark, and
where its author allows it by `<wbr>`, as in 消费金融<wbr>公司, because Chinese has no signs between words.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.registers import Registers
from . import markdown_text, references

SLOT = re.compile(r"<text\b([^>]*)>\{([a-z0-9-]+)\}</text>")
"""A slot: group 1 is its attributes, group 2 the key of its label."""
_ATTRIBUTE = re.compile(r'([A-Za-z-]+)="([^"]*)"')
_LATIN = 0.54
"""The average width of a Latin letter, in Chinese characters; measured over whole words, not over single letters."""
BREAK = "<wbr>"
"""What authors write in a label where a line may end inside a run of Chinese."""
_BREAK = "\u200b"
"""The same in plain text: a space of no width."""
_PIECE = re.compile(
    rf"[^\s{_BREAK}，。；：？！、）》」』…-]+(?:-(?![^\W\d_])[^\s{_BREAK}，。；：？！、）》」』…-]*)*"
    rf"(?:-(?=[^\W\d_])|[，。；：？！、）》」』”’…]*[\s{_BREAK}]*)|.\s*"
)
"""What a line may not break: everything up to a space, a hyphen before a letter, a mark of punctuation, or a BREAK."""


@dataclass(frozen=True, kw_only=True)
class LabelSlot:
    """A slot of a figure: the key of its label, the greatest width of a line in Chinese characters, and of lines."""

    key: str
    width: float
    lines: int


def markers(figures: Mapping[str, str]) -> tuple[str, ...]:
    """Return the marker of every figure, such as `figure: which-door`; `figures` is that of Content."""
    return tuple(f"figure: {name}" for name in figures)


def attributes(text: str) -> dict[str, str]:
    """Return the attributes of an SVG tag by name; `text` is what stands between its name and `>`."""
    return dict(_ATTRIBUTE.findall(text))


def slots(svg: str) -> Iterator[LabelSlot]:
    """Yield the slots of a figure in the order of its SVG text."""
    for found in SLOT.finditer(svg):
        given = attributes(found[1])
        yield LabelSlot(key=found[2], width=width(given), lines=int(given.get("data-lines", 1)))


def width(given: Mapping[str, str]) -> float:
    """Return the greatest width of a line, in Chinese characters, from the attributes of a slot; 0 without one."""
    return float(given.get("data-width", 0))


def plain(text: str, registers: Registers, code: str) -> str:
    """Return a label as readers see it, in the language of this code; it keeps the places where it may be broken."""
    return markdown_text.visible_text(references.expand(text.replace(BREAK, _BREAK), registers, code, ""))


def wrapped(text: str, width: float) -> list[str]:
    """Return a label, as `plain` gives it, in lines of at most `width`; a word that is wider has a line of its own."""
    lines: list[str] = [""]
    for piece in _PIECE.findall(text):
        if lines[-1] and width_of(lines[-1] + piece) > width:
            lines.append("")
        lines[-1] += piece
    return [_shown(line) for line in lines]


def width_of(text: str) -> float:
    """Return how wide a line of a label is, in Chinese characters."""
    return sum(1 if unicodedata.east_asian_width(each) in "WF" else _LATIN for each in _shown(text))


def _shown(line: str) -> str:
    return line.replace(_BREAK, "").strip()
