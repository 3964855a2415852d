"""Reads the folder docs/ into a Content; no other module reads pages or data files for it."""

import functools
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ..model import register_paths
from ..model.content import Content, Guide, Language
from ..model.page import Page
from ..model.problem import Problem
from ..model.registers import LanguageWords, Registers
from ..model.yaml_document import Document
from ..text import grammar, references, yaml_text
from . import converted_language, markdown_page, register_files

DATA = "_data"
"""The name of the folders of data files, docs/_data/ and docs/<language>/_data/; their files are not published."""
SHARED = ("assets", DATA)
"""Folders directly below docs/ that belong to no language."""


def read(
    root: Path, docs: Path, languages: Sequence[Language], guides: Sequence[Guide]
) -> tuple[Content, list[Problem]]:
    """
    Return all content below `docs` including converted pages, and the faults, sorted.

    `root` is the repository, which paths in the result are relative to;
    `languages` and `guides` come from mkdocs.yml. A file that cannot be read
    is reported as a problem, never raised.
    """
    codes = {language.code for language in languages}
    source_code = next((language.code for language in languages if language.is_source), "")
    registers, problems = register_files.read(_texts(root, codes), sorted(codes))
    registers, faults = grammar.completed(converted_language.registers(registers, source_code), source_code)
    pages, page_problems = _pages(root, docs, codes, registers)
    interface, interface_problems = _interfaces(root, docs, languages, registers)
    made_from, made_from_problems = _made_from(root, languages)
    content = Content(
        languages=tuple(_named(language, registers.words[language.code].language) for language in languages),
        guides=tuple(guides),
        pages=tuple(pages),
        interface=converted_language.interface(interface, registers, source_code),
        registers=registers,
        made_from=made_from,
        figures=_figures(docs),
    )
    problems += [*faults, *page_problems, *interface_problems, *made_from_problems]
    problems += _stray_folders(root, docs, codes)
    return replace(content, pages=(*pages, *converted_language.pages(content))), sorted(problems)


def _pages(root: Path, docs: Path, codes: set[str], registers: Registers) -> tuple[list[Page], list[Problem]]:
    """Return the page of every Markdown file below `docs`, and the faults."""
    pages: list[Page] = []
    problems: list[Problem] = []
    for path in sorted(_markdown(docs)):
        shown = Path(os.path.relpath(path, root)).as_posix()
        parts = path.relative_to(docs).parts
        misplaced = _misplaced(shown, path, parts, codes)
        text = None if misplaced else _text(shown, path)
        if misplaced or isinstance(text, Problem):
            problems += [problem for problem in (misplaced, text) if isinstance(problem, Problem)]
        elif text is not None and parts[0] in codes:
            name = "/".join(parts[1:])
            expand = functools.partial(references.expand, registers=registers, language=parts[0], name=name)
            page, found = markdown_page.read(shown, parts[0], name, text, expand)
            pages.append(page)
            problems += found
    return pages, problems


def _named(language: Language, words: LanguageWords | None) -> Language:
    """Return a language with the values of its language.yml."""
    if words is None:
        return language
    return replace(
        language,
        site_name=words.site_name or "",
        short_name=words.short_name or "",
        direction=words.direction or language.direction,
        fonts=words.fonts,
        generated_from=words.generated_from or "",
        sections=words.sections,
    )


def _markdown(docs: Path) -> Iterator[Path]:
    """Yield every path below `docs` that ends in .md, folders too, except in hidden and shared folders."""
    for folder, folders, files in os.walk(docs):
        here = Path(folder)
        folders[:] = [name for name in folders if not name.startswith(".") and name != DATA]
        if here == docs:
            folders[:] = [name for name in folders if name not in SHARED]
        yield from (here / name for name in [*folders, *files] if name.endswith(".md"))


def _misplaced(shown: str, path: Path, parts: Sequence[str], codes: set[str]) -> Problem | None:
    """Return a problem if the path is a folder, or a file that is in no language folder."""
    if path.is_dir():
        message = f"“{path.name}” is a folder; rename it without “.md”"
        return Problem(path=shown, rule="folder-named-like-page", message=message)
    if len(parts) == 1:
        folders = " or ".join(f"docs/{code}/" for code in sorted(codes))
        return Problem(
            path=shown,
            rule="page-outside-language",
            message=f"a page belongs to a language: move this file into {folders}",
        )
    return None


