"""What the browser gets at this moment: the last good pages, and what is to mend; safe to use from many threads."""

import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from ...model.message import Message
from ...model.problem import Problem
from .. import report, speech
from .order import Rebuilt, address

_MOST = 50
"""How many problems a page lists; a broken register has thousands, and the terminal lists all."""
_LOOKED_AT = 3
"""So many pages are shown before all others: each takes a moment of those who wait for another one."""


class State(TypedDict):
    """
    What an open page is told: whether to load itself again, and what to show at its top.

    `head` is a sentence, empty if nothing is to be said; `here` are lines about the page itself, `elsewhere` those
    about other files, and `rest` is a sentence about those.
    """

    changed: bool
    head: str
    here: list[str]
    rest: str
    elsewhere: list[str]


class Shown:
    """
    The folder of what is shown, what there is to mend, and a number that grows with every change.

    The numbers begin with the time, so that a page that was opened while another preview ran is known to be old.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._changed = threading.Condition()
        self._began = self._number = time.time_ns() // 1_000_000
        self._of_page: dict[str, int] = {}
        self._of_assets = self._began
        self._last = Rebuilt()
        self._over = False
        self._looked_at: list[str] = []

    def publish(self, made: Path, rebuilt: Rebuilt) -> None:
        """Show what was built into the folder `made`, and tell everybody who waits."""
        with self._changed:
            self._number += 1
            for name in rebuilt.changed:
                target = self.folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                (made / name).replace(target)
            for name in rebuilt.removed:
                (self.folder / name).unlink(missing_ok=True)
            for name in (*rebuilt.changed, *rebuilt.removed):
                if name.endswith(".html"):
                    self._of_page[address(name)] = self._number
                elif name.startswith("assets/"):
                    self._of_assets = self._number
            self._last = rebuilt
            self._changed.notify_all()

    def file(self, path: Path) -> tuple[int, bytes | None]:
        """Return the number of this moment, and what a file holds now; None if it is not there."""
        with self._changed:
            if path.suffix == ".html" and path.is_file():
                name = path.relative_to(self.folder).as_posix()
                self._looked_at = [name, *(each for each in self._looked_at if each != name)][:_LOOKED_AT]
            return self._number, path.read_bytes() if path.is_file() else None

    def looked_at(self) -> tuple[str, ...]:
        """Return the files of the pages that a browser has asked for last."""
        with self._changed:
            return tuple(self._looked_at)

    def state(self, page: str, loaded: int) -> State:
        """Return what a page is told; `page` is its path, `loaded` the number of the moment when it was loaded."""
        page = page.removesuffix("index.html")
        with self._changed:
            newest = max(self._of_page.get(page, self._began), self._of_assets)
            last = self._last
        source = last.sources.get(f"{page.removeprefix('/')}index.html", "")
        here = [problem for problem in last.problems if problem.path == source]
        others = [problem for problem in last.problems if problem.path != source]
        wrong = bool(report.errors(last.problems) or last.stopped)
        keeps = wrong and (not last.built or page in map(address, last.kept))
        return State(
            changed=newest > loaded,
            head=_head(here, last.stopped, keeps=keeps, wrong=wrong),
            here=[*speech.said(last.stopped).splitlines(), *_lines(here)],
            rest=_rest(others),
            elsewhere=_lines(others),
        )

    def wait(self, known: int, seconds: float) -> int | None:
        """Return the number once it is another one than `known`, or after so long; None when the preview ends."""
        with self._changed:
            self._changed.wait_for(lambda: self._over or self._number != known, seconds)
            return None if self._over else self._number

    def end(self) -> None:
        """Let nobody wait any longer."""
        with self._changed:
            self._over = True
            self._changed.notify_all()


def _head(here: Sequence[Problem], stopped: str, *, keeps: bool, wrong: bool) -> str:
    if stopped:
        message = Message("nothing could be built")
    elif here:
        # All of them are in the one file that the page is made from.
        message = Message("{summary} on this page", summary=report.summary(here, in_files=False))
    elif wrong:
        message = Message("something is to mend in other files")
    else:
        return ""
    said = speech.said(message)
    said = said[0].upper() + said[1:]
    if keeps:
        return speech.said(Message("{said}; you see the last good state of this page.", said=said))
    return speech.said(Message("{said}.", said=said))


def _rest(others: Sequence[Problem]) -> str:
    return speech.said(Message("{summary}: not on this page", summary=report.summary(others))) if others else ""


def _lines(problems: Sequence[Problem]) -> list[str]:
    lines = report.render(problems[:_MOST], "text").splitlines()
    if len(problems) <= _MOST:
        return lines
    return [*lines, speech.said(Message("… and {count} more: see the terminal", count=len(problems) - _MOST))]
