"""axe in a page: what it looks for, in which views, and what it found there."""

from importlib.resources import files
from typing import Any, Literal, NamedTuple, cast

from playwright.sync_api import Page, ViewportSize

SCRIPT = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
PHONE, DESK = ViewportSize(width=360, height=740), ViewportSize(width=1280, height=900)
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]
"""
The rules that judge by colours alone.

A colour scheme can change what they find, and no other rule's. They take two
thirds of axe's time, and the shape of an element decides what they find.
"""
ALL: dict[str, Any] = {"runOnly": TAGS}
ONLY_COLOURS: dict[str, Any] = {"runOnly": COLOURS}
ALL_BUT_COLOURS: dict[str, Any] = {"runOnly": TAGS, "rules": {rule: {"enabled": False} for rule in COLOURS}}
# Nothing that these rules need is to be fetched first.
_RUN = """async options => (await axe.run({...options, preload: false, resultTypes: ["violations"]})).violations
  .map(each => [each.id, ...each.nodes.slice(0, 3).map(node => node.target.join(" ") + node.failureSummary)])"""


class Finding(NamedTuple):
    """What one rule objects to in one view of a page, and the first elements that it objects to."""

    width: int
    scheme: str
    rule: str
    elements: tuple[str, ...]


def run(page: Page, options: dict[str, Any]) -> list[list[str]]:
    """Return the names of rules, each with what they object to; the page must have the script."""
    return cast("list[list[str]]", page.evaluate(_RUN, options))


def judge(page: Page, *, colours: bool) -> list[Finding]:
    """Return what axe finds on an open page, on a phone and a desk; with its colours, in both schemes."""
    found = []
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        found += _findings(page, size["width"], "light", ALL if colours else ALL_BUT_COLOURS)
        if colours:
            found += _findings(page, size["width"], "dark", ONLY_COLOURS)
    return found


def _findings(page: Page, width: int, scheme: Literal["light", "dark"], options: dict[str, Any]) -> list[Finding]:
    page.emulate_media(color_scheme=scheme)
    return [Finding(width, scheme, rule, tuple(elements)) for rule, *elements in run(page, options)]
