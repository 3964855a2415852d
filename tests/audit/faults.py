"""
What is left when the machine fails: killed builds, a full disk, a disk that can only be read.

Every command that writes is run on a copy of the project. Afterwards each file is as before or as it should be, the
site is whole, one line says what happened, and the next run leaves nothing over. A small disk is a real one (tmpfs),
which only root may make; elsewhere that part says that it was left out.
"""

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from making import change, fingerprints

from .measure import Measure

KILLS = 30
ROOMS = (0, 4, 16, 64, 256, 1024, 4096, 8192, 16384, 32768)
"""The kilobytes that a full disk has left."""
COMMANDS: Mapping[str, Sequence[str]] = {
    "site": ["site"],
    "urls": ["urls"],
    "rules": ["rules"],
    "translated": ["translated", "docs/en/rights/delete.md"],
    "minor": ["minor", "docs/zh/rights/delete.md"],
    "new page": [
        "new",
        "page",
        "rights/fresh.md",
        "--title",
        "新的一页",
        "--description",
        "写给想知道的人：先做什么。",
    ],
    "rename": ["rename", "rights/delete.md", "rights/erase.md"],
    "new-language": ["new-language", "ja"],
    "offline": ["offline", "--only", "zip"],
}
_SPOILT = ("Traceback", "Error:")
_FAILED = 3
_MEGABYTES = 200


class Runs:
    """Runs the commands of a copy of the project, and gathers what went wrong."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.base = _copy(root, folder / "base")
        self.folder = folder
        self.wrong: list[str] = []
        self.number = 0

    def run(self, root: Path, name: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run(
            [sys.executable, "scripts/build.py", *COMMANDS[name]], cwd=root, capture_output=True, text=True, check=False
        )

    def expect(self, what: str, *, right: bool) -> None:
        """Note one expectation."""
        self.number += 1
        if not right:
            self.wrong.append(what)


def _copy(root: Path, target: Path) -> Path:
    """Return a copy of the files of the project in which every command has something to write."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True).stdout
    for name in listed.split("\0"):
        if name and not name.startswith("tests/"):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / name, target / name)
    identity = ["-c", "user.name=audit", "-c", "user.email=audit@example.com"]
    for arguments in (["init", "-q"], ["add", "-A"], [*identity, "commit", "-q", "-m", "The project as it is."]):
        subprocess.run(["git", *arguments], cwd=target, check=True)
    page = target / "docs/zh/rights/delete.md"
    page.write_text(page.read_text("utf-8").replace("先挂断。", "先挂断电话。", 1), encoding="utf-8")
    urls = target / "docs/_data/urls.txt"
    urls.write_text("".join(urls.read_text("utf-8").splitlines(keepends=True)[:-1]), encoding="utf-8")
    change(target, "CONTRIBUTING.md", "`page-missing`", "`page-mising`")
    return target


def kills(runs: Runs, number: int = KILLS) -> None:
    """Kill the build at random moments; the site is the old one each time, and nothing goes on or is left."""
    base = runs.base
    began = time.monotonic()
    runs.expect("the first build succeeds", right=runs.run(base, "site").returncode == 0)
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
    _between_renames(runs, whole)
    _nothing_left(runs)


def _session(leader: int) -> list[str]:
    """Return the processes of a session that still run."""
    found = subprocess.run(["ps", "-o", "stat=", "-s", str(leader)], capture_output=True, text=True, check=False).stdout
    return [state for state in found.split() if not state.startswith("Z")]


def _between_renames(runs: Runs, whole: Mapping[str, str]) -> None:
    """Leave the site as a kill between the two renames does; the next run, which fails itself, puts it back."""
    base = runs.base
    (base / ".site-killed").mkdir()
    (base / "site").rename(base / ".site-killed/old")
    page = base / "docs/zh/index.md"
    text = page.read_text("utf-8")
    page.write_text(text + "\n**没有写完\n", encoding="utf-8")
    runs.expect("a build with a fault says so", right=runs.run(base, "site").returncode == 1)
    runs.expect("between the renames, the site comes back", right=fingerprints(base / "site") == whole)
    page.write_text(text, encoding="utf-8")


