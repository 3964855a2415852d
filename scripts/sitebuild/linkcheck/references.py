"""The references of many pages → where they lead, each worked out once per folder and not once per page."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, Protocol

from . import address
from .address_attributes import HtmlReference, is_page
from .html_page import HtmlPage

FOLLOWED = ("a", "area")
"""Elements that take a reader to another page."""
_FRAGMENT = b"location.hash"
_ANYWHERE = (-1, "")
"""Where what means the same on every page is seen from: the last folder of a page is that of the site."""
_KEPT = 50_000
"""So many addresses are remembered: a large site has millions, and few of them on many pages."""


def may_be_misspelt(reference: HtmlReference) -> bool:
    """Tell whether the spelling of an address can be wrong: one of a file, seen from its page, is only there or not."""
    written = reference.address
    return written[:1] in ("", "/", "\\") or ":" in written or ".md" in written


class LookedFor(NamedTuple):
    """What is looked for in references: which may be spelt wrongly, and whether nothing but dead links is."""

    may_be_wrong: Callable[[HtmlReference], bool] = may_be_misspelt
    only_links: bool = False


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


class Served(Protocol):
    """What must be known of a site: where it is served, and its files, as `address.resolve` takes them."""

    url: str
    files: Mapping[str, str]

    @property
    def root(self) -> str:
        """The part of the URL after the host."""

    def content(self, path: str) -> bytes:
        """Return what is in a file."""


class _Outcome(NamedTuple):
    """What is known of a reference on the pages below a folder."""

    reference: HtmlReference
    up: int
    folder: str
    """The folder from which it was resolved, and how many folders above that of its page this is."""
    pair: tuple[HtmlReference, address.Target] | None = None
    """The reference and where it leads, if a rule looks at it."""
    own_section: str = ""
    """The section of the page itself to which it leads: most are there, and then no rule looks at it."""
    is_kept: bool = False
    """Whether its spelling may be wrong."""
    is_script_of_fragments: bool = False
    """Whether it is a script that looks at the fragment of its page."""
    version: str = ""
    """The file to which it leads, if that is the page in another language."""


class Resolver:
    """
    Works out where references lead, and keeps what it found for the next pages.

    A menu repeats its addresses on every page, with another number of `../` at
    every depth. So an address is resolved from the folder that it climbs to,
    and all pages below that folder share the result.
    """

    def __init__(self, site: Served, looked_for: LookedFor) -> None:
        """Begin for a site."""
        self._files = site.files
        self._root = site.root
        self._site = site
        self._looked_for = looked_for
        self._climbs = _Climbs(site.url)
        self._resolved: dict[tuple[str, str], dict[HtmlReference, address.Target]] = {}
        self._looking: dict[str, bool] = {}
        self._folders: list[str] = []
        self._outcomes: dict[int, _Outcome] = {}
        self._at_depth: dict[int, dict[int, _Outcome]] = {}

    def resolve(self, page: HtmlPage) -> None:
        """Fill in the references of a page that stay in the site, and its versions in other languages."""
        folder = page.path.rpartition("/")[0]
        if page.base or page.has_foreign_base:
            self._resolve_with_base(page, folder)
            return
        if not self._folders or self._folders[0] != folder:
            self._folders = list(_with_parents(folder))
            # At one depth a menu has as many `../` on all pages.
            self._outcomes = self._at_depth.setdefault(len(self._folders), {})
        if len(self._outcomes) > _KEPT:
            self._outcomes.clear()
        outcomes, ids, folders = self._outcomes, page.ids, self._folders
        found: list[tuple[HtmlReference, address.Target]] = []
        kept: list[HtmlReference] = []
        for reference in page.references:
            # One object stands for a reference on all pages, and an outcome keeps it: nothing else gets its number.
            outcome = outcomes.get(id(reference))
            if outcome is None or folders[outcome[1]] != outcome[2]:
                outcome = outcomes[id(reference)] = self._outcome(reference)
            _, _, _, pair, own_section, is_kept, looks, version = outcome
            if pair and not (own_section and own_section in ids):
                found.append(pair)
            if is_kept:
                kept.append(reference)
            if looks:
                page.reads_fragment = True
            if version:
                page.versions = {**page.versions, reference.hreflang: version}
        _let_go(page, found, kept)

    def _outcome(self, reference: HtmlReference) -> _Outcome:
        """Return what is known of a reference on the pages of the folder that is read now."""
        is_kept = self._looked_for.may_be_wrong(reference)
        climb = self._climbs[reference.address]
        if climb is None:
            return _Outcome(reference, *_ANYWHERE, is_kept=is_kept)
        folders = self._folders
        up, rest = climb if climb[0] < len(folders) else (0, f"{'../' * climb[0]}{climb[1].removeprefix('./')}")
        is_whole = rest[:1] in ("#", "/") or bool(address.scheme_of(rest))
        seen_from = _ANYWHERE if is_whole and not climb[0] else (up, folders[up])
        if not up:
            target = address.resolve(rest, folders[0], "", self._files, self._root)
        else:
            # Other folders lead there too.
            resolved = self._resolved.setdefault((folders[up], ""), {})
            known = resolved.get(reference)
            if known is None:
                if len(resolved) > _KEPT:
                    resolved.clear()
                known = resolved[reference] = address.resolve(rest, folders[up], "", self._files, self._root)
            target = known
        own_section = target.fragment if target.path == "" else ""
        pair = (reference, target) if self._is_asked_for(reference, target) else None
        looks = self._looks_at_fragment(reference, target)
        return _Outcome(reference, *seen_from, pair, own_section, is_kept, looks, _version(reference, target))

    def _looks_at_fragment(self, reference: HtmlReference, target: address.Target) -> bool:
        """Tell whether a reference is that of a script which looks at the fragment of its page."""
        if (reference.tag, reference.attribute) != ("script", "src") or not target.path:
            return False
        looks = self._looking.get(target.path)
        if looks is None:
            looks = self._looking[target.path] = _FRAGMENT in self._site.content(target.path)
        return looks

    def _resolve_with_base(self, page: HtmlPage, folder: str) -> None:
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
                target = address.resolve(written, folder, page.base, self._files, self._root)
            if self._is_asked_for(reference, target):
                found.append((reference, target))
            if self._looks_at_fragment(reference, target):
                page.reads_fragment = True
            if version := _version(reference, target):
                page.versions = {**page.versions, reference.hreflang: version}
        _let_go(page, found, list(filter(self._looked_for.may_be_wrong, page.references)))

    def _is_asked_for(self, reference: HtmlReference, target: address.Target) -> bool:
        """Tell whether a rule looks at a reference: it names a section, leads nowhere, or is a link."""
        is_link = reference.tag in FOLLOWED and not self._looked_for.only_links
        return target.path is None or bool(target.fragment) or is_link


def _let_go(page: HtmlPage, found: list[tuple[HtmlReference, address.Target]], kept: list[HtmlReference]) -> None:
    """Leave on a page what rules look at: tens of thousands of pages would else keep millions of addresses."""
    if found:
        page.internal_references = found
    page.references = kept or ()


def _version(reference: HtmlReference, target: address.Target) -> str:
    """Return the file of a page in another language, if that is what a reference leads to."""
    is_version = reference.hreflang and reference.tag == "link" and "alternate" in reference.rel.split()
    return (target.path or "") if is_version else ""


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
