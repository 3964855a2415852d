"""Runs MkDocs in a child process, and turns its warnings into problems with a line."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..model.content import Content
from ..model.problem import Problem, ToolError
from ..model.rules.all_rules import RuleName
from ..text import markdown_text
from . import overdue

_CONFIG = "mkdocs.yml"
_WARNING = re.compile(r"^(?:WARNING|ERROR) +-  ?(.*)$")
_LINK = re.compile(r"Doc file '(?P<file>[^']+)' contains an? .*?link '(?P<target>[^']*)'(?P<rest>.*)")
_NAV = re.compile(r"A reference to '(?P<file>[^']+)' is included in the 'nav' configuration")
_OMITTED = re.compile(r"^ {2}- (?P<file>\S.*\.md)$")
_SUMMARY = re.compile(r"Aborted with \d+ warnings? in strict mode")
_LAST_LINES = 15


def build(root: Path, site: Path, content: Content, today: date) -> list[Problem]:
    """
    Build the site into the empty folder `site`; return what strict MkDocs objects to.

    Raises ToolError if MkDocs fails for another reason. Neither -q nor -v is
    passed: both hide warnings from the strict count.
    """
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        overdue.TODAY: today.isoformat(),
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or commit_time(root),
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(root / _CONFIG), "-d", str(site)]
    run = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    lines = run.stderr.splitlines() + run.stdout.splitlines()
    problems = sorted(set(_problems(root, content, lines)))
    if run.returncode and not problems:
        raise ToolError("MkDocs stopped:\n" + "\n".join(lines[-_LAST_LINES:]))
    return problems


def commit_time(root: Path) -> str:
    """Return the time of the last commit in seconds, so that two builds of one commit are the same; 0 outside git."""
    try:
        run = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=root, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        return "0"
    return run.stdout.strip() or "0"


def _problems(root: Path, content: Content, lines: list[str]) -> Iterator[Problem]:
    for line in lines:
        if omitted := _OMITTED.match(line):
            message = f"add {_name(omitted['file'])} to nav in mkdocs.yml, or no reader will find this page"
            yield Problem(path=f"docs/{omitted['file']}", rule="page-outside-menu", message=message)
        elif warning := _WARNING.match(line):
            yield from _problem(root, content, warning[1])


def _problem(root: Path, content: Content, text: str) -> Iterator[Problem]:
    if _SUMMARY.search(text) or 'not included in the "nav"' in text:
        return
    if link := _LINK.search(text):
        path = f"docs/{link['file']}"
        line, column = _place(content, path, link["target"])
        rule, message = _wording(link["target"], link["rest"])
        yield Problem(path=path, line=line, column=column, rule=rule, message=message)
    elif nav := _NAV.search(text):
        config = (root / _CONFIG).read_text(encoding="utf-8")
        line, column = markdown_text.position(config, nav["file"])
        message = f"nav names {nav['file']}, which does not exist; correct the name or write the page"
        yield Problem(path=_CONFIG, line=line, column=column, rule="nav-page-missing", message=message)
    else:
        yield Problem(path=_CONFIG, rule="mkdocs", message=text)


def _wording(target: str, rest: str) -> tuple[RuleName, str]:
    if "anchor" in rest:
        return "anchor-unknown", f"“{target}” points to a section that does not exist; use an id of that page"
    return "link-broken", f"“{target}” leads to a file that does not exist; correct the path"


def _place(content: Content, path: str, target: str) -> tuple[int, int]:
    for page in content.pages:
        if page.path == path:
            found = next((link for link in page.links if link.target == target), None)
            return (found.line, found.column) if found else markdown_text.position(page.source, target)
    return 1, 1


def _name(path: str) -> str:
    """Return a page's path inside its language folder."""
    return path.split("/", 1)[1]
