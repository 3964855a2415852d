"""An id stands once on a page: browsers take a link to a doubled one to the first, whichever was meant."""

from collections.abc import Iterator

from ...model.message import Message
from ..finding import Finding
from ..html_folder import Site


def check(site: Site) -> Iterator[Finding]:
    """Report ids that stand more than once."""
    for page in site.judged.values():
        for identifier in page.duplicate_ids:
            message = Message("the id “{identifier}” stands twice on this page; rename one", identifier=identifier)
            yield Finding(page.path, "id-doubled", identifier, message)
