"""Compares references: a section and its translation must refer to the same laws, channels and facts."""

from collections import Counter
from collections.abc import Iterator

from ...model.message import Message
from ...model.page import Link, Reference
from .section_pair import Difference, Pair, SectionText

CRITICAL = ("law", "channel", "phone", "fact")
"""The schemes that are compared; terms and sites may occur more or less often in a translation."""


def differences(pair: Pair) -> Iterator[Difference]:
    """Yield references that only one of the two sections has, and, as notes, links that only one has."""
    theirs, ours = _references(pair.original), _references(pair.translation)
    wanted, given = Counter(name for name, _ in theirs), Counter(name for name, _ in ours)
    for name in given - wanted:
        extra = next(reference for found, reference in reversed(ours) if found == name)
        message = Message(
            "({name}) is not in this section of {path} (line {line})",
            name=name,
            path=pair.original.page.path,
            line=pair.original.section.line,
        )
        yield Difference(line=extra.line, column=extra.column, rule="reference-differs", subject=name, message=message)
    for name in wanted - given:
        line = next(reference.line for found, reference in reversed(theirs) if found == name)
        message = Message(
            "({name}) stands in {path} line {line} and is missing here",
            name=name,
            path=pair.original.page.path,
            line=line,
        )
        other = next((extra for extra in given - wanted if extra.partition(":")[0] == name.partition(":")[0]), "")
        yield Difference(
            line=pair.translation.section.line, rule="reference-differs", subject=name, message=message, other=other
        )
    yield from _foreign(pair, set(wanted))
    yield from _links(pair)


def _references(section: SectionText) -> list[tuple[str, Reference]]:
    """Return (name, reference) of the compared references in the page's own language, one for each article."""
    return [
        (name, reference)
        for reference in section.page.references
        if reference.line in section.range and reference.language in ("", section.page.language)
        for name in _names(reference)
    ]


def _names(reference: Reference) -> list[str]:
    """Return the compared names of a reference, such as `law:pipl/47`; a channel has the name of its phone."""
    scheme = "phone" if reference.scheme == "channel" else reference.scheme
    if reference.scheme not in CRITICAL:
        return []
    return [f"{scheme}:{reference.key}{f'/{part}' if part else ''}" for part in reference.parts or ("",)]


def _foreign(pair: Pair, wanted: set[str]) -> Iterator[Difference]:
    """Yield references with a suffix such as `@zh` whose entry the source section does not refer to."""
    for reference in pair.translation.page.references:
        if reference.line not in pair.translation.range or reference.language in ("", pair.translation.page.language):
            continue
        for name in _names(reference):
            if name not in wanted and not any(each.startswith(f"{name}/") for each in wanted):
                message = Message("({name}) is not in this section of {path}", name=name, path=pair.original.page.path)
                yield Difference(
                    line=reference.line,
                    column=reference.column,
                    rule="reference-differs",
                    subject=name,
                    message=message,
                )


def _links(pair: Pair) -> Iterator[Difference]:
    """Yield, as notes, targets of links and sites that only one of the two sections has."""
    theirs, ours = _targets(pair.original), _targets(pair.translation)
    for target in ours.keys() - theirs.keys():
        message = Message("the original of this section does not link to “{target}”", target=target)
        yield Difference(line=ours[target], rule="link-differs", subject=target, message=message, severity="note")
    for target in theirs.keys() - ours.keys():
        message = Message(
            "{path} line {theirs} links to “{target}”, this section does not",
            path=pair.original.page.path,
            theirs=theirs[target],
            target=target,
        )
        line = pair.translation.section.line
        yield Difference(line=line, rule="link-differs", subject=target, message=message, severity="note")


def _targets(section: SectionText) -> dict[str, int]:
    """Return the line of each target of a link or site."""
    links: list[Link] = [link for link in section.page.links if link.line in section.range]
    sites = [each for each in section.page.references if each.scheme == "site" and each.line in section.range]
    return {link.target: link.line for link in links} | {f"site:{each.target}": each.line for each in sites}
