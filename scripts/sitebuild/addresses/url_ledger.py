"""
The ledger of published addresses: what readers have bookmarked, printed or sent to somebody never dies.

An address is relative to the root of the site: a page is `rights/delete/`, a
section `rights/delete/#after-payoff`, the home page `./`; those of a
translation begin with its folder, such as `en/`. The file has one address a
line, sorted.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ..model.content import Content, Language
from ..model.page import Page
from ..model.problem import Problem
from ..model.register_paths import REDIRECTS, URLS

HOME = "./"

_ADDRESS = re.compile(r"(?:\./|(?:(?!\.\.?/)[^\s/#?%:\\\"'<>&]+/)+)(?:#[^\s/#?%\\\"'<>&]+)?")
_BYTE_ORDER_MARK = "\ufeff"


def published(content: Content, extra: Iterable[str] = ()) -> list[str]:
    """
    Return the address of every page and section, sorted, each once.

    A page that a translation lacks has an address there too, and so have its
    sections: readers find the source text at it. `extra` are addresses that only the build knows, such
    as `laws/#pipl-47`.
    """
    found = pages(content)
    sections = (
        f"{address}#{heading.anchor}" for address, page in found.items() for heading in page.headings if heading.anchor
    )
    return sorted({*found, *sections, *extra})


def pages(content: Content) -> dict[str, Page]:
    """Return the page that readers find at each address: where a translation lacks it, the source page."""
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
    """Tell whether a text is the address of a page or of a section, spelt as the ledger spells it."""
    return bool(_ADDRESS.fullmatch(text))


def split(address: str) -> tuple[str, str]:
    """Return the page of an address and the id of its section; the id of a whole page is empty."""
    page, _, section = address.partition("#")
    return page, section


def read(text: str) -> tuple[list[str], list[Problem]]:
    """
    Return the lines of the ledger, and the lines that are no addresses as problems.

    Line n of the file is at n - 1; what is no address is empty there. The
    text of a missing file is empty, and so is its ledger.
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
    Report addresses that were published once and now lead nowhere.

    `ledger_lines` are those of `read`; `redirects` gives new addresses by
    old ones. An address that is not in the ledger yet is no problem: a
    writer need not run anything.
    """
    known = frozenset(published)
    for number, address in enumerate(ledger_lines, start=1):
        if address and address not in known and not _leads_on(address, known, redirects):
            message = (
                f"“{address}” was published and is gone: put it back, or add a line "
                f"“{address}: {{to: …, since: …, reason: …}}” to {REDIRECTS}"
            )
            yield Problem(path=URLS, line=number, rule="url-removed", message=message)


def render(addresses: Iterable[str]) -> str:
    """Return the text of the ledger; give it the old addresses and the new ones, for it never forgets."""
    return "".join(f"{address}\n" for address in sorted(set(filter(None, addresses))))


def _leads_on(address: str, published: Collection[str], redirects: Mapping[str, str]) -> bool:
    """Tell whether a redirect takes care of an address: its own, or that of its page, which keeps the id."""
    if address in redirects:
        return True
    page, section = split(address)
    to = redirects.get(page, "")
    return bool(section and to) and ("#" in to or f"{to}#{section}" in published)


def _column(line: str) -> int:
    """Return the column, from 1, of the first sign that makes a line no address."""
    begun = _ADDRESS.match(line)
    return begun.end() + 1 if begun else 1


def _advice(line: str) -> str:
    if line != line.strip():
        return "take out the spaces around the address"
    return f"“{line}” is no address: write it from the root of the site, such as rights/delete/#after-payoff"
