"""The picker of situations in a browser: every way ends in a plan, and answers stay in the page."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborNode

import axe
from axe import PHONE
from shapes import Judged
from sitebuild.model.content import Content
from sitebuild.model.plans import URGENT, ways
from visiting import listen, plans_of

LANGUAGES = {"zh": "", "en": "en/", "zh-Hant": "zh-Hant/"}
ADDRESS = "tools/situation-picker/index.html"
NOTED = "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); };"
NO_PRINTER = "window.print = () => {};"
SITUATION = "contacts-called"
LIGHT = 40_000
"""How many bytes the page has at most without the plans."""
_SHEET = re.compile(rb"/Type\s*/Page\b")
WALK = """async ways => {
  const press = text => [...document.querySelectorAll(".picker button")].find(each => each.textContent === text).click()
  const back = () => new Promise(done => { addEventListener("popstate", done, {once: true}); history.back() })
  const heads = []
  for (const taps of ways) {
    for (const text of taps) press(text)
    const plan = document.querySelector(".picker .plan")
    heads.push([plan ? plan.querySelectorAll("li, p").length : 0, plan && plan.querySelector("h4").textContent])
    for (const _ of taps) await back()
  }
  return heads }"""
"""Takes ways to plans by pressing buttons, goes back from each to where it began, and tells what the plans hold."""


@pytest.fixture(scope="module")
def judged() -> Judged:
    """Return the shapes that axe has judged here."""
    return Judged()


def opened(chromium: Browser, site: Path, code: str) -> Page:
    """Open the page from file://, as somebody has it who keeps a copy."""
    page = chromium.new_context(viewport=PHONE, reduced_motion="reduce").new_page()
    for script in (NOTED, NO_PRINTER):
        page.add_init_script(script)
    page.goto((site / LANGUAGES[code] / ADDRESS).as_uri())
    return page


def press(page: Page, words: str) -> None:
    """Press a button by the keyboard."""
    page.locator(".picker").get_by_role("button", name=words, exact=True).press("Enter")


def asked(page: Page) -> str:
    """Return the question that the reader is at, which has the focus."""
    focused = page.evaluate("document.activeElement.textContent")
    assert focused == page.locator(".picker h3").inner_text()
    return str(focused)


def held(site: Path, code: str, name: str) -> dict[str, LexborNode]:
    """Return what the picker shows, by the value of an attribute."""
    page = plans_of(site, code)
    return {str(node.attributes[name]): node for node in page.css(f"[{name}]")}


def situation(site: Path, code: str, key: str = SITUATION) -> str:
    """Return the question of a situation as the page asks it."""
    return held(site, code, "data-plan")[key].text()


def quoted(content: Content, name: str) -> list[str]:
    """Return what may be said on a Chinese page, line by line, without what comes from the registers."""
    page = content.page("zh", name)
    assert page
    lines = [line.strip() for line in page.source.splitlines()]
    return [line.removeprefix("> ") for line in lines if line.startswith("> ") and "[" not in line]


def choose(page: Page, says: Any, situation: str) -> None:
    """Choose a situation of the reader's own."""
    press(page, says["plan_no_urgent"])
    press(page, says["plan_who_me"])
    for group in page.locator(".picker summary").all():
        group.press("Enter")
    press(page, situation)


@pytest.mark.by_day("zh")
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_plan_is_reached_by_keyboard_and_back_and_nothing_leaves_the_page(
    chromium: Browser, real_site: Path, real_content: Content, judged: Judged, code: str
) -> None:
    """In no state axe finds anything; nothing is asked for or kept, the address and the history say nothing."""
    says = real_content.interface[code]
    page = opened(chromium, real_site, code)
    asked_for, said = listen(page)
    screen = axe.Screen(page)
    address, length = page.url, page.evaluate("history.length")
    faults: list[axe.Finding] = []

    def look() -> None:
        # The questions are the same elements in all languages; plans are not.
        if code == "zh" or page.locator(".picker .plan").count():
            faults.extend(axe.judge(screen, judged))

    look()
    press(page, says["plan_no_urgent"])
    look()
    press(page, says["plan_who_me"])
    for group in page.locator(".picker summary").all():
        group.press("Enter")
    look()
    press(page, situation(real_site, code))
    page.locator("#_picker-product").fill("没有这家")
    unknown = page.locator(".writer__found").inner_text()
    products = real_content.registers.words[code].companies["weilidai"].products
    page.locator("#_picker-product").fill(products["weilidai"])
    look()
    page.locator(".writer__found button").first.press("Enter")
    page.locator(".picker [type=checkbox]").first.press("Space")
    look()
    press(page, says["plan_show"])
    look()
    screen.resize(PHONE)
    plan = page.locator(".picker").inner_text()
    states = [page.evaluate("JSON.stringify(history.state)")]
    heads = [asked(page)]
    for _ in range(4):
        page.go_back()
        heads.append(asked(page))
        states.append(page.evaluate("JSON.stringify(history.state)"))
    page.go_forward()

    assert faults == []
    assert page.evaluate("document.documentElement.scrollWidth <= 360")
    assert heads == [says[f"plan_{each}"] for each in ("plan", "risk", "lender", "what", "who")]
    assert [json.loads(each) for each in states] == [{"step": number} for number in (5, 4, 3, 2, 1)]
    assert asked(page) == says["plan_what"]
    assert real_content.registers.channels["12378"].numbers["main"] in plan
    assert real_content.registers.words[code].risks["safety"].text in plan
    assert says["plan_lent"] in plan
    assert unknown == says["plan_product_none"]
    assert (page.url, page.evaluate("history.length")) == (address, length + 5)
    # The browser fetches the sign of the tab when it likes.
    assert [url for url in asked_for if not url.endswith("icon.svg")] == []
    assert said == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


