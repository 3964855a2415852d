"""Reads what readers get of a page: its title, its text and the day it was compared, out of the built site."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from ..model.content import Language
from ..offline.built_site import HOME, BuiltSite

LAWS = "laws.md"
"""The page that lists the laws; each has a page of its own, which is in no menu."""


@dataclass(frozen=True, kw_only=True)
class PrintPage:
    """
    A page of the built site in one language.

    `name` is that of its file below docs/<language>/ (`help/first-hour.md`), `address` where it is from the root of
    the site (`en/help/first-hour/`), `article` the HTML of its text, `emergency` that of the line that says whom to
    call, `checked` the day it was compared with its sources, as 2026-01-31.
    """

    name: str
    address: str
    title: str
    article: str
    emergency: str
    checked: str

    @property
    def slug(self) -> str:
        """A name for the page inside a book: `help-first-hour`."""
        return self.name.removesuffix(".md").replace("/", "-")


def address(language: Language, name: str) -> str:
    """Return where the page of this name is, from the root of the site: `en/help/` for `help/index.md`."""
    path = PurePosixPath(name).with_suffix("")
    way = "" if path.name == "index" and len(path.parts) == 1 else f"{path.parent if path.name == 'index' else path}/"
    return language.prefix + way


def read(site: BuiltSite, language: Language, names: Sequence[str]) -> dict[str, PrintPage]:
    """Return the pages of a language by name, in the order of `names`; those that are not there are left out."""
    pages = {name: _read(site, address(language, name), name) for name in names}
    return {name: page for name, page in pages.items() if page}


def law_names(page: PrintPage, language: Language) -> list[str]:
    """Return the names of the pages of the laws, as the page that lists them links to them."""
    links = LexborHTMLParser(page.article).css("li > a[href]")
    ways = [urlsplit(urljoin(f"/{page.address}", link.attributes["href"] or "")).path.strip("/") for link in links]
    prefix = address(language, LAWS)
    found = [way.removeprefix(language.prefix) for way in ways if f"{way}/".startswith(prefix) and f"{way}/" != prefix]
    return [f"{way}.md" for way in dict.fromkeys(found)]


def latest(pages: Mapping[str, PrintPage]) -> str:
    """Return the last day on which one of the pages was compared, as 2026-01-31; empty if none says."""
    return max((page.checked for page in pages.values()), default="")


def _read(site: BuiltSite, address: str, name: str) -> PrintPage | None:
    place = address + HOME
    if place not in site.files:
        return None
    main, around = site.parts(place)
    title, article = main.css_first("h1"), main.css_first("article")
    if title is None or article is None:
        return None
    day, emergency = main.css_first(".checked time"), around.css_first("p") if around else None
    return PrintPage(
        name=name,
        address=address,
        title=title.inner_html or "",
        article=article.inner_html or "",
        emergency=(emergency.inner_html or "") if emergency else "",
        checked=(day.attributes.get("datetime") or "") if day else "",
    )
