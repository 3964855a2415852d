"""Which copies there are: each with its kind, the name of its file, and what makes it."""

import functools
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..model.content import Content
from . import zip_site
from .built_site import BuiltSite
from .edition import Edition
from .epub import book
from .licences import Licences
from .rescue import rescue_page

ZIP, RESCUE, EPUB = "zip", "rescue", "epub"
KINDS = (ZIP, RESCUE, EPUB)


class Copy(NamedTuple):
    """A copy: its kind, the name of its file, and what makes its bytes, which may raise NotBuiltError."""

    kind: str
    name: str
    make: Callable[[], bytes]


def of_site(site: BuiltSite, content: Content, edition: Edition, licences: Licences) -> Iterator[Copy]:
    """Yield all copies of a built site: the zip for all languages, the others for each."""
    yield Copy(ZIP, zip_site.NAME, functools.partial(zip_site.make, site, content, edition, licences))
    codes = [language.code for language in content.languages]
    for code in codes:
        page = functools.partial(rescue_page.make, site, content, code, edition)
        yield Copy(RESCUE, rescue_page.name(content, code), functools.partial(_encoded, page))
    for code in codes:
        yield Copy(EPUB, book.name(content, code), functools.partial(book.make, site, content, code, edition))


def _encoded(page: Callable[[], str]) -> bytes:
    return page().encode("utf-8")
