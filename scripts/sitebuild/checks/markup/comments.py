"""Comments: each ends in its line, and what is meant as a marker is one."""

import difflib
import re
from collections.abc import Iterator

from ...model.message import Message
from ...text import notation
from .source_lines import Slip, SourceLine

_COMMENT_WORDS = ("sources", "typed", "differs", "search", "table", "figure", *notation.MARKERS)
_COMMENT = re.compile(r"<!--\s*([A-Za-z]+(?:-[A-Za-z]+)*)\s*(?::|：|-->)")
_OPENED = re.compile(r"<\s?[!！]|《[!！]")
"""What was meant to open a comment; another rule names it."""
_IN_CHINESE = re.compile(r"<!--\s*(依据|来源|搜索|搜索词|图|表|不同)\s*(?::|：|-->)")


def find(line: SourceLine) -> Iterator[Slip]:
    """Yield comments that do not end in their line, and misspelt markers."""
    source = line.source
    if "<!--" in line.bare or ("-->" in line.bare and not _OPENED.search(line.bare)):
        place = max(line.bare.find("<!--"), line.bare.find("-->"))
        message = (
            "write <!-- and --> of a comment in one line"
            if "<!--" in line.bare
            else "this --> closes no comment; delete it"
        )
        yield line.slip("markup-unclosed", message, place)
    for found in _IN_CHINESE.finditer(source) if "<!--" in source else ():
        foreign = Message(
            "“{found}” is not a marker: they are English, such as <!-- sources --> or <!-- search: … -->",
            found=found[1],
        )
        yield line.slip("markup-unknown", foreign, found.start(1))
    for found in _COMMENT.finditer(source) if "<!--" in source else ():
        word = found[1].lower()
        if found[1] not in _COMMENT_WORDS:
            near = difflib.get_close_matches(word, _COMMENT_WORDS, 1, 0.75)
            if near and "-" not in word:
                message = Message("“{found}” is not a marker; did you mean {near}?", found=found[1], near=near[0])
                yield line.slip("markup-unknown", message, found.start(1))
        elif "：" in found[0]:
            yield line.slip("markup-full-width", "write : instead of ： in a comment", found.end() - 1)
