"""The references of many pages → where they lead, each worked out once per folder and not once per page."""

import posixpath
from collections.abc import Iterator, Mapping

from . import address
from .address_attributes import HtmlReference, is_page
from .html_page import HtmlPage

FOLLOWED = ("a", "area")
"""Elements that take a reader to another page."""
_KEPT = 50_000
"""So many addresses are remembered: a large site has millions, and few of them on many pages."""


class _Climbs(dict[str, "tuple[int, str] | None"]):
    """Gives for an address of the site what `_climb` gives, and None for an address that leaves the site."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url

    def __missing__(self, written: str) -> tuple[int, str] | None:
        plain = address.plain(written, self.url)
        leaves = not written or address.is_external(plain, self.url)
        if len(self) > _KEPT:
            self.clear()
        self[written] = climb = None if leaves else _climb(plain)
        return climb


class Resolver:
    """
    Works out where references lead, and keeps what it found for the next pages.

    A menu repeats its addresses on every page, with another number of `../` at
    every depth. So an address is resolved from the folder that it climbs to,
    and all pages below that folder share the result.
    """

    def __init__(self, files: Mapping[str, str], root: str, url: str) -> None:
        """Begin for a site; `files` and `root` are as `address.resolve` takes them, `url` is where it is served."""
        self._files = files
        self._root = root
        self._climbs = _Climbs(url)
        self._resolved: dict[tuple[str, str], dict[HtmlReference, tuple[HtmlReference, address.Target]]] = {}

    def resolve(self, page: HtmlPage) -> None:
        """Fill in the references of a page that stay in the site, and its versions in other languages."""
        if page.base or page.has_foreign_base:
            self._resolve_with_base(page)
            return
        folders = list(_with_parents(posixpath.dirname(page.path)))
        resolved = [self._resolved.setdefault((each, ""), {}) for each in folders]
        # Most links to a section of the page itself are right: no rule asks for them.
        found: list[tuple[HtmlReference, address.Target]] = []
        ids = page.ids
        climbs = self._climbs
        for reference in page.references:
            written = reference.address
            if written[:1] == "#" and written[1:] in ids:
                continue
            climb = climbs[written]
            if climb is None:
                continue
            up, rest = climb if climb[0] < len(folders) else (0, f"{'../' * climb[0]}{climb[1].removeprefix('./')}")
            pair = resolved[up].get(reference)
            if pair is None:
                if len(resolved[up]) > _KEPT:
                    resolved[up].clear()
                target = address.resolve(rest, folders[up], "", self._files, self._root)
                pair = resolved[up][reference] = reference, target
            if _is_asked_for(pair):
                found.append(pair)
            if reference.hreflang:
                _note_version(page, *pair)
        _let_go(page, found)

    def _resolve_with_base(self, page: HtmlPage) -> None:
        """Do the same for a page whose <base> changes where all addresses lead: no other page says anything of them."""
        found = []
        for reference in page.references:
            if self._climbs[reference.address] is None:
                continue
            written = address.plain(reference.address, self._climbs.url)
            if written.startswith("#") and not is_page(reference):
                # SVG 2 and CSS Values 4: a fragment alone is one of the page itself, whatever its base.
                target = address.Target("", "", written[1:])
            elif page.has_foreign_base and not address.scheme_of(written) and not address.names_host(written):
                continue
            else:
                folder = posixpath.dirname(page.path)
                target = address.resolve(written, folder, page.base, self._files, self._root)
            if _is_asked_for((reference, target)):
                found.append((reference, target))
            if reference.hreflang:
                _note_version(page, reference, target)
        _let_go(page, found)


def _is_asked_for(pair: tuple[HtmlReference, address.Target]) -> bool:
    """Tell whether a rule looks at a reference: it is a link, names a section, or leads nowhere."""
    reference, target = pair
    return target.path is None or bool(target.fragment) or reference.tag in FOLLOWED


def _let_go(page: HtmlPage, found: list[tuple[HtmlReference, address.Target]]) -> None:
    """Leave on a page what rules look at: tens of thousands of pages would else keep millions of addresses."""
    if found:
        page.internal_references = found
    left = [each for each in page.references if _may_be_misspelt(each.address)]
    page.references = left or ()


def _may_be_misspelt(written: str) -> bool:
    """Tell whether the spelling of an address can be wrong: one of a file, seen from its page, is only there or not."""
    return written[:1] in ("", "/", "\\") or ":" in written or ".md" in written


def _note_version(page: HtmlPage, reference: HtmlReference, target: address.Target) -> None:
    """Note on a page the file of its version in another language, if that is what a reference leads to."""
    if reference.tag == "link" and "alternate" in reference.rel.split() and target.path:
        page.versions = {**page.versions, reference.hreflang: target.path}


def _with_parents(folder: str) -> Iterator[str]:
    """Yield a folder and those above it, the folder of the site last: `a/b`, `a`, empty."""
    yield folder
    while folder:
        folder = posixpath.dirname(folder)
        yield folder


def _climb(written: str) -> tuple[int, str]:
    """Return how many folders an address goes up first, and the rest of it, as seen from there."""
    rest = written
    while rest.startswith("../"):
        rest = rest[3:]
    up = (len(written) - len(rest)) // 3
    # What is left of `../`, `../#x` and `..//x` would mean something else by itself.
    return up, f"./{rest}" if up and rest[:1] in ("", "#", "?", "/") else rest
