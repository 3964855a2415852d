"""Everybody can use the pages: faint text is seen, the keyboard, large targets, forced colours; see test_every_page."""

import pytest
from playwright.sync_api import Browser, Page

import axe
from axe import PHONE


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
    found = [bool(axe.run(page, rules)) for rules in (axe.ALL, axe.ONLY_COLOURS, axe.ALL_BUT_COLOURS)]

    assert found == [faint, faint, False]


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
        return

    assert stops(page)[:4] == ["跳到正文", "离开本站", "网贷个人信息保护手册", "English"]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_menu_opens_by_the_space_bar(chromium: Browser, real_address: str, scripts: bool) -> None:  # noqa: FBT001 - a row
    page = chromium.new_context(viewport=PHONE, java_script_enabled=scripts).new_page()
    page.goto(f"{real_address}/help/first-hour/")
    entry = page.locator("nav.menu a[href='../../glossary/']")
    page.locator(".menu__switch").focus()

    page.keyboard.press("Space")
    entry.wait_for(state="visible")
    if scripts:
        page.keyboard.press("Escape")
        entry.wait_for(state="hidden")
        assert page.locator(".menu__switch:focus").count() == 1


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_other_languages_are_links_in_sight_and_keep_the_section(
    chromium: Browser,
    real_address: str,
    scripts: bool,  # noqa: FBT001 - a row
) -> None:
    page = chromium.new_context(viewport=PHONE, java_script_enabled=scripts).new_page()
    page.goto(f"{real_address}/help/first-hour/#id-leaked")
    page.locator(".languages a[hreflang=en]").focus()

    page.keyboard.press("Enter")
    page.wait_for_url(f"{real_address}/en/help/first-hour/{'#id-leaked' if scripts else ''}")


def test_targets_are_large_enough(chromium: Browser, real_address: str) -> None:
    """WCAG 2.5.8: 24 by 24 pixels, links inside sentences excepted."""
    page = chromium.new_context(viewport=PHONE).new_page()
    page.goto(f"{real_address}/help/first-hour/")
    page.locator(".menu__label").click()
    page.locator(".toc summary").click()

    small = page.evaluate(
        """[...document.querySelectorAll(
          ".leave, .head a, .emergency a, .menu a, .crumbs a, .menu__label, .toc a, .toc summary, button, .onward a")]
        .filter(e => e.checkVisibility()).map(e => [e.innerText, e.getBoundingClientRect()])
        .filter(([_, box]) => box.width < 24 || box.height < 24).map(([words]) => words)"""
    )

    assert small == []


def test_forced_colours_keep_every_sign(chromium: Browser, real_address: str) -> None:
    """The menu's sign is drawn by a background, which forced colours take away."""
    page = chromium.new_context(viewport=PHONE, forced_colors="active").new_page()
    page.goto(f"{real_address}/help/first-hour/")

    sign = page.evaluate("getComputedStyle(document.querySelector('.menu__label'), '::before').forcedColorAdjust")
    border = page.evaluate("getComputedStyle(document.querySelector('.admonition')).borderTopWidth")

    assert (sign, border) == ("none", "1px")
