"""
Findings → one for each fault, on however many pages it is.

A menu, a head or a foot repeats its addresses on every page, at each depth with another number of `../`, and may name
the page itself. What differs in nothing else is one fault of the template.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..model.message import Message
from .address import without_dot_segments
from .finding import Finding, Rule

_EXAMPLES = 3
_THE_PAGE = "…"


class Repeated(NamedTuple):
    """The first of some findings that are one fault, and the files in which they are, that of the first one first."""

    first: Finding
    paths: Sequence[str]

    @property
    def message(self) -> str:
        """What to do, and on how many pages."""
        if len(self.paths) == 1:
            return self.first.message
        *others, last = self.paths[:_EXAMPLES]
        values = {"message": Message(self.first.message), "count": len(self.paths), "others": others, "last": last}
        if len(self.paths) <= _EXAMPLES:
            return Message("{message} (on {count} pages: {others} and {last})", **values)
        return Message("{message} (on {count} pages, such as {others} and {last})", **values)


def gather(findings: Iterable[Finding]) -> list[Repeated]:
    """Return the faults behind findings, each where it is first."""
    found: dict[tuple[Rule, str], list[Finding]] = {}
    for finding in findings:
        found.setdefault((finding.rule, _sameness(finding)), []).append(finding)
    return [Repeated(same[0], tuple(dict.fromkeys(each.path for each in same))) for same in found.values()]


def _sameness(finding: Finding) -> str:
    """Return the message of a finding without what differs between the pages of one template."""
    path = finding.path
    message = without_dot_segments(finding.message).replace(f"/{path}", _THE_PAGE).replace(f"“{path}", f"“{_THE_PAGE}")
    if path.endswith("/index.html"):
        message = message.replace(f"/{path.removesuffix('index.html')}", _THE_PAGE)
    return message
