"""
Every file that a style sheet names is in the site, and none comes from another host.

The sheets are read as CSS Syntax 3 says; an address in one is joined to that of the sheet (CSS Values 4).
"""

import posixpath
from collections.abc import Iterator
from functools import lru_cache

from ...model.message import Message
from .. import address, css
from ..address_attributes import HtmlReference
from ..finding import Finding
from ..html_folder import Site
from . import url_syntax

_KEPT = 32
"""So many sheets are remembered: a site in many languages, or versions, has the same ones for each."""


def check(site: Site) -> Iterator[Finding]:
    """Report addresses in style sheets that lead nowhere, cannot be, or are those of another host."""
    for path in site.stylesheet_paths if site.judges_files else ():
        for each in _addresses(site.content(path)):
            yield from _check_address(site, path, each)


@lru_cache(_KEPT)
def _addresses(content: bytes) -> tuple[str, ...]:
    return tuple(css.addresses(css.decoded(content)))


def _check_address(site: Site, path: str, written: str) -> Iterator[Finding]:
    if written.startswith("#"):
        return
    if not address.is_external(written, site.url):
        if address.resolve(written, posixpath.dirname(path), "", site.files, site.root).path is None:
            lacking = Message(
                "the sheet needs “{written}”, which is not in the site; correct it or add the file", written=written
            )
            yield Finding(path, "file-missing", written, lacking)
        return
    for rule, message in url_syntax.faults_of(site, HtmlReference("style", "url", written)):
        yield Finding(path, rule, written, message)
