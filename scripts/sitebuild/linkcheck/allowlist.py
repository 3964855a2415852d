"""
The list of findings that are put up with until a day, each with its reason.

An entry that excuses nothing, because its last day is over or its fault is gone, is a problem itself: otherwise it
would hide the next fault at its place.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..model.message import Message
from ..model.problem import HasPosition, Problem
from .address import without_dot_segments
from .finding import Finding
from .settings import RULES

if TYPE_CHECKING:
    from ..model.yaml_document import Document

_ADVICE = {
    "rule": "rule: write the name in brackets at the end of the message, such as page-missing",
    "page": "page: write the file at the beginning of the message, without line and column",
    "reason": "reason: write between double quotes why it cannot be mended now",
    "until": "until: write the last day such as 2026-01-31, without quotes",
    "address": "address: write between double quotes the address that the message names, or delete the line",
}
"""The keys of an entry, and what to write for each."""
EVERYWHERE = "*"
"""The page of an entry that excuses a fault of a template, on whatever pages it is."""
_OPTIONAL = "address"
"""Some findings are about no address; an entry without one excuses its rule on the whole page."""


class Allowance(NamedTuple):
    """
    One entry of a list: the finding that it excuses, why, and until which day, that day included.

    `page` is the file that the finding is about, as a message begins with it;
    `address` is None for all findings of the rule on that page. `list_path` is
    the file with the list, in which the entry begins at `position` and its
    last day stands at `until_position`.
    """

    rule: str
    page: str
    reason: str
    until: date
    list_path: str
    position: HasPosition
    until_position: HasPosition
    address: str | None = None

    def excuses(self, finding: Finding, names: Collection[str], everywhere: str) -> bool:
        """
        Tell whether this is about a finding; the day is not asked.

        `names` are the files by which the finding is known; a page of the name
        `everywhere` is that of a fault of a template.
        """
        if self.rule != finding.rule or self.page not in names:
            return False
        if self.address is None or self.address == finding.excerpt:
            return True
        # A template writes an address differently at every depth, and its fault is reported once.
        return self.page == everywhere and without_dot_segments(self.address) == without_dot_segments(finding.excerpt)


def load(file: Path, path: str) -> tuple[list[Allowance], list[Problem]]:
    """Read a list from disk, as `read` does; `path` is how problems name the file, and a missing one is empty."""
    return read(path, file.read_text(encoding="utf-8", errors="replace") if file.is_file() else "")


def read(path: str, text: str) -> tuple[list[Allowance], list[Problem]]:
    """
    Return the sound entries of a list, in its order, and what is wrong with the others as problems, sorted.

    `text` is YAML, empty for an empty list; `path` is the file that the
    problems name.
    """
    # Loaded here, because checking a folder without a list must not wait for it.
    from ..text import yaml_text  # noqa: PLC0415

    try:
        document = yaml_text.parse(text)
    except yaml_text.UnreadableError as fault:
        message = Message("this line cannot be read ({fault}); put texts between double quotes", fault=Message(fault))
        return [], [Problem.at(path, fault.position, "exception-broken", message)]
    entries = document.value if document.value is not None else []
    if not isinstance(entries, list):
        message = Message(
            "the file must be a list, each entry with {keys}: begin each with “- rule: …”", keys=[*_ADVICE]
        )
        return [], [Problem.at(path, document.position(()), "exception-broken", message)]
    problems = [
        Problem.at(
            path,
            position,
            "exception-key-doubled",
            Message("“{name}” stands twice in one entry; delete one", name=name),
        )
        for name, position in document.doubled
    ]
    found = []
    for number, values in enumerate(entries):
        faults = list(_faults(path, document, number, values))
        problems += faults
        if not faults:
            position, until_position = document.position((number,)), document.position((number, "until"))
            found.append(Allowance(**values, list_path=path, position=position, until_position=until_position))
    return found, sorted(problems)


def apply(
    findings: Iterable[Finding],
    allowances: Sequence[Allowance],
    names: Callable[[Finding], Collection[str]],
    today: date,
    everywhere: str = EVERYWHERE,
) -> tuple[list[Finding], list[Problem]]:
    """
    Return the findings that nothing excuses, and the entries that excuse nothing as problems, both in their order.

    `names` gives the files by which a finding is known, such as the HTML file
    and the Markdown file that it was made from. Each finding uses up the first
    entry that excuses it, so a second entry of the same content is a problem.
    An entry whose page is `everywhere`, if that is among the names of a
    finding, is about a template.
    """
    rules = {each.rule for each in allowances}
    left, used = [], set()
    for finding in findings:
        known = names(finding) if finding.rule in rules else ()
        allowance = next(
            (each for each in allowances if today <= each.until and each.excuses(finding, known, everywhere)), None
        )
        if allowance:
            used.add(allowance)
        else:
            left.append(finding)
    return left, [_unused(each, today) for each in allowances if each not in used]


def _unused(entry: Allowance, today: date) -> Problem:
    """Return what to do with an entry that excused nothing."""
    if entry.until < today:
        message = Message(
            "this ended on {until}: mend what it excused and delete the entry, or look again and write a later day "
            "with its reason",
            until=entry.until,
        )
        return Problem.at(entry.list_path, entry.until_position, "exception-expired", message)
    about = (
        entry.page
        if entry.address is None
        else Message("“{address}” in {page}", address=entry.address, page=entry.page)
    )
    message = Message(
        "there is no {rule} of {about} any more; delete the entry, or correct it", rule=entry.rule, about=about
    )
    return Problem.at(entry.list_path, entry.position, "exception-unused", message)


def _faults(path: str, document: "Document", number: int, values: object) -> Iterator[Problem]:
    """Yield what is wrong with one entry; `number` is its index in the list, `values` what YAML made of it."""
    position = document.position((number,))
    if not isinstance(values, Mapping):
        message = Message("an entry is lines such as “- rule: …”, with {keys}", keys=[*_ADVICE])
        yield Problem.at(path, position, "exception-broken", message)
        return
    for key, advice in _ADVICE.items():
        if key not in values:
            if key != _OPTIONAL:
                yield Problem.at(
                    path,
                    position,
                    "exception-key-missing",
                    Message("this entry has no {advice}", advice=Message(advice)),
                )
        elif not _is_fit(key, values[key]):
            yield Problem.at(path, document.position((number, key)), "exception-value-wrong", advice)
        elif key == "rule" and values[key] not in RULES:
            message = Message(
                "the link checker has no rule “{rule}”; {advice}", rule=values[key], advice=Message(advice)
            )
            yield Problem.at(path, document.position((number, key)), "exception-rule-unknown", message)
    for key in values:
        if key not in _ADVICE:
            message = Message("“{key}” is not known; write one of {keys}, or delete the line", key=key, keys=[*_ADVICE])
            yield Problem.at(path, document.position((number, key)), "exception-key-unknown", message)


def _is_fit(key: str, value: object) -> bool:
    if key == "until":
        return isinstance(value, date) and not isinstance(value, datetime)
    return isinstance(value, str) and bool(value.strip())
