"""
The sitemap lists every page that is meant to be found and nothing else, and the links of a feed lead to pages.

Crawlers take addresses from both without looking at the site first.
"""

import re
from collections.abc import Iterator
from html import unescape

from ..address import is_below
from ..finding import Finding, Rule
from ..html_folder import Site
from ..html_page import HtmlPage

# No part may run on into the next tag: a file of tags that never close would be searched once for each of them.
_LOCATION = re.compile(r"<loc>([^<]*+)</loc>")
_ALTERNATE = re.compile(r"<xhtml:link\b[^<>]*\bhref=[\"']([^\"']*)[\"']")
_FEED_LINK = re.compile(r"<link>([^<]*+)</link>|<link\b[^<>]*\bhref=[\"']([^\"']*)[\"']|<guid\b[^<>]*+>([^<]*+)</guid>")


def check(site: Site) -> Iterator[Finding]:
    """Report listed pages that are not there or not to be found, pages that are not listed, and dead links in feeds."""
    listed: set[str] = set()
    sitemaps = [path for path, text in site.data_files.items() if "<urlset" in text or "<sitemapindex" in text]
    for path in sitemaps:
        for found in _LOCATION.finditer(site.data_files[path]):
            yield from _check_entry(site, path, unescape(found[1].strip()), listed)
        # Each page is listed with all its versions: every address stands there many times.
        for written in dict.fromkeys(_ALTERNATE.findall(site.data_files[path])):
            yield from _check_entry(site, path, unescape(written), set())
    for path, page in site.public.items() if sitemaps and site.url else ():
        if path not in listed and _must_be_listed(site, page):
            message = f"{site.address_of(path)} is not in the sitemap; crawlers may never find it"
            yield Finding(path, "sitemap-without-page", "", message)
    for path, text in site.data_files.items():
        if "<rss" in text or "<feed" in text:
            for found in _FEED_LINK.finditer(text):
                address = unescape(next(filter(None, found.groups()), "").strip())
                yield from _check_entry(site, path, address, set(), "feed-dead-link")


def _check_entry(
    site: Site, path: str, address: str, listed: set[str], rule: Rule = "sitemap-dead-link"
) -> Iterator[Finding]:
    """Report an address in the sitemap or feed at `path` that leads nowhere; add the file to which it leads."""
    if not site.url or not is_below(address, site.url):
        if rule == "sitemap-dead-link" and site.url:
            yield Finding(path, "sitemap-foreign", address, f"“{address}” is not below {site.url}")
        return
    target = site.resolve(HtmlPage(path), address)
    if target.path is None:
        yield Finding(path, rule, address, f"“{address}” is listed here but not in the site")
        return
    listed.add(target.path)
    there = site.pages.get(target.path)
    if there is not None and there.noindex:
        yield Finding(path, "sitemap-noindex", address, f"“{address}” is listed here but asks not to be indexed")


def _must_be_listed(site: Site, page: HtmlPage) -> bool:
    """Tell whether a page is no copy: one that names another page as the canonical one need not be listed."""
    for reference in page.canonical_links:
        if site.is_internal(reference):
            return site.resolve(page, reference.address).path == page.path
    return True
