"""
Style sheets and scripts under names with a hash of what they hold: a browser may keep them for a year.

A file that changes has another name, and so has each that names it. The names in pages, in scripts and in the table of
the engine of search follow.
"""

import hashlib
import json
import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..building import assets, page_frame
from ..building.search import files as search_files

FOLDERS = (assets.STYLES, assets.SCRIPTS, "assets/tools", search_files.FOLDER)
"""The folders of a site in which every file has a hash in its name."""
_LENGTH = 12
_TABLE = 'JSON.parse("{}")'
"""What the engine of search looks up the names of its files in: it puts them together from parts."""
_IN_SCRIPTS = re.compile(r'"([^"\s]+\.(?:css|js))"')
_IN_PAGES = re.compile(r'(\s(?:src|href|data-search)=")([^"?#]+\.(?:css|js))(?=")')


@dataclass
class _Renaming:
    """The files below FOLDERS by their paths from the root of a site, and the new paths of those that have one."""

    texts: Mapping[str, str]
    named: dict[str, str] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def name(self, path: str) -> str:
        """Return the new path of a file, after those that it names have theirs; ValueError for a circle."""
        if path in self.asked:
            raise ValueError(f"these files name each other: {', '.join(self.asked)}")
        if path not in self.named:
            self.asked.append(path)
            text = self._with_new_names(path)
            self.asked.remove(path)
            hashed = hashlib.sha256(text.encode("utf-8")).hexdigest()[:_LENGTH]
            stem, end = posixpath.splitext(path)
            self.named[path] = f"{stem}.{hashed}{end}"
            self.written[path] = text
        return self.named[path]

    def _with_new_names(self, path: str) -> str:
        folder = posixpath.dirname(path)

        def name(match: re.Match[str]) -> str:
            named = posixpath.normpath(posixpath.join(folder, match[1]))
            return f'"{self._renamed(match[1], named)}"' if named in self.texts else match[0]

        text = _IN_SCRIPTS.sub(name, self.texts[path]) if path.endswith(".js") else self.texts[path]
        return text.replace(_TABLE, f"JSON.parse({json.dumps(self._table(folder))})") if path == assets.SEARCH else text

    def _table(self, folder: str) -> str:
        """Return, as JSON, the new names of what the engine loads, by the names that it puts together."""
        dialog = page_frame.SEARCH_SCRIPT.format(code="")
        loaded = [
            path
            for path in sorted(self.texts)
            if (path.startswith(f"{search_files.FOLDER}/") and not path.endswith(posixpath.basename(dialog)))
            or path in (assets.CHINESE, assets.ENGLISH)
        ]
        written = {path: posixpath.relpath(path, folder) for path in loaded}
        table = {name.removesuffix(".js"): self._renamed(name, path) for path, name in written.items()}
        return json.dumps(table, separators=(",", ":"))

    def _renamed(self, written: str, path: str) -> str:
        return posixpath.join(posixpath.dirname(written), posixpath.basename(self.name(path)))


def rename(site: Path) -> dict[str, str]:
    """
    Give the style sheets and scripts of a built site names with hashes, and return them by the old names.

    Every page follows. A site that has such names already is left as it is. ValueError if the engine of search has no
    table for names, or files name each other; OSError if something cannot be written.
    """
    if not (site / assets.SHEET).is_file():
        return {}
    texts = {path: (site / path).read_text(encoding="utf-8") for path in _files(site)}
    if texts.get(assets.SEARCH, _TABLE).count(_TABLE) != 1:
        raise ValueError(f"{assets.SEARCH} has no table for the names of its files")
    renaming = _Renaming(texts)
    for path in texts:
        renaming.name(path)
    for path, new in renaming.named.items():
        (site / path).unlink()
        (site / new).write_text(renaming.written[path], encoding="utf-8", newline="\n")
    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        changed = in_page(html, renaming.named)
        if changed != html:
            page.write_text(changed, encoding="utf-8", newline="\n")
    return renaming.named


def in_page(html: str, named: Mapping[str, str]) -> str:
    """Return a page with the new names of what it loads; addresses end with the path of a file from the root."""

    def name(match: re.Match[str]) -> str:
        place = match[2].find(f"{assets.FOLDER}/")
        path = match[2][place:] if place >= 0 else ""
        return f"{match[1]}{match[2][:place]}{named[path]}" if path in named else match[0]

    return _IN_PAGES.sub(name, html)


def _files(site: Path) -> Sequence[str]:
    return sorted(
        path.relative_to(site).as_posix()
        for folder in FOLDERS
        for path in (site / folder).rglob("*")
        if path.suffix in (".css", ".js")
    )
