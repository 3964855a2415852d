"""The files beside the pages: one style sheet, what hosts and crawlers read, and nothing that no page uses."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from ..memo import store as memo
from ..memo import two_processes
from ..memo.store import Store, Table
from . import security_headers, security_txt, short_scripts, stylesheet, tools
from .search import script as search_script

FOLDER = "assets"
NOT_FOUND = "404.html"
"""The page for what is not there: at the root that of the source language, in the folder of each other its own."""
SCRIPTS = f"{FOLDER}/javascripts"
SEARCH = f"{SCRIPTS}/{search_script.FOLDER}.js"
"""The engine of search."""
CHINESE = f"{SCRIPTS}/{search_script.FOLDER}-chinese.js"
ENGLISH = f"{SCRIPTS}/{search_script.FOLDER}-english.js"
"""What it gets later for one language."""
ENGINE = (SEARCH, CHINESE, ENGLISH)
"""The engine and all that it gets later."""
STYLES = f"{FOLDER}/stylesheets"
SHEET = f"{STYLES}/handbook.css"
"""The only style sheet of the pages."""
OWN = ("text.css", "site.css", "fonts", "parts.css", "print.css")
"""Our sheets, in the order in which they are joined; in the place of `fonts` stand the rules for fonts."""
LAZY = ("search.css", "tools.css")
"""Our sheets that only some pages need, or scripts when they do; each stays a file of its own."""


def write_texts(site: Path, site_url: str, security: str) -> None:
    """Write the headers that hosts send, robots.txt, and the text of security.txt unless it is empty."""
    for name, text in (
        (security_headers.FILE, security_headers.headers_file()),
        ("robots.txt", security_headers.robots(site_url)),
        *([(security_txt.FILE, security)] if security else []),
    ):
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text(text, encoding="utf-8", newline="\n")


def put_not_found(folder: Path, html: str) -> str:
    """Write the page 404 of a language into its folder; return what is left for MkDocs to write at the root."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NOT_FOUND).write_text(html, encoding="utf-8", newline="\n")
    return ""


def tidy(site: Path, own: Sequence[Path], languages: str, store: Store) -> None:
    """
    Write the style sheet, shorten the scripts, and take away what the theme brought along and no page uses.

    `own` are the folders that our files come from; `languages` are the rules
    for fonts. This comes last, when the pages of all languages are there to
    be looked at.
    """
    files = [path for path in (own[0] / STYLES / name for name in (*OWN, *LAZY)) if path.suffix]
    sheets = {"fonts": languages} | {path.name: path.read_text(encoding="utf-8") for path in files}
    texts = [sheets[name] for name in OWN]
    scripts = sorted(path for folder in ("", tools.FOLDER) for path in (own[0] / SCRIPTS / folder).glob("*.js"))
    made = stylesheet.names((), (path.read_text(encoding="utf-8") for path in scripts))
    used = stylesheet.mentioned(sheets.values(), _names(site, store.table("names"), made))
    _remove_foreign(site, own)
    _join_search(site / SCRIPTS)
    (site / STYLES).mkdir(parents=True, exist_ok=True)
    for name, joined in {SHEET: texts, **{f"{STYLES}/{name}": [sheets[name]] for name in LAZY}}.items():
        css = _combined(joined, used, store.table("sheet"))
        (site / name).write_text(css, encoding="utf-8", newline="\n")
    for script in (site / SCRIPTS).glob("*.js"):
        text = short_scripts.short(script.read_text(encoding="utf-8"), store.table("script"))
        script.write_text(text, encoding="utf-8", newline="\n")


def _combined(texts: Sequence[str], used: stylesheet.Names, table: Table) -> str:
    """Return sheets as one, unless it is known."""
    known_by = memo.key(*texts, repr([sorted(each) for each in (used.elements, used.classes, used.ids)]))
    return table.remember(known_by, lambda: stylesheet.combined(texts, used))


def _join_search(scripts: Path) -> None:
    """Put the scripts that readers get in the place of the parts of the engine of search."""
    parts = scripts / search_script.FOLDER
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(parts.glob("*.js"))}
    for name, text in zip(ENGINE, search_script.joined(texts), strict=True):
        (scripts / Path(name).name).write_text(text, encoding="utf-8", newline="\n")
    shutil.rmtree(parts)


def _names(site: Path, table: Table, made: stylesheet.Names) -> stylesheet.Names:
    """Return what all pages are made of, with what scripts have `made`."""
    pages = [path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))]
    found = two_processes.remembered(table, [memo.key(html) for html in pages], _names_in, pages)
    found.append((made.elements, made.classes, made.ids))
    elements, classes, ids = (frozenset().union(*each) for each in zip(*found, strict=True))
    return stylesheet.Names(elements=elements, classes=classes, ids=ids)


def _names_in(pages: Sequence[str]) -> list[tuple[frozenset[str], frozenset[str], frozenset[str]]]:
    found = [stylesheet.names([html]) for html in pages]
    return [(names.elements, names.classes, names.ids) for names in found]


def _remove_foreign(site: Path, own: Sequence[Path]) -> None:
    """Remove files that are not ours, and our sheets, which are part of the one sheet now."""
    for path in [path for path in (site / FOLDER).rglob("*") if path.is_file()]:
        place = path.relative_to(site)
        if place.suffix == ".css" or not any((folder / place).exists() for folder in own):
            path.unlink()
    for folder in sorted((path for path in (site / FOLDER).rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
