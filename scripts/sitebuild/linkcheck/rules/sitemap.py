"""The sitemap lists the pages that are there, and all of them; feeds lead to pages too."""

import re
from collections.abc import Iterator
from html import unescape

from ..address import same_site
from ..document import Document
from ..finding import Finding, Rule
from ..html_folder import Site

# No part may run on into the next tag: a file of tags that never close would be searched once for each of them.
_LOCATION = re.compile(r"<loc>([^<]*+)</loc>")
_ALTERNATE = re.compile(r"<xhtml:link\b[^<>]*\bhref=[\"']([^\"']*)[\"']")
_FEED_LINK = re.compile(r"<link>([^<]*+)</link>|<link\b[^<>]*\bhref=[\"']([^\"']*)[\"']|<guid\b[^<>]*+>([^<]*+)</guid>")


def check(site: Site) -> Iterator[Finding]:
    """Report listed pages that are not there, pages that are not listed, and dead links in feeds."""
    listed: set[str] = set()
    maps = [place for place, text in site.texts.items() if "<urlset" in text or "<sitemapindex" in text]
    for place in maps:
        for found in _LOCATION.finditer(site.texts[place]):
            yield from _entry(site, place, unescape(found[1].strip()), listed)
        # Each page is listed with all its versions: every address stands there many times.
        for written in dict.fromkeys(_ALTERNATE.findall(site.texts[place])):
            yield from _entry(site, place, unescape(written), set())
    for place, document in site.listed.items() if maps and site.url else ():
        if place not in listed and _indexable(site, document):
            message = f"{site.address_of(place)} is not in the sitemap; crawlers may never find it"
            yield Finding(place, "sitemap-without-page", "", message)
    for place, text in site.texts.items():
        if "<rss" in text or "<feed" in text:
            for found in _FEED_LINK.finditer(text):
                yield from _entry(
                    site, place, unescape(next(filter(None, found.groups()), "").strip()), set(), "feed-dead-link"
                )


def _entry(
    site: Site, place: str, address: str, listed: set[str], rule: Rule = "sitemap-dead-link"
) -> Iterator[Finding]:
    if not site.url or not same_site(address, site.url):
        if rule == "sitemap-dead-link" and site.url:
            yield Finding(place, "sitemap-foreign", address, f"“{address}” is not below {site.url}")
        return
    target = site.target(Document(place), address)
    if target.place is None:
        yield Finding(place, rule, address, f"“{address}” is listed here but not in the site")
        return
    listed.add(target.place)
    there = site.documents.get(target.place)
    if there is not None and there.noindex:
        yield Finding(place, "sitemap-noindex", address, f"“{address}” is listed here but asks not to be indexed")


def _indexable(site: Site, document: Document) -> bool:
    """Tell whether a page calls itself its own canonical address; copies need not be listed."""
    for reference in document.own:
        if reference.rel == "canonical" and site.inside(reference):
            return site.target(document, reference.address).place == document.place
    return True
