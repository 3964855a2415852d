"""Punctuation of a Chinese keyboard between words of another script."""

import re
from collections.abc import Iterator, Sequence

from .source_lines import Slip, SourceLine

_CHINESE = re.compile(r"<(\w+)[^<>]*\blang=\"zh[^<>]*>.*?</\1>")
_SIGNS = re.compile(r"(?<=[A-Za-z0-9])\s?[，。；：？！、（]|）(?=[A-Za-z0-9 ,.])")


def find(lines: Sequence[SourceLine]) -> Iterator[Slip]:
    """Yield lines of a page that is not in Chinese with such signs; words marked as Chinese keep theirs."""
    for line in lines:
        if line.words and (found := _SIGNS.search(_CHINESE.sub(_blank, line.bare))):
            yield line.slip("markup-full-width", "write half-width signs between words of this script", found.start())


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
