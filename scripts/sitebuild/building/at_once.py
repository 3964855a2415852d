"""
One task on several items at once, in forked processes.

Each process ends as soon as nothing waits to be done: a pool would keep it, with all that it holds in memory, until the
last item is done.
"""

import contextlib
import multiprocessing
import os
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import TypeVar

from ..memo import two_processes, with_parent

Item = TypeVar("Item")
Result = TypeVar("Result")


def run(
    number: int, task: Callable[[Item], Result], items: Sequence[Item], meanwhile: Callable[[], object]
) -> list[Result]:
    """
    Return what `task` returns for each of at most 255 items, worked out by so many processes.

    They are forked, so they know all that this one does; `meanwhile` is called in this one. What a process that was
    killed leaves undone is done here.
    """
    context = multiprocessing.get_context("fork")
    waiting = _places(len(items))
    workers = []
    try:
        for _ in range(min(number, len(items))):
            receiver, sender = context.Pipe(duplex=False)
            worker = context.Process(target=_work, args=(waiting, sender, task, items))
            worker.start()
            sender.close()
            workers.append((worker, receiver))
        with two_processes.all_at_work():
            meanwhile()
        results: dict[int, Result] = {}
        for _, receiver in workers:
            # A process that ends has no more to say.
            with contextlib.suppress(EOFError):
                while True:
                    place, result = receiver.recv()
                    results[place] = result
    finally:
        os.close(waiting)
        for worker, receiver in workers:
            receiver.close()
            # It has ended by now, unless something else failed.
            worker.terminate()
            worker.join()
    return [results[place] if place in results else task(item) for place, item in enumerate(items)]


def _places(number: int) -> int:
    """Return a file that gives each process that reads a byte another place below `number`, and then nothing."""
    reader, writer = os.pipe()
    os.write(writer, bytes(range(number)))
    os.close(writer)
    return reader


def _work(waiting: int, sender: Connection, task: Callable[[Item], Result], items: Sequence[Item]) -> None:
    with_parent.end()
    while taken := os.read(waiting, 1):
        sender.send((taken[0], task(items[taken[0]])))
    sender.close()
