"""Everything a reader can read, in one value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from .page import Page, Question
from .registers import Registers
from .yaml_document import Document


@dataclass(frozen=True, kw_only=True)
class Language:
    """
    A language of the site: its code is its folder, its address and its `lang`.

    `name` is what the language calls itself; `site_name` what it calls the
    handbook; `direction` is ltr or rtl; `fonts` is a list of fonts as CSS
    writes it, empty for the site's own. A language that is not published yet
    is checked, and not built. `generated_from`
    is the language that its pages and words are converted from, unless
    somebody wrote them by hand.
    """

    code: str
    name: str
    is_source: bool = False
    published: bool = True
    site_name: str = ""
    direction: str = "ltr"
    fonts: str = ""
    generated_from: str = ""
    sections: Mapping[str, str] = field(default_factory=dict)
    """Names of the sections of the menu, by their key in `nav` of mkdocs.yml."""

    @property
    def prefix(self) -> str:
        """The beginning of its addresses: empty for the source language, else such as `en/`."""
        return "" if self.is_source else f"{self.code}/"


@dataclass(frozen=True, kw_only=True)
class Guide:
    """A section of the menu: its key in mkdocs.yml, by which each language names it, and its pages in reading order."""

    name: str
    pages: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Content:
    """
    The pages of all languages, and the order in which they are read.

    `interface` holds the words around the pages (`docs/<language>/_data/interface.yml`),
    by language and key; `made_from` what each translation's registers were
    made from (`translated.yml` beside it).
    """

    languages: tuple[Language, ...]
    guides: tuple[Guide, ...] = ()
    pages: tuple[Page, ...] = ()
    interface: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    registers: Registers = field(default_factory=Registers)
    made_from: Mapping[str, Document] = field(default_factory=dict)
    figures: Mapping[str, str] = field(default_factory=dict)
    """The text of every figure (`docs/_data/figures/*.svg`), by its name."""

    @property
    def source_language(self) -> Language:
        """The language that the others are translated from."""
        return next(language for language in self.languages if language.is_source)

    @property
    def translations(self) -> tuple[Language, ...]:
        """The other languages, in the order of mkdocs.yml."""
        return tuple(language for language in self.languages if not language.is_source)

    @property
    def translated(self) -> tuple[Language, ...]:
        """The languages that people translate: all but the source and those that are converted from it."""
        return tuple(language for language in self.translations if not language.generated_from)

    @cached_property
    def written(self) -> "Content":
        """What people wrote: the same without the pages that are converted from the source; rules look at this."""
        return replace(self, pages=tuple(page for page in self.pages if not page.converted))

    @cached_property
    def published(self) -> "Content":
        """What readers get: the same without the languages that are not published yet."""
        shown = {language.code for language in self.languages if language.published}
        words = {code: words for code, words in self.registers.words.items() if code in shown}
        return replace(
            self,
            languages=tuple(language for language in self.languages if language.published),
            pages=tuple(page for page in self.pages if page.language in shown),
            interface={code: words for code, words in self.interface.items() if code in shown},
            registers=replace(self.registers, words=words),
        )

    def language(self, code: str) -> Language:
        """Return a language by its code."""
        return next(language for language in self.languages if language.code == code)

    def find_language(self, code: str) -> Language | None:
        """Return a language by its code, or None if the site does not have it."""
        return next((language for language in self.languages if language.code == code), None)

    def page(self, code: str, name: str) -> Page | None:
        """Return a page in a language, or None if it has not been written."""
        return self._index.get((code, name))

    def pages_in(self, code: str) -> tuple[Page, ...]:
        """Return the pages of a language, in reading order where the menu gives one."""
        order = {name: place for place, name in enumerate(self._reading_order())}
        mine = [page for page in self.pages if page.language == code]
        return tuple(sorted(mine, key=lambda page: (order.get(page.name, len(order)), page.name)))

    def missing(self, code: str) -> tuple[Page, ...]:
        """Return the source pages that a language does not have yet."""
        return tuple(page for page in self.pages_in(self.source_language.code) if self.page(code, page.name) is None)

    def questions(self, code: str) -> Iterator[tuple[Guide, Page, Question]]:
        """Return the marked questions of a language, in reading order by guide."""
        for guide in self.guides:
            for name in guide.pages:
                if page := self.page(code, name):
                    yield from ((guide, page, question) for question in page.questions)

    def guide_name(self, guide: Guide, code: str) -> str:
        """Return the name of a guide in a language."""
        return self.language(code).sections.get(guide.name, guide.name)

    def _reading_order(self) -> Iterator[str]:
        for guide in self.guides:
            yield from guide.pages

    @cached_property
    def _index(self) -> Mapping[tuple[str, str], Page]:
        return {(page.language, page.name): page for page in self.pages}
