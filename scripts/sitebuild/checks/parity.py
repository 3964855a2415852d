"""A translation keeps what readers act upon: numbers, laws, deadlines, warnings and the agreed words."""

from collections.abc import Iterator

from .. import parity, register_text
from ..content import Content
from ..problem import Problem


def check(content: Content) -> Iterator[Problem]:
    """Compare every translated page with its original, section by section."""
    written = {page.language for page in content.pages}
    languages = {}
    for code, words in content.registers.words.items():
        if words.parity:
            languages[code] = parity.Language(words, words.parity)
        elif code in written:
            path = register_text.words_path(register_text.PARITY, code)
            message = "this file is missing or empty; copy it from another language and write this language's words"
            yield Problem(path=path, rule="parity-words-missing", message=message)
    for page in content.pages:
        original = content.page(content.source.code, page.name)
        if original and original is not page and {page.language, original.language} <= languages.keys():
            yield from parity.compare(original, page, languages)
