"""
What MkDocs calls while it builds; scripts/hooks.py names these functions.

Only this and the other files named mkdocs_* (here and in reading/) know
MkDocs: they are what a change of the site generator would cost. static-i18n
runs a whole build per language, so every function works for the language
being built.
"""

import functools
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from ..addresses import moved_sections
from ..memo.store import Store
from ..model.content import Content
from ..reading import docs_folder, mkdocs_config
from ..text import formatting, front_matter
from . import (
    brief_print,
    folded_sections,
    mkdocs_finish,
    mkdocs_made_pages,
    mkdocs_memo,
    mkdocs_speed,
    overdue,
    page_frame,
    page_notices,
    qr_code,
    sendable,
    tools,
    white_space,
    wide_tables,
)
from .blocks import fill, glossary, question_index
from .blocks.contact_ways import Published
from .page_inputs import LICENCE, PageInputs

_NOT_FOUND = "404.html"
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
    Mark what is copied and what is left out on paper, make tables fit every screen, and fold what is long.

    Where the text is not in the reader's language, say which one its sections are in.
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
    content, name, code = _read[config.config_file_path], _source_file(page)[1], _language(config)
    written = content.page(content.source_language.code, name)
    route = written.route if written else ""
    context["versions"] = page_frame.versions(content, code, name, config.site_url or "")
    context["one_sheet"] = name in config.extra["one_sheet"]
    context["tool"], context["plans"] = tools.address(code, name), tools.plans(code, name)
    context["density"] = brief_print.density(page.content or "")
    context["on_paper"] = qr_code.on_paper(page.canonical_url or "")
    licence = content.page(code, LICENCE)
    context["licence"] = content.language(code).prefix + licence.route if licence else ""
    context["source_language"] = content.source_language
    context["source_address"] = get_relative_url(content.source_language.prefix + route, page.url)
    if shown := (here := content.page(code, name)) or written:
        context["source_path"] = shown.path
        context["above"] = page_frame.above(content, code, name) if shown.law else None
        context["overdue"] = overdue.shown(content, shown, overdue.day_of_build())
    if here:
        context["converted_page"] = here.converted
        context["terms"] = glossary.used(content, here)
        context["changes"] = here.front_matter.days("changes")
        context["older"], context["not_yet"] = page_notices.older(content, here), page_notices.not_yet(content, here)
        context["onward"] = page_frame.onward(content, here)
    if name.split("/")[0] in config.extra["emergency"]:
        first = page_frame.address(content, code, config.extra["first_hour"])
        context["emergency"] = page_frame.emergency(content, code, get_relative_url(first, page.url))
    return context


def on_post_page(output: str, **_: object) -> str:
    """Take away the white space that templates leave."""
    return white_space.without_indents(output)


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Keep the page 404 of the source language: each later language would overwrite it."""
    source = _read[config.config_file_path].source_language.code
    return "" if template_name == _NOT_FOUND and _language(config) != source else output


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
