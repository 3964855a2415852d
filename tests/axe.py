"""axe in a page: what it looks for, in which views, and what it found there."""

from importlib.resources import files
from typing import Any, Literal, NamedTuple, cast

from playwright.sync_api import Page, ViewportSize

import shapes
from shapes import Judged, Shown

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, Scheme] = ("light", "dark")
SCRIPT = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
PHONE, DESK = ViewportSize(width=360, height=740), ViewportSize(width=1280, height=900)
TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]
"""
The rules that judge by colours alone.

A colour scheme can change what they find, and no other rule's. They take two
thirds of axe's time, and the shape of an element decides what they find.
"""
BY_SHAPE = [
    "aria-allowed-attr",
    "aria-allowed-role",
    "aria-braille-equivalent",
    "aria-conditional-attr",
    "aria-deprecated-role",
    "aria-prohibited-attr",
    "aria-required-attr",
    "aria-required-parent",
    "aria-roledescription",
    "aria-roles",
    "aria-tab-name",
    "aria-text",
    "aria-valid-attr",
    "autocomplete-valid",
    "avoid-inline-spacing",
    "css-orientation-lock",
    "hidden-content",
    "landmark-contentinfo-is-top-level",
    "landmark-main-is-top-level",
    "nested-interactive",
    "tabindex",
    "valid-lang",
]
"""
Rules that judge an element by its own tag and attributes and those around it, and take long.

On a page without a shape of its own they would find what they found on another. All other rules ask what else is on
the page: what a label points to, which heading comes before, what stands beside.
"""


def _without(*rules: str) -> dict[str, Any]:
    return {"runOnly": TAGS, "rules": {rule: {"enabled": False} for rule in rules}}


ALL = _without()
ONLY_COLOURS: dict[str, Any] = {"runOnly": COLOURS}
ALL_BUT_COLOURS = _without(*COLOURS)
RELATIONS = _without(*COLOURS, *BY_SHAPE)
_IN_SIGHT = """() => [...document.querySelectorAll("*")]
  .map(each => each.checkVisibility({visibilityProperty: true}) ? each.localName : "")"""
# Nothing that these rules need is to be fetched first.
_RUN = """async ([options, numbers]) => {
  if (!window.axe) return null
  const all = document.querySelectorAll("*")
  const part = numbers ? {include: numbers.map(each => all[each])} : document
  const {violations} = await axe.run(part, {...options, preload: false, resultTypes: ["violations"]})
  return violations.map(each =>
    [each.id, ...each.nodes.slice(0, 3).map(node => node.target.join(" ") + node.failureSummary)]) }"""


class Finding(NamedTuple):
    """What one rule objects to in one view of a page, and the first elements that it objects to."""

    width: int
    scheme: str
    rule: str
    elements: tuple[str, ...]


class Screen:
    """A page of any size, to be judged."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._browser = page.context.new_cdp_session(page)

    def resize(self, size: ViewportSize) -> None:
        """Give the page another size; unlike Playwright's own way, without painting it before anybody looks."""
        self._browser.send("Emulation.setDeviceMetricsOverride", {**size, "deviceScaleFactor": 1, "mobile": False})

    def elements(self) -> list[Shown]:
        """Return all elements of the page as its scripts have left it."""
        return shapes.elements(self.page.content())

    def in_sight(self, elements: list[Shown]) -> list[Shown | None]:
        """Return the elements of the page, None where one is not in sight at this size."""
        tags = self.page.evaluate(_IN_SIGHT)
        pairs = list(zip(tags, elements, strict=True))
        assert all(tag in ("", each.tag) for tag, each in pairs), f"{self.page.url}: what it holds is not what it shows"
        return [each if tag else None for tag, each in pairs]


def run(page: Page, options: dict[str, Any], numbers: list[int] | None = None) -> list[list[str]]:
    """
    Return the names of rules, each with what they object to.

    With numbers, only the elements that have them are judged. A page gets the script when it is judged for the first
    time, since to read it takes as long as to open a page.
    """
    if (found := page.evaluate(_RUN, [options, numbers])) is None:
        page.evaluate(SCRIPT)
        found = page.evaluate(_RUN, [options, numbers])
    return cast("list[list[str]]", found)


def judge(screen: Screen, judged: Judged) -> list[Finding]:
    """
    Return what axe finds on an open page, on a phone and a desk; with colours, in both schemes.

    What an element's shape decides is judged of the shapes that have not been. What is related is judged on the
    phone; on a desk too, unless what only one of them shows was looked at on another page.
    """
    found = []
    elements = screen.elements()
    on_phone: list[Shown | None] = []
    for size in (PHONE, DESK):
        width = size["width"]
        screen.resize(size)
        # No scheme hides or shows anything; a test holds the style sheet to it.
        seen = screen.in_sight(elements)
        new = judged.new(width, seen)
        pairs = [pair for pair in zip(on_phone, seen, strict=False) if None in pair]
        differing = {each.shape for pair in pairs for each in pair if each is not None}
        on_phone = on_phone or seen
        if new or size is PHONE or judged.is_new(width, sorted(differing)):
            found += _findings(screen.page, width, "light", ALL_BUT_COLOURS if new else RELATIONS)
        if numbers := [number for number in new if shapes.has_colours(elements[number])]:
            for scheme in SCHEMES:
                found += _findings(screen.page, width, scheme, ONLY_COLOURS, numbers)
        judged.add(width, (elements[number] for number in new))
    return found


def judge_all(screen: Screen) -> list[Finding]:
    """Return what axe finds on an open page by all its rules, in every view."""
    found = []
    for size in (PHONE, DESK):
        screen.resize(size)
        for scheme in SCHEMES:
            found += _findings(screen.page, size["width"], scheme, ALL)
    return found


def _findings(
    page: Page, width: int, scheme: Scheme, options: dict[str, Any], numbers: list[int] | None = None
) -> list[Finding]:
    page.emulate_media(color_scheme=scheme)
    return [Finding(width, scheme, rule, tuple(elements)) for rule, *elements in run(page, options, numbers)]
