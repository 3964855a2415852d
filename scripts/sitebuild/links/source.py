"""Findings → problems where the author wrote them; a fault of a template is one problem, on however many pages."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from .. import prose
from ..page import Page
from ..problem import Problem
from .finding import Finding

TEMPLATES = "overrides"
"""Where what no page says comes from."""


def problems(findings: Sequence[Finding], sources: Mapping[str, Page]) -> list[Problem]:
    """
    Return a problem for each finding, sorted.

    `sources` gives the page that each file was made from. What its text does
    not hold was put there by a template: that is reported once, with a count.
    """
    found: list[Problem] = []
    elsewhere: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        page = sources.get(finding.place)
        place = _place(page, finding) if page else None
        if page and place:
            line, column = place
            found.append(Problem(path=page.path, line=line, column=column, rule=finding.rule, message=finding.message))
        else:
            elsewhere[finding.rule, _shape(finding.target), _shape(finding.message)].append(finding)
    found += [_of_template(group) for group in elsewhere.values()]
    return sorted(set(found))


def _place(page: Page, finding: Finding) -> tuple[int, int] | None:
    """Return line and column of what a finding is about, or None if the page does not say it."""
    if not finding.target:
        return (1, 1)
    for needle in _spellings(finding.target):
        if needle in page.source:
            return prose.position(page.source, needle)
    # Text that the build puts together, such as a reference: look for its label.
    for heading in page.headings:
        if heading.anchor == finding.target:
            return heading.line, heading.column
    return None


def _spellings(target: str) -> Iterator[str]:
    """Yield how an author may have written an address that the page shows."""
    yield target
    path, mark, fragment = target.partition("#")
    if path.endswith("/"):
        markdown = f"{path[:-1]}.md{mark}{fragment}"
        yield markdown
        # A page of the same folder is one step nearer in Markdown than in its published address.
        yield markdown.removeprefix("../")


def _shape(text: str) -> str:
    """Return a text with the way up taken off: a template writes it differently at every depth."""
    return re.sub(r"(?:\.\./)+|\./", "", text)


def _of_template(group: Sequence[Finding]) -> Problem:
    first = min(group)
    count = f" (on {len(group)} pages, first {first.place})" if len(group) > 1 else f" (seen in {first.place})"
    return Problem(path=TEMPLATES, rule=first.rule, message=first.message + count)
