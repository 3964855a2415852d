"""What is left of the project when a command is killed, or two run at once."""

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from making import fingerprints

from .fault_runs import COMMANDS, SMALL, Runs, leftovers, sources

_DYING = Path(__file__).with_name("dying.py")
MOMENTS = 30
_MOST = 200
"""No command takes so many steps."""


def at_random(runs: Runs, number: int = MOMENTS) -> None:
    """Kill the build at random moments; the site is the old one each time, and nothing goes on or is left."""
    base = runs.base
    shutil.rmtree(base / ".cache")
    began = time.monotonic()
    runs.expect("a build succeeds", right=runs.run(base, "site").returncode == 0)
    length = time.monotonic() - began
    whole, chance = fingerprints(base / "site"), random.Random(19)  # noqa: S311 - moments, no secrets
    for _ in range(number):
        shutil.rmtree(base / ".cache", ignore_errors=True)
        moment = chance.uniform(0.2, length)
        with subprocess.Popen(
            [sys.executable, "scripts/build.py", "site"], cwd=base, stderr=subprocess.DEVNULL, start_new_session=True
        ) as process:
            time.sleep(moment)
            process.send_signal(signal.SIGKILL)
        time.sleep(1.5)
        runs.expect(f"killed at {moment:.1f} s, helpers end too", right=not _session(process.pid))
        runs.expect(f"killed at {moment:.1f} s, the site is whole", right=fingerprints(base / "site") == whole)
    runs.expect("the next build succeeds", right=runs.run(base, "site").returncode == 0)
    runs.expect(f"the next build leaves nothing over: {leftovers(base)}", right=not leftovers(base))


def _session(leader: int) -> list[str]:
    """Return the processes of a session that still run."""
    found = subprocess.run(["ps", "-o", "stat=", "-s", str(leader)], capture_output=True, text=True, check=False).stdout
    return [state for state in found.split() if not state.startswith("Z")]


def between_renames(runs: Runs) -> None:
    """Kill the build before each of its renames; the next run, which fails itself, puts the old site back."""
    _renames(runs, runs.base, runs.base / "site", "the site")


def of_linked_sites(runs: Runs, elsewhere: Path, what: str) -> None:
    """Do the same where the site is a symbolic link to another folder; it stays one, and is replaced."""
    project = runs.folder / "linked"
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(runs.base, project, symlinks=True)
    (project / "site").rename(project / "old-site")
    shutil.copytree(project / "old-site", elsewhere / "html")
    shutil.rmtree(project / "old-site")
    (project / "site").symlink_to(elsewhere / "html")
    _renames(runs, project, elsewhere / "html", what)
    runs.expect(f"{what} stays a link", right=(project / "site").is_symlink())
    runs.expect(f"{what}: nothing lies beside it", right=[path.name for path in elsewhere.iterdir()] == ["html"])


def _renames(runs: Runs, project: Path, site: Path, what: str) -> None:
    page = project / "docs/zh/index.md"
    text, whole = page.read_text("utf-8"), fingerprints(site)
    for step in range(_MOST):
        run = runs.run(project, "site", [sys.executable, _DYING, "renames", str(step)])
        if run.returncode != -signal.SIGKILL:
            break
        page.write_text(text + "\n**没有写完\n", encoding="utf-8")
        runs.expect(f"{what}: a build with a fault says so", right=runs.run(project, "site").returncode == 1)
        runs.expect(f"{what}, killed before rename {step}, comes back", right=fingerprints(site) == whole)
        page.write_text(text, encoding="utf-8")
    runs.expect(f"{what} is built at last", right=run.returncode == 0 and step > 1 and fingerprints(site) == whole)
    runs.expect(f"{what}: nothing is left: {leftovers(project)}", right=not leftovers(project))


def at_each_step(runs: Runs) -> None:
    """Kill commands that write what people write before each step; after the next run there is all of it or nothing."""
    project = runs.folder / "killed"
    for name in SMALL:
        step = 0
        for step in range(_MOST):
            _fresh(runs.base, project)
            before = sources(project)
            run = runs.run(project, name, [sys.executable, _DYING, "steps", str(step)])
            if run.returncode != -signal.SIGKILL:
                break
            _next(runs, project, before, f"{name}, killed before step {step}", name)
        runs.expect(f"{name} succeeds at last", right=run.returncode == 0 and step > 1)


def _next(runs: Runs, project: Path, before: Mapping[str, str], what: str, name: str) -> None:
    """Look whether the command that comes next leaves all that was wanted, or nothing of it."""
    then = subprocess.run(
        [sys.executable, "scripts/build.py", "status"], cwd=project, capture_output=True, text=True, check=False
    )
    runs.expect(f"{what}: the next run has no fault: {then.stderr[-300:]}", right="stopped: " not in then.stderr)
    runs.expect(f"{what}: nothing is left: {leftovers(project)}", right=not leftovers(project))
    left = sources(project)
    if left != before:
        _fresh(runs.base, project)
        runs.run(project, name)
        runs.expect(f"{what}: all of it is there", right=left == sources(project))


def _fresh(base: Path, project: Path) -> None:
    """Make a folder what the base is, but for the site."""
    if not project.is_dir():
        shutil.copytree(base, project, symlinks=True, ignore=shutil.ignore_patterns("site", "dist"))
    for name in ("docs", "mkdocs.yml", "CONTRIBUTING.md"):
        target = project / name
        if target.is_dir():
            shutil.rmtree(target)
            shutil.copytree(base / name, target)
        else:
            shutil.copy(base / name, target)


def doubled(runs: Runs) -> None:
    """Run two builds, and two commands that write the same, at once; one waits, or both write the same."""
    for name in ("site", "translated", "new-language"):
        project = runs.folder / "doubled"
        shutil.rmtree(project, ignore_errors=True)
        shutil.copytree(runs.base, project, symlinks=True)
        whole = fingerprints(project / "site")
        command = [sys.executable, "scripts/build.py", *COMMANDS[name]]
        both = [
            subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            for _ in range(2)
        ]
        said = [each.communicate()[0] for each in both]
        ends = sorted(each.returncode for each in both)
        wanted = [[0, 0]] if name == "site" else [[0, 0], [0, 2]]
        runs.expect(f"{name} twice at once: {ends} {said}", right=ends in wanted and "Traceback" not in "".join(said))
        if name == "site":
            runs.expect("one of two builds says that it waits", right="waiting" in "".join(said))
            runs.expect("two builds at once: the site is whole", right=fingerprints(project / "site") == whole)
        runs.expect(f"{name} twice at once: nothing is left", right=not leftovers(project))
