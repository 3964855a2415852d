"""Reads front matter: the block of YAML between two `---` lines at the top of a Markdown file."""

import re

from ..model.message import Message
from ..model.page import FrontMatter
from ..model.problem import Problem
from . import yaml_text

_FENCE = "---"
_BEGUN = re.compile(r"\s*(?:---(?=[ \t]*\n)|([－—–]{2,}))")
"""What is meant for the first line of front matter, and is none."""
_FIRST_LINE = 2
"""The line of the file, from 1, on which the YAML begins."""


def split(text: str) -> tuple[str | None, int]:
    """Return the YAML text, and the number of lines including both `---`; (None, 0) for a file without front matter."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return None, 0
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == _FENCE:
            return "\n".join(lines[1:number]), number + 1
    return "\n".join(lines[1:]), len(lines)


def body(text: str) -> str:
    """Return the text of a file after its front matter."""
    return "\n".join(text.split("\n")[split(text)[1] :])


def parse(path: str, text: str) -> tuple[FrontMatter, list[Problem]]:
    """Return the front matter of a file, and its faults; with a fault that stops parsing, empty front matter."""
    block, height = split(text)
    if block is None and (begun := _BEGUN.match(text)):
        message = "delete the empty lines above ---" if begun[1] is None else "write --- with half-width signs"
        line = text.count("\n", 0, begun.end()) + 1
        return FrontMatter(), [Problem(path=path, line=line, rule="front-matter-missing", message=message)]
    if block is None:
        message = Message("the file must begin with a line --- , then title, description and reviewed, then a line ---")
        return FrontMatter(), [Problem(path=path, rule="front-matter-missing", message=message)]
    if height == len(text.split("\n")) and text.rstrip().split("\n")[-1].rstrip() != _FENCE:
        message = Message("the front matter is not closed: add a line --- after its last key")
        return FrontMatter(), [Problem(path=path, rule="front-matter-broken", message=message)]
    try:
        document = yaml_text.parse(block, _FIRST_LINE)
    except yaml_text.UnreadableError as fault:
        message = Message("the front matter cannot be read here: {fault}", fault=Message(fault))
        return FrontMatter(), [Problem.at(path, fault.position, "front-matter-broken", message)]
    if not isinstance(document.value, dict):
        message = Message("the front matter must be lines such as “title: …”")
        return FrontMatter(), [Problem(path=path, rule="front-matter-broken", message=message)]
    lines = {name: document.position((name,)).line for name in document.value}
    inner = {
        (name, key): document.position((name, key)).line
        for name, value in document.value.items()
        if isinstance(value, dict)
        for key in value
    }
    problems = [
        Problem.at(path, position, "front-matter-key-doubled", Message("“{name}” stands twice; delete one", name=name))
        for name, position in document.doubled
    ]
    return FrontMatter(values=document.value, lines=lines, inner=inner), problems
