"""Readers can reach every page by links, and no link leads through a detour or to a page kept from them."""

from collections.abc import Iterator

from ..finding import Finding
from ..html_folder import FOLLOWED, Site


def check(site: Site) -> Iterator[Finding]:
    """Report orphans, links through redirects, and links to pages that are not to be found."""
    detours = {place: there for place, there in site.documents.items() if there.refresh or there.withheld}
    for document in site.judged.values() if detours else ():
        for reference, (place, _, _) in document.inner:
            there = detours.get(place) if place and reference.tag in FOLLOWED else None
            if there is None or there is document:
                continue
            if there.refresh:
                message = f"“{reference.address}” only passes on to “{there.refresh}”; link there"
                yield Finding(document.place, "link-to-redirect", reference.address, message)
            elif there.withheld and document.place in site.listed and not reference.language:
                message = f"“{reference.address}” is kept from search engines; link to a page that is published"
                yield Finding(document.place, "link-to-noindex", reference.address, message)
    for place in site.listed:
        if place in site.judged and place != "index.html" and place not in site.reached:
            message = f"no page links to {site.address_of(place)}; add a link or put it into the menu"
            yield Finding(place, "page-orphan", "", message)
