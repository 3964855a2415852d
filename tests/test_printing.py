"""The handbook on paper: how many sheets a letter, a form or a guide takes, and what each leaves room for."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import segno
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from playwright.sync_api import Browser, Page

from making import ROOT
from sitebuild.building import qr_code

LANGUAGES = ("", "en/", "zh-Hant/")
ONE_SHEET = ("help/first-hour", "tools/evidence-log", "tools/true-cost", "tools/permission-check")
GUIDES = ("help", "rights", "collection", "platforms", "accounts", "reporting")
SHORT_GUIDES = ("help/phone-lost", "help/contacts-called", "help/scam-transfer", "help/family-and-colleagues")
"""Each takes a little more than one sheet, unless it is printed more closely."""
LONG_GUIDES = ("help/phone-scripts", "help/harassing-calls")
"""They take most room on paper: each needs the second sheet."""
_MM = 96 / 25.4
_SHEET = re.compile(rb"/Type\s*/Page\b")
_ROOMS = """() => [...document.querySelectorAll(".sheet .room")].map(each => {
    const { width, height } = each.getBoundingClientRect()
    return [width, height - each.querySelector("small").getBoundingClientRect().height] })"""


def sheets(page: Page) -> int:
    """Return how many sheets a printer takes for what is shown."""
    return len(_SHEET.findall(page.pdf(prefer_css_page_size=True)))


def visitor(chromium: Browser, *, scripts: bool = True) -> Page:
    """Return a page whose printer does nothing, so that what would be printed can be looked at."""
    page = chromium.new_context(java_script_enabled=scripts).new_page()
    page.add_init_script("window.print = () => {}")
    return page


def signed(page: Page, guide: str) -> None:
    """Put on a page what paper says of its address once the site has one; the tests' own site has none."""
    templates = Environment(loader=FileSystemLoader(ROOT / "overrides/partials"), autoescape=True)
    on_paper = qr_code.on_paper(f"https://handbook.example/{guide}/")
    assert on_paper
    shown = replace(on_paper, code=Markup(on_paper.code))  # noqa: S704 - drawn by us
    trust, not_advice = page.locator(".foot > p").all_text_contents()[:2]
    words = {"trust": trust, "not_advice": not_advice}
    # The built sheet has no rules for what is on no page of its site.
    page.evaluate(
        "css => { const own = new CSSStyleSheet(); own.replaceSync(css); document.adoptedStyleSheets = [own] }",
        (ROOT / "overrides/assets/stylesheets/print.css").read_text(encoding="utf-8"),
    )
    html = templates.get_template("on_paper.html").render(
        on_paper=shown, words=words, config={"copyright": "CC BY-SA 4.0"}
    )
    page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", html)


def too_long(page: Page, address: str, guides: list[str], most: int) -> list[str]:
    """Return which guides take more sheets than `most`, each sheet with the address at its foot."""
    found = []
    for guide in guides:
        page.goto(f"{address}/{guide}/")
        signed(page, guide)
        if (taken := sheets(page)) > most:
            found.append(f"{guide}: {taken}")
    return found


def guides(site: Path, folder: str) -> list[str]:
    """Return the addresses of the guides of a folder of the site, without slashes around them."""
    files = sorted((site / folder).glob("**/index.html"))
    assert files, folder
    written = [file for file in files if 'http-equiv="refresh"' not in file.read_text(encoding="utf-8")]
    return [file.parent.relative_to(site).as_posix() for file in written]


# What is sent is the same Chinese in every language: the others are printed at night.
@pytest.mark.parametrize(
    "language", [pytest.param(each, marks=[pytest.mark.nightly] if each else []) for each in LANGUAGES]
)
def test_a_letter_prints_on_one_sheet_with_room_to_write(
    chromium: Browser, real_site: Path, real_address: str, language: str
) -> None:
    page = visitor(chromium)
    wrong, printed = [], 0

    for letter in guides(real_site, f"{language}letters"):
        page.goto(f"{real_address}/{letter}/")
        for number in range(page.locator(".copy:has(+ .letter)").count()):
            page.locator(".copy:has(+ .letter)").nth(number).locator("button").last.click()
            size = float(page.evaluate("parseFloat(document.querySelector('.sheet').style.fontSize)"))
            rooms = page.evaluate(_ROOMS)
            narrow = [room for room in rooms if room[0] < 29.9 * _MM or room[1] < 8.9 * _MM]
            taken, printed = sheets(page), printed + 1
            if taken != 1 or size < 10.5 or narrow:
                wrong.append(f"{letter} {number}: {taken} sheets, {size} pt, {narrow}")
            page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert wrong == []
    assert printed > 30


