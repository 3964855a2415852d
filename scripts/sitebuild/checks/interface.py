"""The words around the pages exist in every language."""

from collections.abc import Iterator, Mapping

from ..content import Content
from ..problem import Problem


def check(content: Content) -> Iterator[Problem]:
    """Report keys that the source language has and another lacks, and the reverse."""
    for file, words_of in (
        ("interface", content.interface),
        ("grammar", {code: words.grammar for code, words in content.registers.words.items()}),
    ):
        yield from _same_keys(content, file, words_of)


def _same_keys(content: Content, file: str, words_of: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    original = words_of.get(content.source.code, {})
    for language in content.translations:
        path = f"docs/{language.code}/_data/{file}.yml"
        words = words_of.get(language.code, {})
        for key in sorted(original.keys() - words.keys()):
            message = f"add the line “{key}: …”, which in {content.source.code} is “{original[key]}”"
            yield Problem(path=path, rule="interface-key-missing", message=message)
        for key in sorted(words.keys() - original.keys()):
            message = f"“{key}” is not used; delete the line"
            yield Problem(path=path, rule="interface-key-unknown", message=message)
