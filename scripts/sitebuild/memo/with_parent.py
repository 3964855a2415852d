"""A process that was forked to help ends with the one that it helps, however that ends."""

import os
import threading
import time

_SECONDS = 0.5


def end() -> None:
    """Begin to look whether the process that forked this one is still there; once it is not, end this one at once."""
    parent = os.getppid()
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_SECONDS)
    os._exit(1)
