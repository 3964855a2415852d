"""
The ledger of published addresses (docs/_data/urls.txt): none of them may stop working.

Readers have bookmarked, printed and sent them. An address is relative to the
root of the site: `rights/delete/` for a page, `rights/delete/#after-payoff`
for a section, `./` for the home page; in a translation with the folder of the
language in front, such as `en/rights/delete/`.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ..model.content import Content, Language
from ..model.message import Message
from ..model.page import Page
from ..model.problem import Problem
from ..model.register_paths import REDIRECTS, URLS

HOME = "./"

_ADDRESS = re.compile(r"(?:\./|(?:(?!\.\.?/)[^\s/#?%:\\\"'<>&]+/)+)(?:#[^\s/#?%\\\"'<>&]+)?")
_BYTE_ORDER_MARK = "\ufeff"


def published(content: Content, extra: Iterable[str] = ()) -> list[str]:
    """
    Return the address of every page and section, sorted, each once.

    A page that is not translated is published in the source language, so it
    and its sections have addresses in the translation too. `extra` are
    addresses in generated text, such as `laws/#pipl`.
    """
    found = pages(content)
    sections = (
        f"{address}#{heading.anchor}" for address, page in found.items() for heading in page.headings if heading.anchor
    )
    return sorted({*found, *sections, *extra})


def pages(content: Content) -> dict[str, Page]:
    """Return the page at each address of a page: an untranslated one has the source page in every translation."""
    untranslated = {
        language.prefix + page.route or HOME: page
        for language in content.translations
        for page in content.missing(language.code)
    }
    return {**untranslated, **{page_address(content, page): page for page in content.pages}}


def page_address(content: Content, page: Page) -> str:
    """Return the address of a page, such as `en/rights/delete/`."""
    return content.language(page.language).prefix + page.route or HOME


def language(content: Content, address: str) -> Language:
    """Return the language that an address belongs to."""
    return next((each for each in content.translations if address.startswith(each.prefix)), content.source_language)


def is_address(text: str) -> bool:
    """Tell whether a text has the form of an address, as defined at the top of this module."""
    return bool(_ADDRESS.fullmatch(text))


def split(address: str) -> tuple[str, str]:
    """Return (address of the page, id of the section); the id is empty for the address of a page."""
    page, _, section = address.partition("#")
    return page, section


def read(text: str) -> tuple[list[str], list[Problem]]:
    """
    Return the lines of the ledger, and a problem for each line that is not an address.

    Such a line is an empty string in the result, so that line n of the file is
    always at index n - 1. `text` is empty for a missing file.
    """
    lines = text.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n").rstrip("\n").split("\n")
    problems = [
        Problem(path=URLS, line=number, column=_column(line), rule="url-malformed", message=_advice(line))
        for number, line in enumerate(lines, start=1)
        if line and not is_address(line)
    ]
    addresses = [line if is_address(line) else "" for line in lines]
    return (addresses if text else []), problems


def check(ledger_lines: Sequence[str], published: Collection[str], redirects: Mapping[str, str]) -> Iterator[Problem]:
    """
    Report addresses of the ledger that are neither published nor redirected.

    `ledger_lines` are those of `read`; `redirects` gives new addresses by old
    ones. A published address that is missing in the ledger is no problem: only
    the command `urls` adds it.
    """
    known = frozenset(published)
    for number, address in enumerate(ledger_lines, start=1):
        if address and address not in known and not _is_redirected(address, known, redirects):
            message = Message(
                "“{address}” was published and is gone: put it back, or add a line “{address}: {{to: …, "
                "since: …, reason: …}}” to {redirects}",
                address=address,
                redirects=REDIRECTS,
            )
            yield Problem(path=URLS, line=number, rule="url-removed", message=message)


def render(addresses: Iterable[str]) -> str:
    """Return the text of the ledger with exactly these addresses; the caller includes the old ones."""
    return "".join(f"{address}\n" for address in sorted(set(filter(None, addresses))))


def _is_redirected(address: str, published: Collection[str], redirects: Mapping[str, str]) -> bool:
    """Tell whether an address has a redirect, or its page has one to a page with the same section id."""
    if address in redirects:
        return True
    page, section = split(address)
    to = redirects.get(page, "")
    return bool(section and to) and ("#" in to or f"{to}#{section}" in published)


def _column(line: str) -> int:
    """Return the column, from 1, of the first character that may not stand in an address."""
    begun = _ADDRESS.match(line)
    return begun.end() + 1 if begun else 1


def _advice(line: str) -> str:
    if line != line.strip():
        return "take out the spaces around the address"
    return Message(
        "“{line}” is no address: write it from the root of the site, such as rights/delete/#after-payoff", line=line
    )
