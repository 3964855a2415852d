"""
What MkDocs 1.6 and static-i18n 1.3 work out anew for each page or language, worked out once.

The theme lists 14,000 files and compiles its templates for each language, each page makes a Markdown of its own, and
every link is looked up by way of a dozen path objects. Nothing here changes a byte of the site.
"""

import contextlib
import functools
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import jinja2
from jinja2.exceptions import TemplateError
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from ..text import fast_markdown
from . import assets, mkdocs_memo


def prepare(config: MkDocsConfig) -> None:
    """Compile the templates and list the files of the theme, for all builds of this configuration to come."""
    # In a process that builds twice, a new configuration may have the id of an old one.
    _renderers.clear()
    theme: Any = config.theme
    environment: Any = theme.get_env()
    own = Path(theme.custom_dir or "")
    names: list[str] = []

    def list_templates(_extensions: Any = None, filter_func: Callable[[str], bool] | None = None) -> list[str]:  # noqa: ANN401
        # MkDocs always asks with the same filter.
        names[:] = names or filter(filter_func, _theme_files(theme.dirs, own))
        return names

    environment.list_templates = list_templates
    Files([]).add_files_from_theme(environment, config)
    for name in ("main.html", *config.theme.static_templates):
        _compile(environment, name)
    vars(theme)["get_env"] = lambda: environment
    _leave_out(config)


def _theme_files(folders: Iterable[str], own: Path) -> list[str]:
    """
    Return the names of the files in the folders of a theme, sorted as Jinja's loader does.

    MkDocs copies nothing out of hidden folders, which hold thousands of icons, and of the theme's files none is used:
    assets.tidy would take them away.
    """
    found: set[str] = set()
    for folder in folders:
        for here, inside, files in os.walk(folder):
            inside[:] = [name for name in inside if not name.startswith(".")]
            if here == folder and Path(folder) != own:
                inside[:] = [name for name in inside if name != assets.FOLDER]
            found.update(Path(here, name).relative_to(folder).as_posix() for name in files)
    return sorted(found)


def _leave_out(config: MkDocsConfig) -> None:
    """Keep static-i18n from working out what only the theme's own language switcher would show."""
    plugin: Any = config.plugins["i18n"]
    plugin.config.reconfigure_material = False
    vars(plugin)["reconfigure_files_alternates"] = lambda *_: None


@contextlib.contextmanager
def without_common_pages(config: MkDocsConfig, *, apply: bool) -> Iterator[None]:
    """Build a language without the file that another language writes for all: the sitemap."""
    theme: Any = config.theme
    names = theme.static_templates
    theme.static_templates = {assets.NOT_FOUND} if apply else names
    try:
        yield
    finally:
        theme.static_templates = names


def _compile(environment: jinja2.Environment, name: str) -> None:
    """Compile a template; whatever is wrong with it is said when it is used."""
    try:
        environment.get_template(name)
    except TemplateError:
        return


def only_languages(files: Files, all_codes: list[str], codes: set[str]) -> Files:
    """Return the files without those in the folders of other languages than `codes`, which a build passes over."""
    others = tuple(f"{code}/" for code in all_codes if code not in codes)
    return Files([file for file in files if not file.src_uri.startswith(others)]) if others else files


def remember_links(files: Files) -> None:
    """Look every address up once: pages of a language link to the same pages again and again."""
    vars(files)["get_file_from_path"] = functools.cache(files.get_file_from_path)


def render_quickly(page: Page) -> None:
    """Let a page be rendered by the Markdown that all pages share."""
    vars(page)["render"] = functools.partial(_render, page)


def _render(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Do what mkdocs.structure.pages.Page.render does, unless the text of the page is known."""
    session = mkdocs_memo.current()
    if session and session.recall(page):
        return
    make = functools.partial(_render_anew, page, config, files)
    if session:
        session.render(page, make)
    else:
        make()


def _render_anew(page: Page, config: MkDocsConfig, files: Files) -> None:
    renderer = _renderer(config).reset()
    internals: Any = pages
    markdown = page.markdown or ""
    raw_html = internals._RawHTMLPreprocessor()  # noqa: SLF001 - no other way to what MkDocs makes of links
    anchors = internals._ExtractAnchorsTreeprocessor(page.file, files, config)  # noqa: SLF001
    relative_paths = internals._RelativePathTreeprocessor(page.file, files, config)  # noqa: SLF001
    title = internals._ExtractTitleTreeprocessor()  # noqa: SLF001
    if not _ID.search(markdown):
        # It looks at every sign of a text for HTML with an id.
        vars(raw_html)["run"] = list
    for extension in (raw_html, anchors, relative_paths, title):
        extension._register(renderer)  # noqa: SLF001
    page.content = renderer.convert(markdown)
    page.toc = get_toc(getattr(renderer, "toc_tokens", []))
    page._title_from_render = title.title  # noqa: SLF001
    page.present_anchor_ids = anchors.present_anchor_ids | raw_html.present_anchor_ids
    page.links_to_anchors = relative_paths.links_to_anchors


_ID = re.compile(r"\b(?:id|name)\s*=", re.IGNORECASE)
_renderers: dict[int, Markdown] = {}


def _renderer(config: MkDocsConfig) -> Markdown:
    """Return the one Markdown of a configuration."""
    if id(config) not in _renderers:
        _renderers.clear()
        _renderers[id(config)] = fast_markdown.renderer(config["markdown_extensions"], config["mdx_configs"])
    return _renderers[id(config)]
