"""The command: python scripts/build.py check | site | all | links | explain | … | serve; --help names all."""

import gc
import io
import os
import sys

if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        # Windows consoles may not know Chinese, names of files may be no text: better a question mark than a crash.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        from sitebuild.cli.options import links_arguments

        if (named := links_arguments(sys.argv[1:])) is not None:
            # The command ends before looking for garbage would pay.
            gc.disable()
            from sitebuild.cli.links import main as links

            code = links(named.arguments, named.root)
            sys.stdout.flush()
            # Taking all tables apart first would last as long as reading fifty pages.
            os._exit(code)
        # Content that has been read stays until the end: looking through it for garbage took an eighth of a build.
        gc.set_threshold(100_000, 20, 100)
        from sitebuild.cli.main import main

        sys.exit(main())
    except BrokenPipeError:
        # Whoever was reading, such as `head`, has seen enough.
        os._exit(1)
