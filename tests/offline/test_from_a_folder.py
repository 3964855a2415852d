"""The unpacked zip and the one file, opened from a disk in a real browser: no server, and for the file no script."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from axe import PHONE
from making import write
from sitebuild.model.content import Content
from sitebuild.offline import built_site, file_links, zip_site
from sitebuild.offline.rescue import rescue_page
from visiting import listen

PRINTED = "window.print = () => { window.printed = document.documentElement.className; };"
COPIED = "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); };"
ENGLISH = "en/help/first-hour/index.html"
CODES = ("zh", "en", "zh-Hant")


@pytest.fixture
def page(chromium: Browser) -> Page:
    """Return a page on a phone that notes what is printed and copied."""
    page = chromium.new_context(viewport=PHONE).new_page()
    for script in (PRINTED, COPIED):
        page.add_init_script(script)
    return page


@pytest.fixture
def folder(made: Path) -> Path:
    """Return the folder that unpacking the zip makes."""
    return made / zip_site.FOLDER


def test_a_guide_reads_and_leads_on_without_a_word_in_the_console(page: Page, folder: Path) -> None:
    asked, said = listen(page)
    page.goto((folder / "index.html").as_uri())
    page.locator(".doors a").first.click()
    page.wait_for_url((folder / "help/index.html").as_uri())

    assert page.locator("h1").inner_text()
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    assert said == []
    assert {url.split(":")[0] for url in asked} == {"file"}


def test_the_search_finds_and_opens_pages(page: Page, folder: Path) -> None:
    page.goto((folder / ENGLISH).as_uri())
    page.locator(".doors [data-search]").click()
    page.locator("#_query").fill("credit report is wrong")
    page.locator(".search__results a").first.click()

    page.wait_for_url((folder / "en").as_uri() + "/**/index.html*")
    assert "credit" in page.locator("h1").inner_text().lower()


def test_the_box_shortens_an_index(page: Page, folder: Path) -> None:
    page.goto((folder / "channels/index.html").as_uri())
    entries = page.locator("article details.entry:visible")
    before = entries.count()
    page.locator("#_filter").fill("12378")
    page.wait_for_function("() => document.querySelector('.filter [role=status]').textContent !== ''")

    assert 0 < entries.count() < before


def test_the_same_section_opens_in_the_other_languages(page: Page, folder: Path) -> None:
    page.goto((folder / ENGLISH).as_uri() + "#id-leaked")
    for code, place in (("zh", "help"), ("zh-Hant", "zh-Hant/help")):
        page.locator(f".languages a[lang={code}]").click()
        page.wait_for_url((folder / place / "first-hour/index.html").as_uri() + "#id-leaked")


def test_the_old_place_of_an_article_leads_to_its_new_one(page: Page, folder: Path) -> None:
    page.goto((folder / "laws/index.html").as_uri() + "#pipl-47")

    page.wait_for_url((folder / "laws/pipl/index.html").as_uri() + "#pipl-47")


def test_an_old_address_leads_to_its_new_page(page: Page, folder: Path, tmp_path: Path) -> None:
    """The handbook has moved no page yet, so this is one as the build makes it."""
    moved = '<meta http-equiv="refresh" content="0; url=../help/first/"><p><a href="../help/first/">there</a></p>'
    write(tmp_path, {"old/index.html": moved, "help/first/index.html": "<h1>here</h1>", "index.html": ""})
    site = built_site.open_site(tmp_path)
    write(tmp_path, {"old/index.html": file_links.adapted(moved, "old/index.html", site)})
    page.goto((tmp_path / "old/index.html").as_uri())

    page.wait_for_url((tmp_path / "help/first/index.html").as_uri())
    assert folder.is_dir()


def test_a_guide_is_printed(page: Page, folder: Path) -> None:
    page.goto((folder / ENGLISH).as_uri())
    page.locator(".page-facts__links [data-print=large]").click()

    assert "large" in page.evaluate("window.printed")


@pytest.mark.parametrize("code", CODES)
def test_a_letter_is_copied_and_printed(page: Page, folder: Path, code: str) -> None:
    prefix = "" if code == "zh" else f"{code}/"
    page.goto((folder / f"{prefix}letters/access/index.html").as_uri())
    buttons = page.locator("p.copy").first.locator("button")
    buttons.first.click()
    copied = page.evaluate("window.copied")
    buttons.last.click()

    assert copied.startswith("【公司】：")
    assert "one-letter" in page.evaluate("window.printed")


def test_a_plain_title_stays_from_page_to_page_and_numbers_stay_numbers(page: Page, folder: Path) -> None:
    page.goto((folder / ENGLISH).as_uri() + "?plain")
    title = page.title()
    numbers = page.locator('a[href^="tel:"]').evaluate_all("links => links.map(link => link.href)")
    page.locator(".doors a").first.click()
    page.wait_for_url((folder / "en/help/index.html").as_uri() + "?plain")

    assert page.title() == title
    assert not [number for number in numbers if "plain" in number]


@pytest.mark.parametrize("code", CODES)
def test_the_one_file_opens_without_a_script_and_asks_for_nothing(
    chromium: Browser, made: Path, real_content: Content, code: str
) -> None:
    page = chromium.new_context(viewport=PHONE, java_script_enabled=False, color_scheme="dark").new_page()
    asked, said = listen(page)
    address = (made / rescue_page.name(real_content, code)).as_uri()
    page.goto(address)
    page.locator("nav a").last.click()

    assert page.url == f"{address}#letters"
    assert page.locator("h2#letters").is_visible()
    # The style sheet is in force: its hash is the one that the policy allows.
    assert page.locator("pre").first.evaluate("each => getComputedStyle(each).whiteSpace") == "pre-wrap"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert asked == [address]
    assert said == []


def test_the_one_file_prints_whole_lines_and_no_dark_page(chromium: Browser, made: Path, real_content: Content) -> None:
    page = chromium.new_context(java_script_enabled=False, color_scheme="dark").new_page()
    page.goto((made / rescue_page.name(real_content, "en")).as_uri())
    page.emulate_media(media="print")

    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
    assert page.locator("pre").first.evaluate("each => getComputedStyle(each).breakInside") == "avoid"
