"""The command: python scripts/build.py check | site | all | links | status | urls | translated | minor | serve."""

import gc
import os
import sys

if __name__ == "__main__":
    if sys.argv[1:2] == ["links"]:
        # The command ends before looking for garbage would pay.
        gc.disable()
        from sitebuild.links_cli import main as links

        code = links(sys.argv[2:])
        sys.stdout.flush()
        sys.stderr.flush()
        # Taking all the tables apart first would take a tenth of the time.
        os._exit(code)
    from sitebuild.cli import main

    sys.exit(main())
