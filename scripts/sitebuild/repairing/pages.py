"""
Mends a page as its rules say, where they say it in one way only, and says which line became what.

A repair holds only if the rule is content afterwards and no rule finds more than before: what would trade one slip for
another is left to a person.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..checks import chinese_typography, markup
from ..model.content import Content, Language
from ..model.message import Message
from ..model.page import Page
from ..model.problem import Problem
from ..reading import markdown_page
from . import chinese, in_lines, line_signs
from .line_repair import Repair

_REPAIRS: Mapping[tuple[str, str], Repair] = {**line_signs.REPAIRS, **in_lines.REPAIRS, **chinese.REPAIRS}
REPAIRED = tuple(_REPAIRS)
"""What can be repaired: the name of a rule, and what it says."""
_MOST = 5_000
"""So many repairs are tried on a page: no slip can keep a repair busy for ever."""


@dataclass(frozen=True, kw_only=True)
class Mended:
    """A line, by its number in the file as it was, what it became, and the rule that asked for it."""

    line: int
    rule: str
    before: str
    after: Sequence[str]


@dataclass(frozen=True)
class _Lines:
    """The lines of a page on their way, and the number that each had in the file."""

    texts: tuple[str, ...]
    numbers: tuple[int, ...]

    def with_lines(self, place: int, lines: Sequence[str]) -> "_Lines":
        number = self.numbers[place]
        return _Lines(
            (*self.texts[:place], *lines, *self.texts[place + 1 :]),
            (*self.numbers[:place], *[number] * len(lines), *self.numbers[place + 1 :]),
        )


def mend(page: Page) -> tuple[str, list[Mended]]:
    """Return the text of a page with its slips mended, and what was; the text as it was if there is nothing to mend."""
    texts = page.source.split("\n")
    lines = _Lines(tuple(texts), tuple(range(1, len(texts) + 1)))
    faults = _faults(page)
    tried: set[tuple[Problem, str]] = set()
    changed: dict[int, str] = {}
    while len(tried) < _MOST and (step := _step(page, lines, faults, tried)):
        problem, lines, page, faults = step
        changed.setdefault(lines.numbers[problem.line - 1], problem.rule)
    was = dict(enumerate(texts, start=1))
    return "\n".join(lines.texts), [
        Mended(line=number, rule=rule, before=was[number], after=_now(lines, number))
        for number, rule in sorted(changed.items())
    ]


def _now(lines: _Lines, number: int) -> list[str]:
    return [text for text, each in zip(lines.texts, lines.numbers, strict=True) if each == number]


def _step(
    page: Page, lines: _Lines, faults: Sequence[Problem], tried: set[tuple[Problem, str]]
) -> tuple[Problem, _Lines, Page, list[Problem]] | None:
    """Return the problem that the next repair has mended, and what is there after it; None if no repair is left."""
    for problem in faults:
        place = problem.line - 1
        known = problem, lines.texts[place]
        if known in tried:
            continue
        tried.add(known)
        for repair in _repairs(problem):
            written = repair(lines.texts[place], problem.column - 1)
            if written is None:
                continue
            after = lines.with_lines(place, written)
            reread = _read(page, "\n".join(after.texts))
            left = _faults(reread)
            if _holds(problem, faults, left, shift=len(written) - 1):
                return problem, after, reread, left
    return None


def _holds(problem: Problem, before: Sequence[Problem], after: Sequence[Problem], *, shift: int) -> bool:
    counts, left = _count(before), _count(after)
    gone = problem not in after and problem._replace(line=problem.line + shift) not in after
    return gone and all(left[rule] <= counts[rule] for rule in left)


def _count(problems: Sequence[Problem]) -> Counter[str]:
    return Counter(problem.rule for problem in problems)


def _repairs(problem: Problem) -> Iterator[Repair]:
    for said in _said(problem.message):
        if repair := _REPAIRS.get((problem.rule, said)):
            yield repair


def _said(message: object) -> Iterator[str]:
    """Yield what a message says: its template, and those of the messages in it."""
    if isinstance(message, Message):
        yield message.template
        for value in message.values.values():
            yield from _said(value) if isinstance(value, Message) else ()
    elif isinstance(message, str):
        yield message


def _read(page: Page, text: str) -> Page:
    return markdown_page.read(page.path, page.language, page.name, text)[0]


def _faults(page: Page) -> list[Problem]:
    """Return the problems of a page for which there may be a repair, in the order of its lines."""
    alone = Content(languages=(Language(code=page.language, name="", is_source=True),), pages=(page,))
    _, unread = markdown_page.read(page.path, page.language, page.name, page.source)
    found = {*unread, *markup.check(alone)}
    if page.language == "zh":
        found.update(chinese_typography.check_pages(alone))
    return sorted(found)
