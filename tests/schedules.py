"""Schedules of loans as they are typed into the form of the true cost, and what its script makes of them."""

import calendar
import random
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from playwright.sync_api import Browser

from making import ROOT
from sitebuild.building import assets, tools

Schedule = tuple[dict[str, str], Decimal, list[tuple[Decimal, Decimal]]]
"""What is typed; what is received; what is paid, and how many months later."""
KINDS = ("equal", "list", "interest", "once", "rate", "beside", "insured", "dated")
COUNT = 2000
PARTS = [
    ROOT / "overrides" / assets.SCRIPTS / tools.FOLDER / f"{name}.js" for name in ("numerals", "rates", "schedule")
]
ASK = """all => all.map(typed => {
    const {plan, faults} = schedule.read(typed)
    // As text: Playwright takes long over many objects.
    const rate = plan && rates.find(plan.received, plan.payments)
    return {plan: JSON.stringify(plan), faults, rate} })"""


def asked(chromium: Browser, typed: Sequence[dict[str, str]]) -> list[dict[str, Any]]:
    """Return what the parts of the script make of what was typed."""
    page = chromium.new_page()
    for part in PARTS:
        page.add_script_tag(content=part.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(ASK, list(typed))
    return found


def all_schedules() -> list[Schedule]:
    """Return schedules of all kinds, the same every time."""
    chance = random.Random(2026)  # noqa: S311 - the same schedules every time
    return [_made(KINDS[number % len(KINDS)], chance) for number in range(COUNT)]


def _months(first: date, number: int) -> date:
    """Return the day some months later, or the last of its month."""
    year, month = divmod(first.month - 1 + number, 12)
    last = calendar.monthrange(first.year + year, month + 1)[1]
    return date(first.year + year, month + 1, min(first.day, last))


def _made(kind: str, chance: random.Random) -> Schedule:
    """Return a schedule as it is typed, what is received, and when what is paid, in months."""
    amount, count = Decimal(chance.randrange(500, 200_000)), chance.randrange(1, 13 if kind == "dated" else 25)
    fees, taken = (amount * chance.randrange(0, 12) / 100 for _ in range(2))
    typed = {"kind": kind, "amount": str(amount), "fees": str(fees), "taken": str(taken), "count": str(count)}
    each = (amount * chance.randrange(101, 160) / 100 / count).quantize(Decimal("0.01"))
    paid = [each] * count
    at = [Decimal(number + 1) for number in range(count)]
    month = Decimal(365) / 12
    if kind in ("equal", "beside", "insured", "dated"):
        typed |= {"kind": "equal", "payment": str(each)}
    if kind == "list":
        paid = [(each * chance.randrange(50, 170) / 100).quantize(Decimal("0.01")) for _ in at]
        paid[-1] += amount / 2
        typed["list"] = "\n".join(map(str, paid))
    if kind == "interest":
        interest = amount * chance.randrange(1, 8) / 100
        paid = [interest] * (count - 1) + [interest + amount]
        typed["interest"] = str(interest)
    if kind == "once":
        days = chance.randrange(7, 730)
        paid, at = [amount * chance.randrange(101, 150) / 100], [days / month]
        typed |= {"final": str(paid[0]), "days": str(days)}
    if kind == "rate":
        percent = Decimal(chance.randrange(1, 60)) / 10
        paid = [amount / count + amount * percent / 100] * count
        typed["rate"] = str(percent)
    if kind in ("beside", "insured"):
        guarantee, insurance, member = (amount * chance.randrange(0, 30) / 1000 for _ in range(3))
        place = chance.randrange(count)
        paid = [sum_ + guarantee + insurance + (member if number == place else 0) for number, sum_ in enumerate(paid)]
        typed |= {"guarantee": str(guarantee), "insurance": str(insurance), "member": str(member)}
        typed["memberAt"] = str(place + 1)
    if kind == "dated":
        out = date(2024, 1, 1) + timedelta(days=chance.randrange(700))
        first = out + timedelta(days=chance.randrange(5, 60))
        at = [Decimal((_months(first, number) - out).days) / month for number in range(count)]
        typed |= {"paidOut": out.isoformat(), "firstDue": first.isoformat()}
    return typed, amount - fees - taken, list(zip(at, paid, strict=True))
