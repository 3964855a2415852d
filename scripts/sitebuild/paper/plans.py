"""What the books of a language are made of: which pages, in which order, and what is said on them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from pathlib import Path

from ..building import qr_code
from ..model.content import Content, Language
from ..offline.built_site import BuiltSite
from ..text import formatting
from . import built_pages, fonts
from .article import Volume
from .book import Plan, VolumePart
from .built_pages import LAWS, PrintPage

_KINDS = {"faq.md": "questions", "index-a-z.md": "index", LAWS: "laws"}
"""The pages that are made of others: on paper they are lists with page numbers, at the back."""
_QUIET = frozenset({"glossary", "laws"})
"""Links to these get no page number: terms and laws are found at the back by their name."""


_HELP = "help"
_KIT = "about/teaching.md"
_SHORT = (_HELP, "letters", "channels")
"""The parts of the short edition."""
_FIRST = frozenset(f"{_HELP}/{name}.md" for name in ("first-hour", "which-door", "scam-transfer", "threats-and-visits"))
"""What it has of the first of them."""


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """
    All that paper needs of a language.

    `pages` are its built pages by name, in reading order, `laws` those of the laws; `site` is the folder of the built
    site, `site_url` the address that people can go to, or empty.
    """

    content: Content
    language: Language
    pages: Mapping[str, PrintPage]
    laws: Mapping[str, PrintPage]
    site: Path
    site_url: str


def shelf(content: Content, language: Language, site: BuiltSite, site_url: str) -> Shelf:
    """Read the built pages of a language; `site_url` is the address of the site for anybody, or empty."""
    names = [name for guide in content.guides for name in guide.pages]
    pages = built_pages.read(site, language, names)
    laws = built_pages.law_names(pages[LAWS], language) if LAWS in pages else []
    public = site_url if qr_code.on_paper(site_url) else ""
    return Shelf(
        content=content,
        language=language,
        pages=pages,
        laws=built_pages.read(site, language, laws),
        site=site.folder.resolve(),
        site_url=public,
    )


def booklet(shelf: Shelf) -> Plan:
    """Return the plan of the whole handbook: its guides in the order of the menu, then the lists of the back."""
    parts = [*_parts(shelf)]
    texts = [part for part in parts if part.kind == "text"]
    back = [part for part in parts if part.kind != "text"]
    return _plan(shelf, "", (*texts, *back))


def short(shelf: Shelf) -> Plan | None:
    """Return the plan of the short edition: the first hours, the letters, and whom to call; None without those."""
    parts = []
    for part in _parts(shelf):
        pages = tuple(page for page in part.pages if page.name in _FIRST) if part.slug == _HELP else part.pages
        if pages and part.slug in _SHORT:
            parts.append(replace(part, pages=pages))
    title = shelf.content.interface[shelf.language.code]["downloads_short"]
    return _plan(shelf, title, tuple(parts)) if len(parts) == len(_SHORT) else None


def kit(shelf: Shelf) -> Plan | None:
    """Return the plan of the teaching kit, which is one page of the site; None without it."""
    page = shelf.pages.get(_KIT)
    if page is None:
        return None
    title = shelf.content.interface[shelf.language.code]["downloads_kit"]
    return _plan(shelf, title, (VolumePart(name=page.title, slug=page.slug, pages=(page,)),))


def large(plan: Plan) -> Plan:
    """Return a plan in large print."""
    return replace(plan, title=f"{plan.title} · {plan.words['downloads_large']}", classes=("large",))


def guides(plan: Plan) -> Iterator[tuple[int, VolumePart]]:
    """Yield the parts of a book that are guides of several pages, with their numbers; the first part is 1."""
    for number, part in enumerate(plan.parts, start=1):
        if part.kind == "text" and len(part.pages) > 1:
            yield number, part


def alone(shelf: Shelf) -> Plan:
    """Return the plan of a sheet: it knows no other page, so a link is a name."""
    return _plan(shelf, "", ())


def _parts(shelf: Shelf) -> Iterator[VolumePart]:
    for guide in shelf.content.guides:
        pages = tuple(shelf.pages[name] for name in guide.pages if name in shelf.pages)
        if guide.name and pages:
            yield VolumePart(name=shelf.content.guide_name(guide, shelf.language.code), slug=guide.name, pages=pages)
        elif pages:
            kind = _KINDS.get(pages[0].name, "text")
            listed = tuple(shelf.laws.values()) if kind == "laws" else pages
            if listed:
                yield VolumePart(name=pages[0].title, slug=pages[0].slug, pages=listed, kind=kind)


def _plan(shelf: Shelf, title: str, parts: tuple[VolumePart, ...]) -> Plan:
    code, language = shelf.language.code, shelf.language
    of_laws = {page.slug for page in shelf.laws.values()}
    pages = [page for part in parts for page in part.pages if page.name not in _KINDS]
    lists = [shelf.pages[name] for part in parts for name, kind in _KINDS.items() if part.kind == kind]
    family = ", ".join(f"'{face.family}'" for face in fonts.of_language(code))
    book = Volume.of(pages, lists, quiet=_QUIET | of_laws, site=shelf.site_url, family=family)
    day = built_pages.latest(shelf.pages)
    words = shelf.content.registers.words[code]
    return Plan(
        code=code,
        direction=language.direction,
        name=language.site_name,
        title=title,
        words=shelf.content.interface[code],
        date=formatting.day(date.fromisoformat(day), words.grammar) if day else "",
        address=shelf.site_url.split("://")[-1].rstrip("/"),
        code_to_scan=_code_to_scan(shelf.site_url),
        parts=parts,
        book=book,
        emergency=next((page.emergency for page in shelf.pages.values() if page.emergency), ""),
    )


def _code_to_scan(address: str) -> str:
    """Return the QR code of the site as an SVG that says what it is; empty where nobody can go there."""
    found = qr_code.on_paper(address)
    return found.code.replace(">", f"><title>QR {escape(found.address)}</title>", 1) if found else ""
