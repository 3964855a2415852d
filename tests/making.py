"""Pages and folders for tests, in one line each."""

import contextlib
import functools
import hashlib
import re
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from sitebuild.addresses import redirects
from sitebuild.addresses.redirects import Redirect
from sitebuild.cli import server as site_server
from sitebuild.model import register_paths
from sitebuild.model.companies import Company, CompanyWords
from sitebuild.model.content import Content, Guide, Language
from sitebuild.model.page import Page
from sitebuild.model.problem import Problem
from sitebuild.model.registers import Registers
from sitebuild.model.routes import RouteStep
from sitebuild.reading import markdown_page, register_files

Result = TypeVar("Result")
ROOT = Path(__file__).parents[1]
HEAD = "---\ntitle: 标题\ndescription: 一句话，说清这一页帮谁做什么，读完会得到什么。\nreviewed: 2026-11-01\n---\n\n"
"""Six lines of front matter that no rule objects to; the body begins on line 7."""
SOURCED: dict[str, Any] = {
    "source": "全文",
    "source_type": "statute",
    "checked": date(2026, 11, 1),
    "review_by": date(2027, 11, 1),
    "confidence": "high",
}
"""Where a register's entry comes from, and when somebody looked."""
ZH = Language(code="zh", name="中文", is_source=True, site_name="手册", sections={"指南": "指南"})
EN = Language(code="en", name="English", site_name="Handbook", sections={"指南": "Guide"})


def aside(function: Callable[..., Result]) -> Callable[..., Result]:
    """Return a function that runs in a thread of its own: the browser of other tests keeps an event loop in ours."""

    @functools.wraps(function)
    def run(*arguments: Any, **named: Any) -> Result:
        with ThreadPoolExecutor(1) as threads:
            return threads.submit(function, *arguments, **named).result()

    return run


def page(body: str, path: str = "docs/zh/a.md", head: str = HEAD) -> Page:
    """Return the page that a body makes."""
    return read(head + body, path)[0]


def read(text: str, path: str = "docs/zh/a.md") -> tuple[Page, list[Problem]]:
    """Read the text of a file as the reader would."""
    _, language, name = path.split("/", 2)
    return markdown_page.read(path, language, name, text)


@functools.cache
def small_registers() -> Registers:
    """Return the registers of the miniature site, with the handbook's own grammar."""
    docs = ROOT / "tests/miniature"
    texts = {path: (docs / path) for path in register_paths.paths(["zh", "en"])}
    lent = ("grammar.yml", "parity.yml")
    own = {path: ROOT / path if file.name in lent else file for path, file in texts.items()}
    registers, problems = register_files.read(
        {path: file.read_text("utf-8") for path, file in own.items() if file.is_file()}, ["zh", "en"]
    )
    assert problems == []
    return registers


def company(**values: Any) -> Company:
    """Return a bank with one product; the values given are other ones."""
    sourced = {key: value for key, value in SOURCED.items() if key != "source_type"}
    own = {"products": ("chengdai",), "operator": "橙子银行股份有限公司", "kind": "bank", "door": "bank", "year": 2025}
    return Company.model_validate({**sourced, **own, "source_type": "press", **values})


def service(*numbers: str, **values: Any) -> dict[str, Any]:
    """Return the service line of a company."""
    return {"numbers": numbers, "source": "名单", "year": 2022, "confidence": "high", **values}


def company_registers(companies: Mapping[str, Company], **words: Mapping[str, Any]) -> Registers:
    """Return the small registers with companies and the door of banks; `words` are those of the companies."""
    registers = small_registers()
    spoken = {
        code: replace(
            each,
            companies={key: CompanyWords.model_validate(entry) for key, entry in words.get(code, {}).items()},
        )
        for code, each in registers.words.items()
    }
    doors = {"bank": RouteStep(doors=("110",))}
    return replace(registers, companies=companies, routes=doors, words=spoken)


def content(files: Mapping[str, str], head: str = HEAD, registers: Registers | None = None) -> Content:
    """Return the content of files such as {"zh/a.md": body}; all of them are in the menu."""
    pages = tuple(page(body, f"docs/{path}", head) for path, body in files.items())
    names = tuple(dict.fromkeys(each.name for each in pages))
    guides = (Guide(name="指南", pages=names),)
    return Content(languages=(ZH, EN), guides=guides, pages=pages, registers=registers or Registers())


def redirects_of(*lines: str) -> dict[str, Redirect]:
    """Return redirects such as `old/ new/`."""
    pairs = (line.split() for line in lines)
    found, faults = redirects.read(
        "".join(f"{old}: {{to: {new}, since: 2026-01-31, reason: 合并}}\n" for old, new in pairs)
    )
    assert faults == []
    return found


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


SMALL_LANGUAGES = ("zh", "en", "zh-Hant")
"""The languages of the miniature site."""


def small_site(folder: Path) -> Path:
    """
    Lay out the miniature site below a folder, with the real machinery; return its root.

    Its mkdocs.yml is the real one with another menu, so every setting is tested as it is.
    """
    for name in ("scripts", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests/miniature/docs", folder / "docs")
    for language in ("zh", "en"):
        for name in ("interface.yml", "grammar.yml", "parity.yml"):
            shutil.copy(ROOT / "docs" / language / "_data" / name, folder / "docs" / language / "_data" / name)
    # The words that are the handbook's own are as old here as there.
    recorded = (ROOT / "docs/en/_data/translated.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    with (folder / "docs/en/_data/translated.yml").open("a", encoding="utf-8") as file:
        file.writelines(line for line in recorded if line.startswith(("interface:", "grammar:")))
    shutil.copytree(ROOT / "docs/zh-Hant/_data", folder / "docs/zh-Hant/_data")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    indexes = "".join(f"  - {name}.md\n" for name in ("faq", "channels", "laws", "glossary", "index-a-z"))
    menu = f"nav:\n  - index.md\n  - help:\n      - help/first.md\n      - help/second.md\n{indexes}\n"
    config = re.sub(r"(?ms)^nav:\n.*?(?=^theme:)", menu, config)
    first = "  first_translations:\n    - index.md\n    - help/first.md\n    - channels.md\n"
    config = re.sub(r"(?m)^  first_translations:\n(?:    - .*\n)*", first, config)
    # Whatever other languages the handbook has.
    config = re.sub(rf"(?m)^ +- locale: (?!(?:{'|'.join(SMALL_LANGUAGES)})\n).*\n(?: +(?!- ).*\n)*", "", config)
    # The small registers do not have all the numbers of the emergency line.
    config = re.sub(r"(?m)^  emergency: .*$", "  emergency: []", config)
    write(folder, {"mkdocs.yml": config})
    return folder


def change(root: Path, name: str, old: str, new: str) -> None:
    """Replace text in a file of a site; the text must be there."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{name} has no “{old}”"
    path.write_text(text.replace(old, new), encoding="utf-8")


def fingerprints(folder: Path) -> dict[str, str]:
    """Return a hash of every file below a folder, by its relative path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder as `make serve` does, and give its address without the last slash."""
    server = site_server.server(site, 0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://{site_server.HOST}:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