def _text(shown: str, path: Path) -> str | Problem:
    """Return the text of a file, or a problem if it cannot be opened or is not UTF-8."""
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"the file cannot be opened ({error.strerror}); check its permissions"
        return Problem(path=shown, rule="file-unreadable", message=message)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        start = before.rfind(b"\n") + 1
        return Problem(
            path=shown,
            line=before.count(b"\n") + 1,
            column=len(before[start:].decode("utf-8", errors="replace")) + 1,
            rule="file-not-utf8",
            message="the file is not saved as UTF-8; save it again with the encoding UTF-8",
        )


def _texts(root: Path, codes: set[str]) -> Mapping[str, str]:
    """Return the text of every existing register file, by its path relative to the repository."""
    files = {path: root / path for path in register_paths.paths(codes)}
    return {path: file.read_text(encoding="utf-8", errors="replace") for path, file in files.items() if file.is_file()}


def _figures(docs: Path) -> dict[str, str]:
    """Return the SVG text of every figure, by its file name without `.svg`."""
    files = sorted((docs / DATA / register_paths.FIGURES).glob("*.svg"))
    return {file.stem: file.read_text(encoding="utf-8", errors="replace") for file in files}


def _made_from(root: Path, languages: Sequence[Language]) -> tuple[dict[str, Document], list[Problem]]:
    """Return the translated.yml of each language by code, and the faults; see register_age for its form."""
    found: dict[str, Document] = {}
    problems: list[Problem] = []
    for language in languages:
        found[language.code], faults = _recorded(root, register_paths.made_from_path(language.code))
        problems += faults
    return found, problems


def _recorded(root: Path, shown: str) -> tuple[Document, list[Problem]]:
    """Return one translated.yml, empty if the file does not exist or cannot be read, and its faults."""
    text = _text(shown, root / shown) if (root / shown).is_file() else ""
    if isinstance(text, Problem):
        return Document(), [text]
    try:
        document = yaml_text.parse(text)
    except yaml_text.UnreadableError as fault:
        message = f"this line cannot be read ({fault}); write it like its neighbours"
        return Document(), [Problem.at(shown, fault.position, "register-broken", message)]
    return document, [
        Problem.at(shown, position, "register-key-doubled", f"“{name}” stands twice; delete one")
        for name, position in document.doubled
    ]


def _interfaces(
    root: Path, docs: Path, languages: Sequence[Language], registers: Registers
) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    """Return the interface texts of each language, and the faults; a converted language may have no file."""
    found: dict[str, dict[str, str]] = {}
    problems: list[Problem] = []
    for language in languages:
        path = docs / language.code / DATA / f"{register_paths.INTERFACE}.yml"
        if path.is_file() or not registers.words[language.code].generated:
            found[language.code], faults = _interface(root, path)
            problems += faults
    return found, problems


def _interface(root: Path, path: Path) -> tuple[dict[str, str], list[Problem]]:
    """Return the interface texts of one language by key, and the faults of the file."""
    shown = Path(os.path.relpath(path, root)).as_posix()
    if not path.is_file():
        message = "this file is missing; copy it from the source language and translate the texts"
        return {}, [Problem(path=shown, rule="interface-missing", message=message)]
    text = _text(shown, path)
    if isinstance(text, Problem):
        return {}, [text]
    try:
        document = yaml_text.parse(text)
    except yaml_text.UnreadableError as fault:
        message = f"this line cannot be read ({fault}); put the text between double quotes"
        return {}, [Problem.at(shown, fault.position, "interface-broken", message)]
    words = document.value
    if not isinstance(words, dict) or not all(isinstance(word, str) for word in words.values()):
        message = "every line must be “key: text”; put the text between double quotes"
        return {}, [Problem(path=shown, rule="interface-broken", message=message)]
    return words, []


def _stray_folders(root: Path, docs: Path, codes: set[str]) -> Iterator[Problem]:
    """Report folders directly below `docs` that are neither a language nor shared."""
    for folder in sorted(path for path in docs.iterdir() if path.is_dir()) if docs.is_dir() else ():
        if folder.name not in codes and folder.name not in SHARED and not folder.name.endswith(".md"):
            known = ", ".join(sorted(codes))
            yield Problem(
                path=Path(os.path.relpath(folder, root)).as_posix(),
                rule="folder-unknown",
                message=f"“{folder.name}” is not a language of mkdocs.yml ({known}); add it there or move its pages",
            )
