"""The block between two `---` lines at the top of a file: values, and the line of each key."""

import yaml

from .page import FrontMatter
from .problem import Problem

_FENCE = "---"


def split(text: str) -> tuple[str | None, int]:
    """Return the YAML text and the number of lines that it takes with its fences; (None, 0) without a block."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return None, 0
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == _FENCE:
            return "\n".join(lines[1:number]), number + 1
    return "\n".join(lines[1:]), len(lines)


def parse(path: str, text: str) -> tuple[FrontMatter, list[Problem]]:
    """Read the front matter of a file; a fault is a problem with its line, never an exception."""
    block, height = split(text)
    if block is None:
        message = "the file must begin with a line --- , then title, description and reviewed, then a line ---"
        return FrontMatter(), [Problem(path=path, rule="front-matter-missing", message=message)]
    if height == len(text.split("\n")) and text.rstrip().split("\n")[-1].rstrip() != _FENCE:
        message = "the front matter is not closed: add a line --- after its last key"
        return FrontMatter(), [Problem(path=path, rule="front-matter-broken", message=message)]
    try:
        node = yaml.compose(block, Loader=yaml.SafeLoader)
        values = yaml.load(block, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 2, mark.column + 1) if mark else (1, 1)
        message = f"the front matter cannot be read here ({error.problem}); put the value between double quotes"
        return FrontMatter(), [
            Problem(path=path, line=line, column=column, rule="front-matter-broken", message=message)
        ]
    except (yaml.YAMLError, ValueError, RecursionError):
        message = "the front matter cannot be read; use lines such as “title: …”, and dates such as 2026-01-31"
        return FrontMatter(), [Problem(path=path, rule="front-matter-broken", message=message)]
    if not isinstance(node, yaml.MappingNode) or not isinstance(values, dict):
        message = "the front matter must be lines such as “title: …”"
        return FrontMatter(), [Problem(path=path, rule="front-matter-broken", message=message)]
    return _with_lines(path, node, values)


def _with_lines(path: str, node: yaml.MappingNode, values: dict[object, object]) -> tuple[FrontMatter, list[Problem]]:
    lines: dict[str, int] = {}
    problems = []
    for key, _ in node.value:
        name, line = str(key.value), key.start_mark.line + 2
        if name in lines:
            message = f"“{name}” stands twice; delete one of the two lines (the other is line {lines[name]})"
            problems.append(Problem(path=path, line=line, rule="front-matter-key-doubled", message=message))
        lines.setdefault(name, line)
    return FrontMatter(values={str(key): value for key, value in values.items()}, lines=lines), problems
