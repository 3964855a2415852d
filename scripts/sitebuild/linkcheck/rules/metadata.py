"""What crawlers and other programs read leads to pages that exist: canonical, Open Graph, JSON-LD, manifests, feeds."""

import json
import re
from collections.abc import Iterator

from ..address import fragment_found, same_site
from ..document import Document
from ..finding import Finding
from ..html_folder import Site
from ..tags import Reference

_PICTURES = ("og:url", "og:image", "twitter:image", "og:video", "og:audio")
_URL = re.compile(r"^https?://", re.IGNORECASE)
_MANIFEST_KEYS = ("src", "start_url", "scope")


def check(site: Site) -> Iterator[Finding]:
    """Report addresses in metadata that lead nowhere, and canonical links that name another page."""
    for document in site.judged.values():
        yield from _canonical(site, document)
        for name in _PICTURES:
            address = document.metadata.get(name)
            if address is not None:
                yield from _address(site, document, address, name)
        for text in document.structured:
            yield from _structured(site, document, text)
    for place, text in site.texts.items():
        if place.endswith((".webmanifest", "manifest.json")):
            yield from _manifest(site, place, text)


def _canonical(site: Site, document: Document) -> Iterator[Finding]:
    found = [each for each in document.own if each.rel == "canonical"]
    if len(found) > 1:
        yield Finding(
            document.place, "canonical-doubled", found[1].address, "the page has two canonical links; keep one"
        )
    for reference in found:
        if not _URL.match(reference.address):
            message = f"the canonical link “{reference.address}” must be a whole address"
            yield Finding(document.place, "canonical-relative", reference.address, message)
        elif site.inside(reference) and document.place in site.listed:
            place = site.target(document, reference.address).place
            if place and place != document.place:
                message = f"the canonical link names {site.address_of(place)}; a page names itself"
                yield Finding(document.place, "canonical-elsewhere", reference.address, message)


def _address(site: Site, document: Document, address: str, name: str) -> Iterator[Finding]:
    if not _URL.match(address):
        yield Finding(document.place, "metadata-relative", address, f"{name} must be a whole address, not “{address}”")
    elif same_site(address, site.url):
        target = site.target(document, address)
        there = site.documents.get(target.place or "")
        if target.place is None:
            yield Finding(
                document.place, "metadata-missing", address, f"{name} leads to “{address}”, which is not in the site"
            )
        elif target.fragment and there is not None and not fragment_found(target.fragment, there.ids):
            message = f"{name} points to a section that does not exist: “{address}”"
            yield Finding(document.place, "metadata-missing", address, message)


def _structured(site: Site, document: Document, text: str) -> Iterator[Finding]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        yield Finding(document.place, "json-broken", text[:40].strip(), "the JSON-LD of this page cannot be read")
        return
    for address in _addresses(value):
        if site.url and same_site(address, site.url):
            yield from _address(site, document, address, "JSON-LD")


def _addresses(value: object) -> Iterator[str]:
    """Yield every address in a JSON value, however deep."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)
        elif isinstance(each, str) and _URL.match(each):
            yield each


def _manifest(site: Site, place: str, text: str) -> Iterator[Finding]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        yield Finding(place, "json-broken", text[:40].strip(), "the manifest cannot be read")
        return
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting.extend(each)
        elif isinstance(each, dict):
            waiting.extend(each.values())
            for key in _MANIFEST_KEYS:
                address = each.get(key)
                if not isinstance(address, str) or not site.inside(Reference("manifest", key, address)):
                    continue
                if site.target(Document(place), address).place is None:
                    message = f"{key} leads to “{address}”, which is not in the site"
                    yield Finding(place, "metadata-missing", address, message)
