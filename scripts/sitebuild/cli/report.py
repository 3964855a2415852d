"""Problems → lines for a person, JSON for a program, annotations for a pull request."""

from collections.abc import Sequence
from urllib.parse import quote

from ..model.message import Message, counted
from ..model.problem import Problem
from . import speech

FORMATS = ("text", "json", "github", "sarif")

_SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(problems: Sequence[Problem], form: str) -> str:
    """Return the problems, sorted, in one of FORMATS; empty text for no problems, but `[]` in JSON."""
    ordered = sorted(problems)
    if form in ("json", "sarif"):
        # Loaded here, because people read lines.
        import json  # noqa: PLC0415

        plain = [{**problem._asdict(), "message": _said(problem)} for problem in ordered]
        return json.dumps(plain if form == "json" else _sarif(ordered), ensure_ascii=False, indent=1)
    line = _annotation if form == "github" else _line
    return "\n".join(line(problem) for problem in ordered)


def summary(problems: Sequence[Problem], *, in_files: bool = True) -> Message:
    """Return the count in words; without that of the files, if one of them is spoken of."""
    if not problems:
        return Message("no problems")
    failing = errors(problems)
    notes = counted(len(problems) - len(failing), "{number} note", "{number} notes")
    if not failing:
        return notes
    count = summary_of(len(failing), len({problem.path for problem in failing}) if in_files else 0)
    return count if len(failing) == len(problems) else Message("{problems}, {notes}", problems=count, notes=notes)


def summary_of(number: int, files: int) -> Message:
    """Return in words how many problems there are, and in how many files, unless that is 0."""
    if not number:
        return Message("no problems")
    said = counted(number, "{number} problem", "{number} problems")
    if not files:
        return said
    return Message("{problems} in {files}", problems=said, files=counted(files, "{number} file", "{number} files"))


def whole_summary(problems: Sequence[Problem]) -> Message:
    """Return the count in words, and where to begin if there is more than one file to mend."""
    said, failing = summary(problems), errors(problems)
    if len({problem.path for problem in failing}) < 2:  # noqa: PLR2004 - two
        return said
    first = min(failing)
    return Message("{summary}; begin with {path} line {line}", summary=said, path=first.path, line=first.line)


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
            "message": {"text": _said(problem)},
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
    message = speech.fitting(problem.message, problem.path)
    if problem.severity == "note":
        message = speech.said(Message("note: {message}", message=message), problem.path)
    return f"{problem.path}:{problem.line}:{problem.column}: {message} [{problem.rule}]"


def _said(problem: Problem) -> str:
    """Return a problem's message in the language that is spoken, or else in that of its page."""
    return speech.said(problem.message, problem.path)


def _annotation(problem: Problem) -> str:
    """Return a workflow command of GitHub Actions; its values escape %, line breaks, commas and colons."""
    place = f"file={_value(problem.path)},line={problem.line},col={problem.column},title={_value(problem.rule)}"
    level = "error" if problem.severity == "error" else "notice"
    return f"::{level} {place}::{_text(speech.fitting(problem.message, problem.path))}"


def _text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
