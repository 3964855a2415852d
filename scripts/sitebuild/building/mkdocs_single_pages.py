"""
Builds single pages again in a moment, for a preview: MkDocs's files, menu and templates are kept for each language.

What is kept holds the titles and addresses of all pages, and so serves as long as these and mkdocs.yml stay as they
are. A page comes out as a whole build makes it, which a test compares.
"""

import contextlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands import build as mkdocs_commands
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from ..memo import store as memo
from ..memo.store import Store
from ..model.content import Content
from ..reading import mkdocs_config
from . import left_markup, mkdocs_build, mkdocs_hooks, mkdocs_memo, mkdocs_speed


class _ReadyError(Exception):
    """Ends a build when all pages have been read and none is written yet."""


class _Kept(BasePlugin):  # type: ignore[no-untyped-call, type-arg]  # MkDocs gives it neither types nor settings
    """Keeps what MkDocs has worked out for all pages together, and ends the build there."""

    files: Files
    nav: Navigation
    environment: Environment

    @event_priority(-200)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002 - MkDocs's
        """Keep the menu and the files, after static-i18n has changed both."""
        self.nav, self.files = nav, files
        return nav

    @event_priority(-200)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002 - the same
        """Keep the templates, which from now on are read again when they are saved."""
        env.auto_reload = True
        self.environment = env
        raise _ReadyError


@dataclass(frozen=True, kw_only=True)
class _Language:
    config: MkDocsConfig
    kept: _Kept


class SinglePages:
    """Pages of the project at `root`, built into `folder`; facts are judged by the day `today`."""

    def __init__(self, root: Path, folder: Path, today: date) -> None:
        self._root, self._folder, self._today = root, folder, today
        self._languages: dict[str, _Language] = {}
        self._serves_for = b""

    def prepare(self, content: Content, store: Store) -> Iterator[str]:
        """Make ready what is not, one language after the other; yield the code of each when it is."""
        state = self._state(content)
        if state != self._serves_for:
            self._languages.clear()
            self._serves_for = state
        for language in content.languages:
            if language.code not in self._languages:
                with mkdocs_build.environment(self._root, self._today):
                    self._languages[language.code] = self._made_ready(language.code, content, store)
                yield language.code

    def build(self, content: Content, wanted: Callable[[str, str], bool]) -> Collection[str]:
        """
        Build pages; return the files that were written, below `folder`.

        `wanted` is asked with the name of a page (`help/fraud.md`) and its file in the site. Nothing is built while
        what is kept does not serve, and a page that MkDocs warns of, or that shows markup, is left to a whole build.
        """
        if not self._languages or self._state(content) != self._serves_for:
            return []
        with mkdocs_build.environment(self._root, self._today):
            # Content is known by mkdocs.yml, which all languages have in common.
            mkdocs_hooks.hand_over(next(iter(self._languages.values())).config, content)
            return [name for each in self._languages.values() for name in self._built(each, wanted)]

    def _state(self, content: Content) -> bytes:
        titles = repr([(page.path, page.title) for page in content.pages])
        return memo.key(mkdocs_config.depends_on(self._root), titles, repr([each.code for each in content.languages]))

    def _made_ready(self, code: str, content: Content, store: Store) -> _Language:
        config, kept = mkdocs_config.configuration(self._root, self._folder), _Kept()
        config.plugins["kept"] = kept
        mkdocs_hooks.hand_over(config, content)
        mkdocs_speed.prepare(config)
        plugin: Any = config.plugins["i18n"]
        plugin.building, plugin.current_language = True, code
        with (
            mkdocs_build.listened() as said,
            mkdocs_build.nothing_cleaned(),
            contextlib.suppress(_ReadyError),
            mkdocs_memo.session(store, code, said),
        ):
            mkdocs_commands.build(config)
        return _Language(config=config, kept=kept)

    def _built(self, language: _Language, wanted: Callable[[str, str], bool]) -> Iterator[str]:
        config, kept = language.config, language.kept
        files = kept.files.documentation_pages()
        chosen = [file for file in files if wanted(_name(file), file.dest_uri)]
        if not chosen:
            return
        mkdocs_hooks.on_env(kept.environment, config=config)
        for file in chosen:
            if self._is_built(file, files, language):
                yield file.dest_uri

    def _is_built(self, file: File, files: Sequence[File], language: _Language) -> bool:
        internals: Any = mkdocs_commands
        config, kept = language.config, language.kept
        target = self._folder / file.dest_uri
        target.unlink(missing_ok=True)
        with mkdocs_build.listened() as said:
            try:
                internals._populate_page(file.page, config, kept.files)  # noqa: SLF001 - as a whole build does
                internals._build_page(file.page, config, files, kept.nav, kept.environment)  # noqa: SLF001 - the same
            except Exception:  # noqa: BLE001 - whatever a template raises: the whole build comes to it and says why
                return False
        return not said and target.is_file() and not any(left_markup.seen_signs([target.read_bytes()]))


def _name(file: Any) -> str:  # noqa: ANN401 - static-i18n gives files this name
    return str(file.norm_src_uri)
