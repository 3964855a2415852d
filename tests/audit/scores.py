"""Lighthouse on a phone: the median of three runs for each page."""

import json
import os
import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import browser as finder
from sitebuild.model.problem import ToolError

from . import tools
from .measure import Measure

PLACES = tuple(
    f"{prefix}{page}" for prefix in ("", "en/") for page in ("", "help/first-hour/", "rights/delete/", "faq/")
)
LEAST = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 98}
RUNS = 3


def runs(folder: Path, chromium: str, address: str) -> list[dict[str, object]]:
    """Look at one page several times, each time with a new browser; return Lighthouse's own reports."""
    return [_run(folder, chromium, address) for _ in range(RUNS)]


def measures(place: str, reports: Sequence[Mapping[str, object]]) -> list[Measure]:
    """Return the median score of each category, from 0 to 100."""
    return [
        Measure(
            name=f"Lighthouse /{place} {category}",
            value=statistics.median(_score(each, category) for each in reports),
            least=least,
        )
        for category, least in LEAST.items()
    ]


def faults(place: str, reports: Sequence[Mapping[str, object]]) -> list[str]:
    """Return the audits that cost points in any run, so that somebody can mend them."""
    found: dict[str, None] = {}
    for report in reports:
        for category in _part(report, "categories").values():
            for reference in category["auditRefs"]:
                audit = _part(report, "audits")[reference["id"]]
                if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                    shown = audit.get("displayValue") or audit["title"]
                    found[f"/{place} {category['id']}: {audit['id']} {audit['score']}: {shown}"] = None
    return list(found)


def _score(report: Mapping[str, object], category: str) -> float:
    """Return a score; 0 where Lighthouse could not tell, as no page of ours may be one that it cannot read."""
    return round(100 * (_part(report, "categories")[category]["score"] or 0))


def _part(report: Mapping[str, object], name: str) -> dict[str, dict[str, Any]]:
    part = report[name]
    return part if isinstance(part, dict) else {}


def _run(folder: Path, chromium: str, address: str) -> dict[str, object]:
    # Each run gets a new profile from Lighthouse itself, which removes it afterwards.
    written = folder / "lighthouse.json"
    command = [
        "node",
        str(tools.place(folder, tools.LIGHTHOUSE, "cli/index.js")),
        address,
        "--quiet",
        "--output=json",
        f"--output-path={written}",
        f"--only-categories={','.join(LEAST)}",
        f"--chrome-flags={' '.join(finder.FLAGS)}",
        "--no-enable-error-reporting",
    ]
    environment = {**os.environ, "CHROME_PATH": chromium}
    try:
        tools.run_tool(command, environment)
    except ToolError:
        # On a machine that is busy Lighthouse gives up recording now and then; a page that is at fault fails again.
        tools.run_tool(command, environment)
    report: dict[str, object] = json.loads(written.read_text(encoding="utf-8"))
    return report
