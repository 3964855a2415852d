"""Language versions name each other, and a page keeps its reader in the language that they chose."""

from collections.abc import Iterator, Mapping

from ..document import Document
from ..finding import Finding
from ..html_folder import Site

_DEFAULT = "x-default"


def check(site: Site) -> Iterator[Finding]:
    """Report versions that do not answer, no default, and links that leave the language without need."""
    languages = {place: document.language for place, document in site.documents.items() if document.language}
    for document in site.judged.values():
        if document.versions and document.place in site.listed:
            yield from _versions(site, document)
            yield from _leaving(site, document, languages)


def _versions(site: Site, document: Document) -> Iterator[Finding]:
    place, mine = document.place, document.versions
    if _DEFAULT not in mine:
        message = "the page names its languages but no x-default; add the link"
        yield Finding(place, "hreflang-no-default", "", message)
    if place not in mine.values():
        yield Finding(place, "hreflang-without-itself", "", "the page does not name itself among its languages")
    for code, other in mine.items():
        there = site.documents.get(other)
        if there is None or code == _DEFAULT:
            continue
        answers = site.listed[other].versions if other in site.listed else {}
        if place not in (file for language, file in answers.items() if language != _DEFAULT):
            message = f"{site.address_of(other)} is named as the version in {code} but does not name this page"
            yield Finding(place, "hreflang-one-way", site.address_of(other), message)
        if there.language.split("-")[0] != code.split("-")[0]:
            message = f"{site.address_of(other)} is named as {code} but says lang=“{there.language}”"
            yield Finding(place, "hreflang-wrong-language", site.address_of(other), message)


def _leaving(site: Site, document: Document, languages: Mapping[str, str]) -> Iterator[Finding]:
    """Report links to a page of another language that exists in this one; links with hreflang are switchers."""
    mine = document.language
    for reference, (place, _, _) in document.inner:
        language = languages.get(place, mine) if place else mine
        if language == mine or reference.tag != "a" or reference.language:
            continue
        there = site.listed.get(place or "")
        if there is not None and mine in there.versions:
            message = f"“{reference.address}” leads to {language}, though the page exists in {mine}"
            yield Finding(document.place, "link-other-language", reference.address, message)
