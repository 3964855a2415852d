"""Raw HTML: only the elements and attributes that pages need, each closed."""

import re
from collections.abc import Iterator, Sequence

from ...model.message import Message
from .source_lines import Slip, SourceLine

CLASSES = ("calls", "choices", "not-printed", "one-sheet")
"""The classes of <div> that the style sheets know."""
HEADING_CLASSES = ("faq", "more")
_TAG = re.compile(r"<(/?)([A-Za-z][^\s<>/]*)([^<>]*)>")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9:-]*$")
_OPEN_TAG = re.compile(r"<(?:/?[A-Za-z][\w-]*(?:\s[^<>]*)?$|[?])")
_SPAN = re.compile(r'\s+lang="[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*"(?: dir="(?:ltr|rtl)")?\s*$')
_DIV = re.compile(rf'\s+class="(?:{"|".join(CLASSES)})"\s+markdown\s*$')
_ALLOWED = {
    "span": _SPAN,
    "div": _DIV,
    "wbr": re.compile(r"\s*/?$"),
    "br": re.compile(r"\s*/?$"),
    "kbd": re.compile(r"$"),
}
_VOID = ("wbr", "br")
_AUTOLINK = re.compile(r"https?:")
_BRACES = re.compile(r"(?<!\{)\{(?!\{)([^{}]*)\}(?!\})")
_NAMES = re.compile(rf":?\s*(?:#\S+)?(?:\s*\.(?:{'|'.join(HEADING_CLASSES)}))*\s*$")
_HELP = 'pages use <span lang="en">, <div class="…" markdown>, <wbr>, <br> and <kbd> only; write it in Markdown'


def find(lines: Sequence[SourceLine]) -> Iterator[Slip]:
    """Yield elements and attributes that pages do not use, and elements that are not closed."""
    waiting: list[tuple[str, SourceLine]] = []
    for line in lines:
        if "<" in line.bare:
            yield from _tags(line, waiting)
            if found := _OPEN_TAG.search(_TAG.sub(lambda tag: " " * len(tag[0]), line.bare)):
                yield line.slip(
                    "html-forbidden",
                    Message("write a whole tag in one line; {help}", help=Message(_HELP)),
                    found.start(),
                )
        if "{" in line.bare:
            yield from _attributes(line)
    for name, line in waiting:
        yield line.slip(
            "markup-unclosed", Message("the <{name}> of this line is not closed; write </{name}>", name=name)
        )


def _tags(line: SourceLine, waiting: list[tuple[str, SourceLine]]) -> Iterator[Slip]:
    for found in _TAG.finditer(line.bare):
        closing, name, rest = found.groups()
        if _AUTOLINK.match(name):
            continue
        if not _NAME.match(name):
            yield line.slip(
                "html-forbidden", "this reads as the beginning of a tag; write &lt; instead of <", found.start()
            )
            continue
        allowed = _ALLOWED.get(name)
        if closing:
            if waiting and waiting[-1][0] == name:
                waiting.pop()
            elif allowed:
                yield line.slip(
                    "markup-unclosed", Message("</{name}> closes nothing; delete it", name=name), found.start()
                )
            else:
                yield line.slip(
                    "html-forbidden",
                    Message("“{found}” is not used: {help}", found=found[0], help=Message(_HELP)),
                    found.start(),
                )
        elif allowed is None or not allowed.match(rest):
            yield line.slip(
                "html-forbidden",
                Message("“{found}” is not used: {help}", found=found[0][:40], help=Message(_HELP)),
                found.start(),
            )
        elif name not in _VOID:
            waiting.append((name, line))


def _attributes(line: SourceLine) -> Iterator[Slip]:
    """Yield braces that hold anything but a name or a known class; {number} in a reference is no attribute."""
    for found in _BRACES.finditer(line.bare):
        if found[1].strip() != "number" and not _NAMES.match(found[1]):
            message = Message(
                "braces hold the short name of a heading: {#short-name}, perhaps with .faq or .more; write nothing else"
            )
            yield line.slip("html-forbidden", message, found.start())
