"""Reads the folder docs/ into a Content; no other module reads pages or data files for it."""

import functools
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeAlias

from ..memo import store as memo
from ..memo import two_processes
from ..memo.store import Store
from ..model.content import Content, Guide, Language
from ..model.message import Message, one_of
from ..model.page import Page
from ..model.problem import Problem
from ..text import references
from . import converted_language, data_folder, docs_files, law_pages, markdown_page
from .data_folder import DATA, Data

_Read: TypeAlias = tuple[Page, tuple[Problem, ...]]
SHARED = ("assets", DATA)
"""Folders directly below docs/ that belong to no language."""


def read(  # noqa: PLR0913 - four say what is read, two how
    root: Path,
    docs: Path,
    languages: Sequence[Language],
    guides: Sequence[Guide],
    store: Store | None = None,
    *,
    convert: bool = True,
) -> tuple[Content, list[Problem]]:
    """
    Return all content below `docs`, and the faults, sorted.

    `root` is the repository, which paths in the result are relative to;
    `languages` and `guides` come from mkdocs.yml. What `store` remembers of
    unchanged files is not worked out again. Without `convert` the converted
    pages are left out. A file that cannot be read is reported as a problem,
    never raised.
    """
    store = store or Store()
    codes = {language.code for language in languages}
    basis = data_folder.basis(root, docs, languages, guides)
    data = store.table("data").remember(basis, lambda: data_folder.read(root, docs, languages))
    pages, problems = _pages(root, docs, codes, _Reader(store, data, basis))
    files, unfit = docs_files.read(root, docs, sorted(codes))
    content = Content(
        languages=data.languages,
        guides=tuple(guides),
        pages=tuple(pages),
        interface=data.interface,
        registers=data.registers,
        made_from=data.made_from,
        figures=data_folder.figures(docs),
        files=files,
        basis=basis,
    )
    problems += [*data.problems, *unfit, *_stray_folders(root, docs, codes)]
    converted = converted_language.pages(content, store) if convert else ()
    content = replace(content, pages=(*pages, *converted))
    return replace(content, pages=(*content.pages, *law_pages.pages(content))), sorted(problems)


class _File(NamedTuple):
    """A page to be read: what markdown_page.read wants to know of it."""

    path: str
    language: str
    name: str
    text: str


class _Reader:
    """Reads pages, or remembers them."""

    def __init__(self, store: Store, data: Data, basis: bytes) -> None:
        self._table = store.table("pages")
        self._registers = data.registers
        self._basis = basis

    def read(self, files: Sequence[_File]) -> list[_Read]:
        """Return page and faults of each file."""
        keys = [self._depends_on(file) for file in files]
        return two_processes.remembered(self._table, keys, self._made, files)

    def _depends_on(self, file: _File) -> bytes:
        registers = markdown_page.depends_on(file.text, self._basis)
        return registers and memo.key(*file, registers)

    def _made(self, files: Sequence[_File]) -> list[_Read]:
        made = []
        for path, code, name, text in files:
            expand = functools.partial(references.expand, registers=self._registers, language=code, name=name)
            page, problems = markdown_page.read(path, code, name, text, expand)
            made.append((page, tuple(problems)))
        return made


def _pages(root: Path, docs: Path, codes: set[str], reader: _Reader) -> tuple[list[Page], list[Problem]]:
    """Return the page of every Markdown file below `docs`, and the faults."""
    files: list[_File] = []
    problems: list[Problem] = []
    for path in sorted(_markdown(docs)):
        shown = Path(os.path.relpath(path, root)).as_posix()
        parts = path.relative_to(docs).parts
        if path.is_symlink():
            continue  # reading/docs_files.py says so
        misplaced = _misplaced(shown, path, parts, codes)
        text = None if misplaced else data_folder.read_text(shown, path)
        if misplaced or isinstance(text, Problem):
            problems += [problem for problem in (misplaced, text) if isinstance(problem, Problem)]
        elif text is not None and parts[0] in codes:
            files.append(_File(shown, parts[0], "/".join(parts[1:]), text))
    read = reader.read(files)
    return [page for page, _ in read], [*problems, *(problem for _, found in read for problem in found)]


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
        message = Message("“{name}” is a folder; rename it without “.md”", name=path.name)
        return Problem(path=shown, rule="folder-named-like-page", message=message)
    if len(parts) == 1:
        folders = one_of(f"docs/{code}/" for code in sorted(codes))
        return Problem(
            path=shown,
            rule="page-outside-language",
            message=Message("a page belongs to a language: move this file into {folders}", folders=folders),
        )
    return None


def _stray_folders(root: Path, docs: Path, codes: set[str]) -> Iterator[Problem]:
    """Report folders directly below `docs` that are neither a language nor shared."""
    for folder in sorted(path for path in docs.iterdir() if path.is_dir()) if docs.is_dir() else ():
        if folder.name not in codes and folder.name not in SHARED and not folder.name.endswith(".md"):
            known = ", ".join(sorted(codes))
            yield Problem(
                path=Path(os.path.relpath(folder, root)).as_posix(),
                rule="folder-unknown",
                message=Message(
                    "“{name}” is not a language of mkdocs.yml ({known}); add it there or move its pages",
                    name=folder.name,
                    known=known,
                ),
            )
