"""Puts chapters into a book: cover, how to use it, contents, parts, and the lists at its back."""

import hashlib
import html
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from . import imposition
from .article import Volume, chapter
from .built_pages import PrintPage

_LETTERS_A_PAGE = 4000
"""Of HTML; a page holds more than that, so a book has fewer pages."""
MARK = "MARK-OF-THE-TEXT"
"""Stands where the finished book says the hash of its text."""
_MARKED = re.compile(r'<meta name="mark" content="(\w+)">')
_TAG = re.compile(r"<[^>]*>")
_FOLDED = re.compile(
    r'<div class="[^"]*\bmore\b[^"]*">\s*<div class="summary">(<h3\b.*?</h3>)</div>((?:(?!<div).)*?)</div>', re.DOTALL
)
"""An article that the page of a law folds: its number, and its gist."""
_SECTION = re.compile(r'(?=<h3\b[^>]*\bid=")')


@dataclass(frozen=True, kw_only=True)
class VolumePart:
    """A part of the book: its name, and its pages in reading order. `kind` is text, laws, questions or index."""

    name: str
    slug: str
    pages: tuple[PrintPage, ...]
    kind: str = "text"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """
    What a book is made of.

    `title` is what its cover says below the name of the handbook, `words` are those of interface.yml of its language,
    `date` the day of its text as people read it, `address` where the site is, as people type it, or empty;
    `code_to_scan` is the same as a QR code.
    """

    code: str
    direction: str
    name: str
    title: str
    words: Mapping[str, str]
    date: str
    address: str
    parts: tuple[VolumePart, ...]
    book: Volume
    emergency: str = ""
    code_to_scan: str = ""
    classes: tuple[str, ...] = ()


class Written(NamedTuple):
    """
    A book as HTML documents without their styles: what comes before the parts first, then each part.

    They are set one after the other, which takes less memory than all at once; the same text gives the same bytes.
    `fronts` are what comes before a part that is a file of its own, by its slug.
    """

    documents: tuple[str, ...]
    fronts: Mapping[str, str]


def written(plan: Plan, alone: Collection[str] = ()) -> Written:
    """Return the book of a plan; the parts with the slugs `alone` are files of their own too."""
    front = "\n".join([_cover(plan), _use(plan), _contents(plan)])
    bodies = [front, *(_part(part, plan) for part in plan.parts)]
    whole = "\n".join(bodies)
    title, mark, pages = plan.title or plan.name, mark_of(whole), len(whole) // _LETTERS_A_PAGE
    first, *others = bodies
    later = replace(plan, classes=(*plan.classes, "follows"))
    documents = (
        document(plan, title, first, mark, pages=pages),
        *(document(later, title, body, mark, pages=pages) for body in others),
    )
    parts = (part for part in plan.parts if part.slug in alone)
    return Written(documents, {part.slug: _front(plan, part, mark, pages) for part in parts})


def _front(plan: Plan, part: VolumePart, mark: str, pages: int) -> str:
    own = replace(plan, title=part.name, parts=(part,), classes=(*plan.classes, "excerpt"))
    return document(own, part.name, "\n".join([_cover(own), _use(own), _contents(own)]), mark, pages=pages)