@pytest.mark.parametrize("code", ["en", *(pytest.param(code, marks=pytest.mark.nightly) for code in ("zh", "zh-Hant"))])
def test_every_way_ends_in_a_plan_and_leads_back(
    chromium: Browser, real_site: Path, real_content: Content, code: str
) -> None:
    """In one language, in all of them each night; tests/checks/test_plans.py walks the register of all."""
    says, plans = real_content.interface[code], real_content.registers.plans
    page = opened(chromium, real_site, code)
    asked_of = plans_of(real_site, code).css("[data-group]")
    words = dict(zip(plans, [node.text() for node in asked_of], strict=True))
    taps = [
        (
            *([says["plan_no_urgent"], says[f"plan_who_{who}"]] if who else []),
            words[key],
            *([says["plan_unknown"]] if plans[key].lender else []),
            *([says["plan_show"]] if plans[key].group != URGENT else []),
        )
        for who, key in ways(plans)
    ]

    found = page.evaluate(WALK, taps)

    assert len(found) == len(taps) > len(plans)
    assert [(way, each) for way, each in zip(taps, found, strict=True) if each[0] < 3 or not each[1]] == []
    assert page.locator(".picker h3").inner_text() == says["plan_urgent"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_a_plan_leads_to_is_there_and_in_its_language(real_site: Path, real_content: Content, code: str) -> None:
    """Pages and their sections; numbers are those of the registers; a letter is never empty."""
    registers = real_content.registers
    known = {number for channel in registers.channels.values() for number in channel.numbers.values()}
    known |= {number for company in registers.companies.values() for number in company.dialled}
    folder = (real_site / LANGUAGES[code] / ADDRESS).parent
    plans = plans_of(real_site, code)
    links = {str(link.attributes["href"]) for link in plans.css("a[href]")}
    called = {re.sub("[^0-9+]", "", link) for link in links if link.startswith(("tel:", "sms:"))}
    inside = {link for link in links if not re.match("[a-z]+:", link)}

    missing = set()
    for place, _, anchor in (link.partition("#") for link in inside):
        file = (folder / place / "index.html").resolve()
        begins = f"{file.relative_to(real_site.resolve()).parts[0]}/"
        own = (begins if begins in LANGUAGES.values() else "") == LANGUAGES[code]
        if not (own and file.is_file()) or (anchor and f'id="{anchor}"' not in file.read_text(encoding="utf-8")):
            missing.add(f"{place}#{anchor}")

    assert missing == set()
    assert len(inside) > len(real_content.registers.plans)
    assert called <= {re.sub("[^0-9+]", "", number) for number in known}
    assert {link for link in links if not link.startswith(("tel:", "sms:", "https:", "."))} == set()
    assert all(len(letter.text()) > 50 for letter in plans.css(".letter"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_longest_plan_with_all_that_may_be_lost_prints_on_two_sheets(
    chromium: Browser, real_site: Path, real_content: Content, code: str
) -> None:
    says = real_content.interface[code]
    page = opened(chromium, real_site, code)
    lengths = {key: len(node.text()) for key, node in held(real_site, code, "data-body").items()}
    longest = max(lengths, key=lambda key: lengths[key])
    choose(page, says, situation(real_site, code, longest))
    if real_content.registers.plans[longest].lender:
        press(page, says["plan_unknown"])
    for box in page.locator(".picker [type=checkbox]").all():
        box.check()
    press(page, says["plan_show"])
    press(page, says["tool_print"])
    printed = page.locator(".sheet").text_content() or ""
    sheets = len(_SHEET.findall(page.pdf(prefer_css_page_size=True)))

    assert sheets <= 2
    assert says["tool_print"] not in printed
    assert says["plan_week"] in printed
    assert page.locator(".sheet").count() == 0


def test_a_plan_is_copied_as_text_and_its_days_are_saved(
    chromium: Browser, real_site: Path, real_content: Content
) -> None:
    says = real_content.interface["zh"]
    page = opened(chromium, real_site, "zh")
    page.clock.install(time="2026-02-26T20:00:00+08:00")
    question = situation(real_site, "zh")
    choose(page, says, question)
    press(page, says["plan_unknown"])
    press(page, says["plan_show"])
    press(page, says["tool_copy"])
    copied = str(page.evaluate("window.copied"))
    files = []
    for _ in range(2):
        with page.expect_download() as saved:
            press(page, says["dates_save"])
        files.append(saved.value.path().read_bytes().decode())
        page.locator(".picker [type=checkbox]").press("Space")

    lines = copied.split("\n")
    assert lines[0] == question
    parts = [lines.index(says[f"plan_{part}"]) for part in ("hour", "day", "week", "month", "call", "keep", "letters")]
    assert parts == sorted(parts)
    assert lines[parts[0] + 1].startswith("1. ")
    assert any(line in copied for line in quoted(real_content, f"help/{SITUATION}.md"))
    assert says["tool_copy"] not in copied
    assert "\n\n\n" not in copied
    assert [re.findall(r"DTSTART;VALUE=DATE:(\d+)", file) for file in files] == [
        ["20260227", "20260305", "20260328"]
    ] * 2
    assert set(re.findall(r"SUMMARY:(.*)\r", files[0])) == {says["dates_title"]}
    assert says["plan_week"] in files[1]
    # For the browser it is noon: the evening is not too late for 24 hours; later steps come to mind days before.
    assert re.findall(r"TRIGGER:(\S+)", files[0]) == ["-PT6H", "-PT15H", "-PT63H"]
    days = page.locator(".picker ul").last.locator("li").all_inner_texts()
    assert [any(says[f"plan_{part}"] in day for day in days) for part in ("day", "week", "month")] == [True] * 3


def test_whoever_leaves_a_plan_does_not_come_back_to_it(
    chromium: Browser, real_address: str, real_site: Path, real_content: Content
) -> None:
    """Each question has an entry in the history; leaving takes them back first."""
    says = real_content.interface["zh"]
    page = chromium.new_context(viewport=PHONE).new_page()
    page.context.route("https://www.cma.gov.cn/**", lambda route: route.fulfill(body="<title>weather</title>"))
    page.goto(f"{real_address}/help/")
    page.goto(f"{real_address}/tools/situation-picker/")
    choose(page, says, situation(real_site, "zh"))
    press(page, says["plan_unknown"])
    page.locator("[data-leave]").click()
    page.wait_for_url("https://www.cma.gov.cn/")
    page.go_back()

    assert page.url == f"{real_address}/help/"


def test_leaving_or_loading_anew_forgets_the_answers(chromium: Browser, real_site: Path, real_content: Content) -> None:
    says = real_content.interface["zh"]
    page = opened(chromium, real_site, "zh")
    choose(page, says, situation(real_site, "zh"))
    page.reload()
    anew = page.locator(".picker h3").inner_text()
    page.go_back()
    page.wait_for_function("history.state.step === 2")
    back = page.locator(".picker h3").inner_text()
    choose(page, says, situation(real_site, "zh"))
    page.evaluate("document.documentElement.hidden = true; dispatchEvent(new Event('pagehide'))")

    assert (anew, back) == (says["plan_urgent"],) * 2
    assert page.evaluate("document.querySelector('.picker h3').textContent") == says["plan_urgent"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_without_a_script_and_on_paper_the_page_lists_every_situation(
    chromium: Browser, real_site: Path, real_content: Content, code: str
) -> None:
    page = chromium.new_context(java_script_enabled=False, viewport=PHONE).new_page()
    page.goto((real_site / LANGUAGES[code] / ADDRESS).as_uri())
    plans = real_content.registers.plans

    assert page.locator(".picker").count() == 0
    assert page.locator("article > .table tbody tr").count() == len(plans)
    assert page.locator(".plans").count() == 0
    assert len((real_site / LANGUAGES[code] / ADDRESS).read_bytes()) < LIGHT
    assert page.locator("article > .table tr a:not([href^=tel])").count() >= len(plans)
    assert len(_SHEET.findall(page.pdf(prefer_css_page_size=True))) <= 2
