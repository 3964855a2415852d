"""
What other programs read about a page leads to files that exist: canonical links, Open Graph, JSON-LD, manifests.

Those programs read it far from the page, so their addresses begin with a scheme; and a page's canonical link names
that page itself.
"""

import json
import re
from collections.abc import Iterator

from ..address import fragment_found, is_below
from ..finding import Finding
from ..html_folder import Site
from ..html_page import HtmlPage
from ..tags import HtmlReference

_ADDRESS_PROPERTIES = ("og:url", "og:image", "twitter:image", "og:video", "og:audio")
"""The names of <meta> whose content is an address."""
_WHOLE_ADDRESS = re.compile(r"^https?://", re.IGNORECASE)
_MANIFEST_KEYS = ("src", "start_url", "scope")
"""The keys of a web app manifest whose value is an address."""


def check(site: Site) -> Iterator[Finding]:
    """Report addresses in metadata that lead nowhere, and canonical links that name another page."""
    for page in site.judged.values():
        yield from _check_canonical(site, page)
        for name in _ADDRESS_PROPERTIES:
            address = page.metadata.get(name)
            if address is not None:
                yield from _check_address(site, page, address, name)
        for text in page.json_ld:
            yield from _check_json_ld(site, page, text)
    for path, text in site.data_files.items():
        if path.endswith((".webmanifest", "manifest.json")):
            yield from _check_manifest(site, path, text)


def _check_canonical(site: Site, page: HtmlPage) -> Iterator[Finding]:
    found = page.canonical_links
    if len(found) > 1:
        yield Finding(page.path, "canonical-doubled", found[1].address, "the page has two canonical links; keep one")
    for reference in found:
        if not _WHOLE_ADDRESS.match(reference.address):
            message = f"the canonical link “{reference.address}” must be a whole address"
            yield Finding(page.path, "canonical-relative", reference.address, message)
        elif site.is_internal(reference) and page.path in site.public:
            path = site.resolve(page, reference.address).path
            if path and path != page.path:
                message = f"the canonical link names {site.address_of(path)}; a page names itself"
                yield Finding(page.path, "canonical-elsewhere", reference.address, message)


def _check_address(site: Site, page: HtmlPage, address: str, name: str) -> Iterator[Finding]:
    """Report an address that no other program can follow; `name` is the property that holds it."""
    if not _WHOLE_ADDRESS.match(address):
        yield Finding(page.path, "metadata-relative", address, f"{name} must be a whole address, not “{address}”")
    elif is_below(address, site.url):
        target = site.resolve(page, address)
        there = site.pages.get(target.path or "")
        if target.path is None:
            message = f"{name} leads to “{address}”, which is not in the site"
            yield Finding(page.path, "metadata-missing", address, message)
        elif target.fragment and there is not None and not fragment_found(target.fragment, there.ids):
            message = f"{name} points to a section that does not exist: “{address}”"
            yield Finding(page.path, "metadata-missing", address, message)


def _check_json_ld(site: Site, page: HtmlPage, text: str) -> Iterator[Finding]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        yield Finding(page.path, "json-broken", text[:40].strip(), "the JSON-LD of this page cannot be read")
        return
    for each in _nested_values(value):
        if isinstance(each, str) and _WHOLE_ADDRESS.match(each) and site.url and is_below(each, site.url):
            yield from _check_address(site, page, each, "JSON-LD")


def _check_manifest(site: Site, path: str, text: str) -> Iterator[Finding]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        yield Finding(path, "json-broken", text[:40].strip(), "the manifest cannot be read")
        return
    for each in _nested_values(value):
        if not isinstance(each, dict):
            continue
        for key in _MANIFEST_KEYS:
            address = each.get(key)
            if not isinstance(address, str) or not site.is_internal(HtmlReference("manifest", key, address)):
                continue
            if site.resolve(HtmlPage(path), address).path is None:
                message = f"{key} leads to “{address}”, which is not in the site"
                yield Finding(path, "metadata-missing", address, message)


def _nested_values(value: object) -> Iterator[object]:
    """Yield a value of JSON and every value in it, however deep; Python's own stack would end sooner."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        yield each
        if isinstance(each, dict):
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)
