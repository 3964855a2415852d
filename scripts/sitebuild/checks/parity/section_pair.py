"""A section and its translation, cut into blocks that stand opposite each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from ...model.page import Page, Section
from ...model.rules.all_rules import RuleName
from ...text import references, running_text

Kind = Literal["admonition", "step", "item", "row", "quotation", "heading", "paragraph"]
_STARTS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("admonition", re.compile(r"\s*(?:!!!|\?\?\?\+?) +([\w-]+)")),
    ("heading", re.compile(r"\s*#{1,6} ")),
    ("step", re.compile(r"\s*\d+[.)] ")),
    ("item", re.compile(r"\s*[-*+] ")),
    ("row", re.compile(r"\s*\|")),
    ("quotation", re.compile(r"\s*>")),
)
_RULER = re.compile(r"[\s|:-]+$")
_UNREAD = (
    re.compile(rf"\[\]\((?:{'|'.join(references.SCHEMES)}):[^)]*\)"),
    re.compile(r"(?<!!)\[[^\[\]]*\]\((?:[^():\s]*\.md)?(?:#[^()\s]*)?\)"),
)
"""What an author does not translate besides what is no running text: references, the titles of other pages."""
_MARKS = re.compile(r"[<`{(]")
_EXEMPTION = re.compile(r"<!--\s*differs:\s*(\S+?)(?::\s+(.*?)|:)?\s*-->")


@dataclass(frozen=True)
class Line:
    """A line of a page, and its text with everything blanked out that is not running text of the page's language."""

    number: int
    text: str
    prose: str

    @property
    def has_prose(self) -> bool:
        """Whether anything is left to read: not where the line is a quotation in another language."""
        return bool(re.search(r"\w", self.prose))


@dataclass(frozen=True)
class Block:
    """A step, a box, a row, a paragraph: what an author thinks of as one piece."""

    kind: Kind
    lines: tuple[Line, ...]
    label: str = ""
    """The kind of an admonition: danger, warning."""

    @property
    def prose(self) -> str:
        """The running text of the block, its lines kept."""
        return "\n".join(line.prose for line in self.lines)


@dataclass(frozen=True, kw_only=True)
class Exemption:
    """A comment by which a translator says why something differs: `<!-- differs: 30-days: reason -->`."""

    line: int
    column: int
    subject: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Difference:
    """
    Something that a translation does not keep.

    `message` says what, without what to do about it; `subject` is what an
    exemption calls it.
    """

    line: int
    column: int = 1
    rule: RuleName
    subject: str
    message: str
    severity: Literal["error", "note"] = "error"


@dataclass(frozen=True)
class SectionText:
    """A section in one language."""

    page: Page
    section: Section

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the section, in order."""
        return tuple(_blocks(tuple(_lines(self.page, self.section))))

    def blocks_of(self, *kinds: Kind) -> list[Block]:
        """Return the blocks of some kinds, in order."""
        return [block for block in self.blocks if block.kind in kinds]

    @property
    def lines(self) -> list[Line]:
        """The lines of all blocks."""
        return [line for block in self.blocks for line in block.lines]

    @property
    def prose(self) -> str:
        """The running text of the section."""
        return "\n".join(block.prose for block in self.blocks)

    @cached_property
    def range(self) -> range:
        """The numbers of the section's lines."""
        return range(self.section.line, self.section.line + self.section.text.count("\n") + 1)

    @cached_property
    def exemptions(self) -> tuple[Exemption, ...]:
        """The exemptions that the section states."""
        return tuple(
            Exemption(line=line.number, column=found.start() + 1, subject=found[1], reason=found[2] or "")
            for line in _lines(self.page, self.section)
            for found in _EXEMPTION.finditer(line.text)
        )


@dataclass(frozen=True)
class Pair:
    """A section of the source page, and the same section of a translation."""

    original: SectionText
    translation: SectionText

    @cached_property
    def opposite(self) -> tuple[tuple[tuple[Block, ...], tuple[Block, ...]], ...]:
        """
        Blocks that say the same: the first step and the first step, the first box and the first box.

        Where one language has more of a kind, all of that kind are one piece.
        """
        return tuple(_opposite(self))


def _opposite(pair: Pair) -> Iterator[tuple[tuple[Block, ...], tuple[Block, ...]]]:
    kinds = dict.fromkeys(block.kind for block in (*pair.original.blocks, *pair.translation.blocks))
    for kind in kinds:
        theirs, ours = pair.original.blocks_of(kind), pair.translation.blocks_of(kind)
        if len(theirs) == len(ours):
            yield from (((one,), (other,)) for one, other in zip(theirs, ours, strict=True))
        else:
            yield tuple(theirs), tuple(ours)


def _lines(page: Page, section: Section) -> Iterator[Line]:
    for number, text in enumerate(section.text.split("\n"), start=section.line):
        if number not in page.code:
            yield Line(number, text, _read(text, page.language))


def _read(text: str, language: str) -> str:
    """Return a line as a reader of that language reads it, every sign at its column."""
    return running_text.blanked(text, _foreign(language), *_UNREAD) if _MARKS.search(text) else text


@cache
def _foreign(language: str) -> re.Pattern[str]:
    """Return what finds words marked as another language's."""
    return re.compile(rf'<(\w+)[^<>]*\blang="(?!{language}")[^"]*"[^<>]*>.*?</\1>')


def _blocks(lines: tuple[Line, ...]) -> Iterator[Block]:
    kind: Kind | None = None
    label, kept = "", list[Line]()
    for line in lines:
        if not line.text.strip():
            if kind != "admonition":
                yield from _block(kind, kept, label)
                kind, kept = None, []
            continue
        inside = line.text.startswith("    ") and kind in ("admonition", "step", "item")
        started, name = _start("" if inside else line.text)
        if inside or started == kind in ("paragraph", "quotation"):
            kept.append(line)
            continue
        yield from _block(kind, kept, label)
        kind, label, kept = started, name, [line]
    yield from _block(kind, kept, label)


def _start(text: str) -> tuple[Kind, str]:
    """Return what kind of block a line begins, and its label."""
    for kind, start in _STARTS:
        if found := start.match(text):
            return kind, found[1] if kind == "admonition" else ""
    return "paragraph", ""


def _block(kind: Kind | None, lines: list[Line], label: str) -> Iterator[Block]:
    if kind and lines and not (kind == "row" and _RULER.match(lines[0].text)):
        yield Block(kind, tuple(lines), label)
