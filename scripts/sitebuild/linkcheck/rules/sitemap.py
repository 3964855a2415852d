"""
The sitemap lists every page that is meant to be found and nothing else, and the links of a feed lead to pages.

Crawlers take addresses from both without looking at the site first. Both are read as XML, by the protocol of
sitemaps.org, RSS 2.0 and Atom (RFC 4287); a feed may be one of JSON, too, and a sitemap a packed one or a list of
lines. Where it lies is said by robots.txt.
"""

from collections.abc import Iterator

from ...model.message import Message
from .. import json_feed, sitemap_files, xml_addresses
from ..address import is_external
from ..finding import Finding, Rule
from ..html_folder import Site
from ..html_page import HtmlPage
from ..xml_addresses import XmlAddresses

_BEFORE_JSON = b"\xef\xbb\xbf \t\r\n"


def check(site: Site) -> Iterator[Finding]:
    """Report listed pages that are not there or not to be found, pages that are not listed, and dead links in feeds."""
    if not site.judges_files:
        return
    listed: set[str] = set()
    has_sitemap = False
    for path in (*site.data_paths, *sitemap_files.others(site.paths)):
        document = _read(path, site.content(path))
        if document is None:
            continue
        has_sitemap = has_sitemap or (document.is_sitemap and path != sitemap_files.ROBOTS)
        if document.fault:
            message = Message(
                "this file is no XML from here on ({fault}), so nobody reads it; write it by a program",
                fault=Message(document.fault),
            )
            yield Finding(path, "xml-broken", "", message)
        yield from _check_document(site, path, document, listed)
    for path, page in site.public.items() if has_sitemap and site.url else ():
        if path not in listed and _must_be_listed(site, page):
            message = Message(
                "{address} is not in the sitemap; crawlers may never find it", address=site.address_of(path)
            )
            yield Finding(path, "sitemap-without-page", "", message)


def _read(path: str, content: bytes) -> XmlAddresses | None:
    """Return the addresses in a file, or None if it is neither a sitemap nor a feed nor names a sitemap."""
    if sitemap_files.is_one(path):
        return sitemap_files.read(path, content)
    return json_feed.read(content) if content.lstrip(_BEFORE_JSON)[:1] == b"{" else xml_addresses.read(content)


def _check_document(site: Site, path: str, document: XmlAddresses, listed: set[str]) -> Iterator[Finding]:
    """Report addresses in a sitemap or feed that lead nowhere; add to `listed` the files that a sitemap lists."""
    rule: Rule = "sitemap-dead-link" if document.is_sitemap else "feed-dead-link"
    # Each page is listed with all its versions: every address stands there many times.
    for address, is_entry in dict.fromkeys(document.found):
        if is_external(address, site.url):
            if document.is_sitemap and site.url and is_entry:
                yield Finding(
                    path,
                    "sitemap-foreign",
                    address,
                    Message("“{address}” is not below {url}", address=address, url=site.url),
                )
            continue
        target = site.target(HtmlPage(path), address)
        if target is None or target.path is None:
            yield Finding(
                path, rule, address, Message("“{address}” is listed here but not in the site", address=address)
            )
            continue
        if document.is_sitemap and is_entry:
            listed.add(target.path)
        there = site.pages.get(target.path)
        if there is not None and there.noindex:
            yield Finding(
                path,
                "sitemap-noindex",
                address,
                Message("“{address}” is listed here but asks not to be indexed", address=address),
            )


def _must_be_listed(site: Site, page: HtmlPage) -> bool:
    """Tell whether a page is no copy: one that names another page as the canonical one need not be listed."""
    for reference in page.canonical_links:
        target = site.target(page, reference.address)
        if target is not None:
            return target.path == page.path
    return True
