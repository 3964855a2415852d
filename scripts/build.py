"""The command: python scripts/build.py check | site | all | links | status | urls | translated | minor | serve."""

import gc
import sys

if __name__ == "__main__":
    if sys.argv[1:2] == ["links"]:
        # The command ends before looking for garbage would pay.
        gc.disable()
        from sitebuild.links_cli import main as links

        sys.exit(links(sys.argv[2:]))
    from sitebuild.cli import main

    sys.exit(main())
