"""Runs the cases of all tools in turn, several rounds, and keeps what each run took."""

import statistics
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from .. import links
from .memory import Sampler

TIME_LIMIT = 3600.0
"""Seconds after which a run is stopped."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """
    A command to measure in a folder.

    `prepare` brings the folder into the state that the command meets. `written` is the folder that must then hold at
    least one HTML file for each of the `pages`, or None for a command that builds nothing.
    """

    tool: str
    what: str
    command: tuple[str, ...]
    folder: Path
    pages: int
    prepare: Callable[[], None]
    written: Path | None = None

    @property
    def name(self) -> str:
        """What the case is called."""
        return f"{self.tool}: {self.what}"


@dataclass(kw_only=True)
class Result:
    """What the runs of a case took: seconds passed, seconds of all cores, the peak of memory; or why it failed."""

    case: Case
    walls: list[float] = field(default_factory=list)
    cpus: list[float] = field(default_factory=list)
    peak: float | None = None
    failure: str = ""

    @property
    def wall(self) -> float | None:
        """The median of the seconds passed, None if no run counts."""
        return None if self.failure or not self.walls else statistics.median(self.walls)

    @property
    def cpu(self) -> float | None:
        """The median of the seconds of all cores together."""
        return None if self.failure or not self.cpus else statistics.median(self.cpus)

    @property
    def page(self) -> float | None:
        """Milliseconds a page."""
        return None if self.wall is None else self.wall * 1000 / self.case.pages


def measure(
    groups: Sequence[Sequence[Case]], rounds: int, say: Callable[[str], None], *, warm_up: bool
) -> Mapping[str, Result]:
    """
    Run all cases in each round, those of a group one after the other, another group first each time.

    Memory is looked at in the first round. With `warm_up` that is one more round, whose times do not count. A case
    that failed is not tried again. Results are by the name of the case.
    """
    results = {case.name: Result(case=case) for group in groups for case in group}
    for turn in range(rounds + warm_up):
        first = turn % len(groups)
        counts = turn > 0 or not warm_up
        number = f"round {turn + (not warm_up)} of {rounds}" if counts else "warming up, looking at memory"
        for group in (*groups[first:], *groups[:first]):
            for case in group:
                if not results[case.name].failure:
                    seconds = _run(case, results[case.name], look=turn == 0, counts=counts)
                    say(f"{number}: {case.name}: {results[case.name].failure or f'{seconds:.2f} s'}")
    return results


def _run(case: Case, result: Result, *, look: bool, counts: bool) -> float:
    """Run a case once, note in `result` what it took, and return the seconds passed."""
    case.prepare()
    with Sampler() if look else nullcontext() as sampler:
        run = links.timed(case.command, case.folder, (0,), TIME_LIMIT)
    if sampler:
        result.peak = sampler.peak
    result.failure = "" if run.counts else run.end
    if run.counts and case.written:
        number = sum(1 for _ in case.written.rglob("*.html"))
        if number < case.pages:
            result.failure = f"wrote {number} of {case.pages} pages"
    if counts:
        result.walls.append(run.wall)
        result.cpus.append(run.cpu)
    return run.wall
