"""Links and pictures say what they are, and nothing is left as it was typed."""

from collections.abc import Iterator

from ..finding import Finding
from ..html_folder import Site


def check(site: Site) -> Iterator[Finding]:
    """Report links without words, pictures without alt, new windows without rel, and Markdown that nothing resolved."""
    for document in site.judged.values():
        for address in document.unnamed:
            message = f"the link to “{address}” has no words; say where it leads"
            yield Finding(document.place, "link-without-words", address, message)
        for address in document.blind:
            message = f'the picture “{address}” has no alt; describe it, or write alt="" if it only decorates'
            yield Finding(document.place, "alt-missing", address, message)
        for address in document.opened:
            message = f'“{address}” opens a window that can steer this one; add rel="noopener"'
            yield Finding(document.place, "window-without-rel", address, message)
        for text in document.unfinished:
            message = f"“{text}” was published as it was typed; complete the link or its reference"
            yield Finding(document.place, "markdown-left", text, message)
