"""What a form keeps on the device: nothing unless asked, until the day that it says, and how all of it is erased."""

import hashlib
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, expect

import axe
from axe import PHONE
from shapes import Judged
from sitebuild.model.content import Content

LANGUAGES = {"zh": "", "en": "en/", "zh-Hant": "zh-Hant/"}
KEPT = "Object.entries(localStorage)"
MOBILE = "138" + "0" * 8
DAYS = 30


@pytest.fixture(scope="module")
def judged() -> Judged:
    """Return the shapes that axe has judged here."""
    return Judged()


def log(context: BrowserContext, site: Path, code: str = "zh") -> Page:
    """Open the log as somebody has it who keeps a copy."""
    page = context.new_page()
    page.goto((site / LANGUAGES[code] / "tools/evidence-log/index.html").as_uri())
    return page


def add(page: Page, content: Content, code: str = "zh") -> None:
    page.locator("#_log-day").fill("2026-03-15")
    page.locator("#_log-words").fill("再不还就打给你爸")
    page.get_by_role("button", name=content.interface[code]["log_add"]).press("Enter")


def say(content: Content, key: str, code: str = "zh") -> str:
    return content.interface[code][f"remember_{key}"]


@pytest.mark.by_day("en")
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_log_is_kept_if_asked_until_a_day_that_it_says_and_one_button_erases_all(
    chromium: Browser, real_site: Path, real_content: Content, judged: Judged, code: str
) -> None:
    """From file://, by keyboard; axe finds nothing, nothing scrolls sideways."""
    context = chromium.new_context(viewport=PHONE, reduced_motion="reduce")
    page = log(context, real_site, code)
    add(page, real_content, code)
    before = page.evaluate(KEPT)
    page.get_by_label(say(real_content, "offer", code)).press("Space")
    add(page, real_content, code)
    ((name, value),) = page.evaluate(KEPT)
    until = date.fromtimestamp(int(value.split()[0]) / 1000)  # noqa: DTZ012 - of the same clock as today

    page = log(context, real_site, code)
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    rows = page.locator(".tool ol li").count()
    shown = page.get_by_text(str(until.day)).last.is_visible()
    screen = axe.Screen(page)
    faults = axe.judge(screen, judged)
    screen.resize(PHONE)
    wide = page.evaluate("document.documentElement.scrollWidth > 360")
    page.evaluate("localStorage.setItem('handbook-other', '9999999999999 {}')")
    page.evaluate("localStorage.setItem('another site', 'x')")
    page.get_by_role("button", name=say(real_content, "erase", code)).press("Enter")

    assert before == []
    assert name == "handbook-log"
    assert until == date.today() + timedelta(days=DAYS)  # noqa: DTZ011 - the reader's own day
    assert (rows, shown) == (2, True)
    assert (faults, wide) == ([], False)
    assert page.evaluate(KEPT) == [["another site", "x"]]
    assert page.locator(".tool ol li").count() == 0
    assert not page.get_by_label(say(real_content, "offer", code)).is_checked()
    assert page.get_by_text(say(real_content, "erased", code)).is_visible()
    # What copies on the device share is said where it is so.
    assert say(real_content, "file", code).strip() in page.locator(".tool").inner_text()
    assert [url for url in asked_for if not url.endswith("icon.svg")] == []


def test_leaving_from_any_page_erases_what_is_kept(chromium: Browser, real_site: Path, real_content: Content) -> None:
    context = chromium.new_context(viewport=PHONE)
    context.route("https://www.cma.gov.cn/**", lambda route: route.fulfill(body="<title>weather</title>"))
    page = log(context, real_site)
    page.get_by_label(say(real_content, "offer")).check()
    add(page, real_content)
    kept = len(page.evaluate(KEPT))
    other = context.new_page()
    other.goto((real_site / "help/first-hour/index.html").as_uri())
    other.locator("[data-leave]").click()
    other.wait_for_url("https://www.cma.gov.cn/")
    left = page.evaluate(KEPT)
    page.get_by_label(say(real_content, "offer")).check()
    page.locator("[data-leave]").click()
    page.wait_for_url("https://www.cma.gov.cn/")

    page.goto((real_site / "index.html").as_uri())

    assert (kept, left, page.evaluate(KEPT)) == (1, [], [])


def test_what_is_over_is_erased_at_the_next_visit_of_any_page(chromium: Browser, real_site: Path) -> None:
    page = chromium.new_context().new_page()
    page.goto((real_site / "index.html").as_uri())
    page.evaluate("localStorage.setItem('handbook-log', Date.now() - 1 + ' []')")
    page.evaluate("localStorage.setItem('handbook-broken', 'what')")
    page.evaluate("localStorage.setItem('handbook-next', Date.now() + 100000 + ' []')")
    page.goto((real_site / "en/help/first-hour/index.html").as_uri())

    assert page.evaluate("Object.keys(localStorage)") == ["handbook-next"]


