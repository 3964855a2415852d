"""
What a page leaves out on paper, and how closely it is printed, so that a guide takes two sheets, or one.

On paper stands what to do. What it rests on, questions, worked examples, and lines that only lead to other pages are
printed by a button of their own. All this is settled here and by the style sheet: paper is the same where no script
runs.
"""

import functools
import html as entities
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..text import references

EXTRA = "extra"
"""The class of what is left out unless everything is printed."""
_LEFT_OUT = re.compile(r'<h2\b[^>]*(?:\bclass="(?:[^"]* )?faq\b|\bid="(?:sources|laws|how|worked-examples)")')
_NOT_NEEDED_FIRST = re.compile(r'<h2\b[^>]*\bid="letters"|<details class="more"')
_NAMED_BY = re.compile(r"\s*<(?:h2|details)\b[^>]*>(?:\s*<summary>\s*<h2\b[^>]*>)?")
_OF_LAWS = references.law_page("").removesuffix(".md")
_TWO_SHEETS, _DENSER, _DENSE = 10500, 9500, 7400
"""Room that text takes, in letters of Latin script, from which a page needs more than the next measure gives."""
_ONE_SHEET = {True: (3600, 4850), False: (4700, 5300)}
"""The same of what takes a little more than one sheet, in Chinese or not: printed more closely, it takes one."""
_MOSTLY = 0.3
"""The part of a text's signs from which it is a Chinese one."""
_ONLY_A_LINK = 0.6
"""The part of a line from which its link is all that it says."""
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b((?:\"[^\"]*\"|[^>\"])*)>", re.IGNORECASE)
_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
_ANY_TAG = re.compile(r"<[^>]*>")
_WIDE = re.compile("[\u2e80-\uffef]+")
_LINK = re.compile(r"<a\b([^>]*)>((?:(?!</a>).)*)</a>(?!.*<a\b)", re.DOTALL)
_INSIDE = re.compile(r"<(strong|em|span)\b.*?</\1>", re.DOTALL)
_CLASSES = re.compile(r'\sclass="([^"]*)"')


@dataclass(frozen=True, kw_only=True)
class _Part:
    """An element at the outermost level of a page's text, with the white space after it."""

    name: str
    html: str
    extra: bool

    @property
    def opens_section(self) -> bool:
        return self.name in ("h2", "details")


def marked(html: str, page_name: str) -> str:
    """
    Return the HTML of a page's text with the class `extra` on what is left out on paper.

    What a law says is what its page is for: all of it is printed.
    """
    if page_name.startswith(_OF_LAWS):
        return html
    parts = _left_out(_parts(html), _LEFT_OUT)
    parts = [part if part.extra or not _only_leads_on(part) else _extra(part) for part in parts]
    if _room(_printed(parts)) > _TWO_SHEETS:
        parts = _left_out(parts, _NOT_NEEDED_FIRST)
    return "".join(part.html for part in parts)


def density(html: str) -> str:
    """Return the class of a page with such a marked text: how closely it is printed; empty for most."""
    text = _printed(_parts(html))
    room = _room(text)
    least, most = _ONE_SHEET[_wide(text) > _MOSTLY * len(text)]
    if room > _DENSER:
        return "dense denser"
    return "dense" if room > _DENSE or least < room <= most else ""


def _parts(html: str) -> list[_Part]:
    """Cut HTML into the elements at its outermost level."""
    ends = [*_ends(html)]
    starts = [0, *ends[:-1]]
    if ends:
        ends[-1] = len(html)
    return [_part(html[start:end]) for start, end in zip(starts, ends, strict=True)] if ends else [_part(html)]


def _ends(html: str) -> Iterator[int]:
    """Yield where each element at the outermost level ends."""
    place = 0
    while tag := _TAG.search(html, place):
        place = tag.end()
        name = tag[2].lower()
        if name in _VOID or tag[3].endswith("/"):
            continue
        # Of what is inside only elements of the same name matter: they alone can end it.
        depth = 1
        while depth and (inner := _same(name).search(html, place)):
            place = inner.end()
            depth += -1 if inner[1] else 1
        if depth:
            return
        yield place


@functools.cache
def _same(name: str) -> re.Pattern[str]:
    """Return what finds tags of a name: those that open it, and those that end it."""
    return re.compile(rf"<(/?){name}\b(?:\"[^\"]*\"|[^>\"])*>", re.IGNORECASE)


def _part(html: str) -> _Part:
    tag = _TAG.search(html)
    found = _CLASSES.search(tag[3]) if tag else None
    return _Part(name=tag[2].lower() if tag else "", html=html, extra=bool(found and EXTRA in found[1].split()))


def _left_out(parts: Sequence[_Part], headings: re.Pattern[str]) -> list[_Part]:
    """Return parts, with those left out that begin with such a heading, up to the next heading."""
    found, leaving = [], False
    for part in parts:
        if part.opens_section:
            leaving = bool(headings.search(_heading(part)))
        found.append(_extra(part) if leaving else part)
    return found


def _heading(part: _Part) -> str:
    """Return the tags that begin a section: of its heading, and of what folds it."""
    found = _NAMED_BY.match(part.html)
    return found[0] if found else ""


def _only_leads_on(part: _Part) -> bool:
    """Tell whether a paragraph says nothing but where its last link leads; a number to call says more."""
    if part.name != "p":
        return False
    link = _LINK.search(_INSIDE.sub("", part.html))
    if not link or 'href="tel' in link[1]:
        return False
    return len(_words(link[2])) > _ONLY_A_LINK * len(_words(part.html).strip())


def _extra(part: _Part) -> _Part:
    """Return a part that is left out."""
    if part.extra:
        return part
    tag = _TAG.search(part.html)
    with_class = _CLASSES.search(tag[0]) if tag else None
    if tag and with_class:
        place = tag.start() + with_class.start(1)
        html = f"{part.html[:place]}{EXTRA} {part.html[place:]}"
    else:
        html = re.sub(r"<\w+", rf'\g<0> class="{EXTRA}"', part.html, count=1)
    return _Part(name=part.name, html=html, extra=True)


def _printed(parts: Sequence[_Part]) -> str:
    return _words("".join(part.html for part in parts if not part.extra))


def _room(text: str) -> int:
    """Return the room that a text takes: a Chinese character takes that of three others."""
    return len(text) + 2 * _wide(text)


def _wide(text: str) -> int:
    """Return how many signs of a text are as wide as a Chinese character."""
    return len(text) - len(_WIDE.sub("", text))


def _words(html: str) -> str:
    return entities.unescape(_ANY_TAG.sub("", html))
