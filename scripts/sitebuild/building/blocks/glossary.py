"""Generates the glossary: the whole register of terms, and the list of terms of one page."""

from ...model.content import Content
from ...model.page import Page
from ...model.registers import TermWords
from ...text import alphabet, references
from ...translation import register_age
from . import folding


def index(content: Content, code: str) -> str:
    """Return every term of the language `code` with its definition as Markdown, in alphabetical order, by pinyin."""
    words = content.registers.words[code].terms
    older = register_age.older(content, code)
    blocks: list[str] = []
    for key in sorted(words, key=lambda each: alphabet.order(words[each].term)):
        entry = words[key]
        hanzi = f'<span lang="{content.source_language.code}">{entry.hanzi}</span>' if entry.hanzi else ""
        pinyin = f'<span lang="{content.source_language.code}-Latn">{entry.pinyin}</span>' if entry.pinyin else ""
        spoken = " ".join(filter(None, [hanzi, pinyin]))
        note = content.interface[code]["entry_older"] if ("terms", key) in older else ""
        body = "\n\n".join(filter(None, [spoken, note, entry.definition]))
        blocks.append(folding.entry(entry.term, key, body, level=2))
    return references.expand("\n\n".join(blocks), content.registers, code, references.GLOSSARY)


def used(content: Content, page: Page) -> list[TermWords]:
    """Return the terms that a page refers to, in order of first use; its template lists them at the end."""
    words = content.registers.words[page.language].terms
    keys = dict.fromkeys(reference.key for reference in page.references if reference.scheme == "term")
    return [words[key] for key in keys if key in words]
