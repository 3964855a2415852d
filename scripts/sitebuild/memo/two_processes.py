"""Much that is not known yet is worked out by two processes, where there are two cores."""

import contextlib
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from typing import TypeVar, cast

from . import with_parent
from .store import Table

Item = TypeVar("Item")
Result = TypeVar("Result")

_FEWEST = 48
"""Below this number a second process costs more than it saves."""
_at_work = False
"""Whether other processes of ours use the cores."""


def work(each: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]) -> list[Result]:
    """
    Return what `each` returns for items, one result an item in their order; two processes do every other one.

    The second process is forked, so it knows all that this one does. `each` is called once, with all items, where a
    process cannot be forked: on Windows, with one core, and safely not beside other threads; and where all cores are at
    work already.
    """
    if len(items) < _FEWEST or _at_work or not can_fork() or cores() < 2:  # noqa: PLR2004 - two
        return each(items)
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_send, args=(sender, each, items[1::2]))
    child.start()
    sender.close()
    mine = each(items[::2])
    try:
        theirs: list[Result] = receiver.recv()
    except EOFError:
        # It ended without a word, killed or out of memory.
        theirs = each(items[1::2])
    child.join()
    results: list[Result] = [*mine, *theirs]
    results[::2], results[1::2] = mine, theirs
    return results


def remembered(
    table: Table, keys: Sequence[bytes], each: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]
) -> list[Result]:
    """
    Return what `each` returns for items, of which a table knows some by their keys; the others are worked out.

    An item with an empty key, which stands for not knowing what its result depends on, is worked out each time.
    """
    results = [table.get(key) if key else None for key in keys]
    unknown = [number for number, result in enumerate(results) if result is None]
    if not unknown:
        # Even to look at no item, patterns and tables would be prepared.
        return cast(list[Result], results)
    for number, result in zip(unknown, work(each, [items[number] for number in unknown]), strict=True):
        results[number] = result
        if keys[number]:
            table.put(keys[number], result)
    return cast(list[Result], results)


def _send(sender: Connection, each: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]) -> None:
    with_parent.end()
    # Whatever fails here fails in the first process too, which then does this part itself, and says why.
    with contextlib.suppress(Exception):
        sender.send(each(items))
    sender.close()


@contextlib.contextmanager
def all_at_work() -> Iterator[None]:
    """Begin no second process inside: others of ours use the cores."""
    global _at_work  # noqa: PLW0603 - cores belong to the whole process
    before, _at_work = _at_work, True
    try:
        yield
    finally:
        _at_work = before


def can_fork() -> bool:
    """Tell whether this process can be forked: not on Windows, and not safely beside other threads."""
    return hasattr(os, "fork") and threading.active_count() == 1


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
