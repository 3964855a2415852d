"""Rule: the search words of a page or section say what no title says, and lead to one place only."""

import re
from collections.abc import Iterator

from ..model.content import Content
from ..model.message import Message
from ..model.page import Page, SearchWords
from ..model.problem import Problem
from ..text import markdown_text, references
from ..text import search_words as notation

_OTHER_COMMA = re.compile(r"[；【】]")


def check(content: Content) -> Iterator[Problem]:
    """Report search words that are empty or misplaced, stand in the title, or lead elsewhere already."""
    yield from check_pages(content)
    yield from check_languages(content)


def check_pages(content: Content) -> Iterator[Problem]:
    """Report search words that are empty or misplaced, or stand in the title."""
    for page in content.pages:
        for listed in page.search_words:
            yield from _misplaced(page, listed)
            yield from _words(content, page, listed)


def check_languages(content: Content) -> Iterator[Problem]:
    """Report search words that lead elsewhere already, in the same language."""
    for language in content.languages:
        taken: dict[str, str] = {}
        for page in content.pages_in(language.code):
            for listed in page.search_words:
                yield from _doubled(page, listed, taken)


def _misplaced(page: Page, listed: SearchWords) -> Iterator[Problem]:
    if listed.anchor is None:
        message = Message("put this comment alone on the line below a heading that ends with {#short-name}")
        yield Problem.at(page.path, listed, "search-words-misplaced", message)


def _words(content: Content, page: Page, listed: SearchWords) -> Iterator[Problem]:
    """Report the words in one place that say nothing new."""
    title = _title(content, page, listed)
    for word in listed.words:
        if not notation.folded(word):
            message = Message(
                "a search word is missing here: write words with one comma between them, or delete the line"
            )
            yield Problem.at(page.path, listed, "search-word-empty", message)
        elif _OTHER_COMMA.search(word):
            message = Message("“{word}”: write words with one comma between them, a half-width “, ”", word=word)
            yield Problem.at(page.path, listed, "search-word-empty", message)
        elif notation.says(title, word):
            message = Message(
                "“{word}” stands in “{title}”, where search finds it anyway; write what that does not say",
                word=word,
                title=title,
            )
            yield Problem.at(page.path, listed, "search-word-in-title", message)


def _doubled(page: Page, listed: SearchWords, taken: dict[str, str]) -> Iterator[Problem]:
    """Report the words in one place that stand elsewhere; `taken` says where each word before them stands."""
    for word in listed.words:
        folded = notation.folded(word)
        if folded and folded in taken:
            message = Message(
                "“{word}” leads to {taken} already; delete it in the place that answers it less well",
                word=word,
                taken=taken[folded],
            )
            yield Problem.at(page.path, listed, "search-word-doubled", message)
        taken.setdefault(folded, f"{page.path}:{listed.line}")


def _title(content: Content, page: Page, listed: SearchWords) -> str:
    """Return the heading that the words belong to, as readers see it; for a whole page, its title."""
    if not listed.anchor:
        return page.title
    heading = next((each for each in page.headings if each.anchor == listed.anchor), None)
    text = references.expand(heading.text, content.registers, page.language, page.name) if heading else ""
    return markdown_text.visible_text(text)
