"""Problems → lines for a person, JSON for a program, annotations for a pull request."""

import json
from collections.abc import Sequence
from urllib.parse import quote

from ..model.problem import Problem

FORMATS = ("text", "json", "github", "sarif")

_SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(problems: Sequence[Problem], form: str) -> str:
    """Return the problems, sorted, in one of FORMATS; empty text for no problems, but `[]` in JSON."""
    ordered = sorted(problems)
    if form == "json":
        return json.dumps([problem._asdict() for problem in ordered], ensure_ascii=False, indent=1)
    if form == "sarif":
        return json.dumps(_sarif(ordered), ensure_ascii=False, indent=1)
    line = _annotation if form == "github" else _line
    return "\n".join(line(problem) for problem in ordered)


def summary(problems: Sequence[Problem]) -> str:
    """Return the count in words."""
    failing = errors(problems)
    said = []
    if failing or not problems:
        said.append(summary_of(len(failing), len({problem.path for problem in failing})))
    if len(failing) < len(problems):
        said.append(count(len(problems) - len(failing), "note"))
    return ", ".join(said)


def summary_of(number: int, files: int) -> str:
    """Return in words how many problems there are, and in how many files."""
    return f"{count(number, 'problem')} in {count(files, 'file')}" if number else "no problems"


def beginning(problems: Sequence[Problem]) -> str:
    """Return what to say after the count of where to begin; empty where there is one file or none."""
    failing = errors(problems)
    if len({problem.path for problem in failing}) < 2:  # noqa: PLR2004 - two
        return ""
    first = min(failing)
    return f"; begin with {first.path} line {first.line}"


def count(number: int, noun: str) -> str:
    """Return a number with its noun: 1 page, 2 pages."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def errors(problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems that fail a check: all but the notes."""
    return [problem for problem in problems if problem.severity == "error"]


def _sarif(problems: Sequence[Problem]) -> dict[str, object]:
    """Return the problems as SARIF 2.1.0 (OASIS), which code-scanning services read."""
    names = sorted({problem.rule for problem in problems})
    results = [
        {
            "ruleId": problem.rule,
            "ruleIndex": names.index(problem.rule),
            "level": problem.severity,
            "message": {"text": problem.message},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": _uri(problem.path), "uriBaseId": "%SRCROOT%"},
                        "region": {"startLine": problem.line, "startColumn": problem.column},
                    }
                }
            ],
        }
        for problem in problems
    ]
    driver = {"name": "online-loan-privacy-handbook", "rules": [{"id": name} for name in names]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def _uri(path: str) -> str:
    """Return a path as SARIF has it; a name that is no text keeps its bytes."""
    return quote(path, errors="surrogateescape")


def _line(problem: Problem) -> str:
    note = "note: " if problem.severity == "note" else ""
    return f"{problem.path}:{problem.line}:{problem.column}: {note}{problem.message} [{problem.rule}]"


def _annotation(problem: Problem) -> str:
    """Return a workflow command of GitHub Actions; its values escape %, line breaks, commas and colons."""
    place = f"file={_value(problem.path)},line={problem.line},col={problem.column},title={_value(problem.rule)}"
    level = "error" if problem.severity == "error" else "notice"
    return f"::{level} {place}::{_text(problem.message)}"


def _text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
