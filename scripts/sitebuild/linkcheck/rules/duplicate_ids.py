"""An id stands once on a page: a link to a doubled one goes to the first."""

from collections.abc import Iterator

from ..finding import Finding
from ..html_folder import Site


def check(site: Site) -> Iterator[Finding]:
    """Report ids that stand more than once."""
    for document in site.judged.values():
        for identifier in document.doubled:
            message = f"the id “{identifier}” stands twice on this page; rename one"
            yield Finding(document.place, "id-doubled", identifier, message)
