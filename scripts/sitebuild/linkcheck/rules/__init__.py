"""The rules of the link checker, one kind of fault a file; each is a function from a site to its findings."""

from collections.abc import Callable, Collection, Iterator

from ..address_attributes import HtmlReference
from ..finding import Finding
from ..html_folder import Site
from ..references import LookedFor, may_be_misspelt
from ..settings import LINKS
from . import (
    accessible_links,
    css_files,
    duplicate_ids,
    hreflang,
    metadata,
    page_head,
    reachability,
    sitemap,
    targets,
    url_syntax,
)

RULES: tuple[Callable[[Site], Iterator[Finding]], ...] = (
    targets.check,
    duplicate_ids.check,
    url_syntax.check,
    accessible_links.check,
    css_files.check,
    hreflang.check,
    metadata.check,
    sitemap.check,
    reachability.check,
    page_head.check,
)


_KEPT = 20_000
"""So many addresses are remembered."""
_OF_TASTE = (duplicate_ids.check, accessible_links.check, hreflang.check, reachability.check)
"""Those that say how a site should be; a site that is read for its links alone does not show it."""


def run(site: Site, chosen: Collection[str] | None = None) -> list[Finding]:
    """
    Return the findings about the judged pages and the other files, sorted, each once.

    `chosen` are the names of the rules that are asked; None asks all.
    """
    asked = [rule for rule in RULES if not (site.looked_for.only_links and rule in _OF_TASTE)]
    return sorted({finding for rule in asked for finding in rule(site) if chosen is None or finding.rule in chosen})


def looked_for(site: Site, chosen: Collection[str] | None) -> LookedFor:
    """Return what to look for in the pages of a site if these rules are chosen."""
    if chosen is None or not set(LINKS).issuperset(chosen):
        return LookedFor()

    known: dict[HtmlReference, bool] = {}

    def may_be_wrong(reference: HtmlReference) -> bool:
        if not may_be_misspelt(reference):
            return False
        is_wrong = known.get(reference)
        if is_wrong is None:
            if len(known) > _KEPT:
                known.clear()
            faults = url_syntax.faults_of(site, reference)
            is_wrong = known[reference] = any(rule in chosen for rule, _ in faults)
        return is_wrong

    return LookedFor(may_be_wrong, only_links=True)
