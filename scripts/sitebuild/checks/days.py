"""Rule: nothing was looked at, changed or issued on a day that has not come yet."""

from collections.abc import Iterator
from datetime import date, timedelta

from ..model import register_paths
from ..model.content import Content
from ..model.message import Message
from ..model.problem import Problem

EARLIEST = date(1949, 10, 1)
"""No text that the handbook cites was issued before."""
_AHEAD = timedelta(days=1)
"""How far the author's calendar may be ahead of this machine's."""


def check(content: Content, today: date) -> Iterator[Problem]:
    """Report days in the future, and laws older than the state that issued them."""
    latest = today + _AHEAD
    for page in content.written.pages:
        day = page.front_matter.day("reviewed")
        # A page from before the handbook was begun is a slip of a year.
        if day and (day > latest or day < _BEGUN):
            yield _wrong(page.path, page.front_matter.line("reviewed"), "reviewed", day)
        for changed, _ in page.front_matter.days("changes"):
            if changed > latest:
                yield _wrong(page.path, page.front_matter.line("changes", changed.isoformat()), "changes", changed)
    yield from _of_registers(content, latest)


_BEGUN = date(2020, 1, 1)


def _of_registers(content: Content, latest: date) -> Iterator[Problem]:
    for register in register_paths.NAMES:
        path = register_paths.value_path(register)
        for key, entry in getattr(content.registers, register).items():
            for name in ("checked", "live_checked", "issued"):
                day = getattr(entry, name, None)
                least = EARLIEST if name == "issued" else _BEGUN
                if day and not least <= day <= latest:
                    line = content.registers.lines.get((path, f"{key}.{name}"), 1)
                    yield _wrong(path, line, f"{key}.{name}", day)


def _wrong(path: str, line: int, name: str, day: date) -> Problem:
    when = Message("in the future") if day > _BEGUN else Message("too long ago")
    return Problem(
        path=path,
        line=line,
        rule="day-impossible",
        message=Message("{name}: {day} is {when}; write the right day", name=name, day=day, when=when),
    )
