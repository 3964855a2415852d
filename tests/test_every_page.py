"""
Everybody can use every page, and no page asks anybody else.

A page is opened once for all of this, since opening takes longer than looking.
Colours are judged on as many pages as it takes to see every shape of element;
`make nightly` judges them on all.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

import axe
import visiting

PARTS = 12
"""All pages are looked at in this many tests, so that two processes share them."""


@pytest.fixture(scope="module")
def pages(real_site: Path) -> dict[str, str]:
    return visiting.pages(real_site)


@pytest.fixture(scope="module")
def coloured(pages: dict[str, str]) -> frozenset[str]:
    return visiting.coloured(pages)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_can_be_used_fits_and_keeps_to_itself(
    chromium: Browser, real_address: str, pages: dict[str, str], coloured: frozenset[str], part: int
) -> None:
    """
    Axe finds nothing: A, AA, AAA contrast and best practice; both schemes, a phone and a desk.

    Nothing scrolls sideways. The console stays empty: no error, no report of the policy; every request is answered,
    and by us; nothing is kept.
    """
    context = chromium.new_context(reduced_motion="reduce")
    page, said = visiting.visitor(context, real_address)
    mine = list(pages)[part::PARTS]
    seen = {place: visiting.look(page, real_address + place, colours=place in coloured) for place in mine}
    kept = page.evaluate("[localStorage.length, sessionStorage.length]"), context.cookies()
    context.close()

    assert {place: each for place, each in seen.items() if each.axe or each.fit} == {}
    assert said == []
    assert kept == ([0, 0], [])


@pytest.mark.nightly
@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page_in_any_view(
    chromium: Browser, real_address: str, pages: dict[str, str], part: int
) -> None:
    """What the choice of pages for colours is a shorter way to."""
    context = chromium.new_context(reduced_motion="reduce")
    page, said = visiting.visitor(context, real_address)
    found = {}
    for place in list(pages)[part::PARTS]:
        page.goto(real_address + place)
        found[place] = axe.judge(page, colours=True)
    context.close()

    assert {place: findings for place, findings in found.items() if findings} == {}
    assert said == []
