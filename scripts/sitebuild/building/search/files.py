"""
The scripts that search loads: for each language the first rows, the rest of them, and the text of all sections.

The first rows hold all that is shown of a result, so that little has to come before somebody is answered. The rest is
asked for as soon as they are there.
"""

import json
from collections.abc import Iterable, Iterator, Sequence

from ...memo import store as memo
from ...memo import two_processes
from ...memo.store import Store
from ...model.content import Content
from ...model.page import Page
from ...model.search_rows import PageRow
from ...text import script_forms
from . import entry_rows, page_rows, script

FOLDER = "assets/search"
_CALL = "handbookSearch.{function}({code},{value});\n"
_ENTRIES = {
    "channels": (entry_rows.channels, 4),
    "laws": (entry_rows.laws, 3),
    "companies": (entry_rows.companies, 3),
    "terms": (entry_rows.terms, 3),
}
"""Who makes the rows of the registers, and how many of their texts come first: their titles, names and numbers."""


def files(content: Content, engine: script.Scripts, store: Store) -> Iterator[tuple[str, str]]:
    """
    Yield name and text of every file below FOLDER; what `store` remembers of pages is not worked out again.

    `engine` are the texts of the engine: both scripts of the characters that it looks for itself must be known to it.
    """
    for language in content.languages:
        code = language.code
        pages = _pages(content, code, store)
        entries = {name: _columns(make(content, code)) for name, (make, _) in _ENTRIES.items()}
        first, more = _first(pages, entries), _more(pages, entries)
        forms = script_forms.pairs([_written(first), engine.first])
        later = script_forms.pairs([_written(more), engine.chinese])
        yield f"{code}.js", _script("rows", code, {**first, "article": _article(content, code), "forms": forms})
        yield f"{code}-more.js", _script("more", code, {**more, "forms": script_forms.without(later, forms)})
        yield f"{code}-text.js", _script("texts", code, [each.texts for each in pages])


def _pages(content: Content, code: str, store: Store) -> list[PageRow]:
    """Return the rows of the pages of a language, in the order of the menu; laws have their own in entry_rows."""
    pages = [page for page in content.pages_in(code) if not page.law]
    keys = [content.basis and memo.key(content.basis, code, page.name, page.source) for page in pages]

    def of_pages(some: Sequence[Page]) -> list[PageRow]:
        return [page_rows.of_page(content, page) for page in some]

    return two_processes.remembered(store.table("search"), keys, of_pages, pages)


def _first(pages: Sequence[PageRow], entries: dict[str, list[str]]) -> dict[str, object]:
    """Return what a first answer needs, in columns: what is alike stands together and becomes short."""
    return {
        "pages": [
            _column(each.address for each in pages),
            _column(each.title for each in pages),
            _column(each.words for each in pages),
            _column("\t".join(section.heading for section in each.sections) for each in pages),
        ],
        **{name: columns[: _ENTRIES[name][1]] for name, columns in entries.items()},
    }


def _more(pages: Sequence[PageRow], entries: dict[str, list[str]]) -> dict[str, object]:
    return {
        "words": _column("\t".join(section.words for section in each.sections) for each in pages),
        "anchors": _column("\t".join(section.anchor for section in each.sections) for each in pages),
        **{name: columns[_ENTRIES[name][1] :] for name, columns in entries.items()},
    }


def _columns(rows: Sequence[entry_rows.EntryRow]) -> list[str]:
    return [_column(texts) for texts in zip(*rows, strict=True)]


def _column(texts: Iterable[str]) -> str:
    return "\n".join(texts)


def _written(rows: object) -> str:
    return json.dumps(rows, ensure_ascii=False)


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
