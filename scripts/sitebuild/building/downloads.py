"""Puts what lies in dist/ into the built site: files on paper and copies that need no network, and lists of them."""

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from html import escape
from pathlib import Path

from ..model.content import Content
from ..model.page import Page
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
    (dist / DESCRIPTIONS).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def put(dist: Path, site: Path, content: Content) -> int:
    """Copy the files into a built site, list them on its pages, and return how many; it may be done again."""
    target = site / FOLDER
    if target.is_dir():
        shutil.rmtree(target)
    found = [_copied(dist, target, each) for each in _described(dist) if (dist / each.path).is_file()]
    if found:
        sums = "".join(f"{each.sha256}  {each.known.path}\n" for each in found)
        (target / SUMS).write_text(sums, encoding="utf-8", newline="\n")
    for language in content.languages:
        here = [each for each in found if language.code in each.known.titles]
        _show(site, content, language.code, here)
    return len(found)


def _show(site: Path, content: Content, code: str, here: Sequence[_File]) -> None:
    """List the files of a language where its pages have a list, and offer parts on the first pages of their guides."""
    texts = _Texts(content, code)
    first = {guide.pages[0]: guide.name for guide in content.guides if guide.name}
    for page in content.pages_in(code):
        has_list = any(marker.name == notation.DOWNLOADS for marker in page.markers)
        parts = [each for each in here if (part := _PART.search(each.known.path)) and part[1] == first.get(page.name)]
        if has_list or page.name in first:
            _rewrite(site, content, page, partial(texts.with_files, here if has_list else (), parts))


def _described(dist: Path) -> list[Download]:
    try:
        listed = json.loads((dist / DESCRIPTIONS).read_text(encoding="utf-8"))
        return [Download(**{**each, "marks": tuple(each["marks"])}) for each in listed]
    except (OSError, ValueError, TypeError, KeyError):
        # Nothing was made yet, or the list is of another version: then nothing is offered.
        return []


def _copied(dist: Path, target: Path, each: Download) -> _File:
    data = (dist / each.path).read_bytes()
    path = target / each.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return _File(each, len(data), hashlib.sha256(data).hexdigest())


def _rewrite(site: Path, content: Content, page: Page, change: Callable[[str, str], str]) -> None:
    """Change the HTML of a page; `change` also gets the way from the page to the files."""
    place = content.language(page.language).prefix + page.route
    path = site / place / "index.html"
    if path.is_file():
        html = path.read_text(encoding="utf-8")
        way = "../" * place.count("/") + FOLDER
        path.write_text(change(html, way), encoding="utf-8", newline="\n")


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
