"""Empty lines and indents: what Python-Markdown needs to see a list, a nested list or a second quotation."""

import re
from collections.abc import Iterator, Sequence

from ...model.message import Message
from .source_lines import BOX, LIST, Slip, SourceLine, blocks

_STEP = 4
_STARTS = re.compile(r"#{1,6} |\||!!!|<div|</div|\[[^\]]*\]:")
_ORDERED = re.compile(r"\d")


def find(lines: Sequence[SourceLine]) -> Iterator[Slip]:
    """Yield lists without the empty line above, indents of another width, and quotations that run together."""
    for block in blocks(lines):
        yield from _glued(block)
    yield from _indents(lines)
    yield from _quotations(lines)


def _glued(block: Sequence[SourceLine]) -> Iterator[Slip]:
    """Yield the first list item that is taken for a part of the paragraph above it."""
    before = block[0]
    in_paragraph = not (LIST.match(before.words) or _STARTS.match(before.words) or before.indent > before.box)
    for line in block[1:]:
        is_item = bool(LIST.match(line.words))
        if is_item and in_paragraph and line.indent == before.indent:
            yield line.slip("markup-empty-line", "leave an empty line before the list, or it is no list")
            return
        beside = is_item and bool(LIST.match(before.words)) and line.indent == before.indent
        if beside and bool(_ORDERED.match(line.words)) != bool(_ORDERED.match(before.words)):
            yield line.slip("markup-empty-line", "leave a sentence between two lists, or they become one")
            return
        # After a heading or a tag something new begins.
        if _STARTS.match(before.words):
            in_paragraph = not (is_item or _STARTS.match(line.words))
        before = line


def _indents(lines: Sequence[SourceLine]) -> Iterator[Slip]:
    """Yield lines whose indent is not that of what they belong to: 0, 4, 8 …, and not more than there is room for."""
    room = 0
    above: SourceLine | None = None
    for line in lines:
        if line.is_empty:
            above = None
            continue
        is_item = bool(LIST.match(line.words))
        inside = line.indent - line.box
        begins = above is None or is_item or above.depth != line.depth
        if begins and inside % _STEP and not line.words.startswith("#"):
            yield line.slip("markup-indent", _advice(line, is_item=is_item))
        elif above is None and line.indent >= _STEP and line.indent > room and not is_item:
            yield line.slip("markup-indent", "take out the spaces at the beginning, or this is shown as code")
        if begins or is_item:
            room = line.indent + _STEP if is_item or BOX.match(line.words) else min(room, line.indent)
        above = line


def _advice(line: SourceLine, *, is_item: bool) -> str:
    if is_item:
        return "indent an item by 4 spaces to put it below another one, else not at all"
    return Message(
        "indent this line by {deeper} spaces, if it belongs to the step above, else by {box}",
        deeper=line.box + _STEP,
        box=line.box,
    )


def _quotations(lines: Sequence[SourceLine]) -> Iterator[Slip]:
    """Yield quotations with only empty lines above them that another one stands above: they become one."""
    earlier: SourceLine | None = None
    gap = 0
    for line in lines:
        if line.is_empty and not line.depth:
            gap += 1
            continue
        if line.depth and earlier is not None and earlier.depth and gap and line.box == earlier.box:
            message = Message("two quotations become one here: write > in the empty line, or a sentence between them")
            yield line.slip("markup-empty-line", message)
        earlier, gap = line, 0
