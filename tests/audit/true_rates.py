"""The rates of the form of the true cost beside those of others: a root of scipy's, and pyxirr where it applies."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from schedules import Schedule, all_schedules, asked

from . import tools
from .measure import Measure

MOST_APART = 0.01
"""In percentage points."""
_DAY = date(2024, 1, 1)
_MONTH = Decimal(365) / 12


def apart(browser: Browser, folder: Path) -> list[Measure]:
    """Return how far the rates of the page's own script are from the others, and on how many schedules."""
    schedules = all_schedules()
    found = [each["rate"] for each in asked(browser, [typed for typed, _, _ in schedules])]
    roots, libraries = tools.package(folder, "scipy.optimize"), tools.package(folder, "pyxirr")
    compared = [_library(libraries, schedule, rate) for schedule, rate in zip(schedules, found, strict=True)]
    others = [each for each in compared if each is not None]
    most = max(abs(_root(roots, *each) - rate["nominal"]) for each, rate in zip(schedules, found, strict=True))
    return [
        Measure(name="true cost, schedules of eight kinds", value=len(found), least=2000),
        _points("scipy's root", most),
        Measure(name="true cost, schedules that pyxirr reads too", value=len(others), least=1500),
        _points("pyxirr", max(others)),
    ]


def _points(name: str, most: float) -> Measure:
    return Measure(name=f"true cost, points apart from {name}", value=100 * most, most=MOST_APART, digits=6)


def _root(roots: Any, _typed: object, received: Decimal, payments: list[tuple[Decimal, Decimal]]) -> float:
    """Return the nominal yearly rate at which what is paid is worth what was received."""

    def over(month: float) -> Any:  # a power of floats may be complex
        return sum((float(paid) * (1 + month) ** -float(at) for at, paid in payments), -float(received))

    return 12 * float(roots.brentq(over, 0, 1000, xtol=1e-14))


def _library(libraries: Any, schedule: Schedule, rate: dict[str, Any]) -> float | None:
    """Return how far a rate is from pyxirr's: by months where all are whole, else by days; None if it finds none."""
    _, received, payments = schedule
    if all(at == number + 1 for number, (at, _) in enumerate(payments)):
        monthly = libraries.irr([-float(received), *(float(paid) for _, paid in payments)])
        return None if monthly is None else abs(12 * monthly - rate["nominal"])
    days = [_DAY, *(_DAY + timedelta(days=round(at * _MONTH)) for at, _ in payments)]
    yearly = libraries.xirr(days, [-float(received), *(float(paid) for _, paid in payments)])
    # Both are effective rates; as nominal ones they are of the size that the page shows first.
    return None if yearly is None else abs(12 * ((1 + yearly) ** (1 / 12) - 1) - rate["nominal"])
