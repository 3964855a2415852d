"""
What MkDocs calls while it builds; scripts/hooks.py names these functions.

Only this and the other files named mkdocs_* (here and in reading/) know MkDocs: they are what a change of the site
generator would cost. static-i18n runs a whole build per language, so every function works for the language being built.
"""

import functools
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ..addresses import moved_sections
from ..memo.store import Store
from ..model.content import Content
from ..reading import docs_folder, mkdocs_config
from ..text import formatting, front_matter
from . import (
    assets,
    brief_print,
    folded_sections,
    mkdocs_finish,
    mkdocs_made_pages,
    mkdocs_memo,
    mkdocs_page_context,
    mkdocs_speed,
    overdue,
    page_frame,
    page_notices,
    sendable,
    white_space,
    wide_tables,
)
from .blocks import fill, question_index
from .blocks.contact_ways import Published
from .page_inputs import PageInputs

_read: dict[str, Content] = {}
"""The content of the running build, by the path of its mkdocs.yml: MkDocs hooks are functions, so it lives here."""
_inputs: dict[str, PageInputs] = {}
"""What its pages depend on, by the same path."""
_handed: set[str] = set()
"""The builds, by the path of their mkdocs.yml, whose content was handed over and which `finish` ends."""


def hand_over(config: MkDocsConfig, content: Content) -> None:
    """Give the content that is published to the next build of this configuration, which then reads none itself."""
    _know(config, content)
    _handed.add(config.config_file_path)


def is_known(config: MkDocsConfig) -> bool:
    """Tell whether all is known that the pages of the next build depend on."""
    return bool(_inputs[config.config_file_path].basis)


def _know(config: MkDocsConfig, content: Content) -> None:
    root = Path(config.config_file_path).parent
    _read[config.config_file_path] = content
    _inputs[config.config_file_path] = PageInputs(content, root, config.site_url or "", overdue.day_of_build())


