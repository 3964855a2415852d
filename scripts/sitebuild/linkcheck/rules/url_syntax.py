"""Addresses that a reader should not be sent to, and numbers and mailboxes that do not work."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from ..finding import Finding, Rule
from ..html_folder import Site
from ..tags import Reference

_MAIL = re.compile(r"[^@\s,;]+@[^@\s,;.]+(?:\.[^@\s,;.]+)+")
_PHONE = re.compile(r"\+?[0-9][0-9().-]*")
_LOCAL = re.compile(r"https?://(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\])(?:[:/?#]|$)", re.IGNORECASE)
_GLUED = re.compile(r"[\u3000-\u303f\uff00-\uffef，。；：！？、）》”’]|[.,;:!)]$")
_NEEDED = ("script", "img", "link", "iframe", "source", "video", "audio", "use")


def check(site: Site) -> Iterator[Finding]:
    """Report each kind of address that must not be published."""
    known: dict[Reference, tuple[tuple[Rule, str], ...]] = {}  # menus repeat the same links on every page
    for document in site.judged.values():
        for reference in document.references:
            faults = known.get(reference)
            if faults is None:
                faults = known[reference] = _faults(site, reference)
            for rule, message in faults:
                yield Finding(document.place, rule, reference.address, message)


def _faults(site: Site, reference: Reference) -> tuple[tuple[Rule, str], ...]:
    address = reference.address
    if not address and reference.attribute in ("href", "src"):
        message = f"<{reference.tag} {reference.attribute}> is empty; give it an address or take it out"
        return (("address-empty", message),)
    if ":" in address or address.startswith("//"):
        return tuple(_schemes(site, reference))
    if reference.tag == "a" and ".md" in address and address.partition("#")[0].partition("?")[0].endswith(".md"):
        message = f"“{address}” is a Markdown file; link to it in Markdown, so that it becomes a page"
        return (("markdown-address", message),)
    return ()


def _schemes(site: Site, reference: Reference) -> Iterator[tuple[Rule, str]]:
    address = reference.address
    scheme = address.split(":", 1)[0].lower()
    if address.startswith("//"):
        yield "address-without-scheme", f"“{address}” has no scheme; write https:{address}"
    elif scheme == "javascript":
        yield "address-javascript", "a link must lead somewhere without scripts; give it an address"
    elif scheme == "mailto":
        if not all(_MAIL.fullmatch(each.strip()) for each in unquote(address[7:]).partition("?")[0].split(",")):
            yield "mail-malformed", f"“{address}” is no mailbox; write mailto:name@host.example"
    elif scheme in ("tel", "sms"):
        yield from _phone(site, address)
    elif scheme == "file":
        yield "address-local", f"“{address}” is a file of one machine; put it into the site"
    elif scheme in ("http", "https"):
        yield from _web(site, reference)


def _phone(site: Site, address: str) -> Iterator[tuple[Rule, str]]:
    number = unquote(address.partition(":")[2]).partition("?")[0]
    if not _PHONE.fullmatch(number):
        yield "phone-malformed", f"“{address}” cannot be dialled; write tel: and digits"
    elif site.numbers and re.sub(r"[^0-9+]", "", number) not in site.numbers:
        yield "phone-unregistered", f"{number} is in no register; write [](phone:key)"


def _web(site: Site, reference: Reference) -> Iterator[tuple[Rule, str]]:
    address = reference.address
    own = bool(site.url) and address.startswith(site.url)
    if _LOCAL.match(address) and not own:
        yield "address-local", f"“{address}” is on one machine only; link to the published address"
    elif address.lower().startswith("http:") and not own:
        yield "address-insecure", f"“{address}” can be read and changed on its way; write https:"
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        yield "address-malformed", f"“{address}” is no address; correct it"
        return
    if not host:
        yield "address-malformed", f"“{address}” names no host; correct it"
    elif reference.tag == "a" and _GLUED.search(unquote(address)):
        yield "address-glued", f"“{address}” has taken punctuation along; close it before the sign"
    elif (
        site.domains
        and not own
        and "edit" not in reference.rel.split()
        and not any(host == each or host.endswith(f".{each}") for each in site.domains)
    ):
        yield (
            "domain-unlisted",
            f"{host} is not in docs/_data/domains.yml; add it there with its reason, or take the link out",
        )
    if own is False and reference.tag in _NEEDED and reference.rel not in ("canonical", "alternate", "license"):
        yield "foreign-file", f"the page would fetch “{address}” from another host; put the file into the site"
