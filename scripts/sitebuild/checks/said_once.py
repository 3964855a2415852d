"""What says the same in many places, or of one address in many languages, becomes one problem with a count."""

from collections.abc import Iterable, Iterator, Sequence

from ..model.content import Content
from ..model.message import Message
from ..model.message import counted as in_number
from ..model.problem import Problem
from . import gone_sections

SLIPS = (
    "character-invisible",
    "markup-foreign",
    "markup-full-width",
    "markup-spacing",
    "markup-unknown",
    "html-forbidden",
    "box-malformed",
    "table-malformed",
    "markup-empty-line",
    "markup-indent",
    "markup-unclosed",
    "words-untranslated",
)
"""Slips of markup; of several in a line the first of these is reported."""
_MANY = 3
"""Up to so many places are reported one by one."""


def addresses(content: Content, problems: Sequence[Problem]) -> Iterator[Problem]:
    """Yield one problem for a page or section whose addresses are gone in several languages."""
    groups: dict[str, list[Problem]] = {}
    pages: set[str] = set()
    for each in problems:
        if each.rule != "url-removed":
            yield each
            continue
        address = each.named("address")
        for language in content.translations:
            address = address.removeprefix(language.prefix)
        groups.setdefault(address, []).append(each)
        if "#" not in address:
            pages.add(address)
    for address, found in groups.items():
        page, _, section = address.partition("#")
        if section and page in pages:
            continue
        first = next((each for each in found if each.named("address") == address), found[0])
        if len(found) > 1 and isinstance(first.message, Message):
            message = Message(
                "“{address}” (in {languages} languages) was published and is gone: put it back, or add a line "
                "“{address}: {{to: …, since: …, reason: …}}” to {redirects}",
                languages=len(found),
                **first.message.values,
            )
            first = first._replace(message=message)
        yield first


def links(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Yield one problem for many links to the same page that is not there, with their number."""
    leading: dict[str, list[Problem]] = {}
    for each in problems:
        if each.rule == "link-broken":
            leading.setdefault(gone_sections.page(each), []).append(each)
    for each in problems:
        same = leading.get(gone_sections.page(each), []) if each.rule == "link-broken" else []
        if len(same) <= _MANY:
            yield each
        elif each == same[0]:
            files = len({other.path for other in same})
            yield each._replace(
                message=in_number(
                    files,
                    "{message} ({links} links lead there, in this file)",
                    "{message} ({links} links lead there, in {number} files)",
                    message=Message(each.message),
                    links=len(same),
                )
            )


def counted(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield what is said in many places once, with their number."""
    places: dict[tuple[str, str], list[Problem]] = {}
    for each in problems:
        places.setdefault((each.rule, each.message), []).append(each)
    for same in places.values():
        first, files = same[0], {each.path for each in same}
        if first.rule in SLIPS and len(files) == 1 < len(same):
            lines = [*dict.fromkeys(str(each.line) for each in same[1:6])]
            yield first._replace(
                message=Message("{message} (also in line {lines})", message=Message(first.message), lines=lines)
            )
        elif len(same) <= _MANY:
            yield from same
        else:
            yield first._replace(
                message=in_number(
                    len(files),
                    "{message} (in {places} places, {number} file)",
                    "{message} (in {places} places, {number} files)",
                    message=Message(first.message),
                    places=len(same),
                )
            )
