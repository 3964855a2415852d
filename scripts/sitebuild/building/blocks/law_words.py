"""Writes what is known of a law in one language, as Markdown: for its own page, and for the sources of another."""

from collections.abc import Iterator

from ...model.content import Content
from ...model.registers import Law, LawWords
from ...text import formatting, references


class LawsInLanguage:
    """Writes entries of the register of laws in one language; `code` is the language, `name` the page that shows it."""

    def __init__(self, content: Content, code: str, name: str) -> None:
        self.content, self.code, self.name = content, code, name
        self.interface = content.interface[code]
        self.laws = content.registers.laws
        self.words = content.registers.words[code].laws
        self.full_stop = self.interface["full_stop"]
        self.grammar = content.registers.words[code].grammar
        source = content.source_language.code
        self.to_own_script = str if code == source else content.registers.words[code].to_own_script

    def full_title(self, law: Law, words: LawWords) -> str:
        """Return the full title; in a translation followed by the official title in the source language."""
        if self.to_own_script:
            # Chinese typography: book title marks inside a title become single ones.
            return f"《{words.title.translate({ord('《'): '〈', ord('》'): '〉'})}》{self.full_stop}"
        return f"{words.title} ({self.foreign(law.official_title)}){self.full_stop}"

    def number(self, law: Law, words: LawWords) -> str:
        """Return the number that a law was issued under; empty if there is none, or its citation is that number."""
        number = self.foreign(law.number or "")
        return number if law.number and number not in words.cite and law.number not in words.cite else ""

    def force(self, law: Law) -> str:
        """Return since when a law is in force, or what became of it; empty if a date says all."""
        # With a date, the sentence “In force since …” states it.
        status = "" if law.effective and law.status == "in-force" else self.interface[f"status_{law.status}"]
        return self.joined([status, self._since(law), "" if law.binding else self.interface["law_soft"]])

    def official(self, law: Law) -> str:
        """Return the link to the official text; empty if none is known."""
        return f"[{self.interface['law_official']}]({law.url}){self.full_stop}" if law.url else ""

    def facts(self, law: Law, words: LawWords) -> Iterator[str]:
        """Yield one sentence for each known property of a law: number, date, force, note, official text."""
        if number := self.number(law, words):
            yield f"{number}{self.full_stop}"
        yield self._since(law)
        yield "" if law.binding else self.interface["law_soft"]
        yield words.note or ""
        yield self.official(law)

    def heading(self, article: str) -> str:
        """Return an article as a heading names it."""
        return self.grammar["article_heading"].format(article=formatting.article(article, self.grammar))

    def foreign(self, text: str) -> str:
        """Return text of the source language, converted to this language's script or else marked by its language."""
        if self.to_own_script:
            return self.to_own_script(text)
        return f'<span lang="{self.content.source_language.code}">{text}</span>'

    def joined(self, sentences: list[str]) -> str:
        """Return sentences as a paragraph, without the empty ones."""
        return self.interface["sentence_gap"].join(filter(None, sentences))

    def expanded(self, text: str) -> str:
        """Return text with its references as links from the page that shows it."""
        return references.expand(text, self.content.registers, self.code, self.name)

    def _since(self, law: Law) -> str:
        if not law.effective:
            return ""
        return self.interface["law_effective"].format(date=formatting.day(law.effective, self.grammar))
