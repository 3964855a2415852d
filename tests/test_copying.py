"""The button that copies a message or a letter: what it gives, to whom it says so, and that it is not there in vain."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from axe import PHONE
from sitebuild.building import sendable
from sitebuild.building.blocks import fill
from sitebuild.model.content import Content
from sitebuild.model.page import Page as ContentPage
from sitebuild.text import front_matter, notation
from visiting import plans_of

NOTED = "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); };"
DENIED = "navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));"
NO_PRINTER = "window.print = () => {};"
LANGUAGES = {"zh": "", "en": "en/", "zh-Hant": "zh-Hant/"}


def opened(chromium: Browser, address: str, *scripts: str) -> Page:
    page = chromium.new_context(viewport=PHONE, permissions=["clipboard-read", "clipboard-write"]).new_page()
    for script in (NO_PRINTER, *scripts):
        page.add_init_script(script)
    page.goto(address)
    return page


def sent(content: Content, name: str) -> list[str]:
    """Return what the Chinese page sends, worked out from its Markdown."""
    page = content.page("zh", name)
    assert page
    return sendable.texts(fill.fill(page, front_matter.body(page.source), content, ""))


def has_plans(page: ContentPage) -> bool:
    """Tell whether a page holds texts that its script shows one after the other."""
    return any(marker.name == notation.PLANS for marker in page.markers)


@pytest.mark.parametrize("code", ["en", "zh-Hant"])
def test_what_plans_send_is_chinese_whatever_the_page(real_site: Path, real_content: Content, code: str) -> None:
    page = next(each for each in real_content.pages_in("zh") if has_plans(each))
    nodes = plans_of(real_site, code).css("[data-copy]")
    carried = [str(node.attributes["data-copy"]).replace("\u2028", "\n") for node in nodes]

    assert len(carried) > 50
    assert carried == sent(real_content, page.name)


@pytest.mark.parametrize(
    "code", [pytest.param(each, marks=[] if each == "zh" else [pytest.mark.nightly]) for each in LANGUAGES]
)
def test_every_button_gives_what_is_sent_in_chinese_whatever_the_page(
    chromium: Browser, real_address: str, real_content: Content, code: str
) -> None:
    page = opened(chromium, real_address, NOTED)
    names = [each.name for each in real_content.pages_in("zh") if sent(real_content, each.name) and not has_plans(each)]
    differing = {}
    for name in names:
        route = next(each.route for each in real_content.pages_in("zh") if each.name == name)
        page.goto(f"{real_address}/{LANGUAGES[code]}{route}")
        copied = page.evaluate(
            "[...document.querySelectorAll('p.copy')].map(bar => (bar.querySelector('button').click(), window.copied))"
        )
        if copied != sent(real_content, name):
            differing[name] = copied

    assert len(names) > 40
    assert differing == {}


def test_copying_is_announced(chromium: Browser, real_address: str, real_content: Content) -> None:
    page = opened(chromium, f"{real_address}/help/first-hour/", NOTED)
    bar = page.locator("p.copy").first

    bar.locator("button").first.click()

    assert bar.get_by_role("status").inner_text() == real_content.interface["zh"]["copied"]


def test_copying_works_where_the_clipboard_is_denied(
    chromium: Browser, real_address: str, real_content: Content
) -> None:
    """Old phones and strict settings: the text is selected and copied as by hand, and the focus stays."""
    page = opened(chromium, f"{real_address}/help/first-hour/", DENIED)
    bar = page.locator("p.copy").first

    bar.locator("button").first.press("Enter")
    bar.get_by_role("status").get_by_text(real_content.interface["zh"]["copied"]).wait_for()
    assert page.evaluate("document.activeElement.textContent") == bar.locator("button").first.inner_text()
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<textarea id=pasted></textarea>')")
    page.locator("#pasted").focus()
    page.keyboard.press("Control+V")

    pasted = "".join(page.locator("#pasted").input_value().split())
    assert pasted
    assert pasted in "".join(page.locator("p.copy + blockquote").first.inner_text().split())


def test_readers_of_traditional_characters_may_choose_them(chromium: Browser, real_address: str) -> None:
    page = opened(chromium, f"{real_address}/zh-Hant/help/first-hour/", NOTED)
    bar = page.locator("p.copy").first

    bar.locator("button").first.click()
    simplified = page.evaluate("window.copied")
    bar.locator("button").nth(1).click()
    copied = page.evaluate("window.copied")

    shown = "".join(page.locator("p.copy + blockquote").first.inner_text().split())
    assert len(copied) == len(simplified)
    assert copied != simplified
    assert "".join(copied.split()) in shown


def test_an_address_that_was_cut_off_stops_nothing(chromium: Browser, real_address: str) -> None:
    """Chats cut long addresses in the middle of a sign; the way out and the buttons are there all the same."""
    page = opened(chromium, f"{real_address}/help/first-hour/#50%")

    assert page.locator("p.copy").count() > 0


def test_without_scripts_no_button_is_there(chromium: Browser, real_address: str) -> None:
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(f"{real_address}/help/first-hour/")

    assert page.locator("p.copy").count() == 0


def test_no_page_carries_a_text_of_its_source_that_its_source_has_not(real_site: Path) -> None:
    """A page that is built in a way of its own sends its own words; all ours are built alike."""
    own = 'data-copy=""'
    carrying = [path for path in real_site.glob("en/**/index.html") if own in path.read_text(encoding="utf-8")]

    assert [path.relative_to(real_site).as_posix() for path in carrying] == []
