"""
What a language needs before it is published: the pages and words that somebody in trouble meets first.

A text of the first set is untranslated while it is missing, empty, or the
same as in the source or in English. The comment `# same` at the end of its
line says that it reads the same in this language too.
"""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import register_paths
from ..model.content import Content, Language
from ..model.page import Page
from ..model.problem import Problem
from ..model.yaml_document import Document
from ..text import yaml_text

TEMPLATE = "en"
"""The language that a new one starts from, and that most translators read; the source where there is no English."""
_WHOLE = ("language", "interface", "grammar", "channels")
"""Files of words that belong to the first set as a whole; of the others, what the first pages refer to."""
_BY_SCHEME = {"law": "laws", "fact": "facts", "term": "terms", "company": "companies"}
_SHOWN = {
    "laws": ("title", "cite"),
    "facts": ("text",),
    "terms": ("term", "definition"),
    "companies": ("products", "operator"),
}
"""What readers see of an entry in a page that refers to it."""
_NO_TEXTS = {"direction", "fonts", "numerals", "grouped_from", "million", "ten_thousand"}
"""Settings, and words that a language may do without."""
_SAME = re.compile(r"\s#\s*same\s*$")
_NO_WORDS = re.compile(r"<!--.*?-->|\{[^{}]*\}|[\W\d_]", re.DOTALL)
_ABSENT = {
    "gist-missing",
    "interface-key-missing",
    "interface-missing",
    "language-missing",
    "parity-words-missing",
    "register-words-missing",
    "section-untranslated",
    "term-missing",  # the agreed words come after the pages
}
"""Rules about what is not there yet: no fault of a language that is still being translated."""

Leaf = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class MissingText:
    """A page or a text to translate, and its line if it is there; `reported` if other rules ask for it already."""

    path: str
    line: int = 1
    column: int = 1
    key: str = ""
    advice: str
    reported: bool = False


def without_expected_gaps(content: Content, problems: Sequence[Problem]) -> list[Problem]:
    """Leave out what is merely missing in a language that is not published yet."""
    folders = tuple(f"docs/{language.code}/" for language in content.languages if not language.published)
    return [each for each in problems if not (each.rule in _ABSENT and each.path.startswith(folders))]


def check(content: Content, first: Sequence[str], texts: Mapping[str, str]) -> list[Problem]:
    """
    Report what is missing in a published language, and names in the list of first pages that are no pages.

    `first` are names of pages, or of folders with a slash at the end; `texts`
    gives the text of every file below docs/ by its path.
    """
    problems = []
    for entry in first:
        if not entry.endswith("/") and content.page(content.source_language.code, entry) is None:
            message = f"first_translations names {entry}, which is no page; correct or delete it"
            problems.append(Problem(path="mkdocs.yml", rule="first-page-unknown", message=message))
    for language in content.published.translated:
        for piece in missing_from_first_set(content, language, first, texts):
            if piece.reported:
                continue
            message = f"{piece.advice}; or set “build: false” for {language.code} in mkdocs.yml until it is done"
            problems.append(Problem.at(piece.path, piece, "language-incomplete", message))
    return problems


def missing_from_first_set(
    content: Content, language: Language, first: Sequence[str], texts: Mapping[str, str]
) -> list[MissingText]:
    """Return what a language lacks of the first set, in the order in which to translate it."""
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


def summary(language: Language, pieces: Sequence[MissingText]) -> list[str]:
    """Return what to translate next, a line for each file, or that the language can be published."""
    title = f"{language.code} ({language.name})"
    if not pieces:
        return [f"{title}: the first set is complete; set “build: true” for it in mkdocs.yml to publish it"]
    paths = list(dict.fromkeys(piece.path for piece in pieces))
    lines = [f"{title} is not published yet; to translate first, in this order:"]
    for path in paths:
        mine = [piece for piece in pieces if piece.path == path]
        if not mine[0].key:
            lines.append(f"  {path}: {mine[0].advice}")
        else:
            number = f"{len(mine)} text{'' if len(mine) == 1 else 's'}"
            lines.append(f"  {path}: {number}, from line {min(piece.line for piece in mine)} on")
    return lines


def template(content: Content) -> Language:
    """Return the language that a new one starts from."""
    return content.published.find_language(TEMPLATE) or content.source_language


def _first_pages(content: Content, first: Sequence[str]) -> Iterator[Page]:
    for entry in first:
        for page in content.pages_in(content.source_language.code):
            if page.name == entry or (entry.endswith("/") and page.name.startswith(entry)):
                yield page


def _referred(pages: Sequence[Page], register: str) -> set[str]:
    """Return the entries of a register that pages refer to."""
    references = [reference for page in pages for reference in page.references]
    return {each.key for each in references if _BY_SCHEME.get(each.scheme) == register}


def _page(content: Content, language: Language, original: Page) -> Iterator[MissingText]:
    """Yield a page that is missing, or is still the copy that it started as."""
    page = content.page(language.code, original.name)
    path = f"docs/{language.code}/{original.name}"
    if page is None:
        yield MissingText(path=path, advice=f"copy {original.path} to this place and translate it")
        return
    for code in {content.source_language.code, template(content).code} - {language.code}:
        other = content.page(code, original.name)
        if other and _is_copy(page, other):
            yield MissingText(path=path, advice=f"this page is still the text of {other.path}; translate it")


def _is_copy(page: Page, other: Page) -> bool:
    body, their = ("".join(section.text for section in each.sections) for each in (page, other))
    return body == their and (page.title == other.title or bool(_words_of(body)))


def _words(
    content: Content, language: Language, register: str, texts: Mapping[str, str], entries: set[str] | None = None
) -> Iterator[MissingText]:
    """Yield the texts of a file of words that are missing or are still those of another language."""
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
        place = own.position(key)
        if not mine.get(key, "").strip():
            entries_there = own.value if isinstance(own.value, dict) else {}
            reported = key not in mine and (len(key) == 1 or key[0] not in entries_there or register == "language")
            advice = f"add the text of “{name}”: “{shown}”"
            yield MissingText(path=path, line=place.line, key=name, advice=advice, reported=reported)
        elif mine[key] in others and not _SAME.search(lines[place.line - 1]):
            advice = f"translate “{name}”: “{shown}”, or write # same after it if it reads the same in {language.name}"
            yield MissingText(path=path, line=place.line, column=place.column, key=name, advice=advice)


def _belongs(register: str, key: Leaf, entries: set[str] | None) -> bool:
    """Tell whether a text belongs to the first set; `entries` is None where all of the file does."""
    if entries is None:
        return key[0] not in _NO_TEXTS
    return key[0] in entries and not set(key[1:]).isdisjoint(_SHOWN[register])


def _words_of(text: str) -> str:
    """Return the letters of a text, without comments and what stands in braces."""
    return _NO_WORDS.sub("", text)


def _parsed(texts: Mapping[str, str], path: str) -> Document:
    return _document(texts.get(path, ""))


@functools.lru_cache(maxsize=64)
def _document(text: str) -> Document:
    """Read a file of words, once for all languages; one that cannot be read is the business of other rules."""
    try:
        return yaml_text.parse(text)
    except yaml_text.UnreadableError:
        return Document()


def _leaves(value: object, key: Leaf = ()) -> dict[Leaf, str]:
    """Return every text below a value by the way to it."""
    if isinstance(value, str):
        return {key: value}
    if not isinstance(value, dict):
        return {}
    return {way: text for name, child in value.items() for way, text in _leaves(child, (*key, str(name))).items()}
