"""A page is opened once, and everything that could be wrong with any page is looked for there."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import BrowserContext, Page, ViewportSize

import axe
import shapes

_VIEWS = [
    (axe.DESK, 100),
    (axe.PHONE, 100),
    # WCAG 1.4.10, and 1.4.4 with letters twice as large.
    (ViewportSize(width=320, height=700), 100),
    (ViewportSize(width=640, height=700), 200),
]
"""Screens that a page must fit into, and the size of its letters in percent."""
_FIT = """percent => {
    const root = document.documentElement
    root.style.fontSize = `${percent}%`
    const titles = [...document.querySelectorAll("h1")]
    const shown = titles.filter(each => each.checkVisibility({visibilityProperty: true}) && each.offsetHeight)
    return [titles.length, shown.length, root.scrollWidth - root.clientWidth] }"""
_FITS = [1, 1, 0]
"""One title, which is visible, and nothing to scroll sideways to."""


class Seen(NamedTuple):
    """What is wrong with one page."""

    axe: list[axe.Finding]
    fit: list[str]


def places(site: Path) -> list[str]:
    """Return the address of every page, but for redirects, which send a browser on at once."""
    return list(pages(site))


def pages(site: Path) -> dict[str, str]:
    """Return the HTML of every page by its address, but for redirects."""
    found = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    return {
        f"/{name.removesuffix('index.html')}": html
        for name, html in sorted(found.items())
        if 'http-equiv="refresh"' not in html
    }


def coloured(pages: Mapping[str, str]) -> frozenset[str]:
    """Return the places whose colours are judged: every shape that an element has is on one of them."""
    return frozenset(shapes.chosen({place: shapes.shapes(html) for place, html in pages.items()}))


def visitor(context: BrowserContext, address: str) -> tuple[Page, list[str]]:
    """
    Return a page that has axe, and a list that will say what it says and asks for.

    That is whatever appears in its console, every request that fails, and every one to another host. The page keeps
    its own policy.
    """
    page = context.new_page()
    page.add_init_script(axe.SCRIPT)
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url} {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url} {error}"))
    # Going on to the next page stops what was still on its way.
    page.on(
        "requestfailed",
        lambda request: None if request.failure == "net::ERR_ABORTED" else said.append(f"failed: {request.url}"),
    )
    page.on("response", lambda answer: said.append(f"{answer.status} {answer.url}") if answer.status > 399 else None)
    page.on("request", lambda request: None if request.url.startswith(address) else said.append(request.url))
    return page, said


def look(page: Page, url: str, *, colours: bool) -> Seen:
    """Open a page, and return what axe finds and where it does not fit."""
    page.goto(url)
    return Seen(axe.judge(page, colours=colours), _misfits(page))


def _misfits(page: Page) -> list[str]:
    found = []
    for size, percent in _VIEWS:
        page.set_viewport_size(size)
        titles, visible, wider = fit = page.evaluate(_FIT, percent)
        if fit != _FITS:
            view = f"{size['width']} pixels, letters {percent} %"
            found.append(f"{view}: {titles} titles, {visible} of them visible; {wider} pixels to scroll sideways")
    return found
