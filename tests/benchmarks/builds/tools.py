"""What is measured: the handbook's own commands, and plain MkDocs and zensical on the same pages, filled."""

import importlib.metadata
import os
import shutil
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
_EACH = 'processes=$1; shift; printf "%s\\n" "$@" | xargs -P "$processes" -I FILE "$PROGRAM" build $CLEAN -f FILE'


def own(book: Handbook, pages: int, page: str = "") -> list[Case]:
    """
    Return the cases of the handbook's own commands, in the order in which each finds what the last one left.

    The site has so many `pages`; `page` names the one that changes.
    """
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
            pages=pages,
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


def plain_mkdocs(book: Handbook, pages: Path, folder: Path) -> list[Case]:
    """
    Return the case of MkDocs with static-i18n and the theme as it comes, on the written `pages`; it builds in `folder`.

    No hooks: every marker is filled already, and nothing is checked.
    """
    shutil.copytree(pages, folder / "docs")
    there = settings.read(book.root)
    settings.write(folder, {**_plain(there), "plugins": [{"i18n": settings.i18n(there)}]})
    case = Case(
        tool=PLAIN,
        what="all languages",
        command=(sys.executable, "-m", "mkdocs", "build", "--quiet", "--clean"),
        folder=folder,
        pages=_number(pages),
        prepare=_nothing,
        written=folder / SITE,
    )
    return [case]


def zensical(book: Handbook, pages: Path, folder: Path, program: Path) -> list[Case]:
    """Return the cases of zensical, which is given a project for each language of the written `pages`, in `folder`."""
    files = []
    for language in book.languages:
        project = folder / language.code
        shutil.copytree(pages / language.code, project / "docs")
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
            pages=_number(pages),
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


def _number(pages: Path) -> int:
    return sum(1 for _ in pages.rglob("*.md"))


def versions() -> str:
    """Return the tools beside our own, with their versions."""
    names = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n")
    return ", ".join(
        [*(f"{name} {importlib.metadata.version(name)}" for name in names), f"zensical {_ZENSICAL_VERSION}"]
    )
