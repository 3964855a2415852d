"""What is left when a disk is full, can only be read, or belongs to somebody else. Only root can make such disks."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from .fault_runs import FAILED, Runs, leftovers, made, sources

ROOMS = (0, 4, 16, 64, 256, 1024, 4096, 8192, 16384, 32768)
"""The kilobytes that a full disk has left."""
_MEGABYTES = 600
_NOBODY = 65534
_NO_RIGHTS = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
"""Runs a command without what root may do beyond others."""


@contextlib.contextmanager
def disk(place: Path) -> Iterator[Path]:
    """Give a small disk at a place."""
    place.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_MEGABYTES}m", "tmpfs", str(place)], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


@contextlib.contextmanager
def _project(runs: Runs) -> Iterator[tuple[Path, Path]]:
    """Give a small disk, and a copy of the project on it."""
    with disk(runs.folder / "disk") as place:
        shutil.copytree(runs.base, place / "project", symlinks=True)
        yield place, place / "project"


def full(runs: Runs, rooms: Sequence[int] = ROOMS) -> None:
    """Run every command with too little room; all is as before or as wanted, and one line says what happened."""
    for name in runs.names():
        for room in rooms:
            with _project(runs) as (place, project):
                what, before = f"{name}, {room} kB left", (sources(project), made(project))
                _fill(place, room)
                run = runs.run(project, name)
                (place / "filler").unlink()
                runs.judge(what, run)
                if run.returncode:
                    now = (sources(project), made(project))
                    runs.expect(f"{what}: files are as before", right=now[0] == before[0])
                    runs.expect(
                        f"{what}: what was made is whole: {_changed(before[1], now[1])}",
                        right=_is_whole(before[1], now[1]),
                    )
                    again = runs.run(project, name)
                    runs.expect(f"{what}: works once there is room", right=again.returncode == 0)
                runs.expect(f"{what}: nothing is left: {leftovers(project)}", right=not leftovers(project))


def _changed(before: dict[str, str], now: dict[str, str]) -> list[str]:
    return [name for name in {**before, **now} if before.get(name) != now.get(name)][:5]


def _is_whole(before: dict[str, str], now: dict[str, str]) -> bool:
    """Tell whether what was made is as before; the base was made of the same pages, so anything new is the same too."""
    return all(now.get(name) == value for name, value in before.items())


def _fill(place: Path, room: int) -> None:
    """Leave so many kilobytes of a disk."""
    with (place / "filler").open("wb") as file, contextlib.suppress(OSError):
        while True:
            free = os.statvfs(place).f_bavail * os.statvfs(place).f_frsize - room * 1024
            if free <= 0:
                return
            file.write(b"\0" * min(free, 1 << 20))
            file.flush()


def read_only(runs: Runs) -> None:
    """Run every command on a disk that can only be read."""
    with _project(runs) as (place, project):
        before = (sources(project), made(project))
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        _refused(runs, project, "read-only")
        runs.expect("read-only: files are as before", right=(sources(project), made(project)) == before)


def without_rights(runs: Runs) -> None:
    """Run every command in a project that belongs to somebody else."""
    if not shutil.which(_NO_RIGHTS[0]):
        runs.left_out.append("setpriv is missing: commands without rights are left out")
        return
    with _project(runs) as (_, project):
        before = (sources(project), made(project))
        for path in (project, *project.rglob("*")):
            os.chown(path, _NOBODY, _NOBODY, follow_symlinks=False)
        _refused(runs, project, "without rights", _NO_RIGHTS)
        runs.expect("without rights: files are as before", right=(sources(project), made(project)) == before)


def _refused(runs: Runs, project: Path, what: str, before: Sequence[str] = ()) -> None:
    for name in runs.names():
        run = runs.run(project, name, before)
        runs.judge(f"{name}, {what}", run)
        runs.expect(
            f"{name}, {what}: says so, not {run.returncode}: {run.stderr[-200:]}", right=run.returncode == FAILED
        )