@pytest.mark.parametrize(
    ("language", "scripts"),
    [("", True), ("", False), ("en/", True), ("en/", False), ("zh-Hant/", True)],
)
def test_what_people_carry_along_or_write_on_is_one_sheet(
    chromium: Browser,
    real_address: str,
    language: str,
    scripts: bool,  # noqa: FBT001 - a row
) -> None:
    page = visitor(chromium, scripts=scripts)

    assert too_long(page, real_address, [language + name for name in ONE_SHEET], 1) == []


def test_what_would_take_a_second_sheet_for_a_few_lines_takes_one(chromium: Browser, real_address: str) -> None:
    page = visitor(chromium, scripts=False)

    assert too_long(page, real_address, [*SHORT_GUIDES, "en/help/family-and-colleagues"], 1) == []


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_guide_takes_two_sheets_without_scripts_too(chromium: Browser, real_address: str, language: str) -> None:
    page = visitor(chromium, scripts=False)

    assert too_long(page, real_address, [language + name for name in LONG_GUIDES], 2) == []


@pytest.mark.parametrize(
    "folder",
    [
        # Converted pages are as long as their source, sign for sign, and a translation follows it: printed at night.
        pytest.param(language + folder, marks=[pytest.mark.nightly] if language else [])
        for language in LANGUAGES
        for folder in GUIDES
    ],
)
def test_a_guide_takes_two_sheets(chromium: Browser, real_site: Path, real_address: str, folder: str) -> None:
    page = visitor(chromium)

    assert too_long(page, real_address, guides(real_site, folder), 2) == []


def test_a_page_that_takes_three_sheets_is_told(chromium: Browser, real_address: str) -> None:
    """The planted fault: the same count finds a page that is set in large letters."""
    page = visitor(chromium)
    page.add_init_script(
        "document.addEventListener('DOMContentLoaded', () => document.documentElement.classList.add('large'))"
    )

    assert len(too_long(page, real_address, list(LONG_GUIDES), 2)) == len(LONG_GUIDES)


@pytest.mark.parametrize(("button", "shown"), [("[data-print='']", False), ("[data-print=all]", True)])
def test_sources_and_questions_are_printed_by_the_second_button_alone(
    chromium: Browser,
    real_address: str,
    button: str,
    shown: bool,  # noqa: FBT001 - a row
) -> None:
    page = visitor(chromium)
    page.goto(f"{real_address}/letters/delete/")
    page.emulate_media(media="print")
    page.evaluate("window.print = () => { window.seen = document.querySelector('#sources').checkVisibility() }")

    page.evaluate("name => document.querySelector(name).click()", button)

    assert page.evaluate("window.seen") == shown
    assert page.locator("article #letter").is_visible()


_SMALLEST = """() => {
  const sizes = []
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    const box = walk.currentNode.parentElement
    if (walk.currentNode.data.trim() && !box.closest("svg, sup") && box.checkVisibility())
      sizes.push([parseFloat(getComputedStyle(box).fontSize) * 0.75, walk.currentNode.data.trim().slice(0, 30)])
  }
  return sizes.sort((one, other) => one[0] - other[0])[0] }"""


@pytest.mark.by_day("")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("large", [False, True], ids=["as it is", "large"])
def test_no_letter_on_paper_is_under_nine_points_and_large_print_has_eighteen(
    chromium: Browser,
    real_address: str,
    language: str,
    large: bool,  # noqa: FBT001 - a row
) -> None:
    page = visitor(chromium)
    small = []
    for guide in ("help/frozen-account", "help/phone-scripts", "help/which-door", *ONE_SHEET, "accounts"):
        page.goto(f"{real_address}/{language}{guide}/")
        page.evaluate("large => document.documentElement.classList.toggle('large', large)", large)
        page.emulate_media(media="print")
        if large:
            page.evaluate("document.querySelector('.foot').remove()")
        size, text = page.evaluate(_SMALLEST)
        page.emulate_media(media="screen")
        if size < (18 if large else 9) - 0.01:
            small.append(f"{guide}: {size} pt, {text}")

    assert small == []


