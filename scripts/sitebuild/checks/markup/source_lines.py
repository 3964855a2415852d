"""The lines of a page as the rules of markup look at them: with what stands around each, without code and comments."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model.page import Page
from ...model.rules.markup import MarkupRule
from ...text import front_matter

_COMMENT = re.compile(r"<!--.*?-->")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)")
_QUOTE = re.compile(r"[ ]{0,3}>[ ]?")
LIST = re.compile(r"(?:[-*+]|\d{1,3}\.)[ \t]+(?=\S)")
"""The sign of a list item at the beginning of a line."""
BOX = re.compile(r"!!!(?= )|[!！]{1,2}(?=\s?(?:danger|warning|note|letter)\b)")


_BOX_SIGNS = ("!", "！")


@dataclass(frozen=True)
class Slip:
    """Something to type otherwise, at its place in the file."""

    line: int
    column: int
    rule: MarkupRule
    message: str


@dataclass(frozen=True)
class SourceLine:
    """
    A line outside of code.

    `bare` is the whole line with comments as spaces and inline code as signs that nobody types; `text` is
    that without the marks of quotations, tabs widened, `depth` how many there
    are; `box` the indent at which the text of the boxes around it begins, `indent` the width of the spaces before the
    text, `words` the text without the spaces around it.
    """

    number: int
    source: str
    bare: str
    text: str
    depth: int
    box: int
    indent: int = 0
    words: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in the line that a reader may see; a line with only a comment is empty."""
        return not self.words

    def slip(self, rule: MarkupRule, message: str, column: int | None = None) -> Slip:
        """Return a slip in this line, by default at its first sign; `column` counts from 0."""
        return Slip(
            self.number, (len(self.bare) - len(self.bare.lstrip()) if column is None else column) + 1, rule, message
        )


def read(page: Page) -> list[SourceLine]:
    """Return the lines of a page after its front matter; those of a block of code are empty."""
    _, height = front_matter.split(page.source)
    return list(_lines(page.source.split("\n")[height:], height, page.code))


def _lines(body: Sequence[str], height: int, code: frozenset[int]) -> Iterator[SourceLine]:
    boxes: list[int] = []
    for number, source in enumerate(body, start=height + 1):
        if number in code:
            # What stands in code cannot be a slip; neither does it belong to a paragraph.
            yield SourceLine(number, "", "", "", 0, boxes[-1] if boxes else 0)
            continue
        bare = without_code(_COMMENT.sub(_spaces, source)) if "`" in source or "<!--" in source else source
        text, depth = bare.expandtabs(4), 0
        while quote := _QUOTE.match(text):
            text, depth = text[quote.end() :], depth + 1
        indent = len(text) - len(text.lstrip(" "))
        words = text.strip()
        if words:
            while boxes and indent < boxes[-1]:
                boxes.pop()
        yield SourceLine(number, source, bare, text, depth, boxes[-1] if boxes else 0, indent, words)
        if words[:1] in _BOX_SIGNS and BOX.match(text.lstrip(" ")):
            boxes.append(indent + 4)


def without_code(text: str) -> str:
    """Return a line with inline code as signs that nobody types: like words, they are no space."""
    return _CODE.sub(lambda found: "\0" * len(found[0]), text)


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])


def blocks(lines: Sequence[SourceLine]) -> Iterator[list[SourceLine]]:
    """Yield runs of lines without an empty one between them, in the same quotations and boxes."""
    block: list[SourceLine] = []
    for line in lines:
        if line.is_empty or (block and (line.depth, line.box) != (block[-1].depth, block[-1].box)):
            if block:
                yield block
            block = []
        if not line.is_empty:
            block.append(line)
    if block:
        yield block
