"""
Everybody can use every page, and no page asks anybody else.

A page is opened once for all of this, since opening takes longer than looking.
What an element's shape decides, as its colours, is judged once; `make nightly`
judges everything on all pages.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import axe
import shapes
import visiting
from once import once
from shapes import Judged
from visiting import Visitor

PARTS = 12
"""All pages are looked at in this many tests, so that two processes share them."""
FEWEST = 8
"""How many shapes a page has that axe saw on none before, for axe to look at it by day; `make nightly` looks at all."""


@pytest.fixture(scope="module")
def pages(real_site: Path) -> list[str]:
    """
    Return the address of every page: one language after the other, since none has a shape of another one's.

    The largest come first, which have most of the shapes.
    """
    pages = visiting.pages(real_site)
    return sorted(
        pages, key=lambda place: (re.findall(r'<html[^>]*? lang="?([\w-]+)', pages[place]), -len(pages[place]))
    )


@pytest.fixture(scope="module")
def of_new_shapes(real_site: Path, shared: Path, pages: list[str]) -> list[str]:
    """Return pages that together have nearly all shapes of all pages: next, always the one that shows most new ones."""

    def choose(folder: Path) -> None:
        html = visiting.pages(real_site)
        shapes_of = {place: shapes.not_folded(html[place]) for place in pages}
        (folder / "pages.txt").write_text("\n".join(shapes.covering(shapes_of, FEWEST)), encoding="utf-8")

    return (once(shared / "pages-of-new-shapes", choose) / "pages.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def by_day(pages: list[str], of_new_shapes: list[str]) -> list[str]:
    """
    Return the pages that axe looks at, and every third page of the source, every sixth translated one, and some others.

    The largest of each language are among them; `make nightly` looks at all.
    """
    of_laws = [place for place in pages if re.search(r"/laws/.", place)]
    converted = [place for place in pages if place.startswith("/zh-Hant/") and place not in of_laws]
    translated = [place for place in pages if place.startswith("/en/") and place not in of_laws]
    written = [place for place in pages if place not in {*of_laws, *converted, *translated}]
    some = ((of_laws, 20), (converted, 16), (translated, 6), (written, 3))
    taken = {place for group, each in some for place in group[::each]} | {*of_new_shapes}
    return [place for place in pages if place in taken]


def slice_of(pages: list[str], part: int) -> list[str]:
    """Return the pages that are looked at in one test."""
    return pages[len(pages) * part // PARTS : len(pages) * (part + 1) // PARTS]


@pytest.fixture(scope="module")
def judged(shared: Path) -> Judged:
    """Return the shapes that have been judged: in whatever order the tests run, each judges what is left."""
    return Judged(shared / "judged.txt")


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_can_be_used_fits_and_keeps_to_itself(  # noqa: PLR0913, PLR0917 - fixtures
    chromium: Browser, real_address: str, by_day: list[str], of_new_shapes: list[str], judged: Judged, part: int
) -> None:
    """
    Axe finds nothing: A, AA, AAA contrast and best practice; both schemes, a phone and a desk.

    It looks at pages that together show nearly all there is; the others are opened without it.

    Nothing scrolls sideways, and no table hides a column on a phone. The console stays empty: no error, no report of
    the policy; every request is answered, and by us; nothing is kept.
    """
    _all_is_well(chromium, real_address, slice_of(by_day, part), judged, {*of_new_shapes})


@pytest.mark.nightly
@pytest.mark.parametrize("part", range(PARTS))
def test_the_other_pages_can_be_used_fit_and_keep_to_themselves(  # noqa: PLR0913, PLR0917 - fixtures
    chromium: Browser,
    real_address: str,
    pages: list[str],
    by_day: list[str],
    of_new_shapes: list[str],
    judged: Judged,
    part: int,
) -> None:
    """With those that axe did not look at by day."""
    left = [each for each in pages if each not in by_day or each not in of_new_shapes]
    _all_is_well(chromium, real_address, slice_of(left, part), judged, set(left))


def _all_is_well(chromium: Browser, address: str, places: list[str], judged: Judged, with_axe: set[str]) -> None:
    context = chromium.new_context(reduced_motion="reduce")
    visitor = Visitor(context, address, judged)
    seen = {place: visitor.look(address + place, with_axe=place in with_axe) for place in places}
    kept = visitor.page.evaluate("[localStorage.length, sessionStorage.length]"), context.cookies()

    assert {place: each for place, each in seen.items() if any(each)} == {}
    assert visitor.said == []
    assert kept == ([0, 0], [])


@pytest.mark.nightly
@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page_in_any_view(
    chromium: Browser, real_address: str, pages: list[str], part: int
) -> None:
    """What the choice of elements for colours is a shorter way to."""
    context = chromium.new_context(reduced_motion="reduce")
    visitor = Visitor(context, real_address, Judged())
    found = {}
    for place in slice_of(pages, part):
        visitor.page.goto(real_address + place)
        found[place] = axe.judge_all(visitor.screen)

    assert {place: findings for place, findings in found.items() if findings} == {}
    assert visitor.said == []
