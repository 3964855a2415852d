"""The handbook itself in a real browser: what a reader's phone does with it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

FIRST_STEP = 560
"""How far below the top of a phone's screen of 740 px the first step of a help page may begin."""
PHONE, DESK = ViewportSize(width=360, height=740), ViewportSize(width=1280, height=900)


def opened(chromium: Browser, address: str, size: ViewportSize, *, scripts: bool = True) -> Page:
    page = chromium.new_context(viewport=size, java_script_enabled=scripts).new_page()
    page.goto(address)
    return page


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_menu_and_languages_work_on_a_phone(chromium: Browser, real_address: str, scripts: bool) -> None:  # noqa: FBT001 - a row
    """Old phones and careful people have no scripts."""
    page = opened(chromium, f"{real_address}/help/first-hour/", PHONE, scripts=scripts)

    entry = page.locator("nav.menu a[href='../../glossary/']")
    assert not entry.is_visible()
    page.locator(".menu__label").click()
    entry.wait_for(state="visible")
    page.locator(".languages a[hreflang=en]").click()

    assert page.url == f"{real_address}/en/help/first-hour/"


@pytest.mark.parametrize(("path", "scheme"), [("/", "light"), ("/", "dark"), ("/en/", "dark")])
def test_the_scheme_of_the_device_is_followed(chromium: Browser, real_address: str, path: str, scheme: str) -> None:
    """Somebody who reads at night is not dazzled."""
    page = chromium.new_context(color_scheme="dark" if scheme == "dark" else "light").new_page()
    page.goto(real_address + path)

    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")

    dark = max(int(part) for part in colour[4:-1].split(",")[:3]) < 64
    assert dark == (scheme == "dark")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_question_leads_from_the_index_to_its_answer(chromium: Browser, real_address: str, scripts: bool) -> None:  # noqa: FBT001 - a row
    page = opened(chromium, f"{real_address}/faq/", PHONE, scripts=scripts)
    group, entry = page.locator("details.group").first, page.locator("details.question").first
    assert not entry.is_visible()

    group.locator("> summary").click()
    question = entry.locator("summary").inner_text()
    entry.locator("summary").click()
    entry.locator("p a").last.click()

    anchor = page.url.partition("#")[2]
    assert page.locator(f"#{anchor}").inner_text().strip() == question


def test_a_phone_number_can_be_dialled(chromium: Browser, real_address: str) -> None:
    page = opened(chromium, f"{real_address}/", PHONE)

    assert page.locator("article a[href='tel:110']").first.is_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_page_prints_its_text_and_nothing_around_it(chromium: Browser, real_address: str, scripts: bool) -> None:  # noqa: FBT001 - a row
    """On paper nobody can open a menu; the text is black, and stands on white in the dark scheme too."""
    page = opened(chromium, f"{real_address}/letters/delete/", DESK, scripts=scripts)
    page.emulate_media(media="print", color_scheme="dark")

    assert page.locator("article h2").first.is_visible()
    frame = (".menu", ".toc", ".languages", ".leave", ".crumbs", ".onward", ".copy")
    assert [each for each in frame if page.locator(each).first.is_visible()] == []
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize(
    "prefix", ["", *(pytest.param(each, marks=pytest.mark.nightly) for each in ("en/", "zh-Hant/"))]
)
def test_the_first_step_of_a_help_page_is_in_the_first_screen(
    chromium: Browser, real_site: Path, real_address: str, prefix: str
) -> None:
    """Who was called ten minutes ago does not scroll through an introduction."""
    page = chromium.new_context(viewport=PHONE).new_page()
    routes = [found.parent.relative_to(real_site) for found in (real_site / prefix / "help").rglob("index.html")]
    tops = {}
    for route in routes:
        page.goto(f"{real_address}/{route.as_posix()}/")
        first = page.locator("article ol li, article .choices li, article .walk summary").first
        tops[route.as_posix()] = first.evaluate("item => item.getBoundingClientRect().top")

    assert tops
    assert {route: top for route, top in tops.items() if top > FIRST_STEP} == {}


@pytest.mark.parametrize("prefix", ["", "en/", "zh-Hant/"])
def test_the_card_for_the_desk_prints_on_one_sheet(chromium: Browser, real_address: str, prefix: str) -> None:
    """Nobody at a reception turns a page while the telephone rings."""
    page = opened(chromium, f"{real_address}/{prefix}help/desk-card/", DESK)

    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1
