"""
The process that builds for the preview.

It is not the process that serves, for three reasons: a process with threads cannot be forked safely, as a build of
all languages at once wants it; changed code takes a new process; and what goes wrong in a build ends no server. It
imports the build only when it is asked for one, so that even code that cannot be read is reported in words.
"""

import contextlib
import multiprocessing
import os
import re
import signal
import threading
import traceback
from collections.abc import Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Self

from ...model.message import Message
from ...model.problem import ToolError
from .order import Order, Rebuilt

_LOOK_SECONDS = 0.2
"""How often it is looked whether the process is still there; Ctrl-C waits no longer on any system."""
_TRACED = '  File "'
_PLACE = re.compile(r' +File "(?![/\\<]|[A-Za-z]:)')
"""A line of a traceback about a file that stands below the root, whose path is left out."""
_DIED = Message("the process that builds has ended before it was done; save again to try once more")


class Worker:
    """Builds in a process of its own, which is started when it is needed and ended with all that it has started."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start the process, so that it is ready when something is saved."""
        # No thread of the server may be copied into it, so it is not forked.
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs,), name="preview")
        with _uninterrupted():
            self._process.start()
        theirs.close()

    def ask(self, order: Order) -> Iterator[Rebuilt]:
        """Yield what comes of an order: early answers, and the last; a process that dies meanwhile is replaced."""
        if not self._process:
            self.start()
        try:
            yield from self._answers(order)
        except (EOFError, OSError):
            self.stop()
            yield Rebuilt(stopped=_DIED)

    def stop(self) -> None:
        """End the process at once, whatever it does."""
        process, self._process = self._process, None
        pipe, self._pipe = self._pipe, None
        if pipe:
            pipe.close()
        if process and process.pid:
            try:
                # With the processes that build the languages: they are a group of their own.
                os.killpg(process.pid, signal.SIGKILL)
            except (AttributeError, OSError):
                process.kill()
            process.join()

    def _answers(self, order: Order) -> Iterator[Rebuilt]:
        assert self._pipe is not None, "a started process has a pipe"  # noqa: S101
        assert self._process is not None, "a started process is one"  # noqa: S101
        self._pipe.send(order)
        is_early = True
        while is_early:
            while not self._pipe.poll(_LOOK_SECONDS):
                if not self._process.is_alive() and not self._pipe.poll():
                    raise EOFError
            answer = self._pipe.recv()
            assert isinstance(answer, Rebuilt), "the process answers as it was asked"  # noqa: S101
            yield answer
            is_early = answer.early


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let a new process begin without Ctrl-C: it is this one that is interrupted, and ends the other."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _work(pipe: Connection) -> None:
    """Answer orders until nobody is there to give one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "setsid"):
        os.setsid()
    with contextlib.suppress(EOFError, OSError):
        while True:
            for result in _results(pipe.recv()):
                pipe.send(result)
            _make_ready(pipe)


def _results(order: Order) -> Iterator[Rebuilt]:
    try:
        from .rebuild import rebuild  # noqa: PLC0415 - its code may be what is wrong

        yield from rebuild(order)
    except ToolError as error:
        yield Rebuilt(stopped=_told(Message(error), order.root))
    except Exception:  # noqa: BLE001 - whatever goes wrong is told, and the preview goes on
        yield Rebuilt(stopped=_told(Message("the build failed:\n{trace}", trace=traceback.format_exc()), order.root))


def _make_ready(pipe: Connection) -> None:
    """While nobody waits, make ready what the next order will want."""
    with contextlib.suppress(Exception):  # what is wrong is told when it is built
        from .rebuild import make_ready  # noqa: PLC0415 - the same

        steps = make_ready()
        while not pipe.poll() and next(steps, None):
            pass


def _told(said: Message, root: Path) -> str:
    """Return a message with what a tool said in it told in short; ours stays one that any language can say."""
    if not said.values:
        return in_short(said, root)
    return said.changed(lambda value: in_short(f"…\n{value}", root).partition("\n")[2])


def in_short(said: str, root: Path) -> str:
    """Return what a tool said; of a traceback its first line, the last place that is in a file of ours, and its end."""
    lines = said.replace(f"{root}{os.sep}", "").strip().splitlines()
    own = [line.strip() for line in lines if _PLACE.match(line)]
    return "\n".join([lines[0], *own[-1:], lines[-1]]) if _TRACED in said else "\n".join(lines)
