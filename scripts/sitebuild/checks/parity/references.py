"""The laws, numbers and facts of a section are those of its original."""

from collections import Counter
from collections.abc import Iterator

from ...model.page import Link, Reference
from .section_pair import Difference, Pair, SectionText

CRITICAL = ("law", "channel", "phone", "fact")
"""Schemes whose targets a reader acts upon; terms and sites may be named more or less often."""


def differences(pair: Pair) -> Iterator[Difference]:
    """Yield references that one language has and the other lacks, and links alike."""
    theirs, ours = _references(pair.original), _references(pair.translation)
    wanted, given = Counter(name for name, _ in theirs), Counter(name for name, _ in ours)
    for name in given - wanted:
        place = next(reference for found, reference in reversed(ours) if found == name)
        message = f"({name}) is not in this section of {pair.original.page.path} (line {pair.original.section.line})"
        yield Difference(line=place.line, column=place.column, rule="reference-differs", subject=name, message=message)
    for name in wanted - given:
        line = next(reference.line for found, reference in reversed(theirs) if found == name)
        message = f"({name}) stands in {pair.original.page.path} line {line} and is missing here"
        yield Difference(line=pair.translation.section.line, rule="reference-differs", subject=name, message=message)
    yield from _foreign(pair, set(wanted))
    yield from _links(pair)


def _references(half: SectionText) -> list[tuple[str, Reference]]:
    """Return the critical references in the page's own language, one for each article."""
    return [
        (name, reference)
        for reference in half.page.references
        if reference.line in half.range and reference.language in ("", half.page.language)
        for name in _names(reference)
    ]


def _names(reference: Reference) -> list[str]:
    scheme = "phone" if reference.scheme == "channel" else reference.scheme
    if reference.scheme not in CRITICAL:
        return []
    return [f"{scheme}:{reference.key}{f'/{part}' if part else ''}" for part in reference.parts or ("",)]


def _foreign(pair: Pair, wanted: set[str]) -> Iterator[Difference]:
    """Yield references in the words of another language that the original does not know."""
    for reference in pair.translation.page.references:
        if reference.line not in pair.translation.range or reference.language in ("", pair.translation.page.language):
            continue
        for name in _names(reference):
            if name not in wanted and not any(each.startswith(f"{name}/") for each in wanted):
                message = f"({name}) is not in this section of {pair.original.page.path}"
                yield Difference(
                    line=reference.line,
                    column=reference.column,
                    rule="reference-differs",
                    subject=name,
                    message=message,
                )


def _links(pair: Pair) -> Iterator[Difference]:
    """Yield links and sites that only one language has; a page may be linked more often."""
    theirs, ours = _targets(pair.original), _targets(pair.translation)
    for target in ours.keys() - theirs.keys():
        message = f"the original of this section does not link to “{target}”"
        yield Difference(line=ours[target], rule="link-differs", subject=target, message=message, severity="note")
    for target in theirs.keys() - ours.keys():
        message = f"{pair.original.page.path} line {theirs[target]} links to “{target}”, this section does not"
        line = pair.translation.section.line
        yield Difference(line=line, rule="link-differs", subject=target, message=message, severity="note")


def _targets(half: SectionText) -> dict[str, int]:
    links: list[Link] = [link for link in half.page.links if link.line in half.range]
    sites = [each for each in half.page.references if each.scheme == "site" and each.line in half.range]
    return {link.target: link.line for link in links} | {f"site:{each.target}": each.line for each in sites}
