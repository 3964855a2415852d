"""The command `make audit`: what the finished site costs a reader, and what strangers' checkers say of it."""

import sys
from pathlib import Path

if __name__ == "__main__":
    tests = Path(__file__).resolve().parents[1]
    sys.path[:0] = [str(tests.parent / "scripts"), str(tests)]
    from audit.command import main

    sys.exit(main())
