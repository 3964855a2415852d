"""What belongs to all languages, written when their pages are there: open data, old addresses, style sheet, search."""

import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ..addresses import files, redirects
from ..memo import store as memo
from ..memo.store import Store
from ..model.content import Content
from . import (
    assets,
    held_plans,
    language_fonts,
    open_data,
    overdue,
    scorecard,
    search_dialog,
    security_txt,
    short_scripts,
    tools,
)
from .search import files as search_files
from .search import script as search_script


def write(config: MkDocsConfig, content: Content, store: Store) -> None:
    """Write it into the site of a configuration; what `store` remembers is not worked out again."""
    site, site_url = Path(config.site_dir), config.site_url or ""
    folder = site / open_data.FOLDER
    folder.mkdir(exist_ok=True)
    known_by = content.basis and memo.key(content.basis, site_url)
    texts = store.table("open-data").remember(known_by, lambda: tuple(open_data.files(content, site_url)))
    for name, text in texts:
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    _redirects(config, content)
    codes = [language.code for language in content.languages]
    contact, today = config.extra.get("contact", ""), overdue.day_of_build()
    assets.write_texts(site, site_url, security_txt.text(contact, site_url, codes, today))
    own = (Path(config.theme.custom_dir or ""), Path(config.docs_dir))
    assets.tidy(site, own, language_fonts.text(content.languages), store)
    _search(site, content, store)
    _tools(site, content, store)
    scorecard.write(Path(config.config_file_path).parent, site, content, site_url)


def _search(site: Path, content: Content, store: Store) -> None:
    """Write the scripts that search loads; the one of the dialog is replaced by those of the languages."""
    engine = search_script.Scripts(*((site / name).read_text(encoding="utf-8") for name in assets.ENGINE))
    for name, text in search_files.files(content, engine, store):
        target = site / search_files.FOLDER / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    dialog = site / assets.SCRIPTS / search_dialog.SCRIPT
    for name, text in search_dialog.files(content, dialog.read_text(encoding="utf-8")):
        (site / name).write_text(text, encoding="utf-8", newline="\n")
    dialog.unlink()


def _tools(site: Path, content: Content, store: Store) -> None:
    """Put the scripts of the tools in the place of their parts."""
    parts = site / assets.SCRIPTS / tools.FOLDER
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(parts.glob("*.js"))}
    for name, text in tools.files(content, texts):
        target = site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        short = short_scripts.short(text, store.table("script"))
        target.write_text(short, encoding="utf-8", newline="\n")
    shutil.rmtree(parts)
    held_plans.move(site, content)


def _redirects(config: MkDocsConfig, content: Content) -> None:
    """Write a page at every old address."""
    moved = files.moved(Path(config.config_file_path).parent, content)
    words = {
        code: {"title": each["redirect_title"], "text": each["redirect_text"]}
        for code, each in content.interface.items()
    }
    for place, html in redirects.pages(moved, content, config.site_url or "", words):
        target = Path(config.site_dir) / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(html, encoding="utf-8", newline="\n")
