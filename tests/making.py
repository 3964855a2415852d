"""Pages and folders for tests, in one line each."""

from collections.abc import Mapping
from pathlib import Path

from sitebuild import source
from sitebuild.content import Content, Guide, Language
from sitebuild.page import Page
from sitebuild.problem import Problem

ROOT = Path(__file__).parents[1]
HEAD = "---\ntitle: 标题\ndescription: 一句话，说清这一页帮谁做什么，读完会得到什么。\nreviewed: 2026-11-01\n---\n\n"
"""Six lines of front matter that no rule objects to; the body begins on line 7."""
ZH = Language(code="zh", name="中文", is_source=True)
EN = Language(code="en", name="English", sections={"指南": "Guide"})


def page(body: str, path: str = "docs/zh/a.md", head: str = HEAD) -> Page:
    """Return the page that a body makes."""
    return read(head + body, path)[0]


def read(text: str, path: str = "docs/zh/a.md") -> tuple[Page, list[Problem]]:
    """Read the text of a file as the reader would."""
    _, language, name = path.split("/", 2)
    return source.read(path, language, name, text)


def content(files: Mapping[str, str], head: str = HEAD) -> Content:
    """Return the content of files such as {"zh/a.md": body}; all of them are in the menu."""
    pages = tuple(page(body, f"docs/{path}", head) for path, body in files.items())
    names = tuple(dict.fromkeys(each.name for each in pages))
    return Content(languages=(ZH, EN), guides=(Guide(name="指南", pages=names),), pages=pages)


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder, and return the folder."""
    for name, text in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def found(problems: list[Problem]) -> list[tuple[str, int, str]]:
    """Return what a test compares of problems: file, line and rule."""
    return [(problem.path, problem.line, problem.rule) for problem in problems]
