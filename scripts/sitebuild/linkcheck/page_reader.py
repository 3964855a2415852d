"""One HTML file → what it says of itself and what it leads to."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from . import css, encoding, fast_parser, meta_refresh, script_data
from .address import cleaned, scheme_of
from .address_attributes import HtmlReference
from .html_page import ADDRESS_PROPERTIES, HtmlPage
from .tags import ParsedPage, Tag

XHTML = (".xhtml", ".xht")
"""How the names of pages end that hosts serve as XML."""
_EMPTY_TAG = re.compile(
    rb"<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)[\s/])([a-zA-Z][^\s/>]*+)"
    rb"((?:\s++[^\s=/>]++\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'))*+)\s*+/>"
)
"""In XML an element without content, but for those that have none in HTML either."""
_STYLES_KEPT = 64
_NAMES = "names"
"""Under this name the names of links wait until all ids are known."""
_FRAGMENT = "location.hash"
_PART = re.compile(r"url\(\s*+[\"']?(#[^\"'()\\\s]++)[\"']?\s*+\)", re.IGNORECASE)
"""A part of the page itself, such as the gradient of a drawing."""
_DEEPEST = 5
"""So many documents in each other are looked into."""
_FEEDS = (
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
    "application/json",
)
"""The types of files that a page may offer as its feed."""


def read(path: str, html: bytes, *, only_links: bool = False) -> HtmlPage:
    """
    Return what a file says; any bytes are a page, as they are for a browser.

    With `only_links`, nothing is said of what is no link: doubled ids, links
    without words, pictures without alt, Markdown.
    """
    text = encoding.html_in_utf_8(html)
    if path.lower().endswith(XHTML):
        text = _EMPTY_TAG.sub(rb"<\1\2></\1>", text)
    return _read(path, text, 0, only_links=only_links)


def _read(path: str, html: bytes, depth: int, *, only_links: bool) -> HtmlPage:
    """Return what HTML in UTF-8 says; `depth` tells how many documents it is in."""
    parsed = fast_parser.parse_if_plain(html, only_links=only_links) or _parse(html, only_links=only_links)
    page, texts, tags = HtmlPage(path), iter(parsed.texts), parsed.tags
    page.language = parsed.language.strip()
    if parsed.links_without_name:
        page.links_without_name = parsed.links_without_name
    if parsed.unresolved_markdown:
        page.unresolved_markdown = parsed.unresolved_markdown
    # On the pages of one site the same ids come again and again.
    ids = [tag.identifier for tag in tags if tag.identifier]
    # A set that grew is larger than its copy.
    page.ids = frozenset(set(ids))
    if len(ids) != len(page.ids) and not only_links:
        page.duplicate_ids = [each for each, number in Counter(ids).items() if number > 1]
    for tag in tags:
        if tag.is_noteworthy:
            _note(page, tag, next(texts, "") if tag.holds_text else "")
    if names := vars(page).pop(_NAMES, ()):
        page.ids = frozenset((*ids, *names))
    of_styles = page.references
    references = list(dict.fromkeys(chain.from_iterable([tag.references for tag in tags])))
    references += of_styles
    if depth < _DEEPEST:
        frames = [tag.attributes["srcdoc"] for tag in tags if tag.name == "iframe" and "srcdoc" in tag.attributes]
        for inner in (*parsed.shadows, *frames):
            html = inner.encode(errors="replace")
            references += _of_inner(_read(path, html, depth + 1, only_links=only_links))
    page.references = references
    return page


def _of_inner(inner: HtmlPage) -> Iterator[HtmlReference]:
    """
    Yield the references of a document in a page, such as that of a frame's srcdoc, as if they stood in the page.

    By the HTML standard its base is that of the page, unless it has one of its
    own. So a fragment alone is one of the page: in Chromium too, a link to it
    loads the page into the frame.
    """
    for reference in inner.references:
        if inner.base and not scheme_of(reference.address) and reference.address[:1] not in ("/", "\\"):
            yield reference._replace(address=_joined(inner.base, reference.address))
        else:
            yield reference


def _joined(base: str, written: str) -> str:
    """Return an address that begins with no slash as seen from where its base, which may have no scheme, is seen."""
    path = base.partition("#")[0]
    if not written or written.startswith("#"):
        return path + written
    path = path.partition("?")[0]
    return path + written if written.startswith("?") else path[: path.rfind("/") + 1] + written


def _parse(html: bytes, *, only_links: bool) -> ParsedPage:
    # Most sites have plain pages only: they need not wait for the parser to be loaded.
    from . import full_parser  # noqa: PLC0415

    return full_parser.parse(html, only_links=only_links)


def _note(page: HtmlPage, tag: Tag, text: str) -> None:
    """Add to a page what a tag says besides its id and its references; `text` is the content of its element."""
    note = _NOTES.get(tag.name)
    if note:
        note(page, tag, text)
    for attribute in tag.styles:
        value = tag.attributes[attribute]
        for address in (*css.addresses(value), *_PART.findall(value)):
            _add(page, "references", HtmlReference(tag.name, "style", address))


def _add(page: HtmlPage, name: str, *values: object) -> None:
    """Add to one of the lists of a page, which begins without any."""
    vars(page).setdefault(name, []).extend(values)


def _note_title(page: HtmlPage, _: Tag, text: str) -> None:
    page.title = page.title or text.strip()


def _note_h1(page: HtmlPage, _: Tag, __: str) -> None:
    page.h1_count += 1


def _note_base(page: HtmlPage, tag: Tag, _: str) -> None:
    if not page.has_base and "href" in tag.attributes:
        page.has_base, page.base = True, cleaned(tag.attributes["href"])


def _note_link(page: HtmlPage, tag: Tag, _: str) -> None:
    named = [reference for reference in tag.references if reference.attribute == "href"]
    relations = tag.attributes.get("rel", "").lower().split()
    if "canonical" in relations:
        _add(page, "canonical_links", *named)
    if "manifest" in relations:
        _add(page, "manifests", *[reference.address for reference in named])
    if "alternate" in relations and tag.attributes.get("type", "").partition(";")[0].strip().lower() in _FEEDS:
        _add(page, "feeds", *[reference.address for reference in named])


def _note_style(page: HtmlPage, tag: Tag, text: str) -> None:
    if tag.attributes.get("type", "").lower() not in ("", "text/css"):
        # By the HTML standard, browsers pass over such a one.
        return
    _add(page, "references", *_of_style(text))


@lru_cache(_STYLES_KEPT)
def _of_style(text: str) -> tuple[HtmlReference, ...]:
    """Return the references of a <style>; the pages of one template all have the same."""
    return tuple(HtmlReference("style", "", address) for address in css.addresses(text))


def _note_script(page: HtmlPage, tag: Tag, text: str) -> None:
    kind = tag.attributes.get("type", "")
    if "ld+json" in kind.lower():
        _add(page, "json_ld", text)
    elif _FRAGMENT in text:
        page.reads_fragment = True
    elif kind:
        _add(page, "references", *script_data.references(kind, text))


def _note_img(page: HtmlPage, tag: Tag, _: str) -> None:
    if "alt" not in tag.attributes:
        _add(page, "images_without_alt", tag.attributes.get("src", ""))
    _note_used_map(page, tag, "")


def _note_used_map(page: HtmlPage, tag: Tag, _: str) -> None:
    if "usemap" in tag.attributes:
        _add(page, "used_maps", tag.attributes["usemap"])


def _note_map(page: HtmlPage, tag: Tag, _: str) -> None:
    page.maps |= {tag.attributes.get(each, "") for each in ("name", "id")}


def _note_a(page: HtmlPage, tag: Tag, _: str) -> None:
    attributes = tag.attributes
    if "name" in attributes:
        _add(page, _NAMES, attributes["name"])
    rel = attributes.get("rel", "")
    if "href" in attributes and attributes.get("target") == "_blank" and not ("noopener" in rel or "noreferrer" in rel):
        _add(page, "unsafe_new_windows", attributes["href"])


def _note_meta(page: HtmlPage, tag: Tag, _: str) -> None:
    attributes = tag.attributes
    content = attributes.get("content") or ""
    name = (attributes.get("property") or attributes.get("name") or "").lower()
    if name in ADDRESS_PROPERTIES:
        page.metadata = {name: content, **page.metadata}
    elif name == "robots" and "noindex" in content.lower():
        page.noindex = True
        page.noindex_without_follow = "follow" not in re.split(r"[\s,]+", content.lower())
    if (attributes.get("http-equiv") or "").lower() == "refresh":
        found = meta_refresh.parse(content)
        # Whoever names no address loads the page itself again.
        page.redirect, page.redirect_seconds = (found.address, found.seconds) if found else ("", 0)


_NOTES: Mapping[str, Callable[[HtmlPage, Tag, str], None]] = {
    "a": _note_a,
    "base": _note_base,
    "h1": _note_h1,
    "img": _note_img,
    "link": _note_link,
    "map": _note_map,
    "meta": _note_meta,
    "object": _note_used_map,
    "script": _note_script,
    "style": _note_style,
    "title": _note_title,
}
