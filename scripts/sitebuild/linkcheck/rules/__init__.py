"""The rules of the link checker, one kind of fault a file; each is a function from a site to its findings."""

from collections.abc import Callable, Collection, Iterator

from ..finding import Finding
from ..html_folder import Site
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


def run(site: Site, chosen: Collection[str] | None = None) -> list[Finding]:
    """
    Return the findings about the judged pages and the other files, sorted, each once.

    `chosen` are the names of the rules that are asked; None asks all.
    """
    return sorted({finding for rule in RULES for finding in rule(site) if chosen is None or finding.rule in chosen})
