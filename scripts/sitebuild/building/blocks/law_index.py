"""Generates the index of laws, and the list of the laws that one page cites."""

import functools
from collections.abc import Iterator

from ...model.content import Content
from ...model.page import Page
from ...model.registers import Law, LawWords
from ...text import formatting, references
from ...translation import register_age
from . import folding


def index(content: Content, code: str) -> str:
    """Return, as Markdown, every law with its status, a summary of its articles, and the pages citing them."""
    return "\n\n".join(LawsInLanguage(content, code).blocks())


def sources(content: Content, page: Page) -> str:
    """Return, as a Markdown list, the laws a page cites, each with its articles, number, date and official text."""
    cited: dict[str, list[str]] = {}
    for key, article in _cited(content, page):
        articles = cited.setdefault(key, [])
        if article and article not in articles:
            articles.append(article)
    laws = LawsInLanguage(content, page.language)
    items = [f"- {laws.source(key, articles)}" for key, articles in cited.items() if key in laws.words]
    return references.expand("\n".join(items), content.registers, page.language, page.name)


def _cited(content: Content, page: Page) -> Iterator[tuple[str, str]]:
    """Yield (law, article) of every citation of a page and of its facts; article is empty for a law as a whole."""
    for reference in page.references:
        if reference.scheme == "law" and reference.key in content.registers.laws:
            yield from ((reference.key, article) for article in reference.parts or ("",))
        elif reference.scheme == "fact" and reference.key in content.registers.facts:
            for authority in content.registers.facts[reference.key].authority:
                scheme, _, target = authority.partition(":")
                key, _, article = target.partition("/")
                if scheme == "law" and key in content.registers.laws:
                    yield key, article


class LawsInLanguage:
    """Writes entries of the register of laws in one language, as Markdown; `code` is the language."""

    def __init__(self, content: Content, code: str) -> None:
        self.content, self.code = content, code
        self.interface = content.interface[code]
        self.laws = content.registers.laws
        self.words = content.registers.words[code].laws
        self.full_stop = self.interface["full_stop"]
        self.grammar = content.registers.words[code].grammar
        source = content.source_language.code
        self.to_own_script = str if code == source else content.registers.words[code].to_own_script

    def blocks(self) -> Iterator[str]:
        """Yield the blocks of the index: a folded entry for each law, with its description and its articles."""
        for key, law in self.laws.items():
            if key in self.words:
                body = [self._expanded(self._description(key, law, self.words[key])), *self._articles(key, law)]
                yield folding.entry(self.words[key].title, key, "\n\n".join(body), level=2)

    def _articles(self, key: str, law: Law) -> Iterator[str]:
        for article in law.articles:
            yield f"### {self._article(article)} {{#{key}-{article}}}"
            yield self._expanded(self.words[key].gists.get(article, ""))
            if pages := self._citing.get((key, article)):
                yield self._cited_by(pages)

    def source(self, key: str, articles: list[str]) -> str:
        """Return a law as one item of a page's list of sources, with the articles that the page cites."""
        ordered = sorted(articles, key=lambda each: [int(part) for part in each.split("-")])
        target = f"{key}/{','.join(ordered)}" if ordered else key
        law, words = self.laws[key], self.words[key]
        full = [] if words.title in words.cite else [self._full_title(law, words)]
        return self._joined([f"[](law:{target}){self.full_stop}", *full, *self._facts(law, words)])

    def _full_title(self, law: Law, words: LawWords) -> str:
        """Return the full title; in a translation followed by the official title in the source language."""
        if self.to_own_script:
            # Chinese typography: book title marks inside a title become single ones.
            return f"《{words.title.translate({ord('《'): '〈', ord('》'): '〉'})}》{self.full_stop}"
        return f"{words.title} ({self._foreign(law.official_title)}){self.full_stop}"

    def _description(self, key: str, law: Law, words: LawWords) -> str:
        official = "" if self.to_own_script else self._foreign(law.official_title) + self.full_stop
        # With a date, the sentence “In force since …” states it.
        status = "" if law.effective and law.status == "in-force" else self.interface[f"status_{law.status}"]
        note = self.interface["entry_older"] if ("laws", key) in self._older else ""
        sentences = [note, official, words.what, status, *self._facts(law, words)]
        if law.superseded_by and law.superseded_by in self.words:
            title = f"[{self.words[law.superseded_by].title}](#{law.superseded_by})"
            sentences.append(self.interface["law_superseded"].format(law=title))
        if pages := self._citing.get((key, "")):
            sentences.append(self._cited_by(pages))
        return self._joined(sentences)

    def _facts(self, law: Law, words: LawWords) -> Iterator[str]:
        """Yield one sentence for each known property of a law: number, date, force, note, official text."""
        number = self._foreign(law.number or "")
        if law.number and number not in words.cite and law.number not in words.cite:
            yield f"{number}{self.full_stop}"
        if law.effective:
            yield self.interface["law_effective"].format(date=formatting.day(law.effective, self.grammar))
        if not law.binding:
            yield self.interface["law_soft"]
        if words.note:
            yield words.note
        if law.url:
            yield f"[{self.interface['law_official']}]({law.url}){self.full_stop}"

    @functools.cached_property
    def _older(self) -> dict[tuple[str, ...], str]:
        return register_age.older(self.content, self.code)

    @functools.cached_property
    def _citing(self) -> dict[tuple[str, str], list[Page]]:
        """The pages that cite each (law, article), in reading order; article is empty for the law as a whole."""
        found: dict[tuple[str, str], list[Page]] = {}
        for page in self.content.pages_in(self.code):
            for entry in _cited(self.content, page):
                pages = found.setdefault(entry, [])
                if page not in pages:
                    pages.append(page)
        return found

    def _cited_by(self, pages: list[Page]) -> str:
        links = self.interface["list_comma"].join(f"[{page.title}]({page.name})" for page in pages)
        return f"{self.interface['law_cited_by']}{links}{self.full_stop}"

    def _article(self, number: str) -> str:
        return self.grammar["article_heading"].format(article=formatting.article(number, self.grammar))

    def _foreign(self, text: str) -> str:
        """Return text of the source language, converted to this language's script or else marked by its language."""
        if self.to_own_script:
            return self.to_own_script(text)
        return f'<span lang="{self.content.source_language.code}">{text}</span>'

    def _joined(self, sentences: list[str]) -> str:
        return self.interface["sentence_gap"].join(filter(None, sentences))

    def _expanded(self, text: str) -> str:
        return references.expand(text, self.content.registers, self.code, references.LAWS)
