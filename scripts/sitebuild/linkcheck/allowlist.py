"""Findings that somebody has looked at and puts up with until a day: each with its reason, none for ever."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, get_args

from ..model.problem import HasPosition, Problem
from .address import shape
from .finding import TEMPLATES, Finding, Rule

if TYPE_CHECKING:
    from ..model.yaml_document import Document

PATH = "docs/_data/link-exceptions.yml"
"""Where the handbook's own list stands."""
RULES: tuple[str, ...] = get_args(Rule)

_ADVICE = {
    "rule": "rule: write the name in brackets at the end of the message, such as page-missing",
    "page": "page: write the file at the beginning of the message, without line and column",
    "reason": "reason: write between double quotes why it cannot be mended now",
    "until": "until: write the last day such as 2026-01-31, without quotes",
    "address": "address: write between double quotes the address that the message names, or delete the line",
}
_OPTIONAL = "address"
"""Some findings are about no address; without one an entry is about the whole page."""


class LinkException(NamedTuple):
    """One entry of a list: what it excuses, why and how long; where it and its last day stand in the file."""

    rule: str
    page: str
    reason: str
    until: date
    path: str
    position: HasPosition
    until_position: HasPosition
    address: str | None = None

    def excuses(self, finding: Finding, names: Collection[str]) -> bool:
        """Tell whether a finding that is known by `names` is the one that is meant."""
        if self.rule != finding.rule or self.page not in names:
            return False
        if self.address is None or self.address == finding.target:
            return True
        # A template writes an address differently at every depth, and is reported once.
        return self.page == TEMPLATES and shape(self.address) == shape(finding.target)


def load(file: Path, path: str) -> tuple[list[LinkException], list[Problem]]:
    """Read a list from disk; `path` is how problems name it, and a missing file is an empty list."""
    return read(path, file.read_text(encoding="utf-8", errors="replace") if file.is_file() else "")


def read(path: str, text: str) -> tuple[list[LinkException], list[Problem]]:
    """Return the entries of a list, and what is wrong in it as problems."""
    # Loaded here, because checking a folder without a list must not wait for it.
    from ..text import yaml_text  # noqa: PLC0415

    try:
        document = yaml_text.parse(text)
    except yaml_text.UnreadableError as fault:
        message = f"this line cannot be read ({fault}); put texts between double quotes"
        return [], [Problem.at(path, fault.position, "exception-broken", message)]
    entries = document.value if document.value is not None else []
    if not isinstance(entries, list):
        message = f"the file must be a list, each entry with {', '.join(_ADVICE)}: begin each with “- rule: …”"
        return [], [Problem.at(path, document.position(()), "exception-broken", message)]
    problems = [
        Problem.at(path, place, "exception-key-doubled", f"“{name}” stands twice in one entry; delete one")
        for name, place in document.doubled
    ]
    found = []
    for number, values in enumerate(entries):
        faults = list(_faults(path, document, number, values))
        problems += faults
        if not faults:
            until_position = document.position((number, "until"))
            found.append(
                LinkException(**values, path=path, position=document.position((number,)), until_position=until_position)
            )
    return found, sorted(problems)


def apply(
    findings: Iterable[Finding],
    exceptions: Sequence[LinkException],
    names: Callable[[Finding], Collection[str]],
    today: date,
) -> tuple[list[Finding], list[Problem]]:
    """
    Return the findings that nothing excuses, and the entries that excuse nothing as problems.

    `names` gives the files by which a finding is known, such as that of the
    site and that of its text.
    """
    rules = {each.rule for each in exceptions}
    left, used = [], set()
    for finding in findings:
        known = names(finding) if finding.rule in rules else ()
        met = next((each for each in exceptions if today <= each.until and each.excuses(finding, known)), None)
        if met:
            used.add(met)
        else:
            left.append(finding)
    return left, [_idle(each, today) for each in exceptions if each not in used]


def names(finding: Finding, codes: Collection[str], files: Collection[str], texts: Collection[str]) -> set[str]:
    """
    Return the files by which a finding of the handbook's site may be known, where its texts were not read.

    `codes` are the folders of languages; the one that has no folder in the
    site is published at its root. `files` are those of the site, `texts` those
    below docs/: a page without a text of its own shows that of the source.
    """
    folder = finding.place.removesuffix("index.html").removesuffix("/")
    code, _, rest = folder.partition("/")
    source = [each for each in codes if f"{each}/index.html" not in files]
    if code in codes and code not in source:
        own = _texts([code], rest)
        return {finding.place, TEMPLATES} | (own if own & set(texts) else _texts(source, rest))
    return {finding.place, TEMPLATES} | _texts(source, folder)


def _texts(codes: Collection[str], name: str) -> set[str]:
    """Return the files that a page's text may stand in."""
    found = {f"docs/{code}/{name}{end}" for code in codes for end in (".md", "/index.md")}
    return {path.replace("//", "/") for path in found}


def _idle(entry: LinkException, today: date) -> Problem:
    """Return what to do with an entry that excused nothing."""
    if entry.until < today:
        message = f"this ended on {entry.until}: mend what it excused and delete the entry, or look again and write"
        return Problem.at(
            entry.path, entry.until_position, "exception-expired", f"{message} a later day with its reason"
        )
    about = f"“{entry.address}” in {entry.page}" if entry.address is not None else entry.page
    message = f"there is no {entry.rule} of {about} any more; delete the entry, or correct it"
    return Problem.at(entry.path, entry.position, "exception-unused", message)


def _faults(path: str, document: "Document", number: int, values: object) -> Iterator[Problem]:
    place = document.position((number,))
    if not isinstance(values, Mapping):
        message = f"an entry is lines such as “- rule: …”, with {', '.join(_ADVICE)}"
        yield Problem.at(path, place, "exception-broken", message)
        return
    for key, advice in _ADVICE.items():
        if key not in values:
            if key != _OPTIONAL:
                yield Problem.at(path, place, "exception-key-missing", f"this entry has no {advice}")
        elif not _is_fit(key, values[key]):
            yield Problem.at(path, document.position((number, key)), "exception-value-wrong", advice)
        elif key == "rule" and values[key] not in RULES:
            message = f"the link checker has no rule “{values[key]}”; {advice}"
            yield Problem.at(path, document.position((number, key)), "exception-rule-unknown", message)
    for key in values:
        if key not in _ADVICE:
            message = f"“{key}” is not known; write one of {', '.join(_ADVICE)}, or delete the line"
            yield Problem.at(path, document.position((number, key)), "exception-key-unknown", message)


def _is_fit(key: str, value: object) -> bool:
    if key == "until":
        return isinstance(value, date) and not isinstance(value, datetime)
    return isinstance(value, str) and bool(value.strip())
