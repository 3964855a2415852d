"""Every half of a sheet of a book as it is set: how full it is, how it ends, what is torn, cut or runs over."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

LEAST = 1 / 3
"""How full a half is that does not end a part."""
_HEADINGS = ("h1", "h2", "h3", "h4")
_WHOLE = ("li", "tr")
"""Elements that stay on one half, unless they hold others of their kind."""
_EDGE = 2.0
"""In px; a letter may stand out by less than a sixth of its width."""
_BLOCKS = ("BlockBox", "TableRowBox")
_LINE = 5.0
"""In px; what ends this near stands in one line."""
_INNER = ("ul", "ol", "table")
_FEWEST = 3
"""Lines of its text below the title of a chapter."""
_END, _BEGINNING = re.compile(r"[A-Za-z\u00c0-\u024f]+$"), re.compile(r"[a-z\u00c0-\u024f]+")
_ADDRESS = re.compile(r"[^\s\u2e80-\uffff]*[./@_][^\s\u2e80-\uffff]*")
"""May be cut, for it has no other place to break; words may not."""


@dataclass(frozen=True, kw_only=True)
class Half:
    """The text of one half: its lines from top to foot, as (foot, right edge, element, text), and what it is set in."""

    page: int
    top: float
    bottom: float
    right: float
    lines: Sequence[tuple[float, float, Any, str]]
    elements: frozenset[Any]

    @property
    def full(self) -> float:
        """Which part of its height is used."""
        return (max(foot for foot, _, _, _ in self.lines) - self.top) / (self.bottom - self.top) if self.lines else 0.0


def faults(sheets: Sequence[Any]) -> Iterator[str]:
    """Yield what is wrong on the sheets of a book, before they are written."""
    halves = [half for count, sheet in enumerate(sheets, start=1) for half in _halves(count, sheet)]
    for half, following in zip(halves, [*halves[1:], None], strict=True):
        foot = max((line[0] for line in half.lines), default=0.0)
        last = [line for line in half.lines if line[0] > foot - _LINE]
        if last and all(element is not None and _heads(element) for _, _, element, _ in last):
            yield f"page {half.page}: “{last[0][3][:30]}” is alone at the foot"
        if following and not _begins_part(following) and half.full < LEAST:
            yield f"page {half.page}: {half.full:.0%} full"
        yield from (
            f"page {half.page}: “{text[-30:]}” runs over the edge"
            for _, edge, _, text in half.lines
            if edge > half.right + _EDGE
        )
        yield from (f"page {half.page}: the word “{word}” is cut" for word in _cut(half))
        yield from (
            f"page {half.page}: “{title[:30]}” has less than {_FEWEST} lines below it"
            for title in (_torn_openings(half) if following and not _begins_part(following) else ())
        )
        for element in half.elements & (following.elements if following else frozenset()):
            if _stays_whole(element):
                text = "".join(element.itertext()).strip()
                yield f"page {half.page}: “{text[:30]}” goes on on the next one"


def _cut(half: Half) -> Iterator[str]:
    """Yield the words that a line ends within, without a hyphen: their column is too narrow."""
    for (_, _, element, text), (_, _, other, after) in pairwise(half.lines):
        end, beginning = _END.search(text), _BEGINNING.match(after)
        if element is None or element is not other or not end or not beginning:
            continue
        own = " ".join((element.text or "", *(child.tail or "" for child in element)))
        words, whole = f"{end[0]}{beginning[0]}", _ADDRESS.sub(" ", own)
        if words in whole and not re.search(rf"{end[0]}\s+{beginning[0]}", whole):
            yield words


def _torn_openings(half: Half) -> Iterator[str]:
    """Yield the title of a chapter at the foot of a half that has only a few lines of its text below it."""
    titles = [child for element in half.elements if element.tag == "article" for child in element if child.tag == "h2"]
    last = max((place for place, (_, _, each, _) in enumerate(half.lines) if each in titles), default=-1)
    feet = sorted({foot for foot, _, _, _ in half.lines[last + 1 :]})
    lines = len(feet) - sum(after - foot < _LINE for foot, after in pairwise(feet))
    if last >= 0 and lines < _FEWEST:
        yield "".join(half.lines[last][2].itertext())


def _stays_whole(element: Any) -> bool:
    is_head = element.tag == "tr" and all(cell.tag == "th" for cell in element)
    return element.tag in _WHOLE and not is_head and all(element.find(f".//{name}") is None for name in _INNER)


def _halves(page: int, sheet: Any) -> Iterator[Half]:
    around = sheet._page_box  # noqa: SLF001 - as in imposition.py
    for box in around.children:
        if box.element_tag != "html":
            continue
        parts = [getattr(each, "_box", each) for each in box.descendants(placeholders=True)]
        yield Half(
            page=page,
            top=box.position_y,
            bottom=box.position_y + around.height,
            right=box.position_x + box.width,
            lines=[*_lines(parts)],
            elements=frozenset(each.element for each in parts if type(each).__name__ in _BLOCKS),
        )


def _lines(parts: Sequence[Any]) -> Iterator[tuple[float, float, Any, str]]:
    for part in parts:
        if hasattr(part, "pango_layout"):
            edge = part.position_x + part.width - (part.width / len(part.text) if part.text.endswith(" ") else 0)
            yield part.position_y + part.height, edge, part.element, part.text
        elif hasattr(part, "replacement"):
            yield part.position_y + part.height, part.position_x + part.width, None, part.element_tag


def _heads(element: Any) -> bool:
    classes = (element.get("class") or "").split()
    return element.tag in _HEADINGS or "summary" in classes or "admonition-title" in classes


def _begins_part(half: Half) -> bool:
    return any(element.tag == "section" and "h1" in [child.tag for child in element] for element in half.elements) and (
        any(element is not None and element.tag == "h1" for _, _, element, _ in half.lines)
    )
