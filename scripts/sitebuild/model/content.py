"""Content: all languages, pages, registers and figures of the handbook, as one immutable value."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from . import citations
from .page import Page, Question
from .registers import Registers
from .yaml_document import Document


@dataclass(frozen=True, kw_only=True)
class Language:
    """
    A language of the site.

    `code` is a BCP 47 tag such as `zh-Hant`; it is also the name of the folder
    below docs/, the beginning of the addresses and the value of `lang`.
    `name` is the language's name in itself (English, 繁體中文), `short_name` a
    shorter one for the row of languages, `site_name` the handbook's name in it.
    `direction` is ltr or rtl. `fonts` is the value of the CSS property
    font-family; empty for the fonts of the style sheet.
    A language with `published` false is checked but not built.
    `generated_from` is the code of the language that pages and words are
    converted from (Simplified to Traditional Chinese); empty for a language
    that people translate.
    """

    code: str
    name: str
    is_source: bool = False
    published: bool = True
    site_name: str = ""
    short_name: str = ""
    direction: str = "ltr"
    fonts: str = ""
    generated_from: str = ""
    sections: Mapping[str, str] = field(default_factory=dict)
    """The translated name of each section of the menu, by its key in `nav` of mkdocs.yml."""

    @property
    def prefix(self) -> str:
        """What every address of the language begins with, such as `en/`; empty for the source language."""
        return "" if self.is_source else f"{self.code}/"


@dataclass(frozen=True, kw_only=True)
class Guide:
    """
    A section of the menu (`nav` in mkdocs.yml).

    `name` is its key there, empty for a page that stands in no section;
    `pages` are the names of its pages, such as `help/first-hour.md`, in the
    order of the menu.
    """

    name: str
    pages: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Content:
    """
    All that was read from docs/ and mkdocs.yml.

    `guides` are the sections of the menu, in its order. `interface` holds the
    texts of buttons, labels and notices (`docs/<language>/_data/interface.yml`)
    by language code and key. `made_from` is, by language code, the content of
    `docs/<language>/_data/translated.yml`: for each entry of the registers, the
    hash of the source text that it was translated from.
    """

    languages: tuple[Language, ...]
    guides: tuple[Guide, ...] = ()
    pages: tuple[Page, ...] = ()
    interface: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    registers: Registers = field(default_factory=Registers)
    made_from: Mapping[str, Document] = field(default_factory=dict)
    basis: bytes = b""
    """A hash of all that it was read from but the pages; empty if that is not known, so nothing may be remembered."""
    files: frozenset[str] | None = None
    """The paths of all files below docs/, relative to it; None if nobody has looked."""
    figures: Mapping[str, str] = field(default_factory=dict)
    """The SVG text of every figure (`docs/_data/figures/*.svg`), by the file name without `.svg`."""

    @property
    def source_language(self) -> Language:
        """The language that the others are translated from."""
        return next(language for language in self.languages if language.is_source)

    @property
    def translations(self) -> tuple[Language, ...]:
        """All languages but the source language, in the order of mkdocs.yml; converted ones too."""
        return tuple(language for language in self.languages if not language.is_source)

    @property
    def translated(self) -> tuple[Language, ...]:
        """The languages that people translate: all but the source and those that are converted from it."""
        return tuple(language for language in self.translations if not language.generated_from)

    @cached_property
    def written(self) -> "Content":
        """The same content without pages that the build makes; the checks run on this: only these can be edited."""
        return replace(self, pages=tuple(page for page in self.pages if not page.made))

    @cached_property
    def published(self) -> "Content":
        """The same content without unpublished languages; the site is built from this."""
        shown = {language.code for language in self.languages if language.published}
        words = {code: words for code, words in self.registers.words.items() if code in shown}
        return replace(
            self,
            languages=tuple(language for language in self.languages if language.published),
            pages=tuple(page for page in self.pages if page.language in shown),
            interface={code: words for code, words in self.interface.items() if code in shown},
            registers=replace(self.registers, words=words),
        )

    def showing(self, codes: Collection[str]) -> "Content":
        """
        Return the same content with these languages as if they were published: a preview shows them.

        Words of the interface that such a language does not have yet are the source's.
        """
        languages = (replace(each, published=each.published or each.code in codes) for each in self.languages)
        source = self.interface.get(self.source_language.code, {})
        lent = {code: {**source, **words} for code, words in self.interface.items() if code in codes}
        return replace(self, languages=tuple(languages), interface={**self.interface, **lent})

    def language(self, code: str) -> Language:
        """Return a language by its code; raise StopIteration if the site does not have it."""
        return next(language for language in self.languages if language.code == code)

    def find_language(self, code: str) -> Language | None:
        """Return a language by its code, or None if the site does not have it."""
        return next((language for language in self.languages if language.code == code), None)

    def page(self, code: str, name: str) -> Page | None:
        """Return the page with this name in this language, or None if there is none; for `name` see Page."""
        return self._index.get((code, name))

    def pages_in(self, code: str) -> tuple[Page, ...]:
        """Return the pages of a language in the order of the menu, then those outside the menu by name."""
        order = {name: position for position, name in enumerate(self._reading_order())}
        pages = [page for page in self.pages if page.language == code]
        return tuple(sorted(pages, key=lambda page: (order.get(page.name, len(order)), page.name)))

    def missing(self, code: str) -> tuple[Page, ...]:
        """Return the source pages that a language does not have yet."""
        return tuple(page for page in self.pages_in(self.source_language.code) if self.page(code, page.name) is None)

    def questions(self, code: str) -> Iterator[tuple[Guide, Page, Question]]:
        """Yield (guide, page, question) for every FAQ question of a language, in the order of the menu."""
        for guide in self.guides:
            for name in guide.pages:
                if page := self.page(code, name):
                    yield from ((guide, page, question) for question in page.questions)

    def guide_name(self, guide: Guide, code: str) -> str:
        """Return the name of a section of the menu in a language; its key if the language does not name it."""
        return self.language(code).sections.get(guide.name, guide.name)

    @cached_property
    def citing(self) -> Mapping[str, Mapping[tuple[str, str], tuple[Page, ...]]]:
        """By language, the pages that rest on each (law, article), in reading order; see citations.of."""
        found: dict[str, dict[tuple[str, str], tuple[Page, ...]]] = {}
        for language in self.languages:
            of_language = found.setdefault(language.code, {})
            for page in self.pages_in(language.code):
                for cited in dict.fromkeys(citations.of(page, self.registers)):
                    of_language[cited] = (*of_language.get(cited, ()), page)
        return found

    def _reading_order(self) -> Iterator[str]:
        for guide in self.guides:
            yield from guide.pages

    @cached_property
    def _index(self) -> Mapping[tuple[str, str], Page]:
        return {(page.language, page.name): page for page in self.pages}
