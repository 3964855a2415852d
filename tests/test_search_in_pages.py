"""The search as readers have it: dialog, engine and rows together, in every language, from a host and from a folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import audit.search
import axe
import visiting
from audit.server import serving
from axe import PHONE
from shapes import Judged
from sitebuild.building import search_dialog
from sitebuild.model.content import Content
from sitebuild.text import formatting

PREFIXES = {"zh": "", "en": "en/", "zh-Hant": "zh-Hant/"}

CRISES = {"self-harm": "我不想活了", "danger": "he has a knife", "money-sent": "剛剛轉帳給騙子"}
"""What somebody types who must be told first whom to call."""


@pytest.fixture(scope="module")
def host(real_site: Path) -> Iterator[str]:
    """Serve the handbook with its headers, and return its address."""
    with serving(real_site) as address:
        yield address


@pytest.fixture
def page(chromium: Browser) -> Page:
    return chromium.new_context(viewport=PHONE).new_page()


def asked(page: Page, address: str, query: str) -> Page:
    """Open the search on a page, ask, and wait for what it says."""
    page.goto(address)
    page.locator(".doors [data-search]").click()
    page.locator("dialog[open]").wait_for()
    page.locator("#_query").fill(query)
    page.wait_for_function("() => document.querySelector('.search__found a[href^=tel], .search__results a')")
    return page


def shown(page: Page) -> list[str]:
    return [link.get_attribute("href") or "" for link in page.locator(".search__found a").all()]


@pytest.mark.parametrize("code", PREFIXES)
def test_a_question_finds_its_page(page: Page, host: str, real_content: Content, code: str) -> None:
    """As it is asked there; how other words find it, `make audit` measures."""
    place, question = a_question(real_content, code)
    asked(page, f"{host}{PREFIXES[code]}help/first-hour/", question)

    assert any(each.startswith(f"{host}{PREFIXES[code]}{place}") for each in shown(page)[:3])


def a_question(content: Content, code: str) -> tuple[str, str]:
    """Return the place of a page below its language, and the first question that it answers."""
    found = content.page(code, "help/contacts-called.md")
    assert found
    return found.route, found.questions[0].text


def watched(content: Content) -> str:
    """Return the number of those who watch over banks, as it stands in the register."""
    return content.registers.channels["12378"].numbers["main"]


QUERIES = (
    *("网贷", "信用", "loan", "催收", "删除", "12378", "刑法第253条", "个保法47条", "微粒贷"),
    *("律师", "法院", "letter", "mother", "police", "学生", "app", "利息", "术语"),
)


@pytest.mark.by_day("en")
@pytest.mark.parametrize("code", PREFIXES)
def test_every_result_leads_to_a_place_that_is_there(page: Page, host: str, real_site: Path, code: str) -> None:
    answers = audit.search.answers(page, host, code, QUERIES)
    places = {place for answer in answers for place in answer["places"]}

    assert len(places) > len(QUERIES)
    assert [place for place in places if not is_there(real_site / PREFIXES[code], place)] == []


@pytest.mark.parametrize("code", PREFIXES)
def test_a_result_opens_its_section(page: Page, host: str, real_content: Content, code: str) -> None:
    asked(page, f"{host}{PREFIXES[code]}help/first-hour/", watched(real_content))
    page.locator(".search__results a").first.click()
    page.wait_for_url("**/channels/#channel-12378")

    assert page.locator("#channel-12378").is_visible()


def is_there(folder: Path, place: str) -> bool:
    """Tell whether the built pages of a language have an address, with the id that it ends in."""
    address, _, anchor = place.partition("#")
    file = folder / address / "index.html"
    return file.is_file() and (not anchor or f'id="{anchor}"' in file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("code", PREFIXES)
def test_a_typed_number_can_be_called_first(page: Page, host: str, real_content: Content, code: str) -> None:
    asked(page, f"{host}{PREFIXES[code]}help/first-hour/", watched(real_content))

    assert shown(page)[0] == f"tel:{formatting.digits(watched(real_content))}"


@pytest.mark.by_day("zh")
@pytest.mark.parametrize("crisis", CRISES)
@pytest.mark.parametrize("code", PREFIXES)
def test_a_crisis_shows_whom_to_call_in_every_language(
    page: Page, host: str, real_content: Content, code: str, crisis: str
) -> None:
    first = search_dialog.CRISES[crisis].channels[0]
    asked(page, f"{host}{PREFIXES[code]}help/first-hour/", CRISES[crisis])

    assert shown(page)[0] == f"tel:{real_content.registers.channels[first].numbers['main']}"


def test_the_search_works_from_a_folder(page: Page, real_site: Path, real_content: Content) -> None:
    asked(page, (real_site / "help/first-hour/index.html").as_uri(), a_question(real_content, "zh")[1])
    page.locator(".search__results a").first.click()

    page.wait_for_url("**/index.html**")
    assert page.locator("h1").is_visible()


def test_the_rows_are_fetched_and_nothing_is_refused(chromium: Browser, host: str, real_content: Content) -> None:
    context = chromium.new_context(viewport=PHONE)
    visitor = visiting.Visitor(context, host, Judged())
    page = visitor.page
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.removeprefix(f"{host}assets/")))
    asked(page, f"{host}help/first-hour/", a_question(real_content, "zh")[1])
    found = axe.judge_all(visitor.screen)

    assert found == []
    assert visitor.said == []
    rows = [each for each in fetched if each.startswith("search/")]
    assert rows == ["search/zh-dialog.js", "search/zh.js", "search/zh-more.js"]
    assert not any("?" in each or "%" in each for each in fetched)


@pytest.mark.parametrize(
    ("place", "query", "same"),
    [
        ("faq/", "徵信", "征信"),
        ("channels/", "１２３７８", "12378"),
        ("en/faq/", "Collectors calling", "collector called"),
        ("laws/", "第四十七条", "47条"),
        ("en/laws/", "art. 47", "Article 47"),
    ],
)
def test_a_box_reads_as_the_search_does(page: Page, host: str, place: str, query: str, same: str) -> None:
    page.goto(f"{host}{place}")
    page.locator("#_filter").focus()
    page.wait_for_function("() => window.handbookSearch && window.handbookSearch.matcher")
    left = []
    for each in (query, same):
        page.locator("#_filter").fill("")
        page.wait_for_function("() => document.querySelector('.filter [role=status]').textContent === ''")
        page.locator("#_filter").fill(each)
        page.wait_for_function("() => document.querySelector('.filter [role=status]').textContent !== ''")
        page.wait_for_timeout(500)
        left.append(page.locator(".filter [role=status]").inner_text())

    assert left[0] == left[1]
    assert any(sign.isdigit() for sign in left[0])
