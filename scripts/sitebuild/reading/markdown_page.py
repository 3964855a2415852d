"""
Parses the text of one Markdown file into a Page, with the line and column of everything in it.

It reads the source lines, because problems are reported by line. Rendering, for
the plain text of questions, is left to Python-Markdown (text/markdown_text.py).
"""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..model.message import Message
from ..model.page import (
    FAQ_CLASS,
    SECTION,
    SHORTEST_ANSWER,
    FrontMatter,
    Heading,
    Link,
    Marker,
    Page,
    Question,
    Reference,
    SearchWords,
    Section,
)
from ..model.problem import Problem
from ..text import fences, front_matter, markdown_text, references, search_words
from ..text.fences import Fence
from . import page_body

LONGEST_LINE = 5_000
"""The greatest length of a line, in characters; a longer one is a mistake, such as a pasted file."""

_HEADING = re.compile(r"([ \t>]*)(#{1,6})[ \t]+(.*)$")
_LIST_HEADING = re.compile(r"([ \t>]*(?:[-*+]|\d+[.)])[ \t]+)(#{1,6})[ \t]+(.*)$")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*([^{}]*?)[ \t]*\}[ \t]*$")
_UNDERLINE = re.compile(r"(?:=+|-{2,})[ \t]*$")
_LINK = re.compile(r"\]\(\s*<?([^\s()<>]*(?:\([^\s()<>]*\))?[^\s()<>]*)>?(?:\s+[\"'][^\"'\n]*[\"'])?\s*\)")
_CODE = re.compile(r"(`+)(?!`)(.*?)(?<!`)\1(?!`)")
_MARKER = re.compile(r"<!--\s*([a-z]+(?:-[a-z]+)+|(?!sources|typed|differs|search:)[a-z-]+:\s*[a-z-]+|sources)\s*-->")
_SOURCES = re.compile(r"<!--\s*sources:\s*((?:[a-z0-9-]+(?:/[0-9,-]+)?\s*)+)-->")
"""The marker `sources` with laws to list besides those cited: `<!-- sources: pipl/13,47 civil-code/1033 -->`."""


@dataclass(frozen=True)
class _Line:
    number: int
    text: str
    in_code: bool


def depends_on(text: str, registers: bytes) -> bytes:
    """Return what a page with this text depends on besides it: the hash of all registers if it has questions."""
    # Only the openings of answers show values of the registers.
    return registers if f".{FAQ_CLASS}" in text else b"-"


