"""
Readers can reach every page by links, and links lead straight to pages that are meant to be found.

A link to a redirect costs the reader a second page; a link from a public page to one that is kept from search engines
shows a draft, or hides what should be published.
"""

from collections.abc import Iterator, Mapping

from ...model.message import Message
from .. import meta_refresh
from ..finding import Finding
from ..html_folder import Site
from ..html_page import HtmlPage
from ..references import FOLLOWED


def check(site: Site) -> Iterator[Finding]:
    """Report links to redirects, links to pages that are not to be found, and public pages to which nothing links."""
    detours = {path: page for path, page in site.pages.items() if page.redirect or page.noindex_without_follow}
    for page in site.judged.values() if detours else ():
        yield from _check_links(site, page, detours)
    reached = {path for path in site.linked if path} | set(_passed_on(site))
    for path in site.public:
        if path in site.judged and path != "index.html" and path not in reached:
            message = Message(
                "no page links to {address}; add a link or put it into the menu", address=site.address_of(path)
            )
            yield Finding(path, "page-orphan", "", message)


def _passed_on(site: Site) -> Iterator[str]:
    """Yield the pages to which readers are taken by the home page, or by a page to which another one links."""
    for path, page in site.pages.items():
        if page.redirect and (path == "index.html" or path in site.linked):
            target = site.target(page, page.redirect)
            if target and target.path:
                yield target.path


def _check_links(site: Site, page: HtmlPage, detours: Mapping[str, HtmlPage]) -> Iterator[Finding]:
    """Report links of a page to `detours`: the redirects and the pages that are not to be found, by their paths."""
    for reference, (path, _, _) in page.internal_references:
        there = detours.get(path) if path and reference.tag in FOLLOWED else None
        if there is None or there is page:
            continue
        if there.redirect:
            if there.redirect_seconds >= meta_refresh.LONG:
                continue
            message = Message(
                "“{address}” only passes on to “{redirect}”; link there",
                address=reference.address,
                redirect=there.redirect,
            )
            yield Finding(page.path, "link-to-redirect", reference.address, message)
        elif page.path in site.public and not reference.hreflang:
            message = Message(
                "“{address}” is kept from search engines; link to a page that is published", address=reference.address
            )
            yield Finding(page.path, "link-to-noindex", reference.address, message)
