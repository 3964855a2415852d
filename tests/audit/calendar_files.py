"""The files of dates: read alike by the libraries of two calendars, ical.js (Thunderbird's) and icalendar."""

import json
from pathlib import Path

from icalendar import Calendar
from playwright.sync_api import Browser

from sitebuild.model.content import Content

from . import tools
from .measure import Measure

PLACE = "tools/dates/"
_START = "2026-08-31"
_READ = """
const ical = require(process.argv[1])
const root = new ical.Component(ical.parse(require("fs").readFileSync(process.argv[2], "utf-8")))
const alarms = each => each.getAllSubcomponents("valarm")
  .map(alarm => alarm.getFirstPropertyValue("trigger").toSeconds())
console.log(JSON.stringify(root.getAllSubcomponents("vevent").map(each => {
  const event = new ical.Event(each)
  return [event.uid, event.startDate.toString(), event.endDate.toString(), event.summary,
    event.description || "", alarms(each)] })))
"""


def saved(browser: Browser, address: str, content: Content, folder: Path) -> list[Path]:
    """Count every limit of the registers from one day in every language, and save the days, with and without names."""
    context = browser.new_context()
    page = context.new_page()
    found = []
    for language in content.languages:
        words = content.interface[language.code]
        page.goto(f"{address}{language.prefix}{PLACE}")
        for number in range(page.locator("#_dates-what option").count()):
            page.locator("#_dates-what").select_option(str(number))
            page.locator("#_dates-start").fill(_START)
            page.get_by_role("button", name=words["dates_add"]).click()
        for kind in ("neutral", "named"):
            with page.expect_download() as download:
                page.get_by_role("button", name=words["dates_save"]).click()
            found.append(folder / f"{language.code}-{kind}.ics")
            download.value.save_as(found[-1])
            page.get_by_label(words["dates_neutral"]).click()
    context.close()
    return found


def faults(files: list[Path], checkers: Path) -> list[str]:
    """Return the files that the two libraries read differently, or without events."""
    library = tools.place(checkers, "ical.js", "dist/ical.es5.cjs")
    found = []
    for file in files:
        theirs = json.loads(tools.run_tool(["node", "-e", _READ, str(library.resolve()), str(file)]))
        if theirs != (ours := events(file)) or not ours:
            found.append(f"{file.name}: icalendar reads {ours}, ical.js {theirs}")
    return found


def events(file: Path) -> list[list[object]]:
    """Return what icalendar reads: name, first day, the day after the last, title, words, when it reminds."""
    return [
        [
            str(each["UID"]),
            each.decoded("DTSTART").isoformat(),
            each.decoded("DTEND").isoformat(),
            str(each["SUMMARY"]),
            str(each.get("DESCRIPTION", "")),
            [int(alarm.decoded("TRIGGER").total_seconds()) for alarm in each.walk("VALARM")],
        ]
        for each in Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    ]


def measures(found: list[str], files: int) -> list[Measure]:
    """Return how many files there are and which are read differently."""
    return [
        Measure(name="files of dates, all languages", value=files, least=1),
        Measure(name="files of dates that ical.js and icalendar read differently", value=len(found), most=0),
    ]
