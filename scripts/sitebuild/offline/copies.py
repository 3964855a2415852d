"""Which copies there are: each with its kind, the name of its file, and what makes it."""

import functools
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..model.content import Content
from . import zip_site
from .built_site import BuiltSite
from .edition import Edition
from .epub import book
from .kinds import EPUB, RESCUE, ZIP
from .licences import Licences
from .rescue import rescue_page


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


def kind_of(name: str) -> str:
    """Return the kind of the copy with a name."""
    return ZIP if name == zip_site.NAME else EPUB if name.endswith(f".{EPUB}") else RESCUE


def is_for(name: str, content: Content, code: str) -> bool:
    """Tell whether a file among the copies is of use to readers of a language: its own, or that for all of them."""
    others = {
        each
        for language in content.languages
        if language.code != code
        for each in (rescue_page.name(content, language.code), book.name(content, language.code))
    }
    return name not in others


def _encoded(page: Callable[[], str]) -> bytes:
    return page().encode("utf-8")
