"""The commands `explain` and `rules`, and what `all` adds: a rule in words, the table of all in CONTRIBUTING.md."""

import difflib
from collections.abc import Iterator
from pathlib import Path

from ..memo import all_or_none
from ..model.message import Message, either
from ..model.problem import Problem, ToolError
from ..model.rules.all_rules import GROUPS
from ..model.rules.group import Group
from . import speech
from .options import ExitCode

COMMANDS = {
    "explain": Message("say what a rule wants and how to mend what it reports, in Chinese and English"),
    "rules": Message(
        "write the table of rules in CONTRIBUTING.md again, after a rule was added or its words were changed"
    ),
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
        speech.note("there is no rule “{name}”; {nearest}", name=name, nearest=_nearest(name))
        return ExitCode.USAGE
    said = {
        "en": f"What it wants: {group.wants.en}\nWhat to do: {group.mend.en}",
        "zh": f"要什么：{group.wants.zh}\n怎么改：{group.mend.zh}",
    }
    print("\n\n".join([name, *(text for code, text in said.items() if speech.chosen() in ("", code))]))
    return ExitCode.CLEAN


def renew(root: Path) -> ExitCode:
    """Write the table of CONTRIBUTING.md again; print whether that changed anything."""
    path = root / TABLE_IN
    before = path.read_text(encoding="utf-8")
    after = renewed(before)
    if after is None:
        speech.note(
            "{file} has no place for the table; write two lines there:\n{begin}\n{end}",
            file=TABLE_IN,
            begin=BEGIN,
            end=END,
        )
        return ExitCode.PROBLEMS
    all_or_none.write_all(root, {TABLE_IN: after})
    speech.tell(
        "{file}: the table is as before" if after == before else "{file}: the table was written again", file=TABLE_IN
    )
    return ExitCode.CLEAN


def check(root: Path) -> list[Problem]:
    """Return a problem if the table of CONTRIBUTING.md is not that of today; without that file there is none."""
    path = root / TABLE_IN
    try:
        text = path.read_text(encoding="utf-8") if path.is_file() else None
    except (OSError, UnicodeDecodeError) as error:
        raise ToolError(
            Message("{path} cannot be read ({error}); check its permissions and its encoding", path=path, error=error)
        ) from error
    if text is None or (today := renewed(text)) == text:
        return []
    message = (
        Message("write the line {end} below this one", end=END)
        if BEGIN in text
        else Message("write two lines: {begin} and {end}", begin=BEGIN, end=END)
    )
    if today is not None:
        message = Message(
            "the table of rules is not that of scripts/sitebuild/model/rules; type: python scripts/build.py rules"
        )
    # Loaded here, because whoever asks what a rule wants may have no Markdown.
    from ..text import markdown_text  # noqa: PLC0415

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
        return Message("all rules are listed at the end of {file}", file=TABLE_IN)
    return Message("did you mean {names}?", names=either(near))
