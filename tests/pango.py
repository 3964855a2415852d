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
    """
    Install the libraries that WeasyPrint lacks, where this user may; say it where they are not there.

    That stops nobody who changes a page: the tests that print are left out then, and those of a pull request are not.
    """
    if not works():
        install(*LIBRARIES.split())
    if not works():
        sys.stderr.write(f"the tests that print are left out: {PANGO_HELP}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
