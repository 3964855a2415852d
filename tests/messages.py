"""What the code can say, found in the code itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from making import ROOT

PACKAGE = ROOT / "scripts/sitebuild"
SAYING = {"Message": slice(0, 1), "counted": slice(1, 3), "in_number": slice(1, 3)}
SAYING |= dict.fromkeys(("speech.tell", "speech.note", "speech.said"), slice(0, 1))
"""What makes or says a message, and which of its arguments are templates."""
_SENTENCE = re.compile(r"[a-z]{2,}[,;:]? [a-z(<*]")
_HTML = r"</?(?!kbd|wbr|br|!--|span lang=|div class=)[a-z!]"
_IS_CODE = re.compile(rf"{_HTML}|\\[bwd]|^[.#|]|^python |^import |^(?:[\w\[\]-]+, )+[\w\[\]-]+$|^http|^tuple")
"""What has the look of a sentence and is none: HTML, patterns, names of elements, headings of a table."""
_FEWEST = 3
"""A sentence that nothing makes a message of is known by so many words; a shorter one needs a Message around it."""
SILENT = {
    "addresses/redirect_lines.py": "writes a file",
    "building/blocks/": "write HTML",
    "building/mkdocs_build.py": "reads what MkDocs says",
    "building/mkdocs_memo.py": "asserts",
    "building/mkdocs_warnings.py": "reads what MkDocs says",
    "building/search/": "writes scripts",
    "building/security_headers.py": "writes a file",
    "checks/consequences.py": "reads what other rules say",
    "linkcheck/external/link_ledger.py": "writes a report for maintainers, in Markdown",
    "building/held_plans.py": "asserts",
    "linkcheck/hosts.py": "holds names",
    "linkcheck/nesting.py": "holds names",
    "linkcheck/registered_schemes.py": "holds names",
    "offline/epub/": "writes HTML",
    "offline/licences.py": "writes a file",
    "offline/rescue/": "writes HTML",
    "paper/": "writes HTML",
    "publishing/": "writes settings, and asserts",
    "text/notation.py": "holds markers",
    "translation/progress.py": "makes a table for maintainers",
    "translation/register_age.py": "writes a file",
    "translation/scaffold.py": "writes files",
    "cli/preview/worker.py": "asserts",
    "cli/rename.py": "writes a reason into a file",
    "cli/rules.py": "writes the table of rules, which are in both languages themselves",
    "cli/server.py": "speaks HTTP",
    "cli/preview/server.py": "speaks HTTP",
}
"""Modules and folders that hold sentences which are not said; those there that are said stand in a Message."""


class Template(NamedTuple):
    """A template, and where it stands."""

    text: str
    module: str
    line: int
    has_values: bool


def made(package: Path = PACKAGE) -> Iterator[Template]:
    """Yield the templates from which messages are made."""
    for path in sorted(package.rglob("*.py")):
        module = path.relative_to(package).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for word in _templates(node):
                if isinstance(node, ast.Call) and isinstance(word.value, str) and word.value:
                    yield Template(word.value, module, word.lineno, bool(node.keywords))


def lone(package: Path = PACKAGE) -> Iterator[Template]:
    """Yield the sentences that stand in the code without anything that makes a message of them around."""
    for path in sorted(package.rglob("*.py")):
        module = path.relative_to(package).as_posix()
        if module.startswith(("model/rules/", *SILENT)):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        left = {id(word) for node in ast.walk(tree) for word in _not_said(node)}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in left:
                continue
            if _is_sentence(node.value) and len(node.value.split()) >= _FEWEST:
                yield Template(node.value, module, node.lineno, has_values=False)


def glued(package: Path = PACKAGE) -> Iterator[Template]:
    """Yield the sentences that are put together by f-strings, so that no other language can say them."""
    for path in sorted(package.rglob("*.py")):
        module = path.relative_to(package).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) and not module.startswith((*SILENT,)):
                text = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
                if _is_sentence(text):
                    yield Template(text, module, node.lineno, has_values=True)


def _templates(node: ast.AST) -> Iterator[ast.Constant]:
    if isinstance(node, ast.Call) and (asked := SAYING.get(ast.unparse(node.func))):
        for argument in node.args[asked]:
            yield from _words(argument)


def _words(node: ast.AST) -> Iterator[ast.Constant]:
    if isinstance(node, ast.Constant):
        yield node
    elif isinstance(node, ast.IfExp):
        yield from (*_words(node.body), *_words(node.orelse))


def _not_said(node: ast.AST) -> Iterator[ast.AST]:
    """Yield docstrings, parts of f-strings, templates, and what only code hears: patterns and assertions."""
    yield from _templates(node)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield from node.values
    elif isinstance(node, ast.Assert) and node.msg:
        yield node.msg
    elif isinstance(node, ast.Compare) or (isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.")):
        yield from ast.walk(node)


def _is_sentence(text: str) -> bool:
    return bool(_SENTENCE.search(text)) and not _IS_CODE.search(text)
