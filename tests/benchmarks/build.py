"""How long the build takes, beside other generators on the same pages: python tests/benchmarks/build.py --help."""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from benchmarks.builds.command import main

    sys.exit(main())
