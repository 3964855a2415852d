"""
Links and pictures say what they are to everybody, and no Markdown link reaches readers unresolved.

People who use a screen reader hear the text or label of a link and the alt of a picture; without one they hear an
address at best. A window that a link opens without rel="noopener" may change the page from which it was opened.
"""

from collections.abc import Iterator

from ...model.message import Message
from ..finding import Finding
from ..html_folder import Site


def check(site: Site) -> Iterator[Finding]:
    """Report links without text or label, pictures without alt, unsafe new windows, and unresolved Markdown links."""
    for page in site.judged.values():
        for address in page.links_without_name:
            message = Message("the link to “{address}” has no words; say where it leads", address=address)
            yield Finding(page.path, "link-without-words", address, message)
        for address in page.images_without_alt:
            message = Message(
                'the picture “{address}” has no alt; describe it, or write alt="" if it only decorates', address=address
            )
            yield Finding(page.path, "alt-missing", address, message)
        for address in page.unsafe_new_windows:
            message = Message('“{address}” opens a window that can steer this one; add rel="noopener"', address=address)
            yield Finding(page.path, "window-without-rel", address, message)
        for text in page.unresolved_markdown:
            message = Message("“{text}” was published as it was typed; complete the link or its reference", text=text)
            yield Finding(page.path, "markdown-left", text, message)
