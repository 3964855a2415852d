"""
Finds what a language lacks before it can be published.

The first set is the pages named by `first_translations` in mkdocs.yml, which
somebody in trouble needs first, and all words that these pages show. A text of
it counts as untranslated while it is missing, empty, or equal to the source or
to the English text. The comment `# same` at the end of its line in the YAML
file declares that an equal text is a translation.
"""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import register_paths
from ..model.content import Content, Language
from ..model.message import Message
from ..model.page import Page
from ..model.problem import Problem
from ..model.rules.all_rules import RuleName
from ..model.yaml_document import Document
from ..text import yaml_text

TEMPLATE = "en"
"""The language whose files a new one is copied from; the source language where there is no English."""
_BY_SCHEME = {"law": "laws", "fact": "facts", "term": "terms", "company": "companies"}
_SHOWN = {
    "laws": ("title", "cite"),
    "facts": ("text",),
    "terms": ("term", "definition"),
    "companies": ("products", "operator"),
}
"""The keys of an entry that are shown in a page that refers to it."""
_NO_TEXTS = {"direction", "fonts", "numerals", "grouped_from", "million", "ten_thousand"}
"""Keys that are settings, or optional words; they are not translated."""
_SAME = re.compile(r"\s#\s*same\s*$")
_NO_WORDS = re.compile(r"<!--.*?-->|\{[^{}]*\}|[\W\d_]", re.DOTALL)
_ABSENT: set[RuleName] = {
    "gist-missing",
    "interface-key-missing",
    "interface-missing",
    "language-missing",
    "parity-words-missing",
    "register-missing",
    "register-words-missing",
    "section-untranslated",
    "term-missing",  # the agreed words come after the pages
    "words-untranslated",  # a page is copied first, and then translated line by line
}
"""Rules about missing texts; they are not reported in an unpublished language."""
_NOTED = "translation-unrecorded"
"""The rule that is only a note there: whoever notes early what was translated learns later what has changed."""

Leaf = tuple[str, ...]
"""The keys from the top of a YAML file to a text in it."""


@dataclass(frozen=True, kw_only=True)
class MissingText:
    """
    A page or a text to translate.

    `key` is empty for a page, else the keys to the text joined by dots; `advice` says what to do. `reported` is true
    if another rule reports the same fault.
    """

    path: str
    line: int = 1
    column: int = 1
    key: str = ""
    advice: str
    reported: bool = False


