"""
What a page of the site depends on, as texts to be hashed: a page whose inputs are all the same need not be made again.

A template may show of other pages nothing but title and address. Whatever else a hook gives the templates is worked
out of what is listed here; tests/building/test_cache.py edits one thing after the other and compares with a build that
remembers nothing.
"""

import functools
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from ..addresses import files, moved_sections, url_ledger
from ..addresses.redirects import Redirect
from ..memo import store as memo
from ..model.content import Content
from ..model.page import Page
from ..reading import mkdocs_config
from ..text import notation, plan_sections
from . import overdue, page_frame

LICENCE = "about/licence.md"
"""The page that the last line of every page leads to, where there is one."""


def _asked(content: Content, code: str) -> str:
    return repr([(guide, page.name, question) for guide, page, question in content.questions(code)])


def _titled(content: Content, code: str) -> str:
    pages = content.pages_in(code)
    return repr([(page.name, page.title, page.search_words) for page in pages]) + _asked(content, code)


def _citing(content: Content, code: str) -> Mapping[str, str]:
    """Return which pages cite an article of each law, by its key."""
    found: dict[str, list[object]] = {}
    for cited, pages in content.citing[code].items():
        found.setdefault(cited[0], []).append((cited, [(each.name, each.title) for each in pages]))
    return {law: repr(articles) for law, articles in found.items()}


def _headed(content: Content, code: str) -> str:
    pages = [page for each in (code, content.source_language.code) for page in content.pages_in(each)]
    return repr([(page.name, page.title, [(each.text, each.anchor) for each in page.headings]) for page in pages])


_ACROSS: Mapping[str, Callable[[Content, str], str]] = {
    notation.FAQ_INDEX: _asked,
    notation.ALPHABET_INDEX: _titled,
    notation.ROUTE_QUESTIONS: _headed,
    **dict.fromkeys(notation.PLAN_TABLES, _headed),
    notation.PLANS: lambda content, code: plan_sections.sources(content, code) + _headed(content, code),
}
"""What markers show of other pages; those that are not here show only registers."""


class PageInputs:
    """
    The inputs of one build; `basis` is empty if they are not known, so nothing may be remembered.

    `settings` is the hash of mkdocs.yml and of what it names, empty if that is not known. `late` are the entries that
    are overdue on the day of the build.
    """

    def __init__(self, content: Content, root: Path, site_url: str, today: date) -> None:
        self._content = content
        moved = files.moved(root, content)
        self._aliases, self._departures = moved_sections.aliases(moved), moved_sections.departures(moved)
        self.settings = mkdocs_config.depends_on(root)
        known = bool(self.settings and content.basis)
        self.basis = memo.key(self.settings, content.basis, site_url) if known else b""
        self.late = tuple(overdue.overdue(content, today))
        # Asked for every page, and the same for all of a language.
        self._across = functools.cache(lambda name, code: _ACROSS[name](content, code))
        self._citing = functools.cache(lambda code: _citing(content, code))

    def aliases(self, page: Page) -> Mapping[str, str]:
        """Return the new ids of a page's sections by old ones."""
        return self._aliases.get(url_ledger.page_address(self._content, page), {})

    def departures(self, page: Page) -> Sequence[Redirect]:
        """Return the redirects of the sections that have left a page for another."""
        return self._departures.get(url_ledger.page_address(self._content, page), ())

    def of_text(self, page: Page, code: str, markdown: str) -> list[str | bytes]:
        """Return what the text of a page in a language depends on, besides which files there are."""
        names = {marker.name for marker in page.markers}
        across = "".join(self._across(name, page.language) for name in _ACROSS if name in names)
        aliases = repr((sorted(self.aliases(page).items()), [(each.old, each.to) for each in self.departures(page)]))
        # Other languages carry what the source sends, and fold what it folds.
        source = self._content.page(self._content.source_language.code, page.name)
        said = source.source if source and source is not page else ""
        return [
            self.basis,
            across,
            self._citing(page.language).get(page.law, "") if page.law else "",
            code,
            page.path,
            page.language,
            page.source,
            said,
            markdown,
            aliases,
        ]

    def of_frame(self, code: str, name: str) -> list[str | bytes]:
        """Return what else a finished page depends on, besides what all pages of its language do."""
        content = self._content
        there = [content.page(language.code, name) is not None for language in content.languages]
        own, source = content.page(code, name), content.page(content.source_language.code, name)
        onward = page_frame.onward(content, own) if own else []
        return [repr((there, onward)), *(page.source if page else "" for page in (own, source))]

    def of_language(self, code: str, templates: Path, menu: str) -> bytes:
        """Return a hash of what all finished pages of a language depend on; `menu` is all that they show of others."""
        licence = self._content.page(code, LICENCE)
        read = list(_templates(templates))
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "") if any(b"build_date" in text for text in read) else ""
        return memo.key(self.basis, code, menu, repr(licence and licence.route), repr(self.late), epoch, *read)


def _templates(folder: Path) -> Iterator[bytes]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".html", ".xml"):
            yield path.relative_to(folder).as_posix().encode()
            yield path.read_bytes()
