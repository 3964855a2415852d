"""
Every page says its language, has a title that no other page has and one first-level heading, and redirects end.

Screen readers choose their voice by the language, and people find their way by titles and headings. A redirect leads
straight to a page that is none; what <meta http-equiv="refresh"> does is said by the HTML standard, so a page that is
loaded again after a while, or left after a long one, is no redirect.
"""

from collections.abc import Iterator

from ...model.message import Message
from .. import meta_refresh
from ..finding import Finding
from ..html_folder import Site
from ..html_page import HtmlPage

_LONGEST_CHAIN = 10
"""Redirects that are followed one after the other, at most."""


def check(site: Site) -> Iterator[Finding]:
    """Report a missing language or title, a title of two pages, too many or no <h1>, and redirects that do not end."""
    first_with: dict[tuple[str, str], str] = {}
    for page in site.pages.values():
        first = page.path if page.redirect else first_with.setdefault((page.language, page.title), page.path)
        if page.path not in site.judged:
            continue
        if page.redirect and page.redirect_seconds < meta_refresh.LONG:
            yield from _check_redirect(site, page)
        elif not page.redirect:
            yield from _check_head(site, page, first)


def _check_head(site: Site, page: HtmlPage, first: str) -> Iterator[Finding]:
    """Report what a page does not say of itself; `first` is the first page with its language and title."""
    path = page.path
    if not page.language:
        yield Finding(path, "lang-missing", "<html", Message("the page does not say its language; add lang to <html>"))
    if not page.title:
        yield Finding(path, "title-missing", "title:", "the page has no title")
    if page.h1_count != 1:
        message = Message(
            "the page has {h1_count} first-level headings instead of one; use ## in the text", h1_count=page.h1_count
        )
        yield Finding(path, "h1-count", "<h1", message)
    if page.title and first != path and path in site.public:
        message = Message(
            "the title is also that of {address}; give every page a title of its own", address=site.address_of(first)
        )
        yield Finding(path, "title-doubled", "title:", message)


def _check_redirect(site: Site, page: HtmlPage) -> Iterator[Finding]:
    """Report a redirect that leads to another redirect, or back to itself."""
    seen, here = {page.path}, page
    for _ in range(_LONGEST_CHAIN):
        target = site.target(here, here.redirect)
        there = site.pages.get(target.path) if target and target.path else None
        if there is None or not there.redirect:
            if len(seen) > 1 and there is not None:
                way = Message("the redirect passes through {count} pages", count=len(seen))
                message = Message("{way}; lead straight to {address}", way=way, address=site.address_of(there.path))
                yield Finding(page.path, "redirect-chain", page.redirect, message)
            return
        if there.path in seen:
            yield Finding(page.path, "redirect-loop", page.redirect, "the redirect comes back to itself")
            return
        seen.add(there.path)
        here = there
