"""What every page says of itself: its language, one title, one first heading, and a redirect that ends."""

from collections.abc import Iterator

from ..document import Document
from ..finding import Finding
from ..html_folder import Site
from ..tags import Reference

_LONGEST_CHAIN = 10


def check(site: Site) -> Iterator[Finding]:
    """Report pages without language or title, titles that two pages share, and redirects in a circle."""
    titles: dict[tuple[str, str], str] = {}
    for document in site.documents.values():
        key = (document.language, document.title)
        first = titles.setdefault(key, document.place) if not document.refresh else document.place
        if document.place not in site.judged:
            continue
        if document.refresh:
            yield from _redirect(site, document)
            continue
        if not document.language:
            yield Finding(
                document.place, "lang-missing", "<html", "the page does not say its language; add lang to <html>"
            )
        if not document.title:
            yield Finding(document.place, "title-missing", "title:", "the page has no title")
        if document.headings != 1:
            message = (
                f"{document.place} has {document.headings} first-level headings instead of one; use ## in the text"
            )
            yield Finding(document.place, "h1-count", "<h1", message)
        if document.title and first != document.place and document.place in site.listed:
            message = f"the title is also that of {site.address_of(first)}; give every page a title of its own"
            yield Finding(document.place, "title-doubled", "title:", message)


def _redirect(site: Site, document: Document) -> Iterator[Finding]:
    seen, here = {document.place}, document
    for _ in range(_LONGEST_CHAIN):
        reference = Reference("meta", "refresh", here.refresh)
        place = site.target(here, here.refresh).place if site.inside(reference) else None
        there = site.documents.get(place) if place else None
        if there is None or not there.refresh:
            if len(seen) > 1 and there is not None:
                message = (
                    f"the redirect passes through {len(seen)} pages; lead straight to {site.address_of(there.place)}"
                )
                yield Finding(document.place, "redirect-chain", document.refresh, message)
            return
        if there.place in seen:
            yield Finding(document.place, "redirect-loop", document.refresh, "the redirect comes back to itself")
            return
        seen.add(there.place)
        here = there
