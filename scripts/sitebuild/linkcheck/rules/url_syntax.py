"""
Every address is spelt so that it works for any reader, and leads where the owner of the site wants links to lead.

Web addresses begin with https: and a host that can be, as the URL standard has it; mailboxes and phone numbers can be
written to and called (RFC 6068, 3966, 5724); schemes are such as programs know; nothing is on the author's own machine
or waits for a script; and no page fetches files from another host, or tells one that somebody reads (the link types of
HTML say which do).
"""

from collections.abc import Iterator

from ...model.message import Message
from .. import address_attributes, contacts, hosts
from ..address import is_external, names_host, plain, scheme_of, slashed
from ..address_attributes import HtmlReference
from ..finding import Finding, Rule
from ..html_folder import Site
from ..punctuation import is_glued

_Fault = tuple[Rule, str]
"""A rule and a message."""


def check(site: Site) -> Iterator[Finding]:
    """Report addresses that are misspelt, insecure, local or empty, and those that are not on the owner's lists."""
    known: dict[HtmlReference, tuple[_Fault, ...]] = {}  # menus repeat the same links on every page
    for page in site.judged.values():
        for reference in page.references:
            faults = known.get(reference)
            if faults is None:
                faults = known[reference] = tuple(faults_of(site, reference))
            for rule, message in faults:
                yield Finding(page.path, rule, reference.address, message)


def faults_of(site: Site, reference: HtmlReference) -> Iterator[_Fault]:
    """Yield what is wrong with an address by itself, on whatever page it stands."""
    address = reference.address
    if not address and reference.attribute in ("href", "src"):
        yield (
            "address-empty",
            Message(
                "<{tag} {attribute}> is empty; give it an address or take it out",
                tag=reference.tag,
                attribute=reference.attribute,
            ),
        )
    whole = plain(address, site.url)
    scheme = scheme_of(whole)
    if whole != address and is_external(whole, site.url):
        message = Message(
            "“{address}” has not two slashes before its host; write {whole}",
            address=address,
            whole=whole or Message("an address"),
        )
        yield "address-malformed", message
    elif scheme or names_host(whole):
        yield from _of_whole_address(site, reference._replace(address=whole), scheme)
    elif reference.tag == "a" and ".md" in address and address.partition("#")[0].partition("?")[0].endswith(".md"):
        message = Message(
            "“{address}” is a Markdown file; link to it in Markdown, so that it becomes a page", address=address
        )
        yield "markdown-address", message


def _of_whole_address(site: Site, reference: HtmlReference, scheme: str) -> Iterator[_Fault]:
    """Yield the faults of an address that has a scheme, or a host without one."""
    address = reference.address
    if not scheme:
        if is_external(address, site.url):
            whole = f"https:{slashed(address)}"
            yield (
                "address-without-scheme",
                Message("“{address}” has no scheme; write {whole}", address=address, whole=whole),
            )
            yield from _of_host(site, reference, whole)
    elif scheme in ("http", "https"):
        yield from _of_web_address(site, reference)
    elif scheme == "javascript":
        yield "address-javascript", "a link must lead somewhere without scripts; give it an address"
    elif scheme == "mailto":
        if not contacts.is_mail(address):
            yield (
                "mail-malformed",
                Message("“{address}” is no mailbox; write mailto:name@host.example", address=address),
            )
    elif scheme in ("tel", "sms"):
        yield from _of_phone_number(site, address)
    elif scheme == "file" or hosts.is_drive(scheme):
        yield "address-local", Message("“{address}” is a file of one machine; put it into the site", address=address)
    elif not hosts.is_known_scheme(scheme):
        yield "scheme-unknown", _of_unknown_scheme(address, scheme)


def _of_unknown_scheme(address: str, scheme: str) -> str:
    near = hosts.meant(scheme)
    if near:
        return Message(
            "“{scheme}:” in “{address}” is no scheme that programs know; write {near}:",
            scheme=scheme,
            address=address,
            near=near,
        )
    if "." in scheme or scheme == "localhost":
        return Message("“{address}” has no scheme; write https://{address}", address=address)
    return Message(
        "“{scheme}:” in “{address}” is no scheme that programs know; correct it, or take the link out",
        scheme=scheme,
        address=address,
    )


def _of_phone_number(site: Site, address: str) -> Iterator[_Fault]:
    for number in contacts.numbers(address):
        if number is None:
            yield "phone-malformed", Message("“{address}” cannot be dialled; write tel: and digits", address=address)
        elif site.listed.phone_numbers and number not in site.listed.phone_numbers:
            yield "phone-unregistered", Message("{number} is in no register; write [](phone:key)", number=number)


def _of_web_address(site: Site, reference: HtmlReference) -> Iterator[_Fault]:
    address = reference.address
    if not is_external(address, site.url):
        if reference.tag == "a" and is_glued(address):
            yield _glued(address)
        return
    parts = hosts.split(address)
    if parts and hosts.is_local(parts.hostname or ""):
        yield (
            "address-local",
            Message("“{address}” is on one machine only; link to the published address", address=address),
        )
    elif scheme_of(address) == "http":
        yield (
            "address-insecure",
            Message("“{address}” can be read and changed on its way; write https:", address=address),
        )
    yield from _of_host(site, reference, address)


def _of_host(site: Site, reference: HtmlReference, whole: str) -> Iterator[_Fault]:
    """Yield what is wrong with the host of an address of another site; `whole` is the address with its scheme."""
    address = reference.address
    parts = hosts.split(whole)
    host = parts.hostname if parts else None
    if not parts:
        yield "address-malformed", Message("“{address}” is no address; correct it", address=address)
    elif not host:
        yield "address-malformed", Message("“{address}” names no host; correct it", address=address)
    elif reference.tag == "a" and is_glued(address):
        yield _glued(address)
    elif not hosts.is_possible(host):
        yield (
            "address-malformed",
            Message("“{address}”: there can be no host “{host}”; correct it", address=address, host=host),
        )
    elif "edit" not in reference.rel.split() and not _is_listed(site, host):
        message = Message(
            "{host} is not in {domains_file}; add it there with its reason, or take the link out",
            host=host,
            domains_file=site.listed.domains_file,
        )
        yield "domain-unlisted", message
    if address_attributes.is_fetched(reference):
        yield "foreign-file", _of_fetched(reference)
    elif address_attributes.is_hint(reference):
        message = Message("“{address}” tells another host that somebody reads this page; take it out", address=address)
        yield "foreign-hint", message


def _of_fetched(reference: HtmlReference) -> Message:
    address = reference.address
    if (reference.tag, reference.attribute) == ("style", "url"):
        return Message(
            "the sheet would fetch “{address}” from another host; put the file into the site", address=address
        )
    return Message("the page would fetch “{address}” from another host; put the file into the site", address=address)


def _glued(address: str) -> _Fault:
    return "address-glued", Message(
        "“{address}” has taken punctuation along; close it before the sign", address=address
    )


def _is_listed(site: Site, host: str) -> bool:
    """Tell whether the owner lists a host or a domain above it; without a list, every host is."""
    return not site.listed.domains or any(host == each or host.endswith(f".{each}") for each in site.listed.domains)