@pytest.mark.parametrize("kind", ["all", "large"])
def test_what_a_button_prints_stays_until_the_dialog_is_closed_and_nothing_after_that(
    chromium: Browser, real_address: str, kind: str
) -> None:
    """On phones `print()` returns at once, while the dialog is still open and the sheet not made."""
    page = visitor(chromium)
    page.goto(f"{real_address}/help/for-parents/")
    page.evaluate("window.print = () => {}")

    page.evaluate("kind => document.querySelector(`[data-print=${kind}]`).click()", kind)
    printed = page.evaluate("document.documentElement.className").split()
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert kind in printed
    assert kind not in page.evaluate("document.documentElement.className").split()


def test_entries_that_printing_opened_are_folded_again(chromium: Browser, real_address: str) -> None:
    page = visitor(chromium)
    page.goto(f"{real_address}/faq/")
    page.evaluate("document.querySelector('main details').open = true")
    count = "() => document.querySelectorAll('main details[open]').length"
    before = page.evaluate(count)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = page.evaluate(count)
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert printed > before > 0
    assert page.evaluate(count) == before


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_every_sheet_says_its_address_where_the_site_has_one(
    chromium: Browser,
    real_address: str,
    scripts: bool,  # noqa: FBT001 - a row
) -> None:
    """A sheet that gets lost from its others can still be traced; the rows at the end of a table come on each."""
    page = visitor(chromium, scripts=scripts)
    page.goto(f"{real_address}/reporting/court/")
    assert page.locator(".on-paper").count() == 0
    page.emulate_media(media="print")
    signed(page, "reporting/court")

    # A link in the foot is written into the file for each sheet that shows it.
    page.locator(".on-paper p").evaluate("foot => { foot.innerHTML = '<a href=https://sheet.example/>here</a>' }")
    printed = page.pdf(prefer_css_page_size=True)
    once = page.pdf(prefer_css_page_size=True, page_ranges="1")

    assert len(_SHEET.findall(printed)) > 1
    assert printed.count(b"https://sheet.example/") >= len(_SHEET.findall(printed))
    assert b"https://sheet.example/" in once


def test_the_log_lies_on_the_long_side_and_its_rows_can_be_written_in(chromium: Browser, real_address: str) -> None:
    page = visitor(chromium)
    page.goto(f"{real_address}/tools/evidence-log/")

    width, height = re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", page.pdf(prefer_css_page_size=True)).groups()  # type: ignore[union-attr]
    page.emulate_media(media="print")
    rows = page.evaluate("""() => [...document.querySelectorAll("tr:has(td:empty)")]
        .filter(each => each.checkVisibility()).map(each => each.offsetHeight)""")

    assert float(width) > float(height)
    assert len(rows) > 12
    assert min(rows) >= 9 * _MM - 1


def test_paper_names_the_address_of_the_page_once_the_site_has_one() -> None:
    shown = qr_code.on_paper("https://handbook.example/help/first-hour/")

    assert shown
    assert shown.address == "handbook.example/help/first-hour/"
    assert shown.code.startswith("<svg ")


@pytest.mark.parametrize("address", ["", "http://127.0.0.1:8000/help/", "http://localhost/help/"])
def test_paper_sends_nobody_to_somebodys_own_machine(address: str) -> None:
    assert qr_code.on_paper(address) is None


def test_a_code_says_the_address() -> None:
    """Every dark square of the drawing is one of the code of that address, and no other."""
    address = "https://handbook.example/help/first-hour/"

    drawn = dark_squares(qr_code.svg(address))

    matrix = segno.make_qr(address, error="m").matrix
    assert drawn == {(x, y) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}
    assert drawn != dark_squares(qr_code.svg(address + "x"))


def dark_squares(svg: str) -> set[tuple[int, int]]:
    """Return the squares that the strokes of a code cover: h draws one row's run, m moves on from there."""
    x, y, squares = 0, 0.0, set()
    path = re.search(r' d="([^"]*)"', svg)
    assert path
    for step, first, second in re.findall(r"([Mmh])(-?[\d.]+)(?:[ ,](-?[\d.]+))?", path[1]):
        if step == "h":
            squares |= {(x + each, int(y)) for each in range(int(first))}
            x += int(first)
        else:
            x, y = (0 if step == "M" else x) + int(first), (0.0 if step == "M" else y) + float(second)
    return squares
