"""
What MkDocs need not make again: the text of a page in HTML, and the finished page.

The text depends on the page's own Markdown, on all registers that may fill it, and on which files there are: `begin`
says by what it is known. Where a register has changed, most pages are still filled with the same words, so what
Markdown makes of these is remembered by itself. The finished page depends on that, on the templates, on the menu with
the titles and addresses of all pages, and on what the hooks tell the templates of this page. Of other pages a template
may show nothing but title and address. A page that MkDocs had a warning about is never remembered: the warning has to
be heard again.
"""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from mkdocs import utils
from mkdocs.commands import build
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from ..memo import store as memo
from ..memo.store import Store

_Toc: TypeAlias = tuple[tuple[str, str, int, "_Toc"], ...]
"""Title, id, level and children of each section."""
_Text: TypeAlias = tuple[str, _Toc, str, frozenset[str], tuple[tuple[str, tuple[tuple[str, str], ...]], ...]]
"""
The HTML of a page's text; its table of contents; the title in it; the ids in it; for each file that it links to, each
anchor with the link to it.
"""


class Session:
    """
    What is remembered in the build of one language.

    `said` is the list that MkDocs's warnings go to. The hooks set `of_language` to what makes the hash of all that the
    finished pages of this language depend on together, from the menu.
    """

    def __init__(self, store: Store, code: str, said: Sequence[str]) -> None:
        self.of_language: Callable[[str], bytes] = lambda _: b""
        self._texts, self._finished = store.table(f"text-{code}"), store.table(f"finished-{code}")
        self._rendered = store.table(f"rendered-{code}")
        self._said = said
        self._files: Files | None = None
        self._file_set, self._rendered_by = b"", b""
        self._keys: dict[str, tuple[bytes, bytes]] = {}
        self._recalled: dict[str, _Text] = {}
        self._warned = 0
        self._state: bytes | None = None

    def save(self) -> None:
        """Write what is new."""
        for table in (self._texts, self._rendered, self._finished):
            table.save()

    def know_files(self, files: Files, settings: bytes) -> None:
        """Learn which files there are, for links may lead to them, and the hash of what says how Markdown is read."""
        self._files = files
        self._file_set = memo.key(*sorted(f"{file.src_uri}\0{file.dest_uri}" for file in files))
        self._rendered_by = settings and memo.key(self._file_set, settings)

    def begin(self, page: Page, text: Sequence[str | bytes], shown: Sequence[str | bytes]) -> bool:
        """Say what the text of a page and what else it shows depend on; tell whether its text is known."""
        self._warned = len(self._said)
        name = page.file.src_uri
        known_by = memo.key(self._file_set, name, *text)
        self._keys[name] = known_by, memo.key(known_by, *shown)
        known: Any = self._texts.get(known_by)
        if known:
            self._recalled[name] = known
        return bool(known)

    def is_recalled(self, page: Page) -> bool:
        """Tell whether the text of a page is known."""
        return page.file.src_uri in self._recalled

    def recall(self, page: Page) -> bool:
        """Give a page whose text is known what rendering would give it; tell whether it is known."""
        return self._give(page, self._recalled.get(page.file.src_uri))

    def render(self, page: Page, make: Callable[[], object]) -> None:
        """Render a filled page: as it is known, or as `make` does it."""
        known_by = self._rendered_by and memo.key(self._rendered_by, page.file.src_uri, page.markdown or "")
        known: Any = self._rendered.get(known_by) if known_by else None
        if self._give(page, known):
            return
        before = len(self._said)
        make()
        if known_by and len(self._said) == before:
            self._rendered.put(known_by, _text(page, page.content or ""))

    def _give(self, page: Page, known: _Text | None) -> bool:
        if known is None or self._files is None:
            return False
        page.content, toc, title, ids, links = known
        page.toc = TableOfContents(_items(toc))
        page._title_from_render = title or None  # noqa: SLF001 - what MkDocs itself sets when it renders
        page.present_anchor_ids = set(ids)
        targets = [(self._files.get_file_from_path(name), anchored) for name, anchored in links]
        page.links_to_anchors = {file: dict(anchored) for file, anchored in targets if file}
        return True

    def keep(self, page: Page, html: str) -> str:
        """Remember the text of a page that was rendered, and return it."""
        name = page.file.src_uri
        if name not in self._recalled and name in self._keys and len(self._said) == self._warned:
            self._texts.put(self._keys[name][0], _text(page, html))
        return html

    def build(self, page: Page, nav: Navigation, make: Callable[[], object]) -> None:
        """Write a finished page: as it is known, or as `make` writes it."""
        name, target = page.file.src_uri, page.file.abs_dest_path
        shown_key = self._keys.get(name, (b"", b""))[1]
        if self._state is None:
            self._state = self.of_language(_menu(nav))
        known_by = memo.key(shown_key, self._state) if self._state and shown_key else b""
        finished = self._finished.get(known_by) if known_by else None
        if isinstance(finished, bytes):
            utils.write_file(finished, target)
            return
        before = len(self._said)
        make()
        if known_by and len(self._said) == before and Path(target).is_file():
            self._finished.put(known_by, Path(target).read_bytes())


_session: Session | None = None
"""The session of the running build: MkDocs hooks are functions, so it lives here."""


def current() -> Session | None:
    """Return the session of the running build; None in `mkdocs serve`, which remembers nothing."""
    return _session


@contextlib.contextmanager
def session(store: Store | None, code: str, said: Sequence[str]) -> Iterator[None]:
    """Build one language with what `store` remembers of it; None remembers nothing."""
    global _session  # noqa: PLW0603 - see there
    if store is None:
        yield
        return
    _session, internals = Session(store, code, said), vars(build)
    build_page = internals["_build_page"]

    def _build_page(page: Page, *given: Any, **named: Any) -> None:  # noqa: ANN401 - MkDocs's own, passed on
        assert _session is not None, "a page is built inside its session"  # noqa: S101
        _config, _files, nav, *_ = given
        _session.build(page, nav, lambda: build_page(page, *given, **named))

    internals["_build_page"] = _build_page
    try:
        yield
        # Here, because only this process knows what is new in its language.
        _session.save()
    finally:
        internals["_build_page"] = build_page
        _session = None


def _text(page: Page, html: str) -> _Text:
    links = (page.links_to_anchors or {}).items()
    linked = tuple((file.src_uri, tuple(anchored.items())) for file, anchored in links)
    title, ids = page._title_from_render or "", frozenset(page.present_anchor_ids or ())  # noqa: SLF001
    return html, _toc(page.toc), title, ids, linked


def _menu(nav: Navigation) -> str:
    """Return all that pages show of others: titles and addresses in the order of the menu."""
    pages = [(page.title, page.url, page.is_homepage) for page in nav.pages]
    home = nav.homepage.url if nav.homepage else ""
    return repr((home, pages, [_item(item) for item in nav.items]))


def _item(item: Any) -> tuple[object, ...]:  # noqa: ANN401 - a section, a page or a link
    return item.title, getattr(item, "url", None), [_item(child) for child in item.children or ()]


def _toc(items: Any) -> _Toc:  # noqa: ANN401 - a list of AnchorLink, or what MkDocs makes of it
    return tuple((item.title, item.id, item.level, _toc(item.children)) for item in items)


def _items(toc: _Toc) -> list[AnchorLink]:
    items = []
    for title, identifier, level, children in toc:
        item = AnchorLink(title, identifier, level)
        item.children = _items(children)
        items.append(item)
    return items
