"""What a page leads to or needs is there, in the same spelling, and so is the section."""

from collections.abc import Iterator

from ..address import Target, fragment_found
from ..document import Document
from ..finding import Finding, Rule
from ..html_folder import Site
from ..tags import Reference

_FOLLOWED = ("a", "area", "form", "meta")


def check(site: Site) -> Iterator[Finding]:
    """Report addresses inside the site that lead nowhere."""
    for document in site.judged.values():
        for reference, target in document.inner:
            place, _, fragment = target
            if fragment or place is None:
                yield from _reference(site, document, reference, target)
        refresh = Reference("meta", "refresh", document.refresh)
        if site.inside(refresh):
            yield from _reference(site, document, refresh, site.target(document, document.refresh))


def _reference(site: Site, document: Document, reference: Reference, target: Target) -> Iterator[Finding]:
    if target.place is None:
        yield _missing(site, document, reference, target.wanted)
        return
    there = site.documents.get(target.place or document.place)
    if there is not None:
        if target.fragment and not fragment_found(target.fragment, there.ids):
            message = f"“{reference.address}” points to a section that does not exist; use an id of that page"
            yield Finding(document.place, "anchor-unknown", reference.address, message)
    elif target.fragment and target.place.endswith(".svg") and reference.tag in ("use", "image", "img"):
        text = (site.folder / target.place).read_text(encoding="utf-8", errors="replace")
        if f'id="{target.fragment}"' not in text and "svgView" not in target.fragment:
            message = f"the picture has no part #{target.fragment}; use one of its ids"
            yield Finding(document.place, "anchor-unknown", reference.address, message)


def _missing(site: Site, document: Document, reference: Reference, wanted: str) -> Finding:
    other = site.lower.get(wanted.casefold()) or site.lower.get(f"{wanted}/index.html".casefold())
    if other and other not in (wanted, f"{wanted}/index.html"):
        message = (
            f"“{reference.address}” is spelt with other capitals than {site.address_of(other)}; servers tell them apart"
        )
        return Finding(document.place, "case-wrong", reference.address, message)
    rule: Rule = "page-missing" if reference.tag in _FOLLOWED else "file-missing"
    message = f"<{reference.tag}> leads to “{reference.address}”, which is not in the site; correct it or add the file"
    return Finding(document.place, rule, reference.address, message)
