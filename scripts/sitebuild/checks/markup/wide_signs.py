"""On pages in another script: punctuation of a Chinese keyboard, and Chinese that nobody has translated or marked."""

import re
from collections.abc import Iterator, Sequence

from ...model.message import Message
from .source_lines import Slip, SourceLine

_CHINESE = re.compile(r"<(\w+)[^<>]*\blang=\"zh[^<>]*>.*?</\1>")
_SIGNS = re.compile(r"(?<=[A-Za-z0-9])\s?[，。；：？！、（]|）(?=[A-Za-z0-9 ,.])")


_UNMARKED = re.compile("[\u4e00-\u9fff]{2,}")
_OPENED = re.compile(r"<(?:div|blockquote|p|span)\b[^<>]*\blang=\"zh")
_CLOSED = re.compile(r"</(?:div|blockquote|p|span)>")
_REFERENCE = re.compile(r"\]\([^()]*\)")


def find(lines: Sequence[SourceLine]) -> Iterator[Slip]:
    """Yield lines of a page that is not in Chinese with such signs; words marked as Chinese keep theirs."""
    marked = False
    for line in lines:
        if not line.words:
            continue
        bare = _CHINESE.sub(_blank, line.bare)
        if found := _SIGNS.search(bare):
            yield line.slip("markup-full-width", "write half-width signs between words of this script", found.start())
        opened, closed = _OPENED.search(bare), _CLOSED.search(bare)
        if not marked and not opened and (han := _UNMARKED.search(_REFERENCE.sub(_blank, bare))):
            message = Message(
                'translate these words, or mark them as Chinese: <span lang="zh">{words}</span>', words=han[0]
            )
            yield line.slip("words-untranslated", message, han.start())
        marked = bool(opened) or (marked and not closed)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
