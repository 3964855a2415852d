"""The commands `explain` and `rules`, and what `all` adds: a rule in words, the table of all in CONTRIBUTING.md."""

import difflib
import sys
from collections.abc import Iterator
from pathlib import Path

from ..memo import atomic
from ..model.problem import Problem, ToolError
from ..model.rules.all_rules import GROUPS
from ..model.rules.group import Group
from ..text import markdown_text
from .options import ExitCode

COMMANDS = {
    "explain": "say what a rule wants and how to mend what it reports, in Chinese and in English",
    "rules": "write the table of rules in CONTRIBUTING.md again, after a rule was added or its words were changed",
}
TABLE_IN = "CONTRIBUTING.md"
BEGIN = "<!-- rules: made by “python scripts/build.py rules”; the words stand in scripts/sitebuild/model/rules -->"
END = "<!-- end of the rules -->"
_HEAD = """| 规则 rule | 怎么改 | what to do |
| --- | --- | --- |"""
_NEAREST = 3


def explain(name: str) -> ExitCode:
    """Print what a rule wants and how to mend what it reports; name the nearest rules if there is no such rule."""
    group = next((group for group in GROUPS if name in group.names), None)
    if group is None:
        print(f"there is no rule “{name}”; {_nearest(name)}", file=sys.stderr)
        return ExitCode.USAGE
    print(f"{name}\n")
    print(f"What it wants: {group.wants.en}\nWhat to do: {group.mend.en}\n")
    print(f"要什么：{group.wants.zh}\n怎么改：{group.mend.zh}")
    return ExitCode.CLEAN


def renew(root: Path) -> ExitCode:
    """Write the table of CONTRIBUTING.md again; print whether that changed anything."""
    path = root / TABLE_IN
    before = path.read_text(encoding="utf-8")
    after = renewed(before)
    if after is None:
        print(f"{TABLE_IN} has no place for the table; write two lines there:\n{BEGIN}\n{END}", file=sys.stderr)
        return ExitCode.PROBLEMS
    atomic.write(path, after)
    print(f"{TABLE_IN}: {'the table is as before' if after == before else 'the table was written again'}")
    return ExitCode.CLEAN


def check(root: Path) -> list[Problem]:
    """Return a problem if the table of CONTRIBUTING.md is not that of today; without that file there is none."""
    path = root / TABLE_IN
    try:
        text = path.read_text(encoding="utf-8") if path.is_file() else None
    except (OSError, UnicodeDecodeError) as error:
        raise ToolError(f"{path} cannot be read ({error}); check its permissions and its encoding") from error
    if text is None or (today := renewed(text)) == text:
        return []
    message = f"write the line {END} below this one" if BEGIN in text else f"write two lines: {BEGIN} and {END}"
    if today is not None:
        message = "the table of rules is not that of scripts/sitebuild/model/rules; type: python scripts/build.py rules"
    line, _ = markdown_text.position(text, BEGIN)
    return [Problem(path=TABLE_IN, line=line, rule="rules-outdated", message=message)]


def renewed(text: str) -> str | None:
    """Return the text of CONTRIBUTING.md with the table of today, or None if it has no place for one."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}" if begin and end else None


def table() -> str:
    """Return all rules as a table of Markdown, a line for each group: the names, what to do in Chinese and English."""
    return "\n".join([_HEAD, *(f"| {' | '.join(_cells(group))} |" for group in GROUPS)])


def _cells(group: Group) -> Iterator[str]:
    yield " ".join(f"`{name}`" for name in group.names)
    yield from (text.replace("|", "\\|") for text in group.mend)


def _nearest(name: str) -> str:
    names = [each for group in GROUPS for each in group.names]
    near = difflib.get_close_matches(name, names, _NEAREST, 0.4)
    if not near:
        return f"all rules are listed at the end of {TABLE_IN}"
    return f"did you mean {' or '.join(f'“{each}”' for each in near)}?"
