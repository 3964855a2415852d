"""A translation keeps what readers act upon: numbers, laws, deadlines, warnings and the agreed words."""

from collections.abc import Container, Iterator

from ...model import register_paths
from ...model.content import Content
from ...model.problem import Problem
from . import compare


def check(content: Content) -> Iterator[Problem]:
    """
    Compare every translated page with its original, section by section.

    A page of a generated language is converted, or somebody wrote another
    one in its place on purpose: neither is a translation.
    """
    translated = {language.code for language in content.translated}
    yield from _missing_words(content, translated | {content.source_language.code})
    languages = {code: compare.LanguagePatterns(words) for code, words in content.registers.words.items()}
    for page in content.pages:
        original = content.page(content.source_language.code, page.name)
        if original and page.language in translated and {page.language, original.language} <= languages.keys():
            yield from compare.compare(original, page, languages)


def _missing_words(content: Content, codes: Container[str]) -> Iterator[Problem]:
    """Say what is not compared in a language, so that nobody takes silence for agreement."""
    written = {page.language for page in content.pages}
    for code, words in content.registers.words.items():
        path = register_paths.words_path(register_paths.PARITY, code)
        if code not in written or code not in codes:
            continue
        if words.parity is None:
            message = "this file is missing or wrong; copy it from another language and write this language's words"
            yield Problem(path=path, rule="parity-words-missing", message=message)
        elif unsaid := words.parity.unsaid():
            message = (
                f"this language does not say yet how it writes {', '.join(unsaid)}, so translations are not compared"
                " in that; reviewers do, or somebody adds these keys as other languages have them"
            )
            yield Problem(path=path, rule="parity-words-missing", message=message, severity="note")
