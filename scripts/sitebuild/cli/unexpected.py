"""What is said of a fault of our own that nobody thought of: one line, and the whole of it for those who ask."""

import os
import traceback
from pathlib import Path

from . import speech

_WHOLE = "TRACEBACK"
"""A variable of the environment by which the whole traceback is shown."""
_LONGEST = 100


def is_wanted_whole() -> bool:
    """Tell whether whoever runs the command wants the traceback."""
    return bool(os.environ.get(_WHOLE))


def tell(error: Exception) -> None:
    """Say in one line what happened and where, and what to type."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__} {' '.join(str(error).split())[:_LONGEST]}".strip()
    speech.note(
        "stopped: a fault of the tool, not yours ({what}, in {file} line {line}); undo your last change, and report "
        "what {variable}=1 before the same command shows",
        what=what,
        file=Path(place.filename).name,
        line=place.lineno,
        variable=_WHOLE,
    )