def without_expected_gaps(content: Content, problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems except those about missing texts of unpublished languages, where nothing has to be noted."""
    folders = tuple(f"docs/{language.code}/" for language in content.languages if not language.published)
    left = (each for each in problems if not (each.rule in _ABSENT and each.path.startswith(folders)))
    return [
        each._replace(severity="note") if each.rule == _NOTED and each.path.startswith(folders) else each
        for each in left
    ]


def check(content: Content, first: Sequence[str], texts: Mapping[str, str]) -> list[Problem]:
    """
    Return what published languages lack of the first set, and names in `first` that match no page.

    `first` are the names of pages, or of folders with a slash at the end;
    `texts` gives the text of every file of the repository by its path.
    """
    problems = []
    for entry in first:
        if not entry.endswith("/") and content.page(content.source_language.code, entry) is None:
            message = Message("first_translations names {entry}, which is no page; correct or delete it", entry=entry)
            problems.append(Problem(path="mkdocs.yml", rule="first-page-unknown", message=message))
    for language in content.published.translated:
        for piece in missing_from_first_set(content, language, first, texts):
            if piece.reported:
                continue
            message = Message(
                "{advice}; or set “build: false” for {code} in mkdocs.yml until it is done",
                advice=Message(piece.advice),
                code=language.code,
            )
            problems.append(Problem.at(piece.path, piece, "language-incomplete", message))
    return problems


def depends_on(content: Content, first: Sequence[str]) -> str:
    """Return all that `check` looks at in pages; what else it looks at are data files."""
    pages = list(_first_pages(content, first))
    named = [page.path for page in pages]
    referred = sorted({(each.scheme, each.key) for page in pages for each in page.references})
    languages = content.published.translated
    lacking = [[*_page(content, language, page)] for language in languages for page in pages]
    return repr((tuple(first), named, referred, lacking))


def missing_from_first_set(
    content: Content, language: Language, first: Sequence[str], texts: Mapping[str, str]
) -> list[MissingText]:
    """Return what a language lacks of the first set, in the order of translation; for parameters see `check`."""
    pages = list(_first_pages(content, first))
    return [
        *(piece for register in ("language", "interface") for piece in _words(content, language, register, texts)),
        *(piece for page in pages for piece in _page(content, language, page)),
        *(
            piece
            for register in ("channels", "grammar", *register_paths.PARTS, register_paths.FIGURES)
            for piece in _words(content, language, register, texts)
        ),
        *(
            piece
            for register in _SHOWN
            for piece in _words(content, language, register, texts, _referred(pages, register))
        ),
    ]


def template(content: Content) -> Language:
    """Return the language whose files a new one is copied from."""
    return content.published.find_language(TEMPLATE) or content.source_language


def _first_pages(content: Content, first: Sequence[str]) -> Iterator[Page]:
    for entry in first:
        for page in content.pages_in(content.source_language.code):
            if page.name == entry or (entry.endswith("/") and page.name.startswith(entry)):
                yield page


def _referred(pages: Sequence[Page], register: str) -> set[str]:
    """Return the keys of the entries of a register that the pages refer to."""
    references = [reference for page in pages for reference in page.references]
    return {each.key for each in references if _BY_SCHEME.get(each.scheme) == register}


def _page(content: Content, language: Language, original: Page) -> Iterator[MissingText]:
    """Yield the page if it is missing or still a copy of the source or English page."""
    page = content.page(language.code, original.name)
    path = f"docs/{language.code}/{original.name}"
    if page is None:
        yield MissingText(path=path, advice=Message("copy {path} to this place and translate it", path=original.path))
        return
    for code in {content.source_language.code, template(content).code} - {language.code}:
        other = content.page(code, original.name)
        if other and _is_copy(page, other):
            yield MissingText(
                path=path, advice=Message("this page is still the text of {path}; translate it", path=other.path)
            )


def _is_copy(page: Page, other: Page) -> bool:
    body, other_body = ("".join(section.text for section in each.sections) for each in (page, other))
    return body == other_body and (page.title == other.title or bool(_words_of(body)))


def _words(
    content: Content, language: Language, register: str, texts: Mapping[str, str], entries: set[str] | None = None
) -> Iterator[MissingText]:
    """Yield the texts of a file of words that are missing, or equal to those in the source language or English."""
    path = register_paths.words_path(register, language.code)
    own, lines = _parsed(texts, path), texts.get(path, "").split("\n")
    models = {
        code: _leaves(_parsed(texts, register_paths.words_path(register, code)).value)
        for code in dict.fromkeys((content.source_language.code, template(content).code))
        if code != language.code
    }
    mine = _leaves(own.value)
    for key in models[content.source_language.code]:
        others = [leaves[key] for leaves in models.values() if key in leaves]
        if not _belongs(register, key, entries) or not all(_words_of(each) for each in others):
            continue
        name, shown = ".".join(key), others[-1]
        position = own.position(key)
        if not mine.get(key, "").strip():
            entries_there = own.value if isinstance(own.value, dict) else {}
            reported = key not in mine and (len(key) == 1 or key[0] not in entries_there or register == "language")
            advice = Message("add the text of “{name}”: “{shown}”", name=name, shown=shown)
            yield MissingText(path=path, line=position.line, key=name, advice=advice, reported=reported)
        elif mine[key] in others and not _SAME.search(lines[position.line - 1]):
            advice = Message(
                "translate “{name}”: “{shown}”, or write # same after it if it reads the same in {language}",
                name=name,
                shown=shown,
                language=language.name,
            )
            yield MissingText(path=path, line=position.line, column=position.column, key=name, advice=advice)


def _belongs(register: str, key: Leaf, entries: set[str] | None) -> bool:
    """Tell whether a text belongs to the first set; `entries` is None for a file that belongs to it as a whole."""
    if entries is None:
        return key[0] not in _NO_TEXTS
    return key[0] in entries and not set(key[1:]).isdisjoint(_SHOWN[register])


def _words_of(text: str) -> str:
    """Return only the letters of a text; comments and placeholders in braces are left out."""
    return _NO_WORDS.sub("", text)


def _parsed(texts: Mapping[str, str], path: str) -> Document:
    return _document(texts.get(path, ""))


@functools.lru_cache(maxsize=64)
def _document(text: str) -> Document:
    """Parse a file of words; an invalid one is empty here, because other rules report it."""
    try:
        return yaml_text.parse(text)
    except yaml_text.UnreadableError:
        return Document()


def _leaves(value: object, key: Leaf = ()) -> dict[Leaf, str]:
    """Return every text inside a nested value by its keys from the top."""
    if isinstance(value, str):
        return {key: value}
    if not isinstance(value, dict):
        return {}
    return {leaf: text for name, child in value.items() for leaf, text in _leaves(child, (*key, str(name))).items()}
