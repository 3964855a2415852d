"""Sees that paper can be made by the tests, or fetches what it takes: python tests/pango.py."""

import importlib
import sys

from browser import install
from sitebuild.paper.pdf import LIBRARIES, PANGO_HELP


def works() -> bool:
    """Tell whether WeasyPrint finds Pango."""
    try:
        importlib.import_module("weasyprint")
    except OSError:
        return False
    return True


def main() -> int:
    """Install the libraries that WeasyPrint lacks, where this user may; return 0, or 1 if they are not there."""
    if not works():
        install(*LIBRARIES.split())
    if not works():
        sys.stderr.write(f"{PANGO_HELP}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
