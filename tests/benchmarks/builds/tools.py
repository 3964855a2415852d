"""What is measured: the handbook's own commands, plain MkDocs, and zensical on copies of the same pages."""

import importlib.metadata
import os
import re
import sys
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .. import links
from . import settings
from .handbook import CACHE, SITE, ChangingPage, Handbook, changing_page
from .measure import Case

ALL, CHECK = "all, cold", "check, cold"
"""The cases in which nothing is remembered."""
ALL_CHANGED, CHECK_CHANGED = "all, one page changed", "check, one page changed"
PLAIN = "plain MkDocs"
ZENSICAL = "zensical"
ONE_BY_ONE = "one language after the other"
_ZENSICAL_VERSION = "0.0.50"
_FRONT_MATTER = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"^title: *[\"']?(.*?)[\"']?$", re.MULTILINE)
_EACH = 'processes=$1; shift; printf "%s\\n" "$@" | xargs -P "$processes" -I FILE "$PROGRAM" build $CLEAN -f FILE'


def own(book: Handbook, page: str = "") -> list[Case]:
    """Return the cases of the handbook's own commands, in the order in which each finds what the last one left."""
    changing = changing_page(book, page)

    def cold() -> None:
        changing.restore()
        book.forget(CACHE, SITE)

    def case(what: str, prepare: Callable[[], None]) -> Case:
        command = what.partition(",")[0]
        written = book.root / SITE if command == "all" else None
        return Case(
            tool=book.name,
            what=what,
            command=book.command(command),
            folder=book.root,
            pages=book.pages,
            prepare=prepare,
            written=written,
        )

    return [
        case(ALL, cold),
        case("all, warm", _nothing),
        case(ALL_CHANGED, changing.change),
        case(CHECK, cold),
        case(CHECK_CHANGED, changing.change),
    ]


def plain_mkdocs(book: Handbook, folder: Path) -> list[Case]:
    """
    Return the case of MkDocs with static-i18n and the theme as it comes, on the pages as they are; written to `folder`.

    No hooks: nothing fills a marker, and nothing is checked. A converted language has the pages it is converted from.
    """
    for language in book.languages:
        for name in book.names:
            _write(folder / "docs" / language.code / name, book.file(language.code, name).read_text(encoding="utf-8"))
    there = settings.read(book.root)
    i18n = {"plugins": [{"i18n": settings.i18n(there)}], "exclude_docs": there.get("exclude_docs", "")}
    settings.write(folder, {**_plain(there), **i18n})
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--clean")
    case = Case(
        tool=PLAIN,
        what="all languages",
        command=command,
        folder=folder,
        pages=book.pages,
        prepare=_nothing,
        written=folder / SITE,
    )
    return [case]


def zensical(book: Handbook, folder: Path, program: Path) -> list[Case]:
    """
    Return the cases of zensical, which is given a project for each language; written to `folder`.

    It stops at dates in front matter, so the pages have their title as a heading and no front matter.
    """
    files = []
    for language in book.languages:
        project = folder / language.code
        for name in book.names:
            text = book.file(language.code, name).read_text(encoding="utf-8")
            _write(project / "docs" / name, _without_front_matter(text))
        settings.write(project, {**_plain(settings.read(book.root)), "docs_dir": "docs"})
        files.append(str(project / settings.CONFIG))
    changing = changing_page(book).path.relative_to(book.root / "docs" / book.source.code)
    copy = ChangingPage(folder / book.source.code / "docs" / changing)

    def case(what: str, processes: int, *, clean: bool) -> Case:
        words = ("env", f"PROGRAM={program}", f"CLEAN={'--clean' if clean else ''}", "sh", "-c", _EACH, "sh")
        return Case(
            tool=ZENSICAL,
            what=what,
            command=(*words, str(processes), *files),
            folder=folder,
            pages=book.pages,
            prepare=copy.restore if clean else copy.change,
            written=folder,
        )

    return [
        case(ONE_BY_ONE, 1, clean=True),
        case("languages at once", os.cpu_count() or 1, clean=True),
        case("languages at once, warm, one page changed", os.cpu_count() or 1, clean=False),
    ]


def install_zensical(folder: Path) -> tuple[Path | None, str]:
    """Install zensical into a folder; return its program, or None and why it is missing."""
    venv.create(folder, with_pip=True)
    named = f"zensical=={_ZENSICAL_VERSION}"
    missing = links.failure(str(folder / "bin/python"), "-m", "pip", "install", "--quiet", named)
    return (None, f"{named} cannot be installed: {missing}") if missing else (folder / "bin/zensical", "")


def _nothing() -> None:
    """Leave everything as the last case left it."""


def _plain(own_settings: dict[str, Any]) -> dict[str, Any]:
    """Return the settings that any tool is given: the menu, the extensions, the theme without our templates."""
    theme = own_settings["theme"]
    kept = ("site_name", "site_url", "copyright", "nav", "markdown_extensions")
    return {
        **{key: own_settings[key] for key in kept if key in own_settings},
        "theme": {key: theme[key] for key in ("name", "language", "font") if key in theme},
    }


def _without_front_matter(text: str) -> str:
    head = _FRONT_MATTER.match(text)
    if not head:
        return text
    title = _TITLE.search(head[1])
    return f"# {title[1] if title else ''}\n\n{text[head.end() :].lstrip()}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def versions() -> str:
    """Return the tools beside our own, with their versions."""
    names = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n")
    return ", ".join(
        [*(f"{name} {importlib.metadata.version(name)}" for name in names), f"zensical {_ZENSICAL_VERSION}"]
    )
