"""
Reads the data files of docs/ (registers, their words, texts around the pages): everything that belongs to no page.

A change of any of them may change what is said of every page, so what is remembered of pages depends on all of them.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from ..memo import store as memo
from ..model import register_paths
from ..model.content import Guide, Language
from ..model.language_words import LanguageWords
from ..model.message import Message
from ..model.problem import Problem
from ..model.registers import Registers
from ..model.yaml_document import Document
from ..text import grammar, yaml_text
from . import converted_language, register_files

DATA = "_data"
"""The name of the folders of data files, docs/_data/ and docs/<language>/_data/; their files are not published."""


class Data(NamedTuple):
    """What the data files say, those of converted languages filled in, and their faults; for names see Content."""

    languages: tuple[Language, ...]
    registers: Registers
    interface: Mapping[str, Mapping[str, str]]
    made_from: Mapping[str, Document]
    problems: tuple[Problem, ...]


def read(root: Path, docs: Path, languages: Sequence[Language]) -> Data:
    """Return what the data files below `docs` say; a file that cannot be read becomes a problem."""
    codes = {language.code for language in languages}
    source_code = next((language.code for language in languages if language.is_source), "")
    texts, unread = _texts(root, codes)
    registers, problems = register_files.read(texts, sorted(codes))
    registers, faults = grammar.completed(converted_language.registers(registers, source_code), source_code)
    interface, interface_problems = _interfaces(root, docs, languages, registers)
    made_from, made_from_problems = _made_from(root, languages)
    return Data(
        languages=tuple(_named(language, registers.words[language.code].language) for language in languages),
        registers=registers,
        interface=converted_language.interface(interface, registers, source_code),
        made_from=made_from,
        problems=(*unread, *problems, *faults, *interface_problems, *made_from_problems),
    )


def basis(root: Path, docs: Path, languages: Sequence[Language], guides: Sequence[Guide]) -> bytes:
    """Return a hash of all data files and of mkdocs.yml; empty if one of the files cannot be read now."""
    codes = sorted(language.code for language in languages)
    whole = [
        register_paths.words_path(name, code)
        for name in (register_paths.INTERFACE, register_paths.MADE_FROM)
        for code in codes
    ]
    drawings = (path.relative_to(root).as_posix() for path in _drawings(docs)) if docs.is_relative_to(root) else ()
    parts: list[str | bytes] = [repr((languages, guides))]
    try:
        for name in (*register_paths.paths(codes), *whole, *drawings):
            file = root / name
            parts += [name, file.read_bytes()] if file.is_file() else [name]
    except OSError:
        return b""
    return memo.key(*parts)


def read_text(shown: str, path: Path) -> str | Problem:
    """Return the text of a file, or a problem if it cannot be opened or is not UTF-8."""
    try:
        content = path.read_bytes()
    except OSError as error:
        message = Message("the file cannot be opened ({strerror}); check its permissions", strerror=error.strerror)
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
            message=Message(
                "the file is not saved as UTF-8{guessed}; save it again with the encoding UTF-8",
                guessed=Message(_guessed(content)),
            ),
        )


def _guessed(content: bytes) -> str:
    """Return the encoding that the bytes look like, for a message."""
    if b"\0" in content:
        return " (it is no text)"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return " but as UTF-16"
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return " but as GBK" if any("\u4e00" <= each <= "\u9fff" for each in text) else ""


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


def _texts(root: Path, codes: set[str]) -> tuple[dict[str, str], list[Problem]]:
    """Return the text of every register file that can be read, by its path below the repository; and the faults."""
    read = {path: read_text(path, root / path) for path in register_paths.paths(codes) if (root / path).is_file()}
    texts = {path: text for path, text in read.items() if isinstance(text, str)}
    return texts, [text for text in read.values() if isinstance(text, Problem)]


def figures(docs: Path) -> dict[str, str]:
    """Return the SVG text of every figure, by its file name without `.svg`."""
    return {file.stem: file.read_text(encoding="utf-8", errors="replace") for file in _drawings(docs)}


def _drawings(docs: Path) -> list[Path]:
    return sorted((docs / DATA / register_paths.FIGURES).glob("*.svg"))


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
    text = read_text(shown, root / shown) if (root / shown).is_file() else ""
    if isinstance(text, Problem):
        return Document(), [text]
    try:
        document = yaml_text.parse(text)
    except yaml_text.UnreadableError as fault:
        message = Message("this line cannot be read: {fault}", fault=Message(fault))
        return Document(), [Problem.at(shown, fault.position, "register-broken", message)]
    return document, _doubled(shown, document)


def _doubled(shown: str, document: Document) -> list[Problem]:
    return [
        Problem.at(shown, position, "register-key-doubled", Message("“{name}” stands twice; delete one", name=name))
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
        message = Message("this file is missing; copy it from the source language and translate the texts")
        return {}, [Problem(path=shown, rule="interface-missing", message=message)]
    text = read_text(shown, path)
    if isinstance(text, Problem):
        return {}, [text]
    try:
        document = yaml_text.parse(text)
    except yaml_text.UnreadableError as fault:
        message = Message("this line cannot be read: {fault}", fault=Message(fault))
        return {}, [Problem.at(shown, fault.position, "interface-broken", message)]
    words = document.value
    if not isinstance(words, dict) or not all(isinstance(word, str) for word in words.values()):
        named = words.items() if isinstance(words, dict) else ()
        wrong = next((key for key, word in named if not isinstance(word, str)), "")
        message = Message("every line must be “key: text”; put the text between double quotes")
        return {}, [Problem.at(shown, document.position((wrong,)), "interface-broken", message)]
    return words, _doubled(shown, document)
