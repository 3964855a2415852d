"""What the command `edit` does: shows the handbook on this machine, and again whatever of it is saved."""

import argparse
import contextlib
import signal
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ..model.message import Message, counted
from ..model.problem import ToolError
from ..reading import mkdocs_config
from . import report, speech
from . import server as site_server
from .options import ExitCode
from .preview import server as preview_server
from .preview.order import Order, Rebuilt, address
from .preview.shown import Shown
from .preview.watcher import Watcher
from .preview.worker import Worker

_CODE = "scripts/"
_OWN_CODE = ("scripts/build.py", "scripts/sitebuild/cli/")
_ENDING = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""What ends the command; Windows has no SIGHUP."""
_MOST = 5
"""How many pages and files are named in one line."""


def run(root: Path, options: argparse.Namespace) -> ExitCode:
    """
    Build the site at `root` into a temporary folder, serve it, and build again what is saved, until Ctrl-C.

    KeyboardInterrupt ends it, and leaves nothing behind; a second one changes nothing of that. Raises ToolError if the
    port is taken, or files cannot be watched or written. A language that mkdocs.yml does not name is wrong usage.
    """
    known = [language.code for language in mkdocs_config.load(root).languages]
    if unknown := next((code for code in options.languages if code not in known), ""):
        speech.note(
            "mkdocs.yml has no language “{code}”, only {known}; to begin it, type: "
            "python scripts/build.py new-language {code}",
            code=unknown,
            known=known,
        )
        return ExitCode.USAGE
    try:
        _show(root, options)
    except BrokenPipeError:
        # Whoever read what is printed has gone.
        raise
    except OSError as error:
        raise ToolError(Message("the preview cannot write its files ({error})", error=error)) from error
    return ExitCode.CLEAN


def _show(root: Path, options: argparse.Namespace) -> None:
    with _ended_by_signals(), tempfile.TemporaryDirectory(prefix="preview-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        order = Order(
            root=root,
            made=folder / "made",
            early=folder / "early",
            shown=folder / "shown",
            today=options.today,
            languages=tuple(options.languages),
        )
        order.shown.mkdir()
        shown = Shown(order.shown)
        with _served(shown, options.port) as place, Worker() as worker, Watcher(root) as watcher:
            speech.tell("building everything once; this takes a few seconds")
            _rebuild(worker, order, shown, [Message("everything")], options.format)
            speech.tell("the preview is at {place} — it follows what you save; stop with Ctrl-C", place=place)
            while True:
                found = watcher.saved()
                # Editors write beside a file first, and name a page by what they then put in its place.
                saved = [name for name in found if (root / name).exists()] or found
                _renew(worker, saved)
                _rebuild(worker, order, shown, saved, options.format)


@contextlib.contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Let a closed terminal end the command as Ctrl-C does, and nothing interrupt what it does at its end."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    # `nohup` has a closed terminal ignored, and that stays so.
    wanted = [each for each in _ENDING if each == signal.SIGINT or signal.getsignal(each) != signal.SIG_IGN]
    before = {each: signal.signal(each, _interrupt) for each in wanted}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _interrupt(*_: object) -> None:
    for each in _ENDING:
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt


@contextlib.contextmanager
def _served(shown: Shown, port: int | None) -> Iterator[str]:
    """Serve what is shown in a thread, and give the address."""
    try:
        server = preview_server.server(shown, port)
    except OSError as error:
        raise site_server.taken(port, error) from error
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://{site_server.HOST}:{server.server_address[1]}/"
    finally:
        preview_server.stop(server, shown)
        thread.join()


def _renew(worker: Worker, saved: Sequence[str]) -> None:
    """Start the process that builds again if its code was saved."""
    code = [name for name in saved if name.startswith(_CODE)]
    if not code:
        return
    worker.stop()
    worker.start()
    speech.tell("{files}: code changed, so the build starts anew", files=_named(code))
    if any(name.startswith(_OWN_CODE) for name in code):
        speech.tell("what shows the pages is still the old code: stop with Ctrl-C and start again to see it")


def _rebuild(worker: Worker, order: Order, shown: Shown, saved: Sequence[str], form: str) -> None:
    """Build, show it, and say how long it took and what is to mend."""
    start = time.monotonic()
    before: tuple[str, ...] = ()
    rebuilt = Rebuilt()
    for rebuilt in worker.ask(replace(order, saved=tuple(saved), looked_at=shown.looked_at())):
        shown.publish(order.early if rebuilt.early else order.made, rebuilt)
        if rebuilt.early:
            before = rebuilt.changed
    rebuilt = replace(rebuilt, changed=(*before, *(name for name in rebuilt.changed if name not in before)))
    seconds = time.monotonic() - start
    speech.tell(
        "{saved}: {outcome} in {seconds:.1f} s", saved=_named(saved), outcome=_outcome(rebuilt), seconds=seconds
    )
    if text := report.render(rebuilt.problems, form):
        print(text, flush=True)
    if rebuilt.stopped:
        speech.tell("stopped: {error}", error=Message(rebuilt.stopped))
    if rebuilt.problems or rebuilt.stopped:
        said = report.summary(rebuilt.problems) if rebuilt.problems else Message("nothing was built")
        if rebuilt.kept:
            kept = _named([address(name) for name in rebuilt.kept])
            said = Message("{summary}; in their last good state: {pages}", summary=said, pages=kept)
        elif not rebuilt.built:
            said = Message("{summary}; all pages stay in their last good state", summary=said)
        speech.tell(said)


def _outcome(rebuilt: Rebuilt) -> Message:
    pages = [address(name) for name in (*rebuilt.changed, *rebuilt.removed) if name.endswith(".html")]
    if not rebuilt.built:
        return Message("nothing built")
    if pages:
        return counted(
            len(pages), "{number} page changed ({pages})", "{number} pages changed ({pages})", pages=_named(pages)
        )
    return Message("files beside the pages changed" if rebuilt.changed or rebuilt.removed else "no page changed")


def _named(names: Sequence[str]) -> Message:
    some = [Message(name) for name in names[:_MOST]]
    if len(names) <= _MOST:
        return Message("{names}", names=some)
    return Message("{names} and {count} more", names=some, count=len(names) - _MOST)
