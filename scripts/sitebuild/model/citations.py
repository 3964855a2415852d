"""Which articles of laws a page rests on: those that it cites, and those behind the facts that it states."""

from collections.abc import Iterator

from .page import Page
from .registers import Registers


def of(page: Page, registers: Registers) -> Iterator[tuple[str, str]]:
    """Yield (law, article) of every citation of a page and of its facts; article is empty for a law as a whole."""
    for reference in page.references:
        if reference.scheme == "law" and reference.key in registers.laws:
            yield from ((reference.key, article) for article in reference.parts or ("",))
        elif reference.scheme == "fact" and reference.key in registers.facts:
            for authority in registers.facts[reference.key].authority:
                scheme, _, target = authority.partition(":")
                key, _, article = target.partition("/")
                if scheme == "law" and key in registers.laws:
                    yield key, article
