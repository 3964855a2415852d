"""
What other programs read about a page leads to files that exist: canonical links, Open Graph, JSON-LD, manifests.

Those programs read it far from the page, so their addresses begin with a scheme; and a page's canonical link names
that page itself. In JSON-LD 1.1 an @id is a name, which need not lead anywhere; the members of a manifest that hold
addresses are those of the Web Application Manifest.
"""

import re
from collections.abc import Iterator

from ...model.message import Message
from ..address import is_below
from ..finding import Finding
from ..fragments import fragment_found
from ..html_folder import Site
from ..html_page import HtmlPage

_WHOLE_ADDRESS = re.compile(r"^https?://", re.IGNORECASE)
_ADDRESS_OF_JSON_LD = re.compile(r"https?://[^\s{}]+", re.IGNORECASE)
"""A text that is nothing but an address; one with braces is a pattern, such as that of a search."""
_NAMES_OF_JSON_LD = ("@id", "@type", "@context", "@vocab", "@base", "@language", "@index", "@import", "identifier")
"""Members whose value names something."""
_MANIFEST_MEMBERS = (
    ("start_url",),
    ("icons", "src"),
    ("screenshots", "src"),
    ("shortcuts", "url"),
    ("shortcuts", "icons", "src"),
    ("share_target", "action"),
    ("file_handlers", "action"),
    ("protocol_handlers", "url"),
    ("note_taking", "new_note_url"),
    ("tab_strip", "new_tab_button", "url"),
    ("serviceworker", "src"),
)
"""The members of a web app manifest whose value is an address, each by the members that it stands in."""


def check(site: Site) -> Iterator[Finding]:
    """Report addresses in metadata that lead nowhere, and canonical links that name another page."""
    for page in site.judged.values():
        yield from _check_canonical(site, page)
        for name, address in page.metadata.items():
            yield from _check_address(site, page, address, name)
        for text in page.json_ld:
            yield from _check_json_ld(site, page, text)
    for path in site.manifest_paths if site.judges_files else ():
        yield from _check_manifest(site, path, site.content(path))


def _check_canonical(site: Site, page: HtmlPage) -> Iterator[Finding]:
    found = page.canonical_links
    if len(found) > 1:
        yield Finding(page.path, "canonical-doubled", found[1].address, "the page has two canonical links; keep one")
    for reference in found:
        if not _WHOLE_ADDRESS.match(reference.address):
            message = Message("the canonical link “{address}” must be a whole address", address=reference.address)
            yield Finding(page.path, "canonical-relative", reference.address, message)
        elif page.path in site.public:
            target = site.target(page, reference.address)
            if target and target.path and target.path != page.path:
                message = Message(
                    "the canonical link names {address}; a page names itself", address=site.address_of(target.path)
                )
                yield Finding(page.path, "canonical-elsewhere", reference.address, message)


def _check_address(site: Site, page: HtmlPage, address: str, name: str) -> Iterator[Finding]:
    """Report an address that no other program can follow; `name` is the property that holds it."""
    if not _WHOLE_ADDRESS.match(address):
        yield Finding(
            page.path,
            "metadata-relative",
            address,
            Message("{name} must be a whole address, not “{address}”", name=name, address=address),
        )
    elif site.url and is_below(address, site.url) and (target := site.target(page, address)):
        there = site.pages.get(target.path or "")
        if target.path is None:
            message = Message("{name} leads to “{address}”, which is not in the site", name=name, address=address)
            yield Finding(page.path, "metadata-missing", address, message)
        elif target.fragment and there is not None and not fragment_found(target.fragment, there.ids):
            message = Message("{name} points to a section that does not exist: “{address}”", name=name, address=address)
            yield Finding(page.path, "metadata-missing", address, message)


def _check_json_ld(site: Site, page: HtmlPage, text: str) -> Iterator[Finding]:
    # Loaded here, because many sites have none.
    import json  # noqa: PLC0415

    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        yield Finding(page.path, "json-broken", text[:40].strip(), "the JSON-LD of this page cannot be read")
        return
    names = {each["@id"] for each in _nested_values(value) if isinstance(each, dict) and _is_text(each.get("@id"))}
    for each in _nested_values(value):
        if isinstance(each, str) and each not in names and _ADDRESS_OF_JSON_LD.fullmatch(each):
            yield from _check_address(site, page, each, "JSON-LD")


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _check_manifest(site: Site, path: str, content: bytes) -> Iterator[Finding]:
    # Loaded here, because many sites have none.
    import json  # noqa: PLC0415

    try:
        value = json.loads(content.decode(errors="replace"))
    except (ValueError, RecursionError):
        yield Finding(path, "json-broken", "", "the manifest cannot be read")
        return
    for members in _MANIFEST_MEMBERS:
        for address in _values_at(value, members):
            target = site.target(HtmlPage(path), address)
            if target is not None and target.path is None:
                message = Message(
                    "{members} leads to “{address}”, which is not in the site", members=members[-1], address=address
                )
                yield Finding(path, "metadata-missing", address, message)


def _values_at(value: object, members: tuple[str, ...]) -> Iterator[str]:
    """Yield the texts at the end of a way through the members of an object, and through all values of lists."""
    found = [value]
    for member in members:
        objects = [each for one in found for each in (one if isinstance(one, list) else [one])]
        found = [each[member] for each in objects if isinstance(each, dict) and member in each]
    yield from (each for each in found if isinstance(each, str))


def _nested_values(value: object) -> Iterator[object]:
    """Yield a value of JSON-LD and every value in it but names, however deep; Python's own stack would end sooner."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        yield each
        if isinstance(each, dict):
            waiting.extend(inner for member, inner in each.items() if member not in _NAMES_OF_JSON_LD)
        elif isinstance(each, list):
            waiting.extend(each)
