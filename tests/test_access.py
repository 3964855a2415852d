"""Everybody can use the pages: axe on all of them, the keyboard, narrow and wide screens, no script."""

from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

PHONE, DESK = ViewportSize(width=360, height=740), ViewportSize(width=1280, height=900)
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]
"""The rules that a colour scheme can change; the others see the same page in both."""
# Nothing that these rules need is to be fetched first.
RUN = """async only => (await axe.run({runOnly: only, preload: false, resultTypes: ["violations"]})).violations
  .map(each => [each.id, ...each.nodes.slice(0, 3).map(node => node.target.join(" ") + node.failureSummary)])"""
PARTS = 12
"""All pages are looked at in this many tests, so that two processes share them."""


def places(site: Path) -> list[str]:
    """Return the address of every page, but for redirects, which send a browser on at once."""
    found = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html")))
    return [
        f"/{each.removesuffix('index.html')}"
        for each in found
        if 'http-equiv="refresh"' not in (site / each).read_text(encoding="utf-8")
    ]


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page(chromium: Browser, real_site: Path, real_address: str, part: int) -> None:
    """A, AA, AAA contrast and best practice; both schemes, a phone and a desk. The console stays empty."""
    # The checker is put into the page from outside, which the page's own policy would forbid.
    page = chromium.new_context(bypass_csp=True, reduced_motion="reduce").new_page()
    page.add_init_script(AXE)
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url} {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url} {error}"))
    found = []
    for place in places(real_site)[part::PARTS]:
        page.goto(real_address + place)
        for size in (PHONE, DESK):
            page.set_viewport_size(size)
            page.emulate_media(color_scheme="light")
            found += [(place, size["width"], "light", each) for each in page.evaluate(RUN, TAGS)]
            page.emulate_media(color_scheme="dark")
            found += [(place, size["width"], "dark", each) for each in page.evaluate(RUN, COLOURS)]
    page.context.close()

    assert found == []
    assert said == []


@pytest.mark.parametrize(
    ("colour", "faint"),
    [
        pytest.param("#000", False, id="black"),
        pytest.param("#666", True, id="enough for AA"),
        pytest.param("#aaa", True, id="not enough"),
    ],
)
def test_faint_text_is_seen_by_axe(chromium: Browser, colour: str, faint: bool) -> None:  # noqa: FBT001 - a row
    """Each of the two rules of contrast leaves the other one's faults alone, so both are needed."""
    page = chromium.new_context().new_page()
    # axe leaves a single letter out.
    text = f'<p style="color: {colour}; background: #fff">words</p>'
    page.set_content(f'<html lang="en"><title>t</title><main><h1>x</h1>{text}</main></html>')
    page.evaluate(AXE)
    found = [bool(page.evaluate(RUN, rules)) for rules in (TAGS, COLOURS)]
    page.context.close()

    assert found == [faint, faint]


def stops(page: Page, most: int = 60) -> list[str]:
    """Press Tab until the text begins; return what had the focus, by its words or its name."""
    found = []
    for _ in range(most):
        page.keyboard.press("Tab")
        name = page.evaluate(
            "(e => e.closest('main') ? '' : e.labels?.[0]?.innerText || e.innerText || e.name)(document.activeElement)"
        )
        if not name:
            break
        box = page.evaluate("(r => [r.x, r.width])(document.activeElement.getBoundingClientRect())")
        assert box[0] + box[1] > 0, f"{name} has the focus outside the screen"
        found.append(" ".join(name.split()))
    return found


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_keyboard_walks_the_head_in_order(chromium: Browser, real_address: str, scripts: bool) -> None:  # noqa: FBT001 - a row
    """The skip link first; a closed menu and closed lists take no stops."""
    page = chromium.new_context(viewport=PHONE, java_script_enabled=scripts).new_page()
    page.goto(f"{real_address}/help/first-hour/")
    # Without scripts the page cannot be asked, but its focus can be followed by the accessibility tree.
    if not scripts:
        page.keyboard.press("Tab")
        assert page.locator(".skip:focus").count() == 1
        page.context.close()
        return

    assert stops(page)[:4] == ["跳到正文", "网贷个人信息保护手册", "离开本站", "语言 Language"]
    page.context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_menu_opens_by_the_space_bar(chromium: Browser, real_address: str, scripts: bool) -> None:  # noqa: FBT001 - a row
    page = chromium.new_context(viewport=PHONE, java_script_enabled=scripts).new_page()
    page.goto(f"{real_address}/help/first-hour/")
    entry = page.locator("nav.menu a[href='../../faq/']")
    page.locator(".menu__switch").focus()

    page.keyboard.press("Space")
    entry.wait_for(state="visible")
    if scripts:
        page.keyboard.press("Escape")
        entry.wait_for(state="hidden")
        assert page.locator(".menu__switch:focus").count() == 1
    page.context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_list_of_languages_opens_by_the_keyboard(chromium: Browser, real_address: str, scripts: bool) -> None:  # noqa: FBT001 - a row
    page = chromium.new_context(viewport=PHONE, java_script_enabled=scripts).new_page()
    page.goto(f"{real_address}/help/first-hour/#id-leaked")
    page.locator(".languages summary").focus()

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{real_address}/en/help/first-hour/{'#id-leaked' if scripts else ''}")
    page.context.close()


@pytest.mark.parametrize(("width", "zoom"), [(320, 1), (640, 2)], ids=["320 pixels", "twice as large"])
def test_nothing_scrolls_sideways_on_any_page(
    chromium: Browser, real_site: Path, real_address: str, width: int, zoom: int
) -> None:
    """WCAG 1.4.10, and 1.4.4 with letters twice as large."""
    page = chromium.new_context(viewport=ViewportSize(width=width, height=700)).new_page()
    wide = []
    for place in places(real_site):
        page.goto(real_address + place)
        page.evaluate(f"document.documentElement.style.fontSize = '{zoom * 100}%'")
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(place)
    page.context.close()

    assert wide == []


def test_targets_are_large_enough(chromium: Browser, real_address: str) -> None:
    """WCAG 2.5.8: 24 by 24 pixels, links inside sentences excepted."""
    page = chromium.new_context(viewport=PHONE).new_page()
    page.goto(f"{real_address}/help/first-hour/")
    page.locator(".menu__label").click()
    page.locator(".languages summary").click()
    page.locator(".toc summary").click()

    small = page.evaluate(
        """[...document.querySelectorAll(
          ".head a, .head summary, .menu a, .menu__label, .toc a, .toc summary, button, .onward a")]
        .filter(e => e.checkVisibility()).map(e => [e.innerText, e.getBoundingClientRect()])
        .filter(([_, box]) => box.width < 24 || box.height < 24).map(([words]) => words)"""
    )
    page.context.close()

    assert small == []


def test_forced_colours_keep_every_sign(chromium: Browser, real_address: str) -> None:
    """The menu's sign is drawn by a background, which forced colours take away."""
    page = chromium.new_context(viewport=PHONE, forced_colors="active").new_page()
    page.goto(f"{real_address}/help/first-hour/")

    sign = page.evaluate("getComputedStyle(document.querySelector('.menu__label'), '::before').forcedColorAdjust")
    border = page.evaluate("getComputedStyle(document.querySelector('.admonition')).borderTopWidth")
    page.context.close()

    assert (sign, border) == ("none", "1px")
