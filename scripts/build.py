"""The command: python scripts/build.py check | site | all | links | explain | … | serve; --help names all."""

import gc
import io
import os
import sys
from pathlib import Path

OLDEST = (3, 11)

if __name__ == "__main__":
    # Before anything is imported that an older Python cannot even read.
    if sys.version_info < OLDEST:
        version = sys.version.split()[0]
        sys.stderr.write(
            f"stopped: Python 3.11 or newer is needed, this is {version}; type make PYTHON=python3.12 check\n"
            f"停下了：要Python 3.11或者更新的版本，这是{version}；运行make PYTHON=python3.12 check\n"
        )
        sys.exit(3)
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
    except ModuleNotFoundError as error:
        if str(error.name).startswith("sitebuild"):
            raise
        # Nothing is installed for this Python; what make has set up may be there for another one.
        venv = Path(__file__).resolve().parents[1] / ".venv"
        own = venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        if own.is_file() and Path(sys.prefix).resolve() != venv.resolve():
            import subprocess

            sys.exit(subprocess.run([own, *sys.argv], check=False).returncode)
        from sitebuild.cli import doctor, speech

        speech.choose(speech.taken(sys.argv[1:])[0])
        if "doctor" in sys.argv[1:]:
            sys.exit(doctor.run(Path(__file__).resolve().parents[1]))
        speech.lacks_package(sys.executable, str(error.name))
        sys.exit(3)
    except BrokenPipeError:
        # Whoever was reading, such as `head`, has seen enough.
        os._exit(1)
