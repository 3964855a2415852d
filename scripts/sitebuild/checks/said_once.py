"""What says the same in many places, or of one address in many languages, becomes one problem with a count."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..model.content import Content
from ..model.problem import Problem

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
        address = each.message.partition("“")[2].partition("”")[0]
        for language in content.translations:
            address = address.removeprefix(language.prefix)
        groups.setdefault(address, []).append(each)
        if "#" not in address:
            pages.add(address)
    for address, found in groups.items():
        page, _, section = address.partition("#")
        if section and page in pages:
            continue
        first = next((each for each in found if f"“{address}”" in each.message), found[0])
        where = f" (in {len(found)} languages)" if len(found) > 1 else ""
        yield first._replace(message=first.message.replace("” was published", f"”{where} was published", 1))


def counted(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield what is said in many places once, with their number."""
    kept = list(problems)
    times = Counter((each.rule, each.message) for each in kept)
    said: set[tuple[str, str]] = set()
    for each in kept:
        what = (each.rule, each.message)
        here = [other.line for other in kept if other.path == each.path and (other.rule, other.message) == what]
        if times[what] == len(here) > 1 and each.rule in SLIPS:
            if what not in said:
                said.add(what)
                lines = ", ".join(map(str, dict.fromkeys(here[1:6])))
                yield each._replace(message=f"{each.message} (also in line {lines})")
        elif times[what] <= _MANY:
            yield each
        elif what not in said:
            said.add(what)
            files = len({other.path for other in kept if (other.rule, other.message) == what})
            yield each._replace(message=f"{each.message} (in {times[what]} places, {files} files)")
