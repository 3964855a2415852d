"""Rule: the menu in mkdocs.yml names every page once, and nothing that is not there."""

import difflib
import re
from collections import Counter
from collections.abc import Iterator

from ..model.content import Content
from ..model.message import Message
from ..model.problem import Problem

CONFIG = "mkdocs.yml"


def check(content: Content, config: str) -> Iterator[Problem]:
    """Report pages outside the menu, and entries that stand twice or lead nowhere; `config` is mkdocs.yml."""
    names = {page.name for page in content.pages}
    times = Counter(name for guide in content.guides for name in guide.pages)
    for name, number in times.items():
        if number > 1:
            line, column = _place(config, name, number)
            message = Message("{name} stands in the menu {number} times; delete all but one", name=name, number=number)
            yield Problem(path=CONFIG, line=line, column=column, rule="nav-page-doubled", message=message)
        if name not in names and not name.startswith(("http:", "https:")):
            line, column = _place(config, name, 1)
            message = _missing(name, names)
            yield Problem(path=CONFIG, line=line, column=column, rule="nav-page-missing", message=message)
    for page in content.pages_in(content.source_language.code):
        if page.name not in times and not page.made:
            message = Message("add {name} to nav in mkdocs.yml, or no reader will find this page", name=page.name)
            yield Problem(path=page.path, rule="page-outside-menu", message=message)


def _missing(name: str, names: set[str]) -> Message:
    """Return what to type instead of an entry of the menu that leads nowhere."""
    near = difflib.get_close_matches(name.replace("\\", "/").removesuffix(".md") + ".md", names, 1, 0.8)
    if near:
        return Message("nav names {name}, which does not exist; write {near}", name=name, near=near[0])
    return Message("nav names {name}, which does not exist; correct the name or write the page", name=name)


def _place(config: str, name: str, which: int) -> tuple[int, int]:
    """Return line and column of an entry of the menu; `which` of several is meant."""
    found = list(re.finditer(rf"(?<![^\s\"':])- *[\"']?{re.escape(name)}|: *[\"']?{re.escape(name)}", config))
    if len(found) < which:
        return 1, 1
    at = found[which - 1].end() - len(name)
    return config.count("\n", 0, at) + 1, at - config.rfind("\n", 0, at)
