"""
Every tool, step by step, as its readers leave it: empty, filled in, with warnings, with a result, erased.

After each step the focus is somewhere that can be seen, and nothing scrolls sideways on a phone; axe looks at every
step in all languages, widths and schemes each night, and at the last ones by day.
"""

import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

import axe
from axe import PHONE
from shapes import Judged
from sitebuild.model.content import Content

LANGUAGES = {"zh": "", "en": "en/", "zh-Hant": "zh-Hant/"}
WHOLE = "1" * 18
"""Looks like the number of an identity card."""
Says = Mapping[str, str]
Steps = Iterator[str]
FOCUSED = """() => { const it = document.activeElement
  const seen = it.checkVisibility({visibilityProperty: true})
  const shows = it.matches(":is(a, button, canvas, input, select, summary, textarea):focus-visible")
  const bare = shows && getComputedStyle(it).outlineStyle === "none"
  return [it.localName, seen, it === document.body, seen && bare] }"""
STOPS = """() => [...document.querySelectorAll(".tool :is(a[href], button, canvas, input, select, summary, textarea)")]
  .filter(each => each.checkVisibility({visibilityProperty: true}) && !each.disabled).length"""
"""How many elements of the tools the key Tab should reach."""
NO_PRINTER = "window.print = () => {}"


def press(page: Page, name: str, *, nth: int = 0) -> None:
    """Press a button of a tool by keyboard, by its words."""
    page.locator(".tool").get_by_role("button", name=name, exact=True).nth(nth).press("Enter")


