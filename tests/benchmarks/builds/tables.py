"""Results → the Markdown tables that can go into a note."""

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from . import tools
from .measure import Result


@dataclass(frozen=True, kw_only=True)
class Measured:
    """The results of one size of the site: how many pages its languages have together, and how busy it was."""

    title: str
    languages: int
    pages: int
    rounds: int
    own: str
    against: str
    load: float
    results: Mapping[str, Result]

    def of(self, tool: str, what: str) -> Result | None:
        """Return the result of a case, None if it was not run."""
        return self.results.get(f"{tool}: {what}")

    def wall(self, tool: str, what: str) -> float | None:
        """Return the median of the seconds of a case."""
        result = self.of(tool, what)
        return result.wall if result else None

    def page(self, tool: str, what: str) -> float | None:
        """Return the milliseconds a page of a case."""
        result = self.of(tool, what)
        return result.page if result else None


def of_one_size(measured: Measured) -> str:
    """Return what every case took, and how many times as long as others on the same pages in the same rounds."""
    beside = [("plain MkDocs", tools.PLAIN, "all languages"), ("zensical", tools.ZENSICAL, tools.ONE_BY_ONE)]
    head = ["case", "wall s", "CPU s", "peak MiB", "ms a page", *(f"× {name}" for name, _, _ in beside)]
    if measured.against:
        head += [f"× {measured.against}", "× its CPU", "× a page"]
    rows = []
    for result in measured.results.values():
        if result.failure:
            rows.append([result.case.name, result.failure, *["–"] * (len(head) - 2)])
            continue
        cells = [result.case.name, *map(_two, (result.wall, result.cpu))]
        cells += [f"{result.peak:.0f}" if result.peak else "–", _one(result.page)]
        cells += [_ratio(result.wall, measured.wall(tool, what)) for _, tool, what in beside]
        if measured.against:
            other = measured.of(measured.against, result.case.what) if result.case.tool == measured.own else None
            cells += [
                _ratio(result.wall, other.wall if other else None),
                _ratio(result.cpu, other.cpu if other else None),
                _ratio(result.page, other.page if other else None),
            ]
        rows.append(cells)
    return f"### {_title(measured)}\n\n{_table(head, rows)}"


def of_growth(sizes: Sequence[Measured]) -> str:
    """Return how the time a page grows with the site: in milliseconds, and as a multiple of the first size's."""
    columns = [
        *((what, sizes[0].own, what) for what in (tools.ALL, tools.ALL_CHANGED, tools.CHECK, tools.CHECK_CHANGED)),
        ("plain MkDocs", tools.PLAIN, "all languages"),
        ("zensical", tools.ZENSICAL, tools.ONE_BY_ONE),
    ]
    head = ["site", "pages", "× pages", "all, cold: s", *(f"{name}: ms a page (×)" for name, _, _ in columns)]
    rows = []
    for size in sizes:
        cells = [size.title, str(size.pages), _ratio(size.pages, sizes[0].pages), _one(size.wall(size.own, tools.ALL))]
        for _, tool, what in columns:
            here = size.page(tool, what)
            cells.append("–" if here is None else f"{_one(here)} ({_ratio(here, sizes[0].page(tool, what))})")
        rows.append(cells)
    return f"### Growth\n\n{_table(head, rows)}"


def _title(measured: Measured) -> str:
    size = f"{measured.title}: {measured.languages} languages, {measured.pages} pages"
    rounds = (
        f"medians of {measured.rounds} rounds" if measured.rounds > 1 else "one round, in which memory was looked at"
    )
    machine = f"{os.cpu_count()} cores, load {measured.load:.1f} before the first, {platform.platform()}"
    return f"{size}; {rounds}; {machine}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "/") for cell in line) + " |" for line in lines)


def _two(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _one(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def _ratio(value: float | None, of: float | None) -> str:
    return "–" if value is None or not of else f"{value / of:.2f}"
