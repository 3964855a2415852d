"""The command: python scripts/build.py check | site | serve | all."""

import sys

from sitebuild.cli import main

if __name__ == "__main__":
    sys.exit(main())
