"""Signs at the beginning of a line: those of headings, lists, quotations, rules and merges."""

import re
from collections.abc import Iterator, Sequence

from ...model.message import Message
from ...model.rules.markup import MarkupRule
from .source_lines import Slip, SourceLine

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff“《（「【"
_MERGE = re.compile(r"(?:<{7}|\|{7}|>{7})(?: |$)|={7}$")
_ATTRIBUTES_GLUED = re.compile(r"#{1,6}[ \t]+.*[^\s{]\{[#:.]")
_SIGNS: tuple[tuple[re.Pattern[str], MarkupRule, str], ...] = (
    (re.compile(r"[#＃]*＃"), "markup-full-width", "write ## and a space instead of ＃"),
    (re.compile(r"#{1,6}[^\s#]"), "markup-spacing", "write a space after #, or this is no heading"),
    (re.compile(r"#{7,}"), "markup-spacing", "a heading has two to six #, and a space after them"),
    (
        re.compile(rf"[-+][{_HAN}A-Za-z\[（*]|\*[{_HAN}\[][^*]*$"),
        "markup-spacing",
        "write a space after the sign of the list: “- ”",
    ),
    (re.compile(r"\d{1,3}\.[^\s\d.]"), "markup-spacing", "write a space after the number of the step: “1. ”"),
    (
        re.compile(r"[０-９]{1,3}[.．、）)]|\d{1,3}[．]"),
        "markup-full-width",
        "write the number of a step as “1. ”, with half-width signs",
    ),
    (
        re.compile(r"(?!＊＊)[－＊＋•·●○■◆▪►☐☑✅]\s*\S"),
        "markup-full-width",
        "write “- ” at the beginning of a list item",
    ),
    (re.compile(r"[–—－] +\S|－－－|———+$"), "markup-full-width", "write the half-width sign: “- ” for a list item"),
    (re.compile(r"＞"), "markup-full-width", "write > instead of ＞"),
    (re.compile(r"》"), "markup-full-width", "write > instead of 》"),
    (re.compile(r"[｀·]{3}"), "markup-full-width", "write ``` with half-width signs"),
    (re.compile(r"\+\+\+$|%{3,}|:{3,}"), "markup-foreign", "this sign means nothing here; take the line out"),
    (
        re.compile(r"(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$|(?:-[ \t]*){3,}$"),
        "markup-foreign",
        "lines across the page are not used; write a heading “## … {#name}”",
    ),
)
_CODE = 4
"""The indent from which a line is code."""
_NUMBERED = re.compile(
    r"(?:\d{1,2}[)）、]|[(（](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳])[ ]*\S"
)
"""The number of an item in another way than Markdown's; two such lines one below the other become one paragraph."""
_WIDE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,3}\.)[ \t]*|#{1,6}[ \t]*)?([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])")
"""A space that is none to Markdown, before the text of a line."""


def find(lines: Sequence[SourceLine]) -> Iterator[Slip]:
    """Yield what is wrong with the signs that lines begin with."""
    yield from _merges(lines)
    before: SourceLine | None = None
    said = False
    for line in lines:
        words = line.words
        if wide := _WIDE.match(line.bare):
            message = Message(
                "write ordinary spaces, or none, at the beginning of a line; this one looks like one but is none"
            )
            yield line.slip("markup-full-width", message, wide.start(1))
        if words and not _MERGE.match(words):
            yield from _sign(line, words)
            # With semicolons they are one sentence, as in a letter, and read well as a paragraph.
            listed = before is not None and _NUMBERED.match(before.words) and not before.words.endswith(("；", ";"))
            listed = listed and bool(_NUMBERED.match(words))
            if listed and before and not said:
                yield before.slip(
                    "markup-full-width", "write the numbers of steps as “1. ”, with a full stop and a space"
                )
            said = bool(listed)
        before = None if line.is_empty else line


def _sign(line: SourceLine, words: str) -> Iterator[Slip]:
    first = words[0]
    if not first.isalnum() or first.isdigit():
        for pattern, rule, message in _SIGNS:
            if pattern.match(words):
                yield line.slip(rule, message)
                return
    if first == "#":
        if 0 < line.indent - line.box < _CODE:
            yield line.slip("markup-indent", "take out the spaces before #, or this is no heading")
        if glued := _ATTRIBUTES_GLUED.match(words):
            column = line.bare.find(words) + glued.end() - 2
            yield line.slip("markup-spacing", "write a space before {#, or readers see it", column)


def _merges(lines: Sequence[SourceLine]) -> Iterator[Slip]:
    """Yield one slip for all that a merge has left."""
    # The signs of a merge are at the left margin, where > is no quotation.
    left = [line for line in lines if _MERGE.match(line.source)]
    if left and any(line.source.startswith(("<", ">")) for line in left):
        numbers = f"lines {left[0].number} to {left[-1].number}" if len(left) > 1 else f"line {left[0].number}"
        message = Message(
            "a merge is not finished ({numbers}): keep one of the texts, and delete the lines of <, = and >",
            numbers=numbers,
        )
        yield Slip(left[0].number, 1, "merge-unresolved", message)
