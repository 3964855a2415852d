"""
Plans what a page's new name changes: its files, the menu, links, data files, the redirects and the ledger.

This module opens no files: it makes new texts from those it is handed; cli/rename.py reads and writes.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..model.content import Content
from ..model.message import Message
from ..model.page import Page
from ..model.register_paths import FOLDER, REDIRECTS, URLS
from ..text import front_matter, link_writer, menu_writer
from . import redirect_lines, url_ledger

CONFIG = "mkdocs.yml"
_NAME = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)+[a-z0-9]+(?:-[a-z0-9]+)*\.md")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|/|#|$")
"""Links that name no file beside the page: of the web, from the root, to a section of the page itself."""
_CODE = ("scripts/", "overrides/")
"""Folders whose code may know a page by its name."""
_SEARCHED = "tests/search/"
"""The queries of readers, each with the pages that answer it."""


class UnfitNameError(Exception):
    """A page cannot get this name; the message says what to type instead."""


@dataclass(frozen=True, kw_only=True)
class Renaming:
    """
    What another name changes.

    `files` gives the new text of each file that changes, by its path; `moved` the new path of each file of the page by
    the old one; `left` are places, such as `CONTRIBUTING.md:12`, that name the page and stay as they are.
    """

    files: Mapping[str, str]
    moved: Mapping[str, str]
    left: tuple[str, ...]


def name(typed: str, content: Content) -> str:
    """Return the name of a page, such as `help/first.md`, of what was typed: a path, or without `.md`, or both."""
    bare = typed.strip().removeprefix("./").removesuffix("/")
    for language in content.languages:
        bare = bare.removeprefix(f"docs/{language.code}/")
    return bare if bare.endswith(".md") else f"{bare}.md"


def plan(content: Content, texts: Mapping[str, str], old: str, new: str, moved_on: tuple[date, str]) -> Renaming:
    """
    Return what changes when the page `old` gets the name `new` in all languages; both are names, as `name` makes them.

    `content` holds the pages with files of their own; `texts` all files of the repository by path; `moved_on` is the
    day, and why. Raise UnfitNameError for a name that cannot be had, before anything is planned.
    """
    _refuse(content, texts, old, new)
    moved = {page.path: f"docs/{page.language}/{new}" for page in content.pages if page.name == old}
    files = {path: texts[path] for path in texts if _is_data(path)} | {CONFIG: _menu(texts[CONFIG], old, new)}
    files = {path: link_writer.with_name(text, old, new) for path, text in files.items()}
    files |= {moved.get(page.path, page.path): _page(page, texts[page.path], old, new) for page in content.pages}
    ledger, lines = _addresses(content, texts, old, new)
    if ledger:
        files[URLS] = ledger
    if lines or REDIRECTS in texts:
        files[REDIRECTS] = redirect_lines.moved(
            texts.get(REDIRECTS, ""), _by_language(content, old, new), lines, moved_on
        )
    changed = {path: text for path, text in files.items() if text != texts.get(path)}
    return Renaming(files=changed, moved=moved, left=tuple(_left(texts, files, moved, old)))


def refuse_new(content: Content, name: str) -> None:
    """Raise UnfitNameError for a name that no new page can have."""
    if not _NAME.fullmatch(name) or posixpath.basename(name) == "index.md":
        raise UnfitNameError(
            Message(
                "“{name}” is no name: folder, small letters, digits, hyphens, such as help/first-hour.md", name=name
            )
        )
    if taken := next((page.path for page in content.pages if page.name == name), ""):
        raise UnfitNameError(Message("{taken} is there already; choose another name", taken=taken))


def _refuse(content: Content, texts: Mapping[str, str], old: str, new: str) -> None:
    source = content.source_language.code
    if not content.page(source, old):
        raise UnfitNameError(
            Message("there is no page docs/{source}/{old}; write its name as it is there", source=source, old=old)
        )
    if "/" not in old or posixpath.basename(old) == "index.md":
        raise UnfitNameError(
            Message("{old} is the first page of a part, or made by the build: it keeps its name", old=old)
        )
    refuse_new(content, new)
    known = re.compile(rf"""(["']){re.escape(old.removesuffix(".md"))}(?:\.md|/)(?:\1|#)""")
    for path, text in texts.items():
        if path.startswith(_CODE) and (found := known.search(text)):
            line = text.count("\n", 0, found.start()) + 1
            raise UnfitNameError(
                Message(
                    "the code knows {old} by its name ({path}:{line}); ask a maintainer to rename it",
                    old=old,
                    path=path,
                    line=line,
                )
            )


def _is_data(path: str) -> bool:
    return path.endswith(".yml") and path.startswith((f"{FOLDER}/", _SEARCHED)) and path != REDIRECTS


def _menu(config: str, old: str, new: str) -> str:
    """Return mkdocs.yml with the line of a page moved into the part of the menu that has its new folder."""
    if posixpath.dirname(old) == posixpath.dirname(new):
        return config
    moved = menu_writer.moved(config, old, posixpath.dirname(new))
    if moved is None:
        raise UnfitNameError(
            Message(
                "the menu in {config} has no page of {folder}/; choose a folder it has",
                config=CONFIG,
                folder=posixpath.dirname(new),
            )
        )
    return moved


def _page(page: Page, text: str, old: str, new: str) -> str:
    """Return the text of a page whose links, and names in the front matter, lead to the new name."""
    here = posixpath.dirname(new if page.name == old else page.name)

    def target(written: str) -> str:
        path, mark, rest = re.match(r"([^#?]*)([#?]?)(.*)", written, re.DOTALL).groups()  # type: ignore[union-attr]
        if _OUTSIDE.match(path):
            return written
        reached = posixpath.normpath(posixpath.join("/docs", page.language, posixpath.dirname(page.name), path))
        is_renamed = reached == f"/docs/{page.language}/{old}"
        if not is_renamed and here == posixpath.dirname(page.name):
            return written
        reached = f"/docs/{page.language}/{new}" if is_renamed else reached
        return posixpath.relpath(reached, posixpath.join("/docs", page.language, here)) + mark + rest

    text = link_writer.with_targets(text, page.links, target)
    _, height = front_matter.split(text.replace("\r\n", "\n"))
    lines = text.split("\n")
    return "\n".join([*(link_writer.with_name(line, old, new) for line in lines[:height]), *lines[height:]])


def _by_language(content: Content, old: str, new: str) -> dict[str, str]:
    """Return the new address of the page in each language, by the old one."""
    before, after = f"{old.removesuffix('.md')}/", f"{new.removesuffix('.md')}/"
    return {language.prefix + before: language.prefix + after for language in content.languages}


def _addresses(content: Content, texts: Mapping[str, str], old: str, new: str) -> tuple[str, dict[str, str]]:
    """Return the new text of the ledger, empty if it stays, and the redirects that keep published addresses alive."""
    lines, bad = url_ledger.read(texts.get(URLS, ""))
    if bad:
        raise UnfitNameError(
            Message(
                "{urls}:{line}: {message}; mend this first",
                urls=URLS,
                line=bad[0].line,
                message=Message(bad[0].message),
            )
        )
    ways = _by_language(content.published, old, new)
    known = {address: ways[address] for address in ways if address in lines}
    moved = []
    for address in url_ledger.published(content.published):
        page, section = url_ledger.split(address)
        if page in known:
            moved.append(f"{known[page]}#{section}" if section else known[page])
    converted = {language.prefix for language in content.languages if language.generated_from}
    kept = {before: to for before, to in known.items() if not before.startswith(tuple(converted or "-"))}
    return (url_ledger.render([*lines, *moved]) if moved else ""), kept


def _left(texts: Mapping[str, str], files: Mapping[str, str], moved: Mapping[str, str], old: str) -> Iterator[str]:
    """Yield path and line of what still names the page: prose, examples and tests, which a person looks at."""
    named = link_writer.name_pattern(old)
    address = re.compile(rf"""(?<=["'/ ]){re.escape(old.removesuffix(".md"))}/""")
    for path, text in sorted({**texts, **files}.items()):
        if path in (URLS, REDIRECTS) or path in moved or path.startswith(_CODE):
            continue
        if found := named.search(text) or address.search(text):
            yield f"{path}:{text.count(chr(10), 0, found.start()) + 1}"
