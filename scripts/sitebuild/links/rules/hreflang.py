"""Language versions name each other, and a page keeps its reader in the language that they chose."""

from collections.abc import Iterator, Mapping

from ..document import Document
from ..finding import Finding
from ..site import Site

_DEFAULT = "x-default"


def check(site: Site) -> Iterator[Finding]:
    """Report versions that do not answer, no default, and links that leave the language without need."""
    versions = {place: _versions(document) for place, document in site.listed.items()}
    for place, document in site.listed.items():
        mine = versions[place]
        if not mine:
            continue
        if _DEFAULT not in mine:
            message = "the page names its languages but no x-default; add the link"
            yield Finding(place, "hreflang-no-default", "", message)
        if place not in mine.values():
            yield Finding(place, "hreflang-without-itself", "", "the page does not name itself among its languages")
        for code, other in mine.items():
            there = site.documents.get(other)
            answers = {file for language, file in versions.get(other, {}).items() if language != _DEFAULT}
            if there is not None and code != _DEFAULT and place not in answers:
                message = f"{site.address_of(other)} is named as the version in {code} but does not name this page"
                yield Finding(place, "hreflang-one-way", site.address_of(other), message)
            if there is not None and code != _DEFAULT and there.language.split("-")[0] != code.split("-")[0]:
                message = f"{site.address_of(other)} is named as {code} but says lang=“{there.language}”"
                yield Finding(place, "hreflang-wrong-language", site.address_of(other), message)
        yield from _leaving(site, document, versions)


def _versions(document: Document) -> Mapping[str, str]:
    """Return the files of a page's versions, by language."""
    found = {}
    for reference, target in document.inner:
        if reference.tag == "link" and reference.rel == "alternate" and reference.language and target.place:
            found[reference.language] = target.place
    return found


def _leaving(site: Site, document: Document, versions: Mapping[str, Mapping[str, str]]) -> Iterator[Finding]:
    """Report links to a page of another language that exists in this one; links with hreflang are switchers."""
    for reference, target in document.inner:
        if reference.tag != "a" or reference.language:
            continue
        there = site.documents.get(target.place or document.place)
        if there is None or there.language == document.language or not there.language:
            continue
        if versions.get(there.place, {}).get(document.language):
            message = f"“{reference.address}” leads to {there.language}, though the page exists in {document.language}"
            yield Finding(document.place, "link-other-language", reference.address, message)
