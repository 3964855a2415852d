"""Cuts a section and its translation into blocks, and pairs the blocks that should say the same."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from ...model.page import Page, Section
from ...model.rules.all_rules import RuleName
from ...text import references, running_text

BlockKind = Literal["admonition", "step", "item", "row", "quotation", "heading", "paragraph"]
_STARTS: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (
    ("admonition", re.compile(r"\s*(?:!!!|\?\?\?\+?) +([\w-]+)")),
    ("heading", re.compile(r"\s*#{1,6} ")),
    ("step", re.compile(r"\s*\d+[.)] ")),
    ("item", re.compile(r"\s*[-*+] ")),
    ("row", re.compile(r"\s*\|")),
    ("quotation", re.compile(r"\s*>")),
)
_RULER = re.compile(r"[\s|:-]+$")
_NOT_TRANSLATED = (
    re.compile(rf"\[\]\((?:{'|'.join(references.SCHEMES)}):[^)]*\)"),
    re.compile(r"(?<!!)\[[^\[\]]*\]\((?:[^():\s]*\.md)?(?:#[^()\s]*)?\)"),
)
"""Parts of a line, besides markup, that are not translated: references, and links whose text is a page's title."""
_LEADS = re.compile(r"\]\(([^()\s]+)\)")
_LETTER = re.compile(r"\w")
_MARKS = re.compile(r"[<`{(]")
_EXEMPTION = re.compile(r"<!--\s*differs:\s*(\S+?)(?::\s+(.*?)|:)?\s*-->")


@dataclass(frozen=True)
class Line:
    """A line; `prose` is its text with markup, references and words of other languages replaced by spaces."""

    number: int
    text: str
    prose: str

    @property
    def has_prose(self) -> bool:
        """Whether `prose` contains a word; not so for a line that is, for example, a quotation in another language."""
        return bool(_LETTER.search(self.prose))


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, list item, numbered step, row of a table, quotation or admonition."""

    kind: BlockKind
    lines: tuple[Line, ...]
    label: str = ""
    """The kind of an admonition, such as danger or warning; empty for other blocks."""

    @cached_property
    def leads(self) -> frozenset[str]:
        """Where its references and links lead."""
        return frozenset(target.partition("@")[0] for line in self.lines for target in _LEADS.findall(line.text))

    @property
    def prose(self) -> str:
        """The prose of the lines, joined by line breaks."""
        return "\n".join(line.prose for line in self.lines)


@dataclass(frozen=True, kw_only=True)
class Exemption:
    """A comment that gives the reason for a difference: `<!-- differs: 30-days: reason -->`."""

    line: int
    column: int
    subject: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Difference:
    """
    A difference between a section and its translation.

    `message` describes it, without advice; `subject` is its name in an
    exemption, such as `30-days`. `other` is the subject of another difference
    that is the same fault seen from the other side, if there is one.
    `allows`: one line tells readers to do what the same line of the source
    forbids, which is an error however old the translation is.
    """

    line: int
    column: int = 1
    rule: RuleName
    subject: str
    message: str
    severity: Literal["error", "note"] = "error"
    other: str = ""
    allows: bool = False


@dataclass(frozen=True)
class SectionText:
    """A section of a page, with its lines grouped into blocks."""

    page: Page
    section: Section

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the section, in order."""
        return tuple(_blocks(tuple(_lines(self.page, self.section))))

    def blocks_of(self, *kinds: BlockKind) -> list[Block]:
        """Return the blocks of some kinds, in order."""
        return [block for block in self.blocks if block.kind in kinds]

    @cached_property
    def lines(self) -> list[Line]:
        """The lines of all blocks."""
        return [line for block in self.blocks for line in block.lines]

    @property
    def prose(self) -> str:
        """The prose of the blocks, joined by line breaks."""
        return "\n".join(block.prose for block in self.blocks)

    @cached_property
    def range(self) -> range:
        """The numbers of the section's lines in the file."""
        return range(self.section.line, self.section.line + self.section.text.count("\n") + 1)

    @cached_property
    def exemptions(self) -> tuple[Exemption, ...]:
        """The exemptions in the section."""
        if "differs:" not in self.section.text:
            return ()
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
        Pairs of (source blocks, translated blocks) that should say the same.

        Blocks are paired by kind and order: the first step with the first
        step. If the numbers of a kind differ, blocks are paired that alone
        lead to the same places, and all others of the kind are one pair.
        """
        return tuple(_opposite(self))


def _opposite(pair: Pair) -> Iterator[tuple[tuple[Block, ...], tuple[Block, ...]]]:
    kinds = dict.fromkeys(block.kind for block in (*pair.original.blocks, *pair.translation.blocks))
    for kind in kinds:
        theirs, ours = pair.original.blocks_of(kind), pair.translation.blocks_of(kind)
        if len(theirs) == len(ours):
            yield from (((one,), (other,)) for one, other in zip(theirs, ours, strict=True))
        else:
            yield from _leading_to_the_same(theirs, ours)


def _leading_to_the_same(
    theirs: Sequence[Block], ours: Sequence[Block]
) -> Iterator[tuple[tuple[Block, ...], tuple[Block, ...]]]:
    """Yield the pairs of blocks that have the same references and links, which no other block has, then the rest."""
    known, mine = (
        {leads: [block for block in side if block.leads == leads] for leads in dict.fromkeys(b.leads for b in side)}
        for side in (theirs, ours)
    )
    single = [leads for leads, found in known.items() if leads and len(found) == len(mine.get(leads, ())) == 1]
    yield from ((tuple(known[leads]), tuple(mine[leads])) for leads in single)
    left, right = (tuple(block for block in side if block.leads not in single) for side in (theirs, ours))
    if left or right:
        yield left, right


def _lines(page: Page, section: Section) -> Iterator[Line]:
    for number, text in enumerate(section.text.split("\n"), start=section.line):
        if number not in page.code:
            yield Line(number, text, _prose(text, page.language))


def _prose(text: str, language: str) -> str:
    """Return the prose of a line, see Line; every word keeps its column."""
    return running_text.blanked(text, _foreign(language), *_NOT_TRANSLATED) if _MARKS.search(text) else text


@cache
def _foreign(language: str) -> re.Pattern[str]:
    """Return a pattern for elements with a lang attribute of another language."""
    return re.compile(rf'<(\w+)[^<>]*\blang="(?!{language}")[^"]*"[^<>]*>.*?</\1>')


def _blocks(lines: tuple[Line, ...]) -> Iterator[Block]:
    kind: BlockKind | None = None
    label, kept = "", list[Line]()
    for line in lines:
        if not line.text.strip():
            if kind != "admonition":
                yield from _block(kind, kept, label)
                kind, kept = None, []
            continue
        inside = line.text.startswith(("    ", "\t")) and kind in ("admonition", "step", "item")
        started, name = _start("" if inside else line.text)
        if inside or started == kind in ("paragraph", "quotation"):
            kept.append(line)
            continue
        yield from _block(kind, kept, label)
        kind, label, kept = started, name, [line]
    yield from _block(kind, kept, label)


def _start(text: str) -> tuple[BlockKind, str]:
    """Return what kind of block a line begins, and its label."""
    for kind, start in _STARTS:
        if found := start.match(text):
            return kind, found[1] if kind == "admonition" else ""
    return "paragraph", ""


def _block(kind: BlockKind | None, lines: list[Line], label: str) -> Iterator[Block]:
    if kind and lines and not (kind == "row" and _RULER.match(lines[0].text)):
        yield Block(kind, tuple(lines), label)
