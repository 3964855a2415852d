"""A page is opened once, and everything that could be wrong with any page is looked for there."""

import json
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import BrowserContext, Page, ViewportSize
from selectolax.lexbor import LexborHTMLParser

import axe
from shapes import Judged
from sitebuild.building import tools

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

UNSEEN_IN_TABLES = """() => {
  document.documentElement.style.fontSize = ""
  document.querySelectorAll("main details").forEach(each => { each.open = true })
  const bare = [...document.querySelectorAll("article table")].filter(each => !each.closest(".table"))
  const wide = [...document.querySelectorAll(".table")].filter(box => box.scrollWidth > box.clientWidth)
  const cells = [...document.querySelectorAll(".table td")]
    .filter(cell => !cell.closest(".to-fill") && cell.checkVisibility())
    .filter(cell => { const box = cell.getBoundingClientRect()
      return box.width && (box.left < 0 || box.right > innerWidth || cell.scrollWidth > cell.clientWidth + 1) })
  const unnamed = [...document.querySelectorAll(".cards td")].filter(cell => !cell.hasAttribute("data-label"))
  return [...bare, ...wide, ...cells, ...unnamed].map(each => each.innerText.slice(0, 60)) }"""
"""What a table does not show on a phone, with all entries unfolded; it leaves the page unfolded."""


class Seen(NamedTuple):
    """What is wrong with one page."""

    axe: list[axe.Finding]
    fit: list[str]
    tables: list[str]


def listen(page: Page) -> tuple[list[str], list[str]]:
    """Return two lists that fill from now on: the addresses that a page asks for, and what its console says."""
    asked_for: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    return asked_for, said


def plans_of(site: Path, code: str) -> LexborHTMLParser:
    """Return what the script of the plans puts into the page of the picker."""
    script = (site / tools.plans(code, tools.PICKER)).read_text(encoding="utf-8")
    return LexborHTMLParser(json.loads(script[script.rindex(',"') + 1 : script.rindex(")")]))


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


class Visitor:
    """
    A page that axe can judge, and what it said and asked for.

    That is whatever appears in its console, every request that fails, and every one to another host. The page keeps
    its own policy.
    """

    def __init__(self, context: BrowserContext, address: str, judged: Judged) -> None:
        self.page = page = context.new_page()
        self.screen = axe.Screen(page)
        self._judged = judged
        self.said: list[str] = []
        page.on("console", lambda message: self._note(f"{page.url} {message.text}"))
        page.on("pageerror", lambda error: self._note(f"{page.url} {error}"))
        # Going on to the next page stops what was still on its way.
        page.on(
            "requestfailed",
            lambda request: None if request.failure == "net::ERR_ABORTED" else self._note(f"failed: {request.url}"),
        )
        page.on("response", lambda answer: self._note(f"{answer.status} {answer.url}") if answer.status > 399 else None)
        page.on("request", lambda request: None if request.url.startswith(address) else self._note(request.url))

    def _note(self, what: str) -> None:
        self.said.append(what)

    def look(self, url: str, *, with_axe: bool = True) -> Seen:
        """Open a page, and return what axe finds, where it does not fit, and what its tables hide on a phone."""
        self.page.goto(url)
        found = axe.judge(self.screen, self._judged) if with_axe else []
        return Seen(found, self._misfits(), self._hidden())

    def _misfits(self) -> list[str]:
        found = []
        for size, percent in _VIEWS:
            self.screen.resize(size)
            titles, visible, wider = fit = self.page.evaluate(_FIT, percent)
            if fit != _FITS:
                view = f"{size['width']} pixels, letters {percent} %"
                found.append(f"{view}: {titles} titles, {visible} of them visible; {wider} pixels to scroll sideways")
        return found

    def _hidden(self) -> list[str]:
        self.screen.resize(axe.PHONE)
        return list(self.page.evaluate(UNSEEN_IN_TABLES))
