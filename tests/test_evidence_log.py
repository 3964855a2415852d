"""The log of calls and visits: what a day holds, the table that other programs read, and the form."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import axe
from axe import PHONE
from making import ROOT
from shapes import Judged
from sitebuild.building import assets, tool_values, tools
from sitebuild.model.content import Content
from visiting import listen

LANGUAGES = {"zh": "", "en": "en/", "zh-Hant": "zh-Hant/"}
RECORDS = ROOT / "overrides" / assets.SCRIPTS / tools.FOLDER / "records.js"
_BOX = re.compile(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)")


def row(day: str, time: str, kind: str = "call") -> dict[str, str]:
    return {"kind": kind, "day": day, "time": time, "length": "", "number": "", "who": "", "words": "", "file": ""}


@pytest.fixture
def records(chromium: Browser) -> Page:
    """Return a page with what only counts and writes."""
    page = chromium.new_page()
    page.add_script_tag(content=RECORDS.read_text(encoding="utf-8"))
    return page


def test_connected_calls_and_quiet_hours_are_counted_by_day(records: Page) -> None:
    rows = [
        row("2026-03-16", "07:59"),
        row("2026-03-15", "22:00"),
        row("2026-03-15", "08:00"),
        row("2026-03-15", "21:59", "missed"),
        row("2026-03-15", "", "visit"),
        row("2026-03-16", "23:30", "message"),
    ]

    assert records.evaluate("rows => records.daily(rows, '22:00–08:00')", rows) == [
        {"day": "2026-03-15", "calls": 2, "quiet": 1},
        {"day": "2026-03-16", "calls": 1, "quiet": 2},
    ]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("=1+1", "'=1+1"),
        ("＝cmd|' /C calc'!A0", "'＝cmd|' /C calc'!A0"),
        (" @SUM(1)", "' @SUM(1)"),
        ("-2", "'-2"),
        ("+86", "'+86"),
        ("1" * 18, "'" + "1" * 18),
        ("010", "'010"),
        ("09:00", "09:00"),
        ('他说“=1”, "x"\n下一行', '他说“=1”, "x"\n下一行'),
        ("3分钟", "3分钟"),
    ],
)
def test_no_program_takes_a_cell_for_a_formula_or_changes_its_digits(records: Page, typed: str, kept: str) -> None:
    text = str(records.evaluate("text => records.table([[text, 'b']])", typed))

    assert text.startswith("\ufeff")
    assert list(csv.reader(io.StringIO(text[1:], newline=""))) == [[kept, "b"]]


@pytest.mark.by_day("zh")
@pytest.mark.parametrize("code", LANGUAGES)
def test_rows_are_sorted_counted_beside_the_registers_saved_and_printed_along_the_long_side(
    chromium: Browser, real_site: Path, real_content: Content, code: str
) -> None:
    """From file://: nothing is asked for, nothing is kept, axe finds nothing, nothing scrolls sideways."""
    words = real_content.interface[code]
    page = chromium.new_context(viewport=PHONE, reduced_motion="reduce").new_page()
    page.add_init_script("window.print = () => {}")
    page.goto((real_site / LANGUAGES[code] / "tools/evidence-log/index.html").as_uri())
    asked_for, said = listen(page)
    screen = axe.Screen(page)
    add = page.get_by_role("button", name=words["log_add"])

    add.press("Enter")
    fault = page.locator("#_log-day-fault").inner_text()
    page.locator("#_log-day").fill("2026-03-15")
    for time in ("22:40", "09:00", "10:00", "11:00"):
        # Whose number it was, and who it said it was, is of one entry alone.
        page.locator("#_log-number").fill("1" * 18)
        page.locator("#_log-time").fill(time)
        add.press("Enter")
    add.press("Enter")
    empty = page.locator("#_log-day-fault").inner_text()
    shown = page.locator(".tool ol li").all_inner_texts()
    day = page.locator(".tool__result ul li").all_inner_texts()
    with page.expect_download() as saved:
        page.get_by_role("button", name=words["log_save"]).click()
    table = list(csv.reader(io.StringIO(saved.value.path().read_bytes().decode("utf-8-sig"), newline="")))
    faults = axe.judge(screen, Judged())
    screen.resize(PHONE)
    wide = page.evaluate("document.documentElement.scrollWidth > 360")
    kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    page.get_by_role("button", name=words["tool_print"]).click()
    box = _BOX.search(page.pdf(prefer_css_page_size=True))
    page.evaluate("document.documentElement.hidden = true; dispatchEvent(new Event('pagehide'))")

    assert (fault, empty) == (words["log_fault_day"], words["log_fault_empty"])
    assert [re.findall(r"\d\d:\d\d", each)[0] for each in shown] == ["09:00", "10:00", "11:00", "22:40"]
    assert len(day) == 1
    for fact in tool_values.LOGGED.values():
        assert real_content.registers.words[code].facts[fact].label in day[0]
    assert [each[2] for each in table[1:]] == ["09:00", "10:00", "11:00", "22:40"]
    assert {each[5] for each in table[1:]} == {"'" + "1" * 18}
    assert faults == []
    assert not wide
    assert kept == [0, 0, ""]
    assert box
    assert float(box[1]) > float(box[2])
    assert page.locator(".tool ol li").count() == 0
    # The browser fetches the sign of the tab when it likes.
    assert [url for url in asked_for if not url.endswith("icon.svg")] == []
    assert said == []


