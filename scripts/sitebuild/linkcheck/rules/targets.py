"""
Every file and every section to which a page leads or that it needs is in the site, in the same capitals.

Addresses are joined and read as the URL standard says, lists of pictures as HTML parses a srcset, and a section is the
one that HTML calls the indicated part of a document; a usemap names a <map> of its page. A hint that names a host
leads to no file. Where a script looks at the fragment, #88-90 leads to these lines, and #/x to what the script shows.
"""

import re
from collections.abc import Iterator

from ...model.message import Message
from ..address import Target
from ..address_attributes import HtmlReference, is_fetched, is_only_hint, is_page
from ..finding import Finding, Rule
from ..fragments import fragment_found, range_found
from ..html_folder import Site
from ..html_page import HtmlPage

_PART = re.compile(r"\sid\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
"""The id of an element of a drawing."""
_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
_OF_SCRIPTS = ("/", "!")
"""Begin fragments in which scripts say what they show, as in #/page."""
_MAILBOX = re.compile(r"[^@/?#\s]+@[^@/?#\s]+\.[^@/?#.\s]{2,}")
_LONGEST_CHAIN = 10
"""Redirects that are followed one after the other, at most."""
_PARTS_OF_EVERY_DRAWING = ("svgView(", "xywh=", "t=")
"""Begin fragments that are no ids (SVG 2, Media Fragments)."""


def check(site: Site) -> Iterator[Finding]:
    """Report addresses inside the site that lead to no file, or to no section of a page or part of an SVG picture."""
    for page in site.judged.values():
        for reference, target in page.internal_references:
            path, _, fragment = target
            if fragment or path is None:
                yield from _check_reference(site, page, reference, target)
        yield from _check_maps(page)
        target_of_redirect = site.target(page, page.redirect)
        if target_of_redirect:
            redirect = HtmlReference("meta", "refresh", page.redirect)
            yield from _check_reference(site, page, redirect, target_of_redirect)


def _check_maps(page: HtmlPage) -> Iterator[Finding]:
    """Report each usemap that names no <map> of its page: what follows its first #, in the same capitals."""
    for written in page.used_maps:
        if written.partition("#")[2] not in page.maps - {""}:
            message = f"there is no <map> for usemap “{written}”; write # and the name of one on this page"
            yield Finding(page.path, "anchor-unknown", written, message)


def _check_reference(site: Site, page: HtmlPage, reference: HtmlReference, target: Target) -> Iterator[Finding]:
    if is_only_hint(reference):
        return
    if target.path is None:
        yield _missing(site, page, reference, target.wanted)
        return
    there = _shown(site, site.pages.get(target.path or page.path))
    if there is not None:
        if target.fragment and not _leads_to_section(target.fragment, there):
            message = Message(
                "“{address}” points to a section that does not exist; use an id of that page", address=reference.address
            )
            yield Finding(page.path, "anchor-unknown", reference.address, message)
    elif target.fragment and target.path.endswith(".svg") and not is_page(reference):
        # Loaded here, because most sites have no such drawing.
        from html import unescape  # noqa: PLC0415

        text = _COMMENT.sub("", site.content(target.path).decode(errors="replace"))
        ids = {unescape(found[1] or found[2] or "") for found in _PART.finditer(text)}
        if not target.fragment.startswith(_PARTS_OF_EVERY_DRAWING) and not fragment_found(target.fragment, ids):
            message = Message("the picture has no part #{fragment}; use one of its ids", fragment=target.fragment)
            yield Finding(page.path, "anchor-unknown", reference.address, message)


def _leads_to_section(fragment: str, page: HtmlPage) -> bool:
    """Tell whether a fragment leads to a section: where a script looks at it, it may be a range of lines or a route."""
    if fragment_found(fragment, page.ids):
        return True
    return page.reads_fragment and (fragment.startswith(_OF_SCRIPTS) or range_found(fragment, page.ids))


def _shown(site: Site, page: HtmlPage | None) -> HtmlPage | None:
    """Return the page to whose section a fragment leads: a redirect by a script may take the fragment along."""
    for _ in range(_LONGEST_CHAIN):
        if page is None or not page.redirect or not page.reads_fragment:
            break
        target = site.target(page, page.redirect)
        page = site.pages.get(target.path) if target and target.path else None
    return page


def _missing(site: Site, page: HtmlPage, reference: HtmlReference, wanted: str) -> Finding:
    """Return what to say of a file that is not there: it may only be spelt with other capitals."""
    other = site.casefolded.get(wanted.casefold()) or site.casefolded.get(f"{wanted}/index.html".casefold())
    if other and other not in (wanted, f"{wanted}/index.html"):
        message = Message(
            "“{address}” is spelt with other capitals than {other}; servers tell them apart",
            address=reference.address,
            other=site.address_of(other),
        )
        return Finding(page.path, "case-wrong", reference.address, message)
    if _MAILBOX.fullmatch(reference.address) and not is_fetched(reference):
        message = Message("“{address}” is a mailbox; write mailto:{address}", address=reference.address)
        return Finding(page.path, "mail-malformed", reference.address, message)
    rule: Rule = "page-missing" if is_page(reference) else "file-missing"
    message = Message(
        "<{tag}> leads to “{address}”, which is not in the site; correct it or add the file",
        tag=reference.tag,
        address=reference.address,
    )
    return Finding(page.path, rule, reference.address, message)