def photo(width: int = 400, height: int = 300) -> bytes:
    """Return a picture of nothing."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), (240, 235, 220)).save(file, "PNG")
    return file.getvalue()


def true_cost(page: Page, says: Says) -> Steps:
    page.locator("#_cost-kind").focus()
    yield "empty"
    press(page, says["cost_compute"])
    yield "faults"
    for name, text in {"amount": "10000", "taken": "300", "fees": "500", "payment": "933.33", "count": "12"}.items():
        page.locator(f"#_cost-{name}").fill(text)
    yield "filled"
    press(page, says["cost_compute"])
    yield "result"
    page.locator("#_cost-payment").press("1")
    yield "old result"
    page.locator(".tool summary").press("Enter")
    yield "more fields"
    page.locator("#_cost-kind").select_option("list")
    page.locator("#_cost-list").fill("2300\n-1320")
    press(page, says["cost_compute"])
    yield "several rates or none"
    press(page, says["tool_clear"])
    yield "cleared"


def letter(page: Page, says: Says) -> Steps:
    page.get_by_role("button", name=says["writer_fill"]).first.press("Enter")
    yield "empty"
    page.locator("#_letter-0-your-name").fill("张某")
    page.locator("#_letter-0-address-for-reply").fill(WHOLE)
    yield "a whole number"
    page.locator("#_letter-0-company").press_sequentially("微粒")
    yield "companies offered"
    page.locator(".writer__found button").first.press("Enter")
    yield "a company chosen"
    for box in page.locator("#_letter-0-contract-number ~ .tool__check input, .writer__cases input").all():
        box.press("Space")
    yield "cases and blanks that are left out"
    page.locator(".writer__line:not([hidden]) input").last.press("Space")
    page.get_by_label(says["remember_offer"]).press("Space")
    yield "remembered, with a number that is not"
    press(page, says["remember_erase"])
    yield "erased"
    press(page, says["tool_clear"])
    yield "cleared"


def log(page: Page, says: Says) -> Steps:
    page.locator("#_log-kind").focus()
    yield "empty"
    press(page, says["log_add"])
    yield "fault"
    for time in ("22:40", "09:00", "10:00", "11:00"):
        page.locator("#_log-day").fill("2026-03-15")
        page.locator("#_log-time").fill(time)
        page.locator("#_log-words").fill("再不还就打给你爸")
        press(page, says["log_add"])
    yield "rows and counts"
    page.locator("#_log-words").fill(f"他说{WHOLE}")
    yield "a whole number"
    press(page, says["log_change_row"].format(number=2))
    yield "a row being changed"
    page.locator("#_log-who").press("Escape")
    yield "the change given up"
    page.locator("#_log-chosen").set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": b"abc"})
    page.locator("#_log-chosen").focus()
    page.get_by_text(says["log_chosen_done"]).wait_for()
    yield "a file's fingerprint"
    press(page, says["tool_remove_row"].format(number=4))
    yield "the last row deleted"
    page.get_by_label(says["remember_offer"]).press("Space")
    yield "remembered"
    press(page, says["remember_erase"])
    yield "erased"


def mark(page: Page, says: Says) -> Steps:
    page.locator("#_mark-photo").focus()
    yield "empty"
    page.locator("#_mark-photo").set_input_files({"name": "a", "mimeType": "image/png", "buffer": b"%PDF"})
    page.get_by_text(says["mark_unreadable"]).wait_for()
    yield "unreadable"
    page.locator("#_mark-photo").set_input_files({"name": "a", "mimeType": "image/png", "buffer": photo()})
    expect(page.locator(".tool canvas")).to_be_visible()
    yield "open"
    press(page, says["mark_save_png"])
    yield "faults"
    page.locator("#_mark-to").fill("某某公司")
    page.locator("#_mark-purpose").fill("审核申请")
    page.locator(".tool canvas").press("ArrowDown")
    page.locator(".tool canvas").press("Enter")
    yield "covered"
    press(page, says["mark_zoom"])
    page.locator(".tool canvas").click(position={"x": 30, "y": 30})
    yield "enlarged, one corner"
    press(page, says["mark_save_png"])
    yield "not saved"
    press(page, says["tool_clear"])
    yield "cleared"


def permissions(page: Page, says: Says) -> Steps:
    page.locator(".permission").first.focus()
    yield "empty"
    boxes = page.locator("td:not(:last-child) > .permission")
    boxes.nth(6).press("Space")
    boxes.last.press("Space")
    yield "ticked"
    press(page, says["allow_copy"])
    yield "copied"
    press(page, says["tool_clear"])
    yield "cleared"


def dates(page: Page, says: Says) -> Steps:
    page.locator("#_dates-what").focus()
    yield "empty"
    press(page, says["dates_add"])
    yield "fault"
    for number, day in enumerate(("2026-03-15", "2999-03-15", "2999-05-15")):
        page.locator("#_dates-what").select_option(str(6 * number))
        page.locator("#_dates-start").fill(day)
        press(page, says["dates_add"])
    yield "days"
    press(page, says["tool_remove_row"].format(number=3))
    yield "the last deleted"
    press(page, says["tool_clear"])
    yield "cleared"


def picker(page: Page, says: Says) -> Steps:
    def go(name: str) -> None:
        page.locator(".picker").get_by_role("button", name=name, exact=True).press("Enter")

    page.locator(".picker button").first.focus()
    yield "urgent"
    go(says["plan_no_urgent"])
    yield "who"
    go(says["plan_who_me"])
    page.locator(".picker summary").nth(1).press("Enter")
    yield "what"
    page.locator(".picker details[open] button").first.press("Enter")
    yield "lender"
    product = page.locator("#_picker-product")
    product.press_sequentially("花呗")
    yield "a lender found"
    product.fill("没有这家")
    yield "no lender found"
    go(says["plan_unknown"])
    page.locator(".picker [type=checkbox]").first.press("Space")
    yield "risk"
    go(says["plan_show"])
    yield "plan"
    go(says["plan_again"])
    yield "again"
    page.locator(".picker button").first.press("Enter")
    yield "urgent plan"


TOOLS: dict[str, tuple[str, Callable[[Page, Says], Steps]]] = {
    "true cost": ("tools/true-cost", true_cost),
    "letter": ("letters/stop-contacting-others", letter),
    "letter with a choice": ("letters/withdraw-and-close", letter),
    "log": ("tools/evidence-log", log),
    "ID mark": ("tools/id-watermark", mark),
    "permissions": ("tools/permission-check", permissions),
    "dates": ("tools/dates", dates),
    "picker": ("tools/situation-picker", picker),
}


def opened(chromium: Browser, site: Path, code: str, place: str) -> Page:
    """Open the page of a tool on a phone, as somebody has it who keeps a copy."""
    page = chromium.new_context(viewport=PHONE, reduced_motion="reduce").new_page()
    page.add_init_script(NO_PRINTER)
    page.goto((site / LANGUAGES[code] / place / "index.html").as_uri())
    return page


def amiss(page: Page) -> list[str]:
    """Return what is wrong with where the focus is and with the width of the page."""
    tag, seen, lost, bare = page.evaluate(FOCUSED)
    wider = page.evaluate("document.documentElement.scrollWidth - 360")
    said = {"the focus is lost": lost, f"{tag} has the focus, unseen": not seen and not lost}
    said |= {f"{tag} does not show its focus": bare, f"{wider} pixels to scroll sideways": wider > 0}
    return [words for words, true in said.items() if true]


@pytest.mark.by_day("letter with a choice", "log", "ID mark", "picker")
@pytest.mark.parametrize("tool", TOOLS)
def test_the_focus_is_seen_after_every_step_nothing_scrolls_sideways_and_axe_finds_nothing_at_the_end(
    chromium: Browser, real_site: Path, real_content: Content, tool: str
) -> None:
    place, steps = TOOLS[tool]
    page = opened(chromium, real_site, "en", place)
    found = {step: fault for step in steps(page, real_content.interface["en"]) if (fault := amiss(page))}

    assert found == {}
    assert axe.judge(axe.Screen(page), Judged()) == []


@pytest.mark.nightly
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("tool", TOOLS)
def test_axe_finds_nothing_in_any_state_of_any_tool(
    chromium: Browser, real_site: Path, real_content: Content, tool: str, code: str
) -> None:
    """Light and dark, on a phone and a desk; the steps go on after each look."""
    place, steps = TOOLS[tool]
    page = opened(chromium, real_site, code, place)
    screen = axe.Screen(page)
    found = {}
    for step in steps(page, real_content.interface[code]):
        if faults := [*amiss(page), *axe.judge_all(screen)]:
            found[step] = faults
        page.emulate_media(color_scheme="light")
        screen.resize(PHONE)

    assert found == {}


@pytest.mark.by_day("letter with a choice", "log", "picker", "true cost")
@pytest.mark.parametrize("tool", TOOLS)
def test_the_key_tab_reaches_every_part_of_a_tool_and_leaves_it(
    chromium: Browser, real_site: Path, real_content: Content, tool: str
) -> None:
    place, steps = TOOLS[tool]
    page = opened(chromium, real_site, "zh", place)
    walk = steps(page, real_content.interface["zh"])
    for _ in range(5):
        next(walk, None)
    stops = page.evaluate(STOPS)
    page.evaluate("document.querySelector('.tool').tabIndex = -1")
    page.locator(".tool").first.focus()
    reached: set[int] = set()
    unseen = []
    for _ in range(4 * stops + 4):
        page.keyboard.press("Tab")
        inside, place_in_all, fault = page.evaluate(
            "() => { const it = document.activeElement, all = [...document.querySelectorAll('*')];"
            " const box = it.getBoundingClientRect();"
            " return [!!it.closest('.tool'), all.indexOf(it), box.width * box.height === 0 ? it.outerHTML : ''] }"
        )
        if not inside and len(reached) >= stops:
            break
        reached |= {place_in_all} if inside else set()
        unseen += [fault] if fault else []

    assert len(reached) == stops
    assert unseen == []
