"""
The weekly look at external links: visits them, and keeps the ledger of their answers in its file.

Together with visitor, this is the only module of the package that uses the network.
"""

import asyncio
import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from ...model.message import Message
from ...model.problem import ToolError
from . import link_ledger
from .link_ledger import Ledger, Visit
from .visitor import Limits, Timing, Visitor


def visit(
    urls: Sequence[str],
    limits: Limits | None = None,
    timing: Timing | None = None,
    on_visit: Callable[[Visit], None] | None = None,
) -> list[Visit]:
    """
    Visit each distinct web address once, and return what they answered, sorted by address.

    What is no http or https address is passed over, and fragments are left
    out. `on_visit` is called with each visit as soon as it is made. An address
    that does not answer is a visit with a fault, never an error.
    """
    distinct = sorted(filter(link_ledger.is_visited, {link_ledger.address(url) for url in urls}))
    visitor = Visitor(limits or Limits(), timing or Timing(), on_visit or (lambda _: None))
    return sorted(asyncio.run(visitor.visit_all(distinct)), key=lambda made: made.url)


def visit_and_record(
    path: Path, urls: Sequence[str], today: date, limits: Limits | None = None, timing: Timing | None = None
) -> Ledger:
    """
    Visit the addresses, and bring the ledger in the file at `path` up to date; return it.

    `urls` are all external links of the site: a link that is not among them
    any more leaves the ledger. The file is replaced every few seconds, so a
    run that is killed leaves an intact ledger with most of its visits. Raises
    ToolError if the file is damaged, or cannot be read or written.
    """
    limits, timing = limits or Limits(), timing or Timing()
    ledger = link_ledger.keep(link_ledger.read(_text(path), str(path)), urls)
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
        raise ToolError(
            Message(
                "{path} cannot be written ({strerror}); make its folder writable", path=path, strerror=error.strerror
            )
        ) from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise ToolError(
            Message("{path} cannot be read ({error}); type “git checkout -- {path}”", path=path, error=error)
        ) from error
