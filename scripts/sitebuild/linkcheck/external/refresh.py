"""
The weekly look at external links: visits them, and keeps their ledger in its file.

With link_visitor, the only module of the package that goes to the network.
"""

import asyncio
import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from ...model.problem import ToolError
from . import link_ledger
from .link_ledger import Ledger, Visit
from .visitor import Limits, Timing, Visitor


def visit(
    urls: Sequence[str],
    limits: Limits | None = None,
    timing: Timing | None = None,
    seen: Callable[[Visit], None] | None = None,
) -> list[Visit]:
    """
    Visit each distinct web address once, and return what they answered, sorted by address.

    What is no http or https address is passed over, and fragments are left
    out. `seen` is called with each visit as soon as it is made.
    """
    distinct = sorted(filter(link_ledger.is_visited, {link_ledger.address(url) for url in urls}))
    visitor = Visitor(limits or Limits(), timing or Timing(), seen or (lambda _: None))
    return sorted(asyncio.run(visitor.all(distinct)), key=lambda made: made.url)


def refresh(
    path: Path, urls: Sequence[str], today: date, limits: Limits | None = None, timing: Timing | None = None
) -> Ledger:
    """
    Visit the addresses, and bring the ledger in the file up to date; return it.

    The file is replaced every few seconds, so a run that is killed leaves
    an intact ledger with most of its visits. Links that are in no page any
    more leave it. Raises ToolError if the file is damaged or not writable.
    """
    limits, timing = limits or Limits(), timing or Timing()
    ledger = link_ledger.keep(link_ledger.read(_text(path)), urls)
    saved_at = timing.clock()

    def note(made: Visit) -> None:
        nonlocal ledger, saved_at
        ledger = link_ledger.update(ledger, [made], today)
        if timing.clock() - saved_at >= limits.save_every:
            save(path, ledger)
            saved_at = timing.clock()

    try:
        visit(urls, limits, timing, note)
    finally:
        save(path, ledger)
    return ledger


def save(path: Path, ledger: Ledger) -> None:
    """Replace the file of the ledger in one step: whoever reads it finds the old text or the new one."""
    beside = path.with_name(f".{path.name}.new")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            file.write(link_ledger.render(ledger))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise ToolError(f"{path} cannot be written ({error.strerror}); make its folder writable") from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise ToolError(f"{path} cannot be read ({error}); type “git checkout -- {link_ledger.PATH}”") from error
