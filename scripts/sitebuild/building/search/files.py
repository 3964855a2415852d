"""The scripts that search loads: for each language one with all rows, and one with the text of all sections."""

import functools
import json
from collections.abc import Iterator

from ...memo import store as memo
from ...memo.store import Store
from ...model.content import Content
from ...model.search_rows import PageRow
from ...text import script_forms
from . import entry_rows, page_rows

FOLDER = "assets/search"
_CALL = "handbookSearch.{function}({code},{value});\n"


def files(content: Content, engine: str, store: Store) -> Iterator[tuple[str, str]]:
    """
    Yield name and text of every file below FOLDER; what `store` remembers of pages is not worked out again.

    `engine` is the text of the engine: it must know both scripts of the characters that it looks for itself.
    """
    for language in content.languages:
        pages = _pages(content, language.code, store)
        yield f"{language.code}.js", _script("rows", language.code, _rows(content, language.code, pages, engine))
        yield f"{language.code}-text.js", _script("texts", language.code, [each.texts for each in pages])


def _pages(content: Content, code: str, store: Store) -> list[PageRow]:
    """Return the rows of the pages of a language, in the order of the menu; laws have their own in entry_rows."""
    table, found = store.table("search"), []
    for page in (each for each in content.pages_in(code) if not each.law):
        known_by = content.basis and memo.key(content.basis, code, page.name, page.source)
        found.append(table.remember(known_by, functools.partial(page_rows.of_page, content, page)))
    return found


def _rows(content: Content, code: str, pages: list[PageRow], engine: str) -> dict[str, object]:
    rows: dict[str, object] = {
        "pages": [
            [
                each.address,
                each.title,
                each.words,
                [_section(*section) for section in each.sections],
            ]
            for each in pages
        ],
        "channels": entry_rows.channels(content, code),
        "laws": entry_rows.laws(content, code),
        "companies": entry_rows.companies(content, code),
        "terms": entry_rows.terms(content, code),
    }
    written = json.dumps(rows, ensure_ascii=False)
    return {**rows, "article": _article(content, code), "forms": script_forms.pairs([written, engine])}


def _section(anchor: str, heading: str, words: str, is_question: bool) -> list[str | int]:  # noqa: FBT001 - a row
    """Return a section as short as it can be: what is empty at the end is left out."""
    row: list[str | int] = [anchor, heading, words, int(is_question)]
    while not row[-1]:
        row.pop()
    return row


def _article(content: Content, code: str) -> str:
    """Return how a language writes the number of an article; {chinese} where it writes Chinese numerals."""
    grammar = content.registers.words[code].grammar
    number = "{chinese}" if grammar["numerals"] == "chinese" else "{number}"
    return grammar["article_heading"].format(article=grammar["article"].format(number=number))


def _script(function: str, code: str, value: object) -> str:
    """Return a script that hands a value to the engine; as a script it also loads from a folder on a disk."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Both end a line in old engines; JSON allows them in a string.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return _CALL.format(function=function, code=json.dumps(code), value=text)
