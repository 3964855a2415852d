"""Boxes: their sign, their kind, their title, and the indent of their text."""

import re
from collections.abc import Iterator, Sequence

from ...model.message import Message
from .source_lines import Slip, SourceLine

KINDS = ("danger", "warning", "note", "letter")
_RIGHT = re.compile(rf'!!! (?:{"|".join(KINDS)}|letter(?: (?:after|for)-\d+)+)(?: "[^"]*")?$')
"""A text that belongs into the letter before it says where: after a paragraph, or in the place of some."""
_SIGN = re.compile(r"[!！]{3}\s*(\w*)")
_FOLDED = re.compile(r"[?？]{3}\+?(?:\s|$)")
_FEW = re.compile(rf"[!！]{{1,2}}\s*(?:{'|'.join(KINDS)})\b")
_STEP = 4
_EXAMPLE = 'write !!! warning "…", with straight quotes'


def find(lines: Sequence[SourceLine]) -> Iterator[Slip]:
    """Yield what is wrong with boxes."""
    for place, line in enumerate(lines):
        words = line.words
        if words.startswith(("!!!", "！！！")):
            yield from _opening(line, words)
            yield from _text(line, lines[place + 1 :])
        elif _FEW.match(words):
            yield line.slip("box-malformed", Message("this opens no box; {example}", example=Message(_EXAMPLE)))
        elif _FOLDED.match(words):
            yield line.slip(
                "markup-foreign", Message("folded boxes are not used; {example}", example=Message(_EXAMPLE))
            )


def _opening(line: SourceLine, words: str) -> Iterator[Slip]:
    if _RIGHT.match(words):
        return
    found = _SIGN.match(words)
    if words.startswith("！"):
        yield line.slip(
            "box-malformed", Message("write !!! with half-width signs: {example}", example=Message(_EXAMPLE))
        )
    elif found and found[1] and found[1] not in KINDS:
        yield line.slip(
            "box-malformed",
            Message("“{found}” is no kind of box; the kinds are {kinds}", found=found[1], kinds=[*KINDS]),
        )
    else:
        yield line.slip("box-malformed", Message("this opens no box; {example}", example=Message(_EXAMPLE)))


def _text(line: SourceLine, after: Sequence[SourceLine]) -> Iterator[Slip]:
    """Yield the first line below a box that should be in it and is not; an empty box."""
    wanted = line.indent + _STEP
    following = iter(after)
    first = next((each for each in following if not each.is_empty or not each.source), None)
    advice = Message("indent the text of the box by {wanted} spaces", wanted=wanted)
    while first is not None and not first.source and first.is_empty:
        first = next(following, None)
    if first is None or (first.indent < wanted and first.number > line.number + 1 and not first.indent):
        yield line.slip("box-malformed", Message("this box is empty; {advice}", advice=Message(advice)))
    elif first.indent < wanted:
        yield first.slip("box-malformed", advice)
    else:
        before = first
        for each in following:
            if each.is_empty:
                if each.source:
                    continue
                return
            if before.number + 1 == each.number and 0 < each.indent < wanted and each.indent > line.indent:
                yield each.slip("box-malformed", advice)
                return
            before = each