def mark_of(text: str) -> str:
    """Return what tells this text from any other one: the beginning of its hash."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def marks(documents: Iterable[str]) -> tuple[str, ...]:
    """Return the marks of finished documents."""
    return (*dict.fromkeys(mark for html in documents for mark in _MARKED.findall(html)),)


def document(plan: Plan, title: str, body: str, mark: str, *, pages: int = 0) -> str:
    """
    Return a whole document around a body; `mark` stands in its foot and wherever the body has MARK.

    `pages` are those of the whole book, about.
    """
    words = plan.words
    name = f"{plan.name} · {plan.title}" if plan.title else plan.name
    foot = [words["paper_state"].format(date=plan.date), words["paper_mark"].format(mark=mark), plan.address]
    opening, closing = map(_string, (words["paper_open"], words["paper_close"]))
    number = imposition.place(pages)
    rules = (
        f"@page :first {{ counter-reset: page {imposition.SHEETS_BEFORE} }}"
        f"@page {{ @bottom-right {{ content: {_string(' · '.join([plan.name, *(each for each in foot if each)]))} }} }}"
        f"a.to::after {{ content: {_string(words['paper_see'].format(page=number))} }}"
        f".contents a::before, .entries a::before {{ content: {_string(number)} }}"
        f"a.out::after {{ content: {opening} attr(data-short) {closing} }}"
    )
    return (
        f'<!doctype html>\n<html lang="{plan.code}" dir="{plan.direction}" class="{" ".join(plan.classes)}">\n<head>'
        f'<meta charset="utf-8"><title>{html.escape(f"{title} · {name}" if title not in name else name)}</title>'
        f'<meta name="mark" content="{mark}"><meta name="generator" content="{html.escape(plan.name)}">'
        f"<style>{rules}</style></head>\n"
        f"<body>\n{body.replace(MARK, mark)}\n</body></html>\n"
    )


def _string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _cover(plan: Plan) -> str:
    words = plan.words
    lines = [words["paper_state"].format(date=plan.date), words["paper_mark"].format(mark=MARK), plan.address]
    title = f'<p class="cover__title">{html.escape(plan.title)}</p>' if plan.title else ""
    stated = "<br>".join(html.escape(line) for line in lines if line)
    return (
        f'<section class="cover"><p class="cover__name">{html.escape(plan.name)}</p>{title}'
        f'<p class="cover__call">{text_of(plan.emergency)}</p><p class="cover__foot">{html.escape(words["trust"])}<br>'
        f"{html.escape(words['not_advice'])}<br>{stated}</p>{plan.code_to_scan}</section>"
    )


def text_of(line: str) -> str:
    """Return a line of HTML without its links, which lead nowhere on paper."""
    return _TAG.sub("", line)


def _with(page: PrintPage, article: str) -> PrintPage:
    return PrintPage(
        name=page.name, address=page.address, title=page.title, article=article, emergency="", checked=page.checked
    )


def _use(plan: Plan) -> str:
    kinds = {*(part.kind for part in plan.parts), *plan.classes}
    keys = [key for key, kind in _USE.items() if kind in ("", *kinds) and plan.words[key]]
    lines = "".join(f"<li>{html.escape(plan.words[key])}</li>" for key in keys)
    return f'<section class="use"><h1>{html.escape(plan.words["paper_use"])}</h1><ul>{lines}</ul></section>'


_USE = {
    "paper_use_first": "index",
    "paper_use_pages": "",
    "paper_use_excerpt": "excerpt",
    "paper_use_laws": "laws",
    "paper_use_age": "",
    "paper_use_copy": "",
}
"""What is said of the use of a book, and the kind of the part, or of the book, without which it is not true."""


def _contents(plan: Plan) -> str:
    parts = []
    for part in plan.parts:
        chapters = "".join(f'<li><a href="#{page.slug}">{page.title}</a></li>' for page in part.pages)
        inner = f"<ul>{chapters}</ul>" if part.kind == "text" and len(part.pages) > 1 else ""
        parts.append(f'<li class="contents__part"><a href="#part-{part.slug}">{html.escape(part.name)}</a>{inner}</li>')
    heading = html.escape(plan.words["theme_toc"])
    return f'<nav class="contents"><h1>{heading}</h1><ul>{"".join(parts)}</ul></nav>'


def _part(part: VolumePart, plan: Plan) -> str:
    if part.kind in ("questions", "index"):
        inner = _index(part.pages[0], plan.book)
    elif part.kind == "laws":
        inner = f'<div class="columns">{"".join(law(page, plan.book) for page in part.pages)}</div>'
    elif len(part.pages) == 1:
        page = part.pages[0]
        inner = f'<div class="text">{chapter(page, plan.book, shift=0)}</div>'
        head = f'<h1 id="{page.slug}">{page.title}</h1>'
        return f'<section class="part single" id="part-{part.slug}">{head}{inner}</section>'
    else:
        inner = "".join(_chapter(page, plan) for page in part.pages)
    lead = f'<span id="{part.slug}"></span>' if part.kind != "text" else ""
    name = html.escape(part.name)
    return f'<section class="part {part.kind}" id="part-{part.slug}"><h1>{lead}{name}</h1>{inner}</section>'


def _chapter(page: PrintPage, plan: Plan) -> str:
    return (
        f'<article class="chapter"><h2 id="{page.slug}">{page.title}</h2>'
        f'<div class="text">{chapter(page, plan.book)}</div></article>'
    )


def law(page: PrintPage, book: Volume) -> str:
    """Return a law: its name, what is known of it, and each article's gist in one paragraph."""
    text = _FOLDED.sub(r"\1\2", chapter(page, book))
    first, *articles = _SECTION.split(text)
    gists = "".join(f'<div class="gist">{article}</div>' for article in articles)
    return f'<section class="law"><h2 id="{page.slug}">{page.title}</h2>{first}{gists}</section>'


def _index(page: PrintPage, book: Volume) -> str:
    """Return an index of the site as one of paper: under each heading what it lists, with the page it is on."""
    tree = LexborHTMLParser(f"<main>{page.article}</main>")
    groups: dict[str, list[str]] = {}
    heading = ""
    for node in tree.css("h2, details.question, ul > li"):
        if node.tag == "h2":
            heading = node.inner_html or ""
        elif node.tag == "details":
            summary, links = node.css_first("summary"), node.css("a[href]")
            if summary is not None and links:
                entry = f'<a href="{links[-1].attributes["href"]}">{summary.inner_html}</a>'
                groups.setdefault(heading, []).append(entry)
        elif heading and (links := node.css("a[href]")):
            groups.setdefault(heading, []).append(links[0].html or "")
    lists = "".join(f"<h2>{name}</h2>{_listed(entries, page, book)}" for name, entries in groups.items())
    return f'<div class="columns">{lists}</div>'


def _listed(entries: Iterable[str], page: PrintPage, book: Volume) -> str:
    items = "".join(f"<li>{entry}</li>" for entry in entries)
    return chapter(_with(page, f'<ul class="entries">{items}</ul>'), book)