def finish(config: MkDocsConfig, content: Content, store: Store) -> None:
    """Write what belongs to all languages, when the pages of all of them are there."""
    _handed.discard(config.config_file_path)
    mkdocs_finish.write(config, content, store)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """
    Read all pages, and give the i18n plugin, which looks after this, the names that each language's folder holds.

    Every build begins here, also each one of `mkdocs serve`, so what is read is never stale; static-i18n then
    builds the other languages from the same content. Problems are the business of `check`.
    """
    plugin: Any = config.plugins["i18n"]
    if not plugin.building and config.config_file_path not in _handed:
        site = mkdocs_config.of_config(config)
        read, _ = docs_folder.read(site.root, site.docs, site.languages, site.guides)
        _know(config, read.published)
    content = _read[config.config_file_path]
    for entry in plugin.config.languages:
        language = content.find_language(entry.locale)
        # A preview shows languages that mkdocs.yml does not publish.
        entry.build = language is not None
        if language:
            entry.site_name, entry.nav_translations = language.site_name, dict(language.sections)
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Leave out the pages of languages that are neither built now nor fallen back to; add those without a file."""
    plugin: Any = config.plugins["i18n"]
    codes = {_language(config), plugin.default_language}
    left = mkdocs_speed.only_languages(files, plugin.all_languages, codes)
    mkdocs_made_pages.add(left, _read[config.config_file_path], codes, config)
    return left


def on_nav(nav: Navigation, *, files: Files, config: MkDocsConfig) -> Navigation:
    """Remember where links lead, from here on; static-i18n has the files of the language together now."""
    mkdocs_speed.remember_links(files)
    if session := mkdocs_memo.current():
        session.know_files(files, _inputs[config.config_file_path].settings)
    return nav


def on_pre_page(page: Page, **_: object) -> Page:
    """Render with one Markdown for all pages."""
    mkdocs_speed.render_quickly(page)
    return page


def on_page_read_source(*, page: Page, config: MkDocsConfig) -> str | None:
    """Give the text of a page that has no file."""
    return mkdocs_made_pages.text(_read[config.config_file_path], *_source_file(page))


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Fill markers and join lines; where a translation is missing, keep the source text and say so."""
    content, code = _read[config.config_file_path], _language(config)
    folder, name = _source_file(page)
    written = content.page(code, name) or content.page(folder, name)
    if written is None:
        return markdown
    if written.language != folder:
        page.meta, markdown = dict(written.front_matter.values), front_matter.body(written.source)
    if written.language != code:
        page.meta = {
            "title": content.interface[code]["untranslated_title"] + written.title,
            "untranslated": True,
            "source_title": written.title,
        }
    inputs, session = _inputs[config.config_file_path], mkdocs_memo.current()
    if session and session.begin(page, inputs.of_text(written, code, markdown), inputs.of_frame(code, name)):
        return markdown
    reached = Published(repository=config.extra.get("repository", ""), contact=config.extra.get("contact", ""))
    text = fill.fill(written, markdown, content, config.site_url or "", reached)
    if written.language != code:
        return text
    return moved_sections.with_departures(
        moved_sections.with_aliases(text, inputs.aliases(written)), inputs.departures(written)
    )


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
    """
    Mark what is copied and what is left out on paper, make tables fit every screen, fold what is long.

    Say which language sections are in where it is not the reader's.
    """
    content, session = _read[config.config_file_path], mkdocs_memo.current()
    if session and session.is_recalled(page):
        return html
    if page.meta.get("untranslated"):
        page_notices.mark_foreign(page.toc, content.source_language.code)
    code = _language(config)
    if sendable.has_blocks(html):
        name, site_url = _source_file(page)[1], config.site_url or ""
        html = sendable.marked(html, sendable.of_source(content, code, name, site_url))
    words = content.interface[code]
    html = wide_tables.boxed(html, words["table"], words["label_colon"])
    html = folded_sections.folded(html, folded_sections.anchors(content, _source_file(page)[1]))
    html = brief_print.marked(html, _source_file(page)[1])
    return session.keep(page, html) if session else html


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """Give the templates the words of the language being built, and of all languages for the page 404."""
    content, code = _read[config.config_file_path], _language(config)
    if session := mkdocs_memo.current():
        templates = Path(config.theme.custom_dir or "")
        session.of_language = functools.partial(_inputs[config.config_file_path].of_language, code, templates)
    env.globals.update(words=content.interface[code], words_by_language=content.interface, page_language=code)
    directions = {language.code: language.direction for language in content.languages}
    env.globals.update(page_direction=directions[code], directions=directions, content=content)
    env.globals.update(source_code=content.source_language.code, converted=bool(content.language(code).generated_from))
    env.globals.update(page_frame.around_all_pages(content, code, config.extra["pinned"], config.extra["foot"]))
    env.filters["day"] = functools.partial(formatting.day, grammar=content.registers.words[code].grammar)
    return env


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, **_: object) -> dict[str, Any]:
    """Give the templates the page's address in every language, and whether it is written there."""
    content, late = _read[config.config_file_path], _inputs[config.config_file_path].late
    name = _source_file(page)[1]
    return {**context, **mkdocs_page_context.of(page, config, content, (_language(config), name), late)}


def on_post_page(output: str, **_: object) -> str:
    """Take away the white space that templates leave."""
    return white_space.without_indents(output)


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Put the page 404 of a translation into its folder; at the root, where MkDocs has it, stands the source's."""
    prefix = _read[config.config_file_path].language(_language(config)).prefix
    is_own = prefix and template_name == assets.NOT_FOUND
    return assets.put_not_found(Path(config.site_dir) / prefix, output) if is_own else output


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the question index of the language for programs; after the last language, what belongs to all of them."""
    content, code = _read[config.config_file_path], _language(config)
    target = Path(config.site_dir) / content.language(code).prefix / "faq.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(question_index.published(content, code, config.site_url or ""), encoding="utf-8", newline="\n")
    if code == content.languages[-1].code and config.config_file_path not in _handed:
        finish(config, content, Store())


def _language(config: MkDocsConfig) -> str:
    """Return the code of the language that static-i18n is building."""
    plugin: Any = config.plugins["i18n"]
    return str(plugin.current_language)


def _source_file(page: Page) -> tuple[str, str]:
    """Return the language folder that a page's text was found in, and its name there; static-i18n notes both."""
    file: Any = page.file
    return str(file.locale), str(file.norm_src_uri)
