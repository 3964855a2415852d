"""Rule: every reference names an existing entry that is in force, and an existing article or number of it."""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from ..model import register_paths
from ..model.content import Content
from ..model.message import Message
from ..model.page import Reference
from ..model.problem import Problem
from ..text import references

_BETWEEN = re.compile(r"[、，；;/\s]+")
"""What people type between two articles, besides a comma."""


def check(content: Content) -> Iterator[Problem]:
    """Report unresolvable references in pages and in the words of the registers, with similar names."""
    yield from check_pages(content)
    yield from check_data(content)


def check_pages(content: Content) -> Iterator[Problem]:
    """Report those of pages."""
    for page in content.pages:
        # A page of a published language may not refer to the words of an unpublished one, which the site lacks.
        registers = (content.published if content.language(page.language).published else content).registers
        for reference in page.references:
            try:
                references.resolve(reference, registers, page.language, page.name)
            except references.UnresolvedError as fault:
                message = _otherwise_typed(reference) or Message(fault)
                yield Problem.at(page.path, reference, "reference-unknown", message)


def check_data(content: Content) -> Iterator[Problem]:
    """Report those of words of the registers."""
    for code, words in content.registers.words.items():
        for register in () if words.generated else register_paths.WITH_WORDS:
            for key, entry in getattr(words, register).items():
                yield from _words(content, code, register, key, entry)


def _words(content: Content, code: str, register: str, key: str, entry: BaseModel) -> Iterator[Problem]:
    path = register_paths.words_path(register, code)
    line = content.registers.lines.get((path, key), 1)
    for text in _texts(entry.model_dump()):
        for reference in references.find(text, line):
            try:
                references.resolve(reference, content.registers, code, references.LAWS)
            except references.UnresolvedError as fault:
                wrong = _otherwise_typed(reference) or Message(fault)
                yield Problem(
                    path=path,
                    line=line,
                    rule="reference-unknown",
                    message=Message("{key}: {fault}", key=key, fault=wrong),
                )


def _otherwise_typed(reference: Reference) -> Message | None:
    """Return what to type for articles that are written in other digits or with other signs between them."""
    articles = ",".join(reference.parts)
    if reference.scheme != "law" or not articles:
        return None
    if _BETWEEN.search(articles):
        meant = f"{reference.key}/{','.join(filter(None, _BETWEEN.sub(',', articles).split(',')))}"
        return Message("write articles in digits with a comma between them: law:{meant}", meant=meant)
    if not articles.isascii():
        return Message(
            "write the article in digits, such as law:{key}/47, not “{article}”", key=reference.key, article=articles
        )
    return None


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
