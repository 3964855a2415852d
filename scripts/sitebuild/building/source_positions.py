"""Findings → problems where the author wrote them; a fault of a template is one problem, on however many pages."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ..linkcheck.address import without_dot_segments
from ..linkcheck.finding import Finding
from ..model.message import Message
from ..model.page import Page
from ..model.problem import Problem
from ..model.register_paths import TEMPLATES
from ..text import markdown_text


def problems(findings: Sequence[Finding], sources: Mapping[str, Page]) -> list[Problem]:
    """
    Return a problem for each finding, sorted.

    `sources` gives the page that each file was made from. What its text does
    not hold was put there by a template: that is reported once, with a count.
    """
    found: list[Problem] = []
    elsewhere: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        page = sources.get(finding.path)
        position = _position(page, finding) if page else None
        if page and position:
            line, column = position
            found.append(Problem(path=page.path, line=line, column=column, rule=finding.rule, message=finding.message))
        else:
            excerpt = without_dot_segments(finding.excerpt)
            message = Message(finding.message).changed(without_dot_segments)
            elsewhere[finding.rule, excerpt, message].append(finding)
    found += [_of_template(group) for group in elsewhere.values()]
    return sorted(set(found))


def names(finding: Finding, sources: Mapping[str, Page]) -> set[str]:
    """Return the files by which a finding is known: the one of the site, and the one that is reported."""
    page = sources.get(finding.path)
    return {finding.path, page.path if page and _position(page, finding) else TEMPLATES}


def _position(page: Page, finding: Finding) -> tuple[int, int] | None:
    """Return line and column of what a finding is about, or None if the page does not say it."""
    if not finding.excerpt:
        return (1, 1)
    # What stands on the page of a law comes out of the registers, not out of the lines that MkDocs is given.
    for needle in () if page.law else _spellings(finding.excerpt):
        if needle in page.source:
            return markdown_text.position(page.source, needle)
    # Text that the build puts together, such as a reference: look for its label.
    for heading in page.headings:
        if heading.anchor == finding.excerpt:
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


def _of_template(group: Sequence[Finding]) -> Problem:
    first = min(group)
    said, count = Message(first.message), len(group)
    if count == 1:
        message = Message("{message} (seen in {path})", message=said, path=first.path)
    else:
        message = Message("{message} (on {count} pages, first {path})", message=said, count=count, path=first.path)
    return Problem(path=TEMPLATES, rule=first.rule, message=message)