def test_a_letter_keeps_no_more_of_a_number_than_it_says_and_is_cleared_with_its_form(
    chromium: Browser, real_site: Path, real_content: Content
) -> None:
    context = chromium.new_context(viewport=PHONE)

    def opened() -> Page:
        page = context.new_page()
        page.goto((real_site / "letters/access/index.html").as_uri())
        page.locator("p.copy").first.locator("button").nth(-2).press("Enter")
        return page

    page = opened()
    for name, typed in {"your-name": "张某", "phone-masked": MOBILE, "id-last-four": "1" * 14 + "000X"}.items():
        page.locator(f"#_letter-0-{name}").fill(typed)
    page.locator("#_letter-0-address-for-reply").fill("0" * 18)
    page.locator(".writer__line:not([hidden]) input[id]").nth(2).uncheck()
    page.get_by_label(say(real_content, "offer")).check()
    ((name, value),) = page.evaluate(KEPT)
    label = real_content.registers.words["zh"].fields["address-for-reply"].label
    named = page.get_by_text(real_content.interface["zh"]["writer_dropped"].format(names=label)).is_visible()
    page = opened()
    again = [page.locator(f"#_letter-0-{each}").input_value() for each in ("your-name", "phone-masked", "id-last-four")]
    ticked = page.locator(".writer__line:not([hidden]) input[id]").nth(2).is_checked()
    page.get_by_role("button", name=real_content.interface["zh"]["tool_clear"]).click()

    assert name == "handbook-access_letter-0"
    assert json.loads(value.partition(" ")[2])["values"]["phone-masked"] == "138****0000"
    assert "0" * 18 not in value
    # What is not kept is named.
    assert named
    assert "1" * 14 not in value
    assert again == ["张某", "138****0000", "000X"]
    assert not ticked
    assert page.evaluate(KEPT) == []
    assert page.locator("#_letter-0-your-name").input_value() == ""
    assert not page.get_by_label(say(real_content, "offer")).is_checked()


def test_tabs_keep_the_rows_of_each_other_and_what_one_erases_stays_erased(
    chromium: Browser, real_site: Path, real_content: Content
) -> None:
    context = chromium.new_context()
    first, second = log(context, real_site), log(context, real_site)
    rows = [page.locator(".tool ol li") for page in (first, second)]
    add(first, real_content)
    first.get_by_label(say(real_content, "offer")).check()
    add(second, real_content)
    second.locator("#_log-words").fill("又打来了")
    second.get_by_role("button", name=real_content.interface["zh"]["log_add"]).press("Enter")
    second.get_by_label(say(real_content, "offer")).check()
    expect(rows[0]).to_have_count(2)
    add(first, real_content)
    expect(rows[1]).to_have_count(3)
    second.get_by_role("button", name=say(real_content, "erase")).press("Enter")
    expect(first.get_by_label(say(real_content, "offer"))).not_to_be_checked()
    add(first, real_content)

    assert first.evaluate(KEPT) == []
    assert rows[0].count() == 4


def test_a_browser_that_keeps_nothing_says_so(chromium: Browser, real_site: Path, real_content: Content) -> None:
    context = chromium.new_context()
    context.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full') }")
    page = log(context, real_site)
    page.get_by_label(say(real_content, "offer")).click()

    assert page.get_by_text(say(real_content, "failed")).is_visible()
    assert not page.get_by_label(say(real_content, "offer")).is_checked()


# --- the fingerprint of files ----------------------------------------------------------------


def test_chosen_files_are_named_with_their_sha_256_and_nothing_of_them_leaves(
    chromium: Browser, real_site: Path, real_content: Content
) -> None:
    """From file://, where Chromium has the function: the page says in words where a browser has not."""
    page = log(chromium.new_context(), real_site)
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    files = {"03-录音.m4a": b"abc", "03-截图.png": b"\x00" * 100_000}
    page.locator("#_log-chosen").set_input_files(
        [FilePayload(name=name, mimeType="audio/mp4", buffer=data) for name, data in files.items()]
    )
    page.get_by_text(real_content.interface["zh"]["log_chosen_done"]).wait_for()
    written = page.locator("#_log-file").input_value()
    add(page, real_content)

    assert written == "; ".join(f"{name} SHA-256: {hashlib.sha256(data).hexdigest()}" for name, data in files.items())
    assert written in page.locator(".tool ol li").inner_text()
    assert page.locator("#_log-chosen").input_value() == ""
    assert [url for url in asked_for if not url.endswith("icon.svg")] == []


def test_an_address_without_encryption_says_why_there_is_no_fingerprint(
    chromium: Browser, real_site: Path, real_content: Content
) -> None:
    page = chromium.new_context().new_page()
    page.route(
        "http://plain.test/**",
        lambda route: route.fulfill(path=real_site / route.request.url.removeprefix("http://plain.test/")),
    )
    page.goto("http://plain.test/tools/evidence-log/index.html")
    page.locator("#_log-chosen").set_input_files(FilePayload(name="a", mimeType="text/plain", buffer=b"abc"))

    assert page.locator("#_log-chosen-fault").inner_text() == real_content.interface["zh"]["log_chosen_insecure"]
