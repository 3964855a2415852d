"""Every file and every section to which a page leads or that it needs is in the site, in the same capitals."""

from collections.abc import Iterator

from ..address import Target, fragment_found
from ..finding import Finding, Rule
from ..html_folder import Site
from ..html_page import HtmlPage
from ..tags import HtmlReference

_LEAD_TO_PAGES = ("a", "area", "form", "meta")
"""Elements whose address is a page; those of all others are files that a page needs."""


def check(site: Site) -> Iterator[Finding]:
    """Report addresses inside the site that lead to no file, or to no section of a page or part of an SVG picture."""
    for page in site.judged.values():
        for reference, target in page.internal_references:
            path, _, fragment = target
            if fragment or path is None:
                yield from _check_reference(site, page, reference, target)
        redirect = HtmlReference("meta", "refresh", page.redirect)
        if site.is_internal(redirect):
            yield from _check_reference(site, page, redirect, site.resolve(page, page.redirect))


def _check_reference(site: Site, page: HtmlPage, reference: HtmlReference, target: Target) -> Iterator[Finding]:
    if target.path is None:
        yield _missing(site, page, reference, target.wanted)
        return
    there = site.pages.get(target.path or page.path)
    if there is not None:
        if target.fragment and not fragment_found(target.fragment, there.ids):
            message = f"“{reference.address}” points to a section that does not exist; use an id of that page"
            yield Finding(page.path, "anchor-unknown", reference.address, message)
    elif target.fragment and target.path.endswith(".svg") and reference.tag in ("use", "image", "img"):
        text = (site.folder / target.path).read_text(encoding="utf-8", errors="replace")
        if f'id="{target.fragment}"' not in text and "svgView" not in target.fragment:
            message = f"the picture has no part #{target.fragment}; use one of its ids"
            yield Finding(page.path, "anchor-unknown", reference.address, message)


def _missing(site: Site, page: HtmlPage, reference: HtmlReference, wanted: str) -> Finding:
    """Return what to say of a file that is not there: it may only be spelt with other capitals."""
    other = site.casefolded.get(wanted.casefold()) or site.casefolded.get(f"{wanted}/index.html".casefold())
    if other and other not in (wanted, f"{wanted}/index.html"):
        message = (
            f"“{reference.address}” is spelt with other capitals than {site.address_of(other)}; servers tell them apart"
        )
        return Finding(page.path, "case-wrong", reference.address, message)
    rule: Rule = "page-missing" if reference.tag in _LEAD_TO_PAGES else "file-missing"
    message = f"<{reference.tag}> leads to “{reference.address}”, which is not in the site; correct it or add the file"
    return Finding(page.path, rule, reference.address, message)
