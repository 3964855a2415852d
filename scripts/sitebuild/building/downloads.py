"""Puts what lies in dist/ into the built site: files on paper and copies that need no network, and lists of them."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from html import escape
from pathlib import Path

from ..memo import all_or_none
from ..memo.all_or_none import NewFile
from ..model.content import Content
from ..text import downloads as in_pages
from ..text import formatting, notation

DIST = "dist"
"""The folder that `build.py paper` and `build.py offline` write to, below the root of the project."""
FOLDER = "downloads"
"""Where the files are on the site."""
SUMS = "SHA256SUMS"
DESCRIPTIONS = "downloads.json"
_PART = re.compile(r"part-([^/]+)\.pdf$")
_MEGABYTE = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Download:
    """
    A file in dist/, as the command that made it describes it.

    `path` is its place below dist/, `titles` are what it is called, by the codes of the languages that it is for,
    `pages` are those of a PDF, `checked` the day of its text as 2026-01-31, `marks` the text numbers printed in it.
    """

    path: str
    titles: Mapping[str, str]
    pages: int = 0
    checked: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class _File:
    """A file that is there: what is known of it, its size in bytes and its SHA-256."""

    known: Download
    size: int
    sha256: str


def describe(dist: Path, made: Iterable[Download]) -> None:
    """Add descriptions to the list in `dist`; those of files that are not there any more leave it."""
    known = {each.path: each for each in (*_described(dist), *made)}
    kept = [asdict(known[path]) for path in sorted(known) if (dist / path).is_file()]
    text = json.dumps(kept, ensure_ascii=False, indent=1)
    all_or_none.write_all(dist, {DESCRIPTIONS: f"{text}\n"})


def put(dist: Path, site: Path, content: Content) -> int:
    """
    Copy the files into a built site, list them on its pages, and return how many; it may be done again.

    Raise OSError, the site being as it was, if it cannot be written.
    """
    found = [_seen(dist, each) for each in _described(dist) if (dist / each.path).is_file()]
    files: dict[str, NewFile] = {f"{FOLDER}/{each.known.path}": dist / each.known.path for each in found}
    if found:
        files[f"{FOLDER}/{SUMS}"] = "".join(f"{each.sha256}  {each.known.path}\n" for each in found)
    there = (path.relative_to(site).as_posix() for path in (site / FOLDER).rglob("*") if path.is_file())
    gone = [path for path in there if path not in files]
    for language in content.languages:
        here = [each for each in found if language.code in each.known.titles]
        files.update(_showing(site, content, language.code, here))
    if files or gone:
        # The folder of the site holds nothing but the site, not even for a moment.
        within = f"{site.name}/"
        made = {f"{within}{path}": text for path, text in files.items()}
        all_or_none.write_all(site.parent, made, (f"{within}{path}" for path in gone))
    return len(found)


def _showing(site: Path, content: Content, code: str, here: Sequence[_File]) -> Iterator[tuple[str, str]]:
    """
    Yield each page, by its path in the site, that changes with the files of a language.

    They are listed where its pages have a list; parts are offered on the first pages of their guides.
    """
    texts = _Texts(content, code)
    first = {guide.pages[0]: guide.name for guide in content.guides if guide.name}
    for page in content.pages_in(code):
        has_list = any(marker.name == notation.DOWNLOADS for marker in page.markers)
        parts = [each for each in here if (part := _PART.search(each.known.path)) and part[1] == first.get(page.name)]
        if has_list or page.name in first:
            path = f"{content.language(page.language).prefix}{page.route}index.html"
            if (site / path).is_file():
                html = (site / path).read_text(encoding="utf-8")
                way = "../" * path.count("/") + FOLDER
                shown = texts.with_files(here if has_list else (), parts, html, way)
                if shown != html:
                    yield path, shown


def _described(dist: Path) -> list[Download]:
    try:
        listed = json.loads((dist / DESCRIPTIONS).read_text(encoding="utf-8"))
        return [Download(**{**each, "marks": tuple(each["marks"])}) for each in listed]
    except (OSError, ValueError, TypeError, KeyError):
        # Nothing was made yet, or the list is of another version: then nothing is offered.
        return []


def _seen(dist: Path, each: Download) -> _File:
    data = (dist / each.path).read_bytes()
    return _File(each, len(data), hashlib.sha256(data).hexdigest())


@dataclass(frozen=True)
class _Texts:
    """Writes lists of files in a language; `way` leads from a page to the files."""

    content: Content
    code: str

    def with_files(self, here: Sequence[_File], parts: Sequence[_File], html: str, way: str) -> str:
        """Return a page with the files `here` in its list, if there are any, and links to `parts` at its end."""
        html = in_pages.without(html)
        for each in parts:
            link = f'<a href="{way}/{each.known.path}">{escape(self._say("downloads_part"))}</a>'
            html = in_pages.offered(html, link + self._size(each))
        if not here:
            return html
        items = "".join(f"<li>{self._entry(each, way)}</li>" for each in here)
        sums = f'<p><a href="{way}/{SUMS}">{escape(self._say("downloads_sums"))}</a></p>'
        return in_pages.listed(html, f"<ul>{items}</ul>{sums}")

    def _entry(self, each: _File, way: str) -> str:
        known = each.known
        lines = [f'<a href="{way}/{known.path}">{escape(known.titles[self.code])}</a>{self._size(each)}']
        if known.checked:
            grammar = self.content.registers.words[self.code].grammar
            day = formatting.day(date.fromisoformat(known.checked), grammar)
            lines.append(escape(self._say("paper_state").format(date=day)))
        if known.marks:
            lines.append(escape(self._say("paper_mark").format(mark=" ".join(known.marks))))
        lines.append(f"SHA-256 <code>{each.sha256}</code>")
        return "<br>".join(lines)

    def _size(self, each: _File) -> str:
        words = self._say("downloads_size" if each.known.pages else "downloads_bytes")
        return escape(words.format(pages=each.known.pages, size=f"{max(each.size / _MEGABYTE, 0.1):.1f}"))

    def _say(self, key: str) -> str:
        return self.content.interface[self.code][key]
