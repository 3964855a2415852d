"""Tables: half-width signs, an empty line above, a second line of ---, and as many cells in each row."""

import re
from collections.abc import Iterator, Sequence

from ...model.message import Message
from .source_lines import Slip, SourceLine, blocks

_RULER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$")
_SEPARATOR = re.compile(r"(?<!\\)\|")


def find(lines: Sequence[SourceLine]) -> Iterator[Slip]:
    """Yield what is wrong with tables."""
    for block in blocks(lines):
        if any("|" in line.words or "｜" in line.words for line in block):
            yield from _block(block)


def _block(block: Sequence[SourceLine]) -> Iterator[Slip]:
    for line in block:
        if line.words.startswith("｜") or line.words.count("｜") > 1:
            yield line.slip("markup-full-width", "write | instead of ｜ in a table")
            return
    rows = [place for place, line in enumerate(block) if line.words.startswith("|")]
    ruler = next((place for place, line in enumerate(block) if "|" in line.words and _RULER.match(line.words)), None)
    if not rows and ruler is None:
        return
    first = block[rows[0]] if rows else block[0]
    if ruler is None:
        yield first.slip("table-malformed", "write |---|---| as the second line of a table, and no empty line in it")
    elif ruler == 0:
        yield first.slip("table-malformed", "write the row of titles above |---|---|")
    elif ruler > 1:
        message = Message("leave an empty line before the table, or it is none")
        yield block[ruler - 1].slip("markup-empty-line", message)
    else:
        yield from _cells(block)


def _cells(block: Sequence[SourceLine]) -> Iterator[Slip]:
    wanted = _count(block[0])
    for line in block[1:]:
        if _count(line) != wanted:
            message = Message(
                "this row has {count} cells, the first one {wanted}; write as many", count=_count(line), wanted=wanted
            )
            yield line.slip("table-malformed", message)


def _count(line: SourceLine) -> int:
    words = line.words.removeprefix("|")
    if words.endswith("|") and not words.endswith("\\|"):
        words = words[:-1]
    return len(_SEPARATOR.findall(words)) + 1
