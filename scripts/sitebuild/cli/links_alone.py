"""The command of the wheel that holds the link checker alone: what `links` does, in any folder."""

import io
import sys
from pathlib import Path

from . import links


def main() -> int:
    """Check the folder that was typed, or site/ in the folder in which the command is run; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # Windows consoles may not know Chinese, names of files may be no text: better a question mark than a crash.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    return links.main(sys.argv[1:], Path(), command="handbook-linkcheck")
