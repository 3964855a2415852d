"""Rule: a translated page has the numbers, references, negations and terms of its source page."""

from collections.abc import Iterator

from ...model import register_paths
from ...model.content import Content
from ...model.message import Message
from ...model.problem import Problem
from . import compare


def check(content: Content) -> Iterator[Problem]:
    """
    Report what differs between translated pages and their source pages; see compare.

    Pages of a converted language are left out: they are equal by construction,
    or were written by hand in order to differ.
    """
    yield from check_languages(content)
    yield from check_pages(content)


def check_pages(content: Content) -> Iterator[Problem]:
    """Report what differs between translated pages and their source pages."""
    translated = {language.code for language in content.translated}
    languages = {
        code: compare.LanguagePatterns(words) for code, words in content.registers.words.items() if not words.generated
    }
    for page in content.pages:
        original = content.page(content.source_language.code, page.name)
        if original and page.language in translated and {page.language, original.language} <= languages.keys():
            yield from compare.compare(original, page, languages)


def check_languages(content: Content) -> Iterator[Problem]:
    """Report languages without a parity.yml, and note the keys that are missing in one, so what is not compared."""
    codes = {content.source_language.code, *(language.code for language in content.translated)}
    written = {page.language for page in content.pages}
    for code, words in content.registers.words.items():
        path = register_paths.words_path(register_paths.PARITY, code)
        if code not in written or code not in codes:
            continue
        if words.parity is None:
            message = Message(
                "this file is missing or wrong; copy it from another language and write this language's words"
            )
            yield Problem(path=path, rule="parity-words-missing", message=message)
        elif unsaid := words.parity.unsaid():
            message = Message(
                "this language does not say yet how it writes {unsaid}, so translations are not compared "
                "in that; reviewers do, or somebody adds these keys as other languages have them",
                unsaid=[*unsaid],
            )
            yield Problem(path=path, rule="parity-words-missing", message=message, severity="note")
