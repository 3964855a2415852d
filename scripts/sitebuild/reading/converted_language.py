"""
Makes the words and pages of a converted language (Traditional Chinese) from those of the source language.

A page, a key of interface.yml, grammar.yml or language.yml that was written by hand in that language is kept.
"""

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel

from ..memo import store as memo
from ..memo import two_processes
from ..memo.store import Store
from ..model.content import Content
from ..model.language_words import LanguageWords
from ..model.page import Page
from ..model.registers import Registers, Words
from ..text import front_matter, references, search_words, traditional_chinese
from ..text.traditional_chinese import Convert
from . import markdown_page

Model = TypeVar("Model", bound=BaseModel)

_KEY = re.compile(r"[ \t]*(?:#.*|[A-Za-z_][\w-]*:(?=[ \t]|$))?")
"""The part of a line of front matter that is not converted: its key, or a comment."""


def registers(read: Registers, source_code: str) -> Registers:
    """Return the registers with the words of every converted language filled in."""
    original = read.words.get(source_code, Words())
    return replace(read, words={code: _words(own, original, source_code) for code, own in read.words.items()})


def interface(
    written: Mapping[str, Mapping[str, str]], registers: Registers, source_code: str
) -> dict[str, Mapping[str, str]]:
    """Return the interface texts, by language code and key, with those of every converted language filled in."""
    complete = dict(written)
    for code, words in registers.words.items():
        if words.generated:
            converted = _converted(written.get(source_code, {}), words.to_own_script or str)
            complete[code] = {**converted, **written.get(code, {})}
    return complete


def pages(content: Content, store: Store) -> list[Page]:
    """Return a converted page for every source page that a converted language does not have itself."""
    table = store.table("converted")
    wanted = [
        (page, language.code)
        for language in content.translations
        if language.generated_from and content.registers.words[language.code].to_own_script
        for page in content.missing(language.code)
    ]
    tables = {code: repr(content.registers.words[code].conversion) for _, code in wanted}
    keys = [_known_by(page, code, tables[code], content.basis) for page, code in wanted]
    return two_processes.remembered(table, keys, functools.partial(_made, content), wanted)


def _known_by(page: Page, code: str, table: str, basis: bytes) -> bytes:
    registers = markdown_page.depends_on(page.source, basis)
    return registers and memo.key(registers, page.path, page.source, code, table)


def _made(content: Content, wanted: Sequence[tuple[Page, str]]) -> list[Page]:
    """Return the page of each source page in the language of each code."""
    converters = {code: content.registers.words[code].to_own_script or str for _, code in wanted}
    return [_page(content, page, code, converters[code]) for page, code in wanted]


def _words(own: Words, original: Words, source_code: str) -> Words:
    if not own.language or own.language.generated_from != source_code:
        return own
    convert = traditional_chinese.converter(own.conversion)
    return replace(
        own,
        language=_language(own.language, original.language, convert),
        laws=_entries(original.laws, convert),
        channels=_entries(original.channels, convert),
        companies=_entries(original.companies, convert),
        facts=_entries(original.facts, convert),
        terms=_entries(original.terms, convert),
        fields=_entries(original.fields, convert),
        routes=_entries(original.routes, convert),
        permissions=_entries(original.permissions, convert),
        plans=_entries(original.plans, convert),
        risks=_entries(original.risks, convert),
        figures=_entries(original.figures, convert),
        grammar={**_converted(original.grammar, convert), **own.grammar},
        to_own_script=convert,
    )


def _language(own: LanguageWords, original: LanguageWords | None, convert: Convert) -> LanguageWords:
    """Return the values of language.yml, with missing ones converted from the source language."""
    if original is None:
        return own
    return own.model_copy(
        update={
            "site_name": own.site_name or convert(original.site_name or ""),
            "direction": own.direction or original.direction,
            "sections": {**_converted(original.sections, convert), **own.sections},
        }
    )


def _entries(entries: Mapping[str, Model], convert: Convert) -> dict[str, Model]:
    return {
        key: entry.model_copy(update={name: _value(value, convert) for name, value in entry})
        for key, entry in entries.items()
    }


def _value(value: object, convert: Convert) -> object:
    """Return the value of a field with all texts in it converted."""
    if isinstance(value, str):
        return convert(value)
    if isinstance(value, tuple):
        return tuple(_value(each, convert) for each in value)
    if isinstance(value, dict):
        return {key: _value(each, convert) for key, each in value.items()}
    return value


def _converted(words: Mapping[str, str], convert: Convert) -> dict[str, str]:
    return {key: convert(text) for key, text in words.items()}


def _page(content: Content, page: Page, code: str, convert: Convert) -> Page:
    """Return a converted page; it keeps the path of the source page, where its author can correct it."""
    expand = functools.partial(references.expand, registers=content.registers, language=code, name=page.name)
    read, _ = markdown_page.read(page.path, code, page.name, converted(page.source, convert), expand)
    return replace(read, converted=True)


def converted(text: str, convert: Convert) -> str:
    """Return the text of a file converted: its body, and the values of its front matter."""
    lines = text.split("\n")[: front_matter.split(text)[1]]
    # Search tells no script from the other, and the words are shown to nobody.
    kept = set(search_words.front_matter_lines(lines))
    head = [line if index in kept else _head_line(line, convert) for index, line in enumerate(lines)]
    return "\n".join([*head, convert(front_matter.body(text))])


def _head_line(line: str, convert: Convert) -> str:
    key = _KEY.match(line)
    end = key.end() if key else 0
    return line[:end] + convert(line[end:])
