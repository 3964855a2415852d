"""What strict MkDocs objects to, as problems with a line."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..model.content import Content
from ..model.message import Message
from ..model.problem import Problem
from ..model.rules.all_rules import RuleName
from ..text import markdown_text

_CONFIG = "mkdocs.yml"
_LINK = re.compile(r"Doc file '(?P<file>[^']+)' contains an? .*?link '(?P<target>[^']*)'(?P<rest>.*)")
_NAV = re.compile(r"A reference to '(?P<file>[^']+)' is included in the 'nav' configuration")
_OMITTED = re.compile(r"^ {2}- (?P<file>\S.*\.md)$")


def problems(root: Path, content: Content, warnings: Iterable[str]) -> list[Problem]:
    """Return the problems that MkDocs's warnings, each of one line or more, are about; sorted, each once."""
    lines = (line for warning in warnings for line in warning.splitlines())
    return sorted({problem for line in lines for problem in _problem(root, content, line)})


def _problem(root: Path, content: Content, text: str) -> Iterator[Problem]:
    if 'not included in the "nav"' in text:
        return
    if omitted := _OMITTED.match(text):
        message: str = Message(
            "add {name} to nav in mkdocs.yml, or no reader will find this page", name=_name(omitted["file"])
        )
        yield Problem(path=f"docs/{omitted['file']}", rule="page-outside-menu", message=message)
    elif link := _LINK.search(text):
        path = f"docs/{link['file']}"
        line, column = _place(content, path, link["target"])
        rule, message = _wording(link["target"], link["rest"])
        yield Problem(path=path, line=line, column=column, rule=rule, message=message)
    elif nav := _NAV.search(text):
        config = (root / _CONFIG).read_text(encoding="utf-8")
        line, column = markdown_text.position(config, nav["file"])
        message = Message(
            "nav names {file}, which does not exist; correct the name or write the page", file=nav["file"]
        )
        yield Problem(path=_CONFIG, line=line, column=column, rule="nav-page-missing", message=message)
    else:
        yield Problem(path=_CONFIG, rule="mkdocs", message=text)


def _wording(target: str, rest: str) -> tuple[RuleName, str]:
    if "anchor" in rest:
        return "anchor-unknown", Message(
            "“{target}” points to a section that does not exist; use an id of that page", target=target
        )
    return "link-broken", Message("“{target}” leads to a file that does not exist; correct the path", target=target)


def _place(content: Content, path: str, target: str) -> tuple[int, int]:
    for page in content.pages:
        if page.path == path:
            found = next((link for link in page.links if link.target == target), None)
            return (found.line, found.column) if found else markdown_text.position(page.source, target)
    return 1, 1


def _name(path: str) -> str:
    """Return a page's path inside its language folder."""
    return path.split("/", 1)[1]
