"""The rules of the link checker, in the order in which they were laid down."""

from collections.abc import Callable, Iterator

from ..finding import Finding
from ..site import Site
from . import hreflang, ids, metadata, pages, reach, schemes, sheets, sitemap, targets, words

RULES: tuple[Callable[[Site], Iterator[Finding]], ...] = (
    targets.check,
    ids.check,
    schemes.check,
    words.check,
    sheets.check,
    hreflang.check,
    metadata.check,
    sitemap.check,
    reach.check,
    pages.check,
)


def run(site: Site) -> list[Finding]:
    """Return every finding, sorted, each once."""
    return sorted({finding for rule in RULES for finding in rule(site)})
