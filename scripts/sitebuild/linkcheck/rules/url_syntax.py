"""
Every address is spelt so that it works for any reader, and leads where the owner of the site wants links to lead.

Web addresses begin with https: and a host, mailboxes and phone numbers can be written to and called, nothing is on the
author's own machine or waits for a script, and no page fetches files from another host.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from ..finding import Finding, Rule
from ..html_folder import Site
from ..tags import HtmlReference

_MAILBOX = re.compile(r"[^@\s,;]+@[^@\s,;.]+(?:\.[^@\s,;.]+)+")
_PHONE_NUMBER = re.compile(r"\+?[0-9][0-9().-]*")
_LOCAL = re.compile(r"https?://(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\])(?:[:/?#]|$)", re.IGNORECASE)
_PUNCTUATION = re.compile(r"[\u3000-\u303f\uff00-\uffef，。；：！？、）》”’]|[.,;:!)]$")
"""What belongs to the sentence around an address: Chinese marks anywhere in it, others at its end."""
_FETCHED = ("script", "img", "link", "iframe", "source", "video", "audio", "use")
"""Elements whose address the browser fetches by itself."""
_NEVER_FETCHED = ("canonical", "alternate", "license")
"""Values of rel by which a <link> only names an address."""

_Fault = tuple[Rule, str]
"""A rule and a message."""


def check(site: Site) -> Iterator[Finding]:
    """Report addresses that are misspelt, insecure, local or empty, and those that are not on the owner's lists."""
    known: dict[HtmlReference, tuple[_Fault, ...]] = {}  # menus repeat the same links on every page
    for page in site.judged.values():
        for reference in page.references:
            faults = known.get(reference)
            if faults is None:
                faults = known[reference] = _faults(site, reference)
            for rule, message in faults:
                yield Finding(page.path, rule, reference.address, message)


def _faults(site: Site, reference: HtmlReference) -> tuple[_Fault, ...]:
    address = reference.address
    if not address and reference.attribute in ("href", "src"):
        message = f"<{reference.tag} {reference.attribute}> is empty; give it an address or take it out"
        return (("address-empty", message),)
    if ":" in address or address.startswith("//"):
        return tuple(_of_whole_address(site, reference))
    if reference.tag == "a" and ".md" in address and address.partition("#")[0].partition("?")[0].endswith(".md"):
        message = f"“{address}” is a Markdown file; link to it in Markdown, so that it becomes a page"
        return (("markdown-address", message),)
    return ()


def _of_whole_address(site: Site, reference: HtmlReference) -> Iterator[_Fault]:
    """Yield the faults of an address that has a scheme, or a host without one."""
    address = reference.address
    scheme = address.split(":", 1)[0].lower()
    if address.startswith("//"):
        yield "address-without-scheme", f"“{address}” has no scheme; write https:{address}"
    elif scheme == "javascript":
        yield "address-javascript", "a link must lead somewhere without scripts; give it an address"
    elif scheme == "mailto":
        if not all(_MAILBOX.fullmatch(each.strip()) for each in unquote(address[7:]).partition("?")[0].split(",")):
            yield "mail-malformed", f"“{address}” is no mailbox; write mailto:name@host.example"
    elif scheme in ("tel", "sms"):
        yield from _of_phone_number(site, address)
    elif scheme == "file":
        yield "address-local", f"“{address}” is a file of one machine; put it into the site"
    elif scheme in ("http", "https"):
        yield from _of_web_address(site, reference)


def _of_phone_number(site: Site, address: str) -> Iterator[_Fault]:
    number = unquote(address.partition(":")[2]).partition("?")[0]
    if not _PHONE_NUMBER.fullmatch(number):
        yield "phone-malformed", f"“{address}” cannot be dialled; write tel: and digits"
    elif site.phone_numbers and re.sub(r"[^0-9+]", "", number) not in site.phone_numbers:
        yield "phone-unregistered", f"{number} is in no register; write [](phone:key)"


def _of_web_address(site: Site, reference: HtmlReference) -> Iterator[_Fault]:
    address = reference.address
    is_own = bool(site.url) and address.startswith(site.url)
    if not is_own:
        yield from _of_protocol(address)
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        yield "address-malformed", f"“{address}” is no address; correct it"
        return
    if not host:
        yield "address-malformed", f"“{address}” names no host; correct it"
    elif reference.tag == "a" and _PUNCTUATION.search(unquote(address)):
        yield "address-glued", f"“{address}” has taken punctuation along; close it before the sign"
    elif not is_own and "edit" not in reference.rel.split() and not _is_listed(site, host):
        yield (
            "domain-unlisted",
            f"{host} is not in {site.domains_file}; add it there with its reason, or take the link out",
        )
    if not is_own and reference.tag in _FETCHED and reference.rel not in _NEVER_FETCHED:
        yield "foreign-file", f"the page would fetch “{address}” from another host; put the file into the site"


def _of_protocol(address: str) -> Iterator[_Fault]:
    """Yield what is wrong with the way in which an address of another site is fetched."""
    if _LOCAL.match(address):
        yield "address-local", f"“{address}” is on one machine only; link to the published address"
    elif address.lower().startswith("http:"):
        yield "address-insecure", f"“{address}” can be read and changed on its way; write https:"


def _is_listed(site: Site, host: str) -> bool:
    """Tell whether the owner lists a host or a domain above it; without a list, every host is."""
    return not site.domains or any(host == each or host.endswith(f".{each}") for each in site.domains)
