"""The time limits of the registers as days: how they are counted, the list, and the file for a calendar."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar, Component
from playwright.sync_api import Browser, Page

import axe
from axe import PHONE
from making import ROOT
from shapes import Judged
from sitebuild.building import assets, tool_values, tools
from sitebuild.model.content import Content
from visiting import listen

LANGUAGES = {"zh": "", "en": "en/", "zh-Hant": "zh-Hant/"}
PARTS = [
    ROOT / "overrides" / assets.SCRIPTS / tools.FOLDER / f"{name}.js" for name in ("numerals", "limits", "calendar")
]
EPOCH = date(1970, 1, 1)
FILE = "([reminders, now]) => calendar.file(reminders, now)"


def working(start: date, count: int) -> date:
    """Return the working day so many after another; only weekends are free."""
    while count:
        start += timedelta(days=1)
        count -= start.weekday() < 5
    return start


@pytest.fixture
def parts(chromium: Browser) -> Page:
    """Return a page with what only counts."""
    page = chromium.new_page()
    for part in PARTS:
        page.add_script_tag(content=part.read_text(encoding="utf-8"))
    return page


def last(page: Page, rows: Sequence[tuple[date, int, str]]) -> list[date]:
    asked = [[(start - EPOCH).days, count, unit] for start, count, unit in rows]
    days = page.evaluate("rows => rows.map(row => limits.last(...row))", asked)
    return [EPOCH + timedelta(days=day) for day in days]


def events(text: str) -> list[Component]:
    """Return the events of a calendar file, as another program reads it."""
    return Calendar.from_ical(text.encode()).walk("VEVENT")


def alarms(event: Component) -> list[timedelta]:
    """Return when an event calls itself to mind, from the beginning of its day."""
    return [each.decoded("TRIGGER") for each in event.walk("VALARM")]


def test_the_day_that_a_limit_runs_from_is_not_counted_and_months_end_on_the_same_day_or_the_last(parts: Page) -> None:
    rows = {
        (date(2026, 3, 15), 20, "days"): date(2026, 4, 4),
        (date(2026, 12, 31), 1, "days"): date(2027, 1, 1),
        (date(2026, 8, 31), 6, "months"): date(2027, 2, 28),
        (date(2023, 8, 31), 6, "months"): date(2024, 2, 29),
        (date(2026, 1, 15), 6, "months"): date(2026, 7, 15),
    }
    weekdays = [(EPOCH + timedelta(days=20_000 + number), 7, "working-days") for number in range(14)]

    assert last(parts, list(rows)) == list(rows.values())
    assert last(parts, weekdays) == [working(start, count) for start, count, _ in weekdays]


def test_a_calendar_file_has_an_event_a_day_in_short_lines_that_say_what_they_should(parts: Page) -> None:
    title = "记得；看,一下;\\" * 9
    reminders: list[dict[str, Any]] = [
        {"day": (date(2026, 2, 28) - EPOCH).days, "title": title, "about": "第一行\n第二行", "hours": [-63, 9]},
        {"day": (date(2026, 12, 31) - EPOCH).days, "title": "b", "about": "", "hours": [-15]},
    ]
    text = str(parts.evaluate(FILE, [reminders, 0]))
    first, second = events(text)

    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert [first.decoded(name) for name in ("DTSTART", "DTEND")] == [date(2026, 2, 28), date(2026, 3, 1)]
    assert first.decoded("DTSTAMP").isoformat() == "1970-01-01T00:00:00+00:00"
    assert [second.decoded(name) for name in ("DTSTART", "DTEND")] == [date(2026, 12, 31), date(2027, 1, 1)]
    assert first["SUMMARY"] == title
    assert first["DESCRIPTION"] == "第一行\n第二行"
    assert alarms(first) == [timedelta(hours=-63), timedelta(hours=9)]
    assert alarms(second) == [timedelta(hours=-15)]
    assert first["UID"] != second["UID"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_days_come_from_the_registers_in_order_and_a_calendar_says_nothing_of_them_unless_asked(
    chromium: Browser, real_site: Path, real_content: Content, code: str
) -> None:
    """From file://: nothing is asked for, nothing is kept, axe finds nothing, nothing scrolls sideways."""
    words = real_content.interface[code]
    labels = real_content.registers.words[code].facts
    page = chromium.new_context(viewport=PHONE, reduced_motion="reduce").new_page()
    page.goto((real_site / LANGUAGES[code] / "tools/dates/index.html").as_uri())
    asked_for, said = listen(page)
    screen = axe.Screen(page)
    add = page.get_by_role("button", name=words["dates_add"])

    add.press("Enter")
    fault = page.locator("#_dates-start-fault").inner_text()
    limits = list({**tool_values.REPLIES, **tool_values.ACTS})
    for fact in ("credit-objection-reply", "payment-order-objection"):
        page.locator("#_dates-what").select_option(str(limits.index(fact)))
        page.locator("#_dates-start").fill("2026-03-15")
        add.press("Enter")
    lines = page.locator(".tool li").all_inner_texts()
    files = []
    for _ in range(2):
        with page.expect_download() as saved:
            page.get_by_role("button", name=words["dates_save"]).click()
        files.append(events(saved.value.path().read_bytes().decode()))
        page.locator(".tool [type=checkbox]").press("Space")

    page.get_by_role("button", name=words["tool_remove_row"].format(number=1), exact=True).press("Enter")
    left = page.locator(".tool li").all_inner_texts()
    page.locator("#_dates-start").fill("2999-03-15")
    add.press("Enter")
    to_come = page.locator(".tool li").all_inner_texts()[-1]

    assert fault == words["dates_fault_date"]
    assert [words["dates_passed"].strip() in each for each in (*lines, to_come)] == [True, True, False]
    assert len(left) == 1
    assert labels["credit-objection-reply"].label in left[0]
    assert labels["payment-order-objection"].label in lines[0]
    assert labels["credit-objection-reply"].label in lines[1]
    days = [date(2026, 3, 30), date(2026, 4, 4)]
    assert [[each.decoded("DTSTART") for each in file] for file in files] == [days] * 2
    assert [each["SUMMARY"] for each in files[0]] == [words["dates_title"]] * 2
    assert "DESCRIPTION" not in files[0][0]
    # What the reader must do comes to mind days before, the answer of others on its day.
    assert [alarms(each) for each in files[0]] == [[timedelta(hours=-63), timedelta(hours=-15)], [timedelta(hours=9)]]
    assert files[1][0]["SUMMARY"] == labels["payment-order-objection"].label
    assert page.locator("#_dates-what option").count() == len(tool_values.REPLIES) + len(tool_values.ACTS)
    assert axe.judge(screen, Judged()) == []
    screen.resize(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= 360")
    # The browser fetches the sign of the tab when it likes.
    assert [url for url in asked_for if not url.endswith("icon.svg")] == []
    assert said == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