def read(
    path: str, language: str, name: str, text: str, expand: Callable[[str], str] = str
) -> tuple[Page, list[Problem]]:
    """
    Return the page made of the text of a file, and the faults found while parsing.

    `path` is relative to the repository, `name` to the language folder;
    `language` is a code. `expand` replaces references to the registers in
    Markdown, so that questions and answers contain the text that readers see.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        message = Message("the file is empty: write the page, or delete the file and its line in mkdocs.yml")
        return Page(path=path, language=language, name=name), [Problem(path=path, rule="file-empty", message=message)]
    long = _long_line(path, text)
    if long:
        return Page(path=path, language=language, name=name, source=text), [long]
    matter, problems = front_matter.parse(path, text)
    if not problems and (fault := page_body.fault(path, text)):
        return Page(path=path, language=language, name=name, source=text, front_matter=matter), [fault]
    lines, fence_problems = _body_lines(path, text)
    headings = tuple(_headings(lines))
    page = Page(
        path=path,
        language=language,
        name=name,
        source=text,
        front_matter=matter,
        headings=headings,
        sections=tuple(_sections(headings, lines)),
        code=frozenset(line.number for line in lines if line.in_code),
        links=tuple(_links(lines)),
        markers=tuple(_markers(lines)),
        references=tuple(_references(lines)),
        questions=tuple(_questions(headings, lines, expand)),
        search_words=(*_search_words_of_page(matter), *_search_words(headings, lines)),
    )
    return page, [*problems, *fence_problems, *_underlined(path, lines)]


def _long_line(path: str, text: str) -> Problem | None:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            message = Message(
                "this line has {count} characters; break it after a sentence (at most {longest_line})",
                count=len(line),
                longest_line=LONGEST_LINE,
            )
            return Problem(path=path, line=number, column=LONGEST_LINE + 1, rule="line-too-long", message=message)
    return None


def _body_lines(path: str, text: str) -> tuple[list[_Line], list[Problem]]:
    """Return the lines after the front matter, and a problem for each block of code that is not closed."""
    _, height = front_matter.split(text)
    body = text.split("\n")[height:]
    blocks = fences.find(body)
    code = {number for block in blocks for number in range(block.first, block.last + 1)}
    lines = [_Line(number + height, line, in_code=number in code) for number, line in enumerate(body, start=1)]
    return lines, [problem for block in blocks for problem in _fence_faults(path, block, height, body)]


def _fence_faults(path: str, block: Fence, height: int, body: Sequence[str]) -> Iterator[Problem]:
    """Yield what keeps a block of code from being one: no end, or an end that pymdownx.superfences does not see."""
    first, last = body[block.first - 1], body[block.last - 1]
    column = first.index(block.mark) + 1
    if not block.closed:
        message = Message("this code block is never closed: add a line {mark} where it ends", mark=block.mark)
        yield Problem(path=path, line=block.first + height, column=column, rule="fence-unclosed", message=message)
    elif last.index(block.mark[0]) + 1 != column:
        message = Message(
            "put {mark} under the {mark} of line {first}, or the code block does not end",
            mark=block.mark,
            first=block.first + height,
        )
        yield Problem(path=path, line=block.last + height, column=1, rule="fence-unclosed", message=message)


def _headings(lines: Sequence[_Line]) -> Iterator[Heading]:
    for line in lines:
        found = None if line.in_code else (_HEADING.match(line.text) or _LIST_HEADING.match(line.text))
        if not found:
            continue
        indent, marks, rest = found[1], found[2], found[3].rstrip("# \t") if found[3].endswith("#") else found[3]
        attributes = _ATTRIBUTES.search(rest)
        words = attributes[1].split() if attributes else []
        yield Heading(
            line=line.number,
            column=len(indent) + 1,
            level=len(marks),
            text=(rest[: attributes.start()] if attributes else rest).strip(),
            anchor=next((word[1:] for word in words if word.startswith("#")), None),
            classes=tuple(word[1:] for word in words if word.startswith(".")),
            nested=bool(indent),
        )


def _sections(headings: Sequence[Heading], lines: Sequence[_Line]) -> Iterator[Section]:
    """Yield the body as sections: a new one begins at every heading with an id that is not nested."""
    first = lines[0].number if lines else 1
    starts = [(first, ""), *((each.line, each.anchor) for each in headings if each.anchor and not each.nested)]
    ends = [line for line, _ in starts[1:]] + [first + len(lines)]
    for (start, anchor), end in zip(starts, ends, strict=True):
        text = "\n".join(line.text for line in lines[start - first : end - first])
        yield Section(anchor=anchor, line=start, text=text)


def _underlined(path: str, lines: Sequence[_Line]) -> Iterator[Problem]:
    """Report headings written with a line of === or --- under them: they cannot carry an id."""
    for before, line in itertools.pairwise(lines):
        if before.in_code or line.in_code or not _UNDERLINE.match(line.text):
            continue
        if before.text.strip() and not before.text.startswith(("#", "|", ">", "-", "<")):
            message = Message(
                "a heading is written on one line: “## …”; if you want a rule, leave an empty line before it"
            )
            yield Problem(path=path, line=before.number, rule="heading-underlined", message=message)


def _links(lines: Sequence[_Line]) -> Iterator[Link]:
    for line in lines:
        if line.in_code or "](" not in line.text:
            continue
        for found in _LINK.finditer(_without_code(line.text)):
            if not found[1].startswith(tuple(f"{scheme}:" for scheme in references.SCHEMES)):
                yield Link(line=line.number, column=found.start(1) + 1, target=found[1])


def _references(lines: Sequence[_Line]) -> Iterator[Reference]:
    for line in lines:
        if not line.in_code and "](" in line.text:
            yield from references.find(_without_code(line.text), line.number)
        for found in _SOURCES.finditer(line.text):
            for named in re.finditer(r"\S+", found[1]):
                column = found.start(1) + named.start() + 1
                yield Reference(line=line.number, column=column, scheme="law", target=named[0])


def _without_code(text: str) -> str:
    """Return a line with inline code replaced by spaces, so that the rest keeps its column."""
    return _CODE.sub(lambda code: " " * len(code[0]), text)


def _markers(lines: Sequence[_Line]) -> Iterator[Marker]:
    for line in lines:
        if line.in_code or "<!--" not in line.text:
            continue
        for found in _MARKER.finditer(line.text):
            yield Marker(line=line.number, column=found.start() + 1, name=" ".join(found[1].split()))
        for found in _SOURCES.finditer(line.text):
            yield Marker(line=line.number, column=found.start() + 1, name="sources")


def _questions(headings: Sequence[Heading], lines: Sequence[_Line], expand: Callable[[str], str]) -> Iterator[Question]:
    for index, heading in enumerate(headings):
        if FAQ_CLASS not in heading.classes:
            continue
        later = (other for other in headings[index + 1 :] if not other.nested)
        end = next((other.line for other in later if other.level <= max(heading.level, SECTION)), None)
        answer = expand(
            "\n".join(line.text for line in lines if line.number > heading.line and (end is None or line.number < end))
        )
        opening, length = markdown_text.opening_and_length(search_words.without(answer), SHORTEST_ANSWER)
        yield Question(
            heading=heading,
            wording=markdown_text.phrase(expand(heading.text)),
            opening=markdown_text.first_sentence(opening),
            length=length,
        )


def _search_words_of_page(matter: FrontMatter) -> Iterator[SearchWords]:
    written = matter.values.get(search_words.KEY)
    if search_words.KEY in matter.values:
        listed = written if isinstance(written, list) and written else [written or ""]
        words = tuple(word for each in listed for word in search_words.split("" if each is None else str(each)))
        yield SearchWords(line=matter.line(search_words.KEY), column=1, anchor="", words=words)


def _search_words(headings: Sequence[Heading], lines: Sequence[_Line]) -> Iterator[SearchWords]:
    """Yield the words of sections: those of the heading that is the last thing written before their comment."""
    anchors = {heading.line: heading.anchor for heading in headings}
    above: str | None = None
    for line in lines:
        found = None if line.in_code else search_words.in_line(line.text)
        if found:
            anchor = above if search_words.is_alone(line.text) else None
            yield SearchWords(line=line.number, column=found[0], anchor=anchor, words=found[1])
        if line.text.strip():
            above = anchors.get(line.number)
