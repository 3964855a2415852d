"""
What is left when the machine fails: killed commands, a full disk, one that can only be read, somebody else's folder.

Every command that writes is run on a copy of the project. Afterwards each file is as before or as it should be, the
site is whole, one line says what happened, and the next run leaves nothing over. Small disks are real ones (tmpfs),
which only root may make; elsewhere that part says that it was left out.
"""

import os
import sys
from pathlib import Path

from . import kills, small_disks
from .fault_runs import Runs
from .measure import Measure


def audit(root: Path, folder: Path) -> tuple[list[str], list[Measure]]:
    """Run all of it; return which expectations were not met and what was left out, and their number."""
    runs = Runs(root, folder)
    runs.prepare()
    parts = [kills.at_each_step, kills.doubled, kills.between_renames, _linked, kills.at_random]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        parts += [_linked_to_another_disk, small_disks.read_only, small_disks.without_rights, small_disks.full]
    else:
        runs.left_out.append("only root can make a small disk: full and read-only disks are left out")
    for part in parts:
        before = runs.number
        part(runs)
        sys.stderr.write(f"… {part.__name__.strip('_')}: {runs.number - before} expectations\n")
    name = f"faults of the machine: {runs.number} expectations, not met"
    return [*runs.wrong, *runs.left_out], [Measure(name=name, value=len(runs.wrong), most=0)]


def _linked(runs: Runs) -> None:
    elsewhere = runs.folder / "web"
    elsewhere.mkdir()
    kills.of_linked_sites(runs, elsewhere, "a linked site")


def _linked_to_another_disk(runs: Runs) -> None:
    with small_disks.disk(runs.folder / "other-disk") as place:
        kills.of_linked_sites(runs, place, "a site on another disk")