def _nothing_left(runs: Runs) -> None:
    day_before = time.time() - 2 * 24 * 60 * 60
    for left in runs.base.glob(".site-*"):
        os.utime(left, (day_before, day_before))
    runs.expect("the next build succeeds", right=runs.run(runs.base, "site").returncode == 0)
    runs.expect("the next build leaves nothing over", right=not [*runs.base.glob(".site-*")])


@contextlib.contextmanager
def _disk(runs: Runs) -> Iterator[Path]:
    """Give a small disk with a copy of the project."""
    place = runs.folder / "disk"
    place.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_MEGABYTES}m", "tmpfs", str(place)], check=True)
    try:
        shutil.copytree(runs.base, place / "project", symlinks=True)
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


def full_disks(runs: Runs, rooms: Sequence[int] = ROOMS, names: Sequence[str] = tuple(COMMANDS)) -> None:
    """Run every command with too little room; all is as before or as wanted, and one line says what happened."""
    for name in names:
        for room in rooms:
            with _disk(runs) as place:
                project, what = place / "project", f"{name}, {room} kB left"
                site, before = fingerprints(project / "site"), _sources(project)
                _fill(place, room)
                run = runs.run(project, name)
                (place / "filler").unlink()
                _judge(runs, what, run)
                if run.returncode:
                    runs.expect(f"{what}: files are as before", right=_sources(project) == before)
                    runs.expect(f"{what}: the site is whole", right=fingerprints(project / "site") == site)
                    again = runs.run(project, name)
                    runs.expect(f"{what}: works once there is room", right=again.returncode == 0)
                runs.expect(f"{what}: nothing is left", right=not _leftovers(project))


def _sources(project: Path) -> dict[str, str]:
    """Return a hash of every file that people write."""
    names = [project / "mkdocs.yml", project / "CONTRIBUTING.md"]
    own = {path.name: path.read_text("utf-8") for path in names}
    return own | {name: value for name, value in fingerprints(project / "docs").items() if "/." not in f"/{name}"}


def _fill(place: Path, room: int) -> None:
    """Leave so many kilobytes of a disk."""
    with (place / "filler").open("wb") as file, contextlib.suppress(OSError):
        while True:
            free = os.statvfs(place).f_bavail * os.statvfs(place).f_frsize - room * 1024
            if free <= 0:
                return
            file.write(b"\0" * min(free, 1 << 20))
            file.flush()


def _judge(runs: Runs, what: str, run: subprocess.CompletedProcess[str]) -> None:
    said = run.stdout + run.stderr
    runs.expect(f"{what}: no traceback: {said[-300:]}", right=not any(each in said for each in _SPOILT))
    if run.returncode:
        lines = [line for line in run.stderr.splitlines() if line.startswith("stopped: ")]
        named = len(lines) == 1 and run.returncode == _FAILED
        runs.expect(f"{what}: one line, exit 3, not {run.returncode}: {said[-300:]}", right=named)


def _leftovers(project: Path) -> list[str]:
    """Return what a run that has ended should have taken away."""
    return [
        path.relative_to(project).as_posix()
        for pattern in (".site-*", "docs/**/.*-*", ".mkdocs.yml-*", "dist/.*", ".cache/.*-*")
        for path in project.glob(pattern)
    ]


def read_only(runs: Runs, names: Sequence[str] = tuple(COMMANDS)) -> None:
    """Run every command on a disk that can only be read."""
    with _disk(runs) as place:
        project = place / "project"
        before = _sources(project)
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        for name in names:
            run = runs.run(project, name)
            _judge(runs, f"{name}, read-only", run)
            runs.expect(f"{name}, read-only: says so", right=run.returncode == _FAILED)
        runs.expect("read-only: files are as before", right=_sources(project) == before)


def audit(root: Path, folder: Path) -> tuple[list[str], list[Measure]]:
    """Run all of it; return which expectations were not met, and their number."""
    runs = Runs(root, folder)
    kills(runs)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        full_disks(runs)
        read_only(runs)
    else:
        runs.wrong.append("only root can make a small disk: full and read-only disks are left out")
    name = f"faults of the machine: {runs.number} expectations, not met"
    return runs.wrong, [Measure(name=name, value=len(runs.wrong), most=0)]