def test_a_row_is_changed_where_it_stands_and_nothing_is_lost_if_that_is_given_up(
    chromium: Browser, real_site: Path, real_content: Content
) -> None:
    """By keyboard; what was half typed for the next row is there again in either case."""
    words = real_content.interface["zh"]
    page = chromium.new_context(viewport=PHONE).new_page()
    page.goto((real_site / "tools/evidence-log/index.html").as_uri())
    rows = page.locator(".tool ol > li")
    for day in ("2026-03-15", "2026-03-16"):
        page.locator("#_log-day").fill(day)
        page.locator("#_log-who").fill(f"自称{day}")
        page.get_by_role("button", name=words["log_add"]).press("Enter")
    before = rows.all_inner_texts()
    page.locator("#_log-words").fill("还没写完")

    def change(number: int) -> str:
        page.get_by_role("button", name=words["log_change_row"].format(number=number)).press("Enter")
        assert page.locator(".tool ol > li > form").count() == 1
        return page.locator("#_log-words").input_value()

    own = change(1)
    page.locator("#_log-words").fill("改了又不要")
    page.locator("#_log-words").press("Escape")
    given_up = rows.all_inner_texts(), page.locator("#_log-words").input_value()
    change(1)
    page.locator("#_log-day").fill("2026-03-20")
    page.locator("#_log-words").fill("改好了")
    page.get_by_role("button", name=words["log_change_done"]).press("Enter")
    at = page.evaluate("document.activeElement.getAttribute('aria-label')")

    assert own == ""
    assert given_up == (before, "还没写完")
    assert "2026-03-16" in rows.nth(0).inner_text()
    assert "改好了" in rows.nth(1).inner_text()
    assert at == words["log_change_row"].format(number=2)
    assert page.locator("#_log-words").input_value() == "还没写完"
    assert page.get_by_role("button", name=words["log_add"]).is_visible()


def test_a_whole_number_in_the_words_is_warned_of_and_a_number_of_a_file_is_not(
    chromium: Browser, real_site: Path, real_content: Content
) -> None:
    page = chromium.new_context().new_page()
    page.goto((real_site / "tools/evidence-log/index.html").as_uri())
    page.locator("#_log-words").fill("他说我的号码是" + "1" * 17 + "X")
    page.locator("#_log-file").fill("a" + "1" * 18)
    warned = page.locator("#_log-words-fault").inner_text()
    page.locator("#_log-words").fill("末四位1111")

    assert warned == real_content.interface["zh"]["log_whole_number"]
    assert page.locator("#_log-words-fault").inner_text() == page.locator("#_log-file-fault").inner_text() == ""
