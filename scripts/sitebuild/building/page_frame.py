"""What stands around the text of a page and comes from the content: doors that are always in sight, and the way on."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from ..model.content import Content
from ..model.page import Page


@dataclass(frozen=True, kw_only=True)
class Way:
    """A link of the frame: `address` is that of the page from the root of the site, `name` what readers see."""

    address: str
    name: str


def doors(content: Content, code: str, names: Sequence[str]) -> list[Way]:
    """Return the pages `names` under the short names that interface.yml has for them: pinned_help for help/index.md."""
    words = content.interface[code]
    return [Way(address=address(content, code, name), name=words[word_key(name)]) for name in names]


def word_key(name: str) -> str:
    """Return the key in interface.yml of the short name of a page: pinned_help for help/index.md."""
    place = PurePosixPath(name)
    return f"pinned_{place.parent.name if place.stem == 'index' else place.stem}"


def onward(content: Content, page: Page) -> list[Way]:
    """Return the pages that are needed after this one, as its source names them, with their titles."""
    source = content.page(content.source_language.code, page.name)
    return [
        Way(address=address(content, page.language, name), name=_title(content, page.language, name))
        for name in (source.next_pages if source else ())
        if content.page(content.source_language.code, name)
    ]


def address(content: Content, code: str, name: str) -> str:
    """Return the address of a page in a language; a page that is not translated is shown there in the source's."""
    page = content.page(code, name) or content.page(content.source_language.code, name)
    return content.language(code).prefix + (page.route if page else "")


def _title(content: Content, code: str, name: str) -> str:
    page = content.page(code, name) or content.page(content.source_language.code, name)
    return page.title if page else ""
