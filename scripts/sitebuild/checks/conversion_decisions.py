"""Rule: where a character of the source has several forms in a converted language, its conversion.yml decides."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import entry_texts, register_paths
from ..model.content import Content, Language
from ..model.message import Message, either
from ..model.page import Page
from ..model.problem import Problem
from ..text import front_matter, search_words, traditional_chinese
from ..text.conversion_table import ConversionTable, Undecided

_AROUND = 4
"""How many characters on each side a message shows."""


@dataclass(frozen=True, kw_only=True)
class _Piece:
    """A text of a file: where it begins, and for a text of a register the keys that lead to it, joined by dots."""

    path: str
    text: str
    line: int = 1
    column: int = 1
    name: str = ""


def check(content: Content) -> Iterator[Problem]:
    """Report such characters in pages that are converted, in the words of the registers and around the pages."""
    yield from check_pages(content)
    yield from check_data(content)


def check_pages(content: Content) -> Iterator[Problem]:
    """Report such characters in pages that are converted."""
    for language, table, file in _tables(content):
        for page in content.missing(language.code):
            for piece in _of_page(page):
                yield from _undecided(piece, table, file)


def check_data(content: Content) -> Iterator[Problem]:
    """Report such characters in the words of the registers and around the pages."""
    for language, table, file in _tables(content):
        for piece in _of_words(content, language.generated_from):
            yield from _undecided(piece, table, file)


def _tables(content: Content) -> Iterator[tuple[Language, ConversionTable, str]]:
    """Yield each converted language with its table and the file of that."""
    for language in content.translations:
        words = content.registers.words.get(language.code)
        if words and words.conversion and language.generated_from:
            file = register_paths.words_path(register_paths.CONVERSION, language.code)
            yield language, traditional_chinese.table(words.conversion), file


def _of_page(page: Page) -> Iterator[_Piece]:
    height = front_matter.split(page.source)[1]
    for number, line in search_words.head_shown(page.source):
        key, colon, value = line.partition(":")
        yield _Piece(path=page.path, text=value, line=number, column=len(key + colon) + 1)
    yield _Piece(path=page.path, text=front_matter.body(page.source), line=height + 1)


def _of_words(content: Content, code: str) -> Iterator[_Piece]:
    for path, line, name, text in entry_texts.in_language(content.registers, code):
        yield _Piece(path=path, text=text, line=line, name=name)
    path = register_paths.words_path(register_paths.INTERFACE, code)
    for name, text in content.interface.get(code, {}).items():
        yield _Piece(path=path, text=text, name=name)


def _undecided(piece: _Piece, table: ConversionTable, file: str) -> Iterator[Problem]:
    for found in traditional_chinese.undecided(piece.text, table):
        line, column = piece.line, piece.column
        message = _message(piece.text, found, file)
        if piece.name:
            message = Message("{name}: {message}", name=piece.name, message=Message(message))
        else:
            before = piece.text[: found.place].split("\n")
            line += len(before) - 1
            column = len(before[-1]) + (piece.column if len(before) == 1 else 1)
        yield Problem(path=piece.path, line=line, column=column, rule="conversion-undecided", message=message)


def _message(text: str, found: Undecided, file: str) -> str:
    before = text[max(found.place - _AROUND, 0) : found.place].rpartition("\n")[2]
    after = text[found.place + 1 : found.place + 1 + _AROUND].partition("\n")[0]
    forms = either(found.forms)
    return Message(
        "“{before}{character}{after}”: is “{character}” {forms} here? Below “{character}” in "
        "{file}, add its word after the right form",
        before=before,
        character=found.character,
        after=after,
        forms=forms,
        file=file,
    )
