"""The ways of four readers, on a telephone, from the first page to what they came for, with their taps counted."""

import pytest
from playwright.sync_api import Browser, Page

from axe import PHONE
from sitebuild.model.content import Content
from sitebuild.text import formatting
from test_copying import LANGUAGES, NOTED
from test_printing import sheets

MOST = 4
"""Taps: who needs more has given up."""
_STAY = """addEventListener("click", event => {
  const link = event.target.closest("a[href^='tel:']")
  if (link) { event.preventDefault(); window.rung = link.getAttribute("href") } })
window.print = () => { window.printed = true }"""

WAYS = {
    # Whose contacts were all called, and who wants to send them a message.
    "borrower": ("main a[href$='help/contacts-called/']", "p.copy button"),
    # Whose son owes somebody: which kind of lender, and whom she may call about it.
    "mother": (
        "main a[href$='help/which-door/']",
        ".toc summary",
        ".toc a[href='#lender-door']",
        ".dials a[href='{tel}']",
    ),
    # Whose switchboard rings all day, and who sends the lender the letter of an employer.
    "personnel": (
        "main a[href$='help/desk-card/']",
        "main a[href$='letters/family-notice/#workplace']",
        "#workplace ~ .copy:has(+ .letter) button:last-of-type",
    ),
    # Who gives somebody at the counter the pages to take home.
    "legal aid": ("main a[href$='help/threats-and-visits/']", "[data-print='']"),
}


def taken(chromium: Browser, address: str, way: tuple[str, ...], tel: str = "") -> Page:
    """Return the page where a way of taps ends; `tel` is the link that calls whom the way ends with."""
    page = chromium.new_context(viewport=PHONE, has_touch=True).new_page()
    page.add_init_script(NOTED)
    page.add_init_script(_STAY)
    page.goto(address)
    for tap in way:
        page.locator(tap.replace("{tel}", tel)).first.tap()
    return page


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=[*LANGUAGES])
def test_the_borrower_has_a_message_to_send(chromium: Browser, real_address: str, prefix: str) -> None:
    page = taken(chromium, f"{real_address}/{prefix}", WAYS["borrower"])
    copied = page.evaluate("window.copied")
    if prefix == LANGUAGES["zh-Hant"]:  # what is sent is in Simplified characters, unless somebody chooses otherwise
        page.goto(f"{real_address}/help/contacts-called/")
    message = page.locator("p.copy + blockquote").first.inner_text()

    # What a translation says beside it is for the reader.
    assert copied
    assert "".join(copied.split()) in "".join(message.split())


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=[*LANGUAGES])
def test_the_mother_rings_who_watches_over_the_lender(
    chromium: Browser, real_address: str, real_content: Content, prefix: str
) -> None:
    number = formatting.digits(real_content.registers.channels["12378"].numbers["main"])
    page = taken(chromium, f"{real_address}/{prefix}", WAYS["mother"], f"tel:{number}")

    assert page.evaluate("window.rung") == f"tel:{number}"


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=[*LANGUAGES])
def test_the_personnel_office_holds_its_letter_on_one_sheet(chromium: Browser, real_address: str, prefix: str) -> None:
    page = taken(chromium, f"{real_address}/{prefix}", WAYS["personnel"])

    assert page.evaluate("window.printed")
    assert page.locator(".sheet").count() == 1
    assert sheets(page) == 1


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=[*LANGUAGES])
def test_the_volunteer_prints_two_sheets_to_take_home(chromium: Browser, real_address: str, prefix: str) -> None:
    page = taken(chromium, f"{real_address}/{prefix}", WAYS["legal aid"])

    assert page.evaluate("window.printed")
    assert sheets(page) <= 2


def test_none_of_them_taps_too_often() -> None:
    assert {reader: len(way) for reader, way in WAYS.items() if len(way) > MOST} == {}


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=[*LANGUAGES])
def test_a_message_to_those_who_were_called_is_copied_on_the_first_screens(
    chromium: Browser, real_address: str, prefix: str
) -> None:
    """The button stands above the message; what warns of something stands above both."""
    page = taken(chromium, f"{real_address}/{prefix}", WAYS["borrower"][:1])
    button = page.locator("p.copy button").first.bounding_box()

    assert button
    assert button["y"] + button["height"] < PHONE["height"]
