"""
The finished HTML: what only a reader's browser would notice.

MkDocs has checked the links that authors write in Markdown; this looks at
everything else that a page needs, and reports it where the author wrote it.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from . import prose
from .content import Content
from .page import Page
from .problem import Problem

_NEEDED = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "iframe": ("src",),
    "img": ("src", "srcset"),
    "link": ("href",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
}
"""Elements and their attributes that name a file or a section."""
_SELECTOR = ",".join(f"{tag}[{name}]" for tag, names in _NEEDED.items() for name in names)
_OUTSIDE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_TEMPLATES = "overrides"


@dataclass(frozen=True, kw_only=True)
class _Document:
    """One HTML file: where it lies in the site, and what it says."""

    place: str
    language: str
    title: str
    headings: int
    ids: frozenset[str]
    references: tuple[tuple[str, str], ...]
    """Pairs of tag and address, each once, in the order of the file."""


def check(site: Path, content: Content, site_url: str) -> list[Problem]:
    """Return what is wrong in the finished site; `site_url` tells which path it will be served under."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    documents = {
        place: _document(place, (site / place).read_text(encoding="utf-8"))
        for place in sorted(files)
        if place.endswith(".html")
    }
    base = urlsplit(site_url).path or "/"
    sources = _sources(content)
    problems: set[Problem] = set()
    for document in documents.values():
        source = sources.get(document.place)
        problems.update(_head(document, source, content))
        problems.update(_references(document, source, files, documents, base))
    problems.update(_titles(documents.values(), sources))
    problems.update(_unpublished(sources, documents))
    return sorted(problems)


def _document(place: str, html: str) -> _Document:
    tree = LexborHTMLParser(html)
    root, title = tree.root, tree.css_first("head > title")
    references: dict[tuple[str, str], None] = {}
    for node in tree.css(_SELECTOR):
        tag = node.tag or ""
        for name in _NEEDED[tag]:
            for address in _addresses(name, node.attributes.get(name)):
                references[(tag, address)] = None
    return _Document(
        place=place,
        language=(root.attributes.get("lang") or "") if root else "",
        title=title.text().strip() if title else "",
        headings=len(tree.css("h1")),
        ids=frozenset(
            name
            for node in tree.css("[id], a[name]")
            for name in (node.attributes.get("id"), node.attributes.get("name"))
            if name
        ),
        references=tuple(references),
    )


def _addresses(name: str, value: str | None) -> Iterator[str]:
    if name == "srcset":
        yield from (part.split()[0] for part in (value or "").split(",") if part.strip())
    elif value is not None:
        yield value.strip()


def _head(document: _Document, source: Page | None, content: Content) -> Iterator[Problem]:
    code = next(
        (language.code for language in content.translations if document.place.startswith(language.prefix)),
        content.source.code,
    )
    if document.language != code:
        message = f"{document.place} says lang=“{document.language}” but is published as {code}; mend the template"
        yield _at(source, "", "lang-wrong", message)
    if document.headings != 1:
        message = f"{document.place} has {document.headings} first-level headings instead of one; use ## in the text"
        yield _at(source, "<h1", "h1-count", message)
    if not document.title:
        yield _at(source, "title:", "title-missing", f"{document.place} has no title; mend the template")


def _references(
    document: _Document,
    source: Page | None,
    files: set[str],
    documents: Mapping[str, _Document],
    base: str,
) -> Iterator[Problem]:
    for tag, address in document.references:
        if _OUTSIDE.match(address):
            continue
        target, _, fragment = address.partition("#")
        place = _place(document.place, unquote(target.partition("?")[0]), base, files)
        if place is None:
            rule = "page-missing" if tag in ("a", "area") else "file-missing"
            message = f"<{tag}> leads to “{address}”, which is not in the site; correct it or add the file"
            yield _at(source, address, rule, message, document.place)
        elif fragment and place in documents and unquote(fragment) not in documents[place].ids:
            message = f"“{address}” points to a section that does not exist; use an id of that page"
            yield _at(source, address, "anchor-unknown", message, document.place)


def _place(here: str, target: str, base: str, files: set[str]) -> str | None:
    """Return the file that a browser would get for an address, or None."""
    if target.startswith("/"):
        if not target.startswith(base):
            return None
        path = target[len(base) :]
    elif target:
        path = posixpath.join(posixpath.dirname(here), target)
    else:
        return here
    folder = path.endswith("/") or path == "" or posixpath.basename(path) in (".", "..")
    path = posixpath.normpath(path) if path else "."
    if path.startswith(".."):
        return None
    candidates = [posixpath.normpath(posixpath.join(path, "index.html"))]
    if not folder:
        candidates.insert(0, path)
    return next((candidate for candidate in candidates if candidate in files), None)


def _titles(documents: Iterable[_Document], sources: Mapping[str, Page]) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for document in documents:
        source = sources.get(document.place)
        key = (document.language, document.title)
        if document.title and key in first:
            message = f"the title is also that of {first[key]}; give every page a title of its own"
            yield _at(source, "title:", "title-doubled", message, document.place)
        first.setdefault(key, source.path if source else document.place)


def _unpublished(sources: Mapping[str, Page], documents: Mapping[str, _Document]) -> Iterator[Problem]:
    for place, page in sources.items():
        if place not in documents:
            yield Problem(path=page.path, rule="page-unpublished", message=f"this page is not in the site as {place}")


def _sources(content: Content) -> dict[str, Page]:
    """Return the page that each HTML file was made from."""
    return {f"{content.language(page.language).prefix}{page.route}index.html": page for page in content.pages}


def _at(source: Page | None, needle: str, rule: str, message: str, place: str = "") -> Problem:
    """Return a problem where the author wrote it, or at the templates if no page says it."""
    if source is not None and (not needle or needle in source.source):
        line, column = prose.position(source.source, needle)
        return Problem(path=source.path, line=line, column=column, rule=rule, message=message)
    return Problem(path=_TEMPLATES, rule=rule, message=f"{message} (seen in {place})" if place else message)
