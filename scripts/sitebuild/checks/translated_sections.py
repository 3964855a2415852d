"""Rule: a translated page has the path of a source page, and the same sections in the same order."""

from collections.abc import Iterator, Sequence

from ..model.content import Content
from ..model.message import Message
from ..model.page import Heading, Page
from ..model.problem import Problem
from ..translation import section_age

_LISTED = 4
"""So many ids a message lists; more are not read."""


def check(content: Content) -> Iterator[Problem]:
    """
    Report translations without a source page, and sections that are missing, unknown, moved or of another level.

    What only the source has changed since is a note: somebody who writes one language need not write the others.
    """
    yield from check_names(content)
    yield from check_pages(content)


def check_names(content: Content) -> Iterator[Problem]:
    """Report translations without a source page."""
    for language in content.translations:
        for page in content.pages_in(language.code):
            original = content.page(content.source_language.code, page.name)
            if original is None and (moved := section_age.renamed_source(content, page)):
                new = f"docs/{language.code}/{moved.name}"
                message = Message(
                    "{path} belongs to {moved_path} now; move it to {new}",
                    path=page.path,
                    moved_path=moved.path,
                    new=new,
                )
                yield Problem(path=page.path, rule="translation-moved", message=message)
            elif original is None:
                message = Message(
                    "there is no docs/{code}/{name}; write that page first, or correct this file's name",
                    code=content.source_language.code,
                    name=page.name,
                )
                yield Problem(path=page.path, rule="translation-without-original", message=message)


def check_pages(content: Content) -> Iterator[Problem]:
    """Report sections that are missing, unknown, moved or of another level."""
    for language in content.translations:
        for page in content.pages_in(language.code):
            if original := content.page(content.source_language.code, page.name):
                yield from _sections(page, original)


def _sections(page: Page, original: Page) -> Iterator[Problem]:
    ours, theirs = _anchored(page), _anchored(original)
    our_ids, their_ids = [heading.anchor for heading in ours], [heading.anchor for heading in theirs]
    for heading in ours:
        if heading.anchor not in their_ids:
            listed = _list([each for each in their_ids if each not in our_ids] or their_ids)
            message = Message(
                "#{anchor} is not a section of {path}; its sections are {theirs}",
                anchor=heading.anchor,
                path=original.path,
                theirs=listed,
            )
            yield Problem.at(page.path, heading, "section-unknown-in-source", message)
    not_yet = {section.anchor for section in section_age.not_yet(page, original)}
    yield from (
        _missing(page, original, heading, is_new=heading.anchor in not_yet)
        for heading in theirs
        if heading.anchor not in our_ids
    )
    yield from _order(page, original)
    changed = {section.key for section in section_age.older(page, original)}
    for mine in ours:
        twin = next((heading for heading in theirs if heading.anchor == mine.anchor), None)
        if twin and (twin.level, twin.classes) != (mine.level, mine.classes):
            message = Message(
                "{path} line {line} has “{signs} … {attributes}”; write the same",
                path=original.path,
                line=twin.line,
                signs="#" * twin.level,
                attributes=_attributes(twin),
            )
            # Whoever changes a heading in one language need not know the others; the section is older by it.
            yield Problem.at(page.path, mine, "section-differs", message)._replace(
                severity="note" if mine.anchor in changed else "error"
            )


def _missing(page: Page, original: Page, heading: Heading, *, is_new: bool) -> Problem:
    """Return that a section is missing: a note if nobody has translated it yet, an error if it has been lost."""
    given = {"anchor": heading.anchor or "", "path": original.path, "line": heading.line}
    message = (
        Message(
            "the section #{anchor} of {path} (line {line}) is not translated yet; readers are led to the original",
            **given,
        )
        if is_new
        else Message("the section #{anchor} of {path} (line {line}) is missing; translate it", **given)
    )
    return Problem(path=page.path, rule="section-missing", message=message, severity="note" if is_new else "error")


def _order(page: Page, original: Page) -> Iterator[Problem]:
    shared = {heading.anchor for heading in _anchored(page)} & {heading.anchor for heading in _anchored(original)}
    ours = [heading for heading in _anchored(page) if heading.anchor in shared]
    our_ids = [heading.anchor for heading in ours]
    their_ids = [heading.anchor for heading in _anchored(original) if heading.anchor in shared]
    if our_ids == their_ids or len(ours) < len(_anchored(page)):
        return
    place = next(place for place, pair in enumerate(zip(our_ids, their_ids, strict=True)) if pair[0] != pair[1])
    message = Message(
        "the sections stand in another order than in {path}: {theirs}",
        path=original.path,
        theirs=_list(their_ids[place:]),
    )
    # A translation in the order that its source had when it was made is none the worse for another order there.
    was = [anchor for anchor in section_age.order_at_translation(page) if anchor in shared]
    yield Problem.at(page.path, ours[place], "section-order", message)._replace(
        severity="note" if was == our_ids else "error"
    )


def _anchored(page: Page) -> list[Heading]:
    return [heading for heading in page.headings if heading.anchor]


def _attributes(heading: Heading) -> str:
    return "{" + " ".join([f"#{heading.anchor}", *(f".{name}" for name in heading.classes)]) + "}"


def _list(anchors: Sequence[str | None]) -> list[str] | Message:
    """Return the first of some ids as a message lists them."""
    more = ["…"] if len(anchors) > _LISTED else []
    return [*(f"#{anchor}" for anchor in anchors[:_LISTED]), *more] or Message("none")
