"""The dialog of the search in a real browser: how it is opened, read, used and left, whatever the engine finds."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

import axe
import visiting
from audit.server import serving
from axe import DESK, PHONE
from making import ROOT
from shapes import Judged
from sitebuild.building import search_dialog
from sitebuild.model.content import Content

STAND_IN = (ROOT / "tests/stand_in_engine.js").read_text(encoding="utf-8")
"""An engine whose answers tests know."""
GUIDE = "help/first-hour/"
LANGUAGES = {"zh": "", "en": "en/", "zh-Hant": "zh-Hant/"}
FULL, NONE, NOTHING = "催收", "qqq", "qqqqqqq"
"""What the stand-in finds something for, only what comes near, and nothing at all."""

CRISES = {"danger": "砍 stab", "self-harm": "想死 suicide", "money-sent": "转给骗子 wired"}
"""Words that the stand-in takes for a crisis."""


@pytest.fixture(scope="module")
def host(real_site: Path) -> Iterator[str]:
    """Serve the handbook with its headers, so that the policy is in force twice, and return its address."""
    with serving(real_site) as address:
        yield address


@pytest.fixture(scope="module")
def judged() -> Judged:
    """Return the shapes that axe has judged here."""
    return Judged()


def stand_in(context: BrowserContext) -> BrowserContext:
    context.route(
        "**/javascripts/search.js", lambda route: route.fulfill(body=STAND_IN, content_type="text/javascript")
    )
    return context


@pytest.fixture
def page(chromium: Browser) -> Page:
    """Return a page on a phone, in which the stand-in is the engine."""
    return stand_in(chromium.new_context(viewport=PHONE)).new_page()


def opened(page: Page, address: str) -> Page:
    """Go to a page and open the search."""
    page.goto(address)
    page.locator(".doors [data-search]").click()
    page.locator("dialog[open]").wait_for()
    return page


def typed(page: Page, text: str) -> Page:
    """Type into the open search, and wait until it has answered."""
    page.locator("#_query").fill(text)
    page.wait_for_function("text => (window.engineAsked || []).includes(text)", arg=text)
    return page


def focused(page: Page) -> str:
    """Return what has the focus: an id, or the words of an element."""
    return str(page.evaluate("(e => e.id || e.innerText || e.localName)(document.activeElement)"))


# --- how it looks ----------------------------------------------------------------------------


@pytest.mark.by_day(FULL, NOTHING)
@pytest.mark.parametrize("query", ["", FULL, NONE, NOTHING, "他说要砍我，我想死，钱转给骗子了"])
def test_axe_objects_to_no_state_of_the_dialog(chromium: Browser, host: str, judged: Judged, query: str) -> None:
    context = stand_in(chromium.new_context(viewport=PHONE))
    visitor = visiting.Visitor(context, host, judged)
    page = visitor.page
    opened(page, f"{host}{GUIDE}")
    if query:
        typed(page, query)

    found = axe.judge(visitor.screen, judged)

    assert found == []
    assert visitor.said == []


@pytest.mark.parametrize("height", [740, 340], ids=["the whole screen", "with the keyboard up"])
@pytest.mark.parametrize("query", ["", FULL, "他说要砍我，我想死"])
def test_the_dialog_is_at_the_top_and_fits(page: Page, host: str, query: str, height: int) -> None:
    page.set_viewport_size({"width": 360, "height": height})
    opened(page, f"{host}{GUIDE}")
    if query:
        typed(page, query)

    box = page.locator("dialog").bounding_box()
    field = page.locator("#_query").bounding_box()
    assert box
    assert field
    assert (box["x"], box["y"], box["width"]) == (0, 0, 360)
    assert box["height"] <= height
    assert field["y"] + field["height"] < 120
    assert page.evaluate("document.querySelector('dialog').scrollWidth") <= 360
    small = page.evaluate(
        """[...document.querySelectorAll("dialog a, dialog button, dialog input")]
        .map(each => each.getBoundingClientRect()).filter(box => box.width < 24 || box.height < 24).length"""
    )
    assert small == 0


def test_letters_twice_as_large_fit(page: Page, host: str) -> None:
    opened(page, f"{host}{GUIDE}")
    typed(page, "他说要砍我，我想死")
    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert page.evaluate("(d => d.scrollWidth - d.clientWidth)(document.querySelector('dialog'))") == 0


def test_the_dialog_is_not_printed(page: Page, host: str) -> None:
    opened(page, f"{host}{GUIDE}")
    page.emulate_media(media="print")

    assert not page.locator("dialog").is_visible()
    assert page.locator("article h2").first.is_visible()


def test_forced_colours_keep_the_edges(chromium: Browser, host: str) -> None:
    context = stand_in(chromium.new_context(viewport=PHONE, forced_colors="active"))
    page = typed(opened(context.new_page(), f"{host}{GUIDE}"), "想死")
    edges = page.evaluate(
        """["dialog", "#_query", ".search__crisis", ".search__calls a"]
        .map(each => getComputedStyle(document.querySelector(each)).borderTopWidth)"""
    )

    assert edges == ["1px", "2px", "1px", "1px"]


# --- the keyboard ----------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["Control+k", "Meta+k"])
def test_keys_open_the_search(page: Page, host: str, key: str) -> None:
    page.goto(f"{host}{GUIDE}")
    page.keyboard.press(key)

    page.locator("dialog[open]").wait_for()
    assert focused(page) == "_query"
    assert page.locator("#_query").input_value() == ""


def test_keys_that_are_typed_into_a_field_open_nothing(page: Page, host: str) -> None:
    page.goto(f"{host}faq/")
    page.locator("#_filter").focus()
    page.keyboard.press("Control+k")

    assert page.locator("dialog").count() == 0


@pytest.mark.parametrize("key", ["/", "k", "s", "Shift+K", "Control+Alt+k"])
def test_no_key_alone_opens_anything(page: Page, host: str, key: str) -> None:
    """WCAG 2.1.4: words spoken to a computer arrive as single keys."""
    page.goto(f"{host}{GUIDE}")
    page.keyboard.press(key)

    assert page.locator("dialog").count() == 0


def test_the_keyboard_walks_through_the_results_and_back(page: Page, host: str) -> None:
    page.goto(f"{host}{GUIDE}")
    page.locator(".doors [data-search]").focus()
    page.keyboard.press("Enter")
    page.locator("dialog[open]").wait_for()
    typed(page, FULL)

    page.keyboard.press("ArrowDown")
    assert "harassing-calls" in focused(page)
    page.keyboard.press("ArrowDown")
    assert "contacts-called" in focused(page)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert focused(page) == "_query"
    page.keyboard.press("ArrowUp")
    assert "threats-and-visits" in focused(page)
    page.keyboard.press("Escape")

    assert page.locator("dialog[open]").count() == 0
    assert focused(page) == "搜索"


def test_tab_stays_in_the_dialog(page: Page, host: str, real_content: Content) -> None:
    says = real_content.interface["zh"]
    typed(opened(page, f"{host}{GUIDE}"), FULL)

    letter = f"{says['search_letter']}Page"
    stops = []
    for _ in range(7):
        page.keyboard.press("Tab")
        stops.append(focused(page))
    page.keyboard.press("Shift+Tab")

    assert [each[:4] for each in stops] == [
        each[:4] for each in (letter, "Page", "Page", says["leave"], says["search_close"], "_query", letter)
    ]
    assert focused(page) == "_query"


def test_enter_opens_the_first_page_and_a_disguise_stays(page: Page, host: str) -> None:
    opened(page, f"{host}{GUIDE}?plain")
    page.locator("#_query").fill(FULL)
    page.keyboard.press("Enter")

    page.wait_for_url(f"{host}help/harassing-calls/?plain")


def test_a_section_is_what_a_result_leads_to(page: Page, host: str) -> None:
    typed(opened(page, f"{host}{GUIDE}"), FULL)
    page.locator(".search__results a").nth(1).click()

    page.wait_for_url(f"{host}help/contacts-called/#sources")


def test_a_click_beside_the_dialog_closes_it(page: Page, host: str) -> None:
    opened(page, f"{host}{GUIDE}").mouse.click(180, 700)

    assert page.locator("dialog[open]").count() == 0


# --- what is typed ---------------------------------------------------------------------------


def test_enter_that_ends_a_composition_opens_nothing(page: Page, host: str) -> None:
    """An input method of Chinese takes the first Enter for itself, and says so in two ways."""
    opened(page, f"{host}{GUIDE}")
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "cuishou", "selectionStart": 7, "selectionEnd": 7})
    page.wait_for_function("() => (window.engineAsked || []).includes('cuishou')")
    for keys in ({"isComposing": True}, {"keyCode": 229}):
        page.evaluate(
            """keys => document.getElementById("_query").dispatchEvent(
            new KeyboardEvent("keydown", {key: "Enter", bubbles: true, cancelable: true, ...keys}))""",
            keys,
        )
    session.send("Input.insertText", {"text": "催收"})
    page.wait_for_function("() => (window.engineAsked || []).includes('催收')")

    assert page.url == f"{host}{GUIDE}"
    assert page.locator("#_query").input_value() == "催收"
    assert page.locator(".search__results li").count() == 3


def test_half_a_word_of_a_composition_is_not_called_not_found(page: Page, host: str, real_content: Content) -> None:
    opened(page, f"{host}{GUIDE}")
    typed(page, FULL)
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": NOTHING, "selectionStart": 7, "selectionEnd": 7})
    page.wait_for_function("text => window.engineAsked.includes(text)", arg=FULL + NOTHING)

    assert page.locator(".search__status").inner_text() == real_content.interface["zh"]["search_found"].format(number=3)


def test_what_is_pasted_is_found_and_cut_after_400_letters(chromium: Browser, host: str) -> None:
    context = stand_in(chromium.new_context(viewport=PHONE, permissions=["clipboard-read", "clipboard-write"]))
    page = opened(context.new_page(), f"{host}{GUIDE}")
    page.evaluate("navigator.clipboard.writeText('催'.repeat(1000))")
    page.keyboard.press("Control+V")
    page.wait_for_function("() => window.engineAsked")
    asked = page.evaluate("window.engineAsked")

    assert asked == ["催" * 400]


def test_markup_is_shown_as_text(page: Page, host: str) -> None:
    query = "<script>document.title='x'</script><img src=x onerror=alert(1)>"
    typed(opened(page, f"{host}{GUIDE}"), query)

    assert query in page.locator(".search__sentence").first.inner_text()
    assert page.locator(".search__step").first.inner_text() == " › "
    assert "Section 催收 & <b>" in page.locator(".search__page").nth(1).inner_text()
    assert page.locator("dialog :is(script, img, b)").count() == 0


def test_the_longest_words_are_marked(page: Page, host: str) -> None:
    typed(opened(page, f"{host}{GUIDE}"), FULL)

    assert page.locator(".search__results li").first.locator("mark").all_inner_texts() == ["催收", "催收"]


# --- what it says ----------------------------------------------------------------------------


def test_the_count_is_announced(page: Page, host: str, real_content: Content) -> None:
    says = real_content.interface["zh"]
    opened(page, f"{host}{GUIDE}")
    assert page.locator(".search__status").inner_text() == says["search_start"]

    typed(page, FULL)
    assert page.locator(".search__status").inner_text() == "找到3页。"
    typed(page, NONE)
    assert page.locator(".search__status").inner_text() == says["search_nearest"]


def test_nothing_found_says_so_and_leads_on(page: Page, host: str, real_content: Content) -> None:
    typed(opened(page, f"{host}{GUIDE}"), NOTHING)

    assert page.locator(".search__status").inner_text() == real_content.interface["zh"]["search_nothing"]
    ways = page.locator(".search__ways a")
    assert [each.get_attribute("href") for each in ways.all()] == [
        f"{host}{name}/" for name in ("help/first-hour", "faq", "index-a-z")
    ]
    anybody = search_dialog.words(real_content, "zh")["anybody"]
    assert anybody
    assert all(page.locator(f"dialog a[href='tel:{each['number']}']").is_visible() for each in anybody)


@pytest.mark.by_day("zh")
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("crisis", CRISES)
def test_in_a_crisis_whom_to_call_comes_first(
    page: Page, host: str, real_content: Content, code: str, crisis: str
) -> None:
    home = f"{host}{LANGUAGES[code]}"
    shown = search_dialog.words(real_content, code)["crisis"][crisis]
    expected = [*(f"tel:{call['number']}" for call in shown["calls"]), shown["more"]["address"]]
    typed(opened(page, f"{home}{GUIDE}"), CRISES[crisis])

    links = [each.get_attribute("href") or "" for each in page.locator("#_query ~ div a").all()]
    numbers = [each.removeprefix("tel:") for each in expected[:-1]]
    assert [each.removeprefix(home) for each in links[: len(expected)]] == expected
    assert all(number in page.locator(".search__status").inner_text() for number in numbers)
    page.keyboard.press("Enter")
    assert numbers[0] in focused(page)


def test_words_that_are_said_in_chinese_are_marked_so(page: Page, host: str, real_content: Content) -> None:
    typed(opened(page, f"{host}en/{GUIDE}"), "wired")

    assert page.locator(".search__crisis [lang=zh]").inner_text() == real_content.interface["en"]["search_phrase"]


def test_a_typed_number_shows_whom_it_calls_first(page: Page, host: str, real_content: Content) -> None:
    """The stand-in knows one number."""
    typed(opened(page, f"{host}{GUIDE}"), "12378")
    first = page.locator("#_query ~ div a").first

    assert first.get_attribute("href") == "tel:12378"
    assert first.inner_text().split("\n") == [
        real_content.interface["zh"]["channel_call"].format(number="12378"),
        "银行保险消费者投诉维权热线",
    ]


def test_what_comes_late_replaces_what_was_there(page: Page, host: str, real_content: Content) -> None:
    typed(opened(page, f"{host}{GUIDE}"), "late")

    page.get_by_text(real_content.interface["zh"]["search_found"].format(number=1)).wait_for()


def test_what_comes_late_takes_nothing_from_under_the_finger(page: Page, host: str) -> None:
    typed(opened(page, f"{host}{GUIDE}"), "late")
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(400)

    assert page.locator(".search__results li").count() == 3
    assert "harassing-calls" in focused(page)


def test_every_crisis_leads_to_a_section_and_to_numbers_that_are_there(real_content: Content) -> None:
    for crisis in search_dialog.CRISES.values():
        for code in LANGUAGES:
            page = real_content.page(code, crisis.page)
            assert page
            assert crisis.section in {heading.anchor for heading in page.headings}
        assert all(key in real_content.registers.channels for key in crisis.channels)


# --- what it keeps to itself -----------------------------------------------------------------


def test_nothing_is_fetched_before_and_nothing_of_the_query_leaves(page: Page, host: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(host)))
    page.goto(f"{host}{GUIDE}", wait_until="networkidle")
    before = [*asked]
    page.locator(".doors [data-search]").click()
    typed(page, FULL)
    page.locator("dialog button").click()
    page.wait_for_load_state("networkidle")

    assert not any("search" in each for each in before)
    # The browser fetches the sign of the tab when it likes.
    assert sorted(each for each in set(asked) - set(before) if not each.endswith("icon.svg")) == [
        "assets/javascripts/search.js",
        "assets/search/zh-dialog.js",
        "assets/stylesheets/search.css",
    ]
    assert page.url == f"{host}{GUIDE}"
    kept = "[localStorage.length, sessionStorage.length, document.cookie, history.length, history.state]"
    assert page.evaluate(kept) == [0, 0, "", 2, None]


def test_a_closed_search_has_forgotten(page: Page, host: str, real_content: Content) -> None:
    says = real_content.interface["zh"]
    typed(opened(page, f"{host}{GUIDE}"), FULL)
    page.keyboard.press("Escape")
    page.wait_for_function("() => document.getElementById('_query').value === ''")

    assert page.locator("dialog").text_content() == f"{says['search_title']}{says['leave']}{says['search_close']}"
    page.keyboard.press("Control+k")
    assert page.locator(".search__results").count() == 0


def test_the_field_keeps_nothing_and_is_in_no_form(page: Page, host: str) -> None:
    field = opened(page, f"{host}{GUIDE}").locator("#_query")

    assert field.evaluate("each => [each.autocomplete, each.spellcheck, each.name, each.form, each.maxLength]") == [
        "off",
        False,
        "",
        None,
        400,
    ]


@pytest.mark.parametrize("leave", ["link", "keys"])
def test_leaving_works_in_the_dialog(page: Page, host: str, leave: str) -> None:
    page.context.route("https://www.cma.gov.cn/**", lambda route: route.fulfill(body="<title>weather</title>"))
    opened(page, f"{host}{GUIDE}")

    if leave == "link":
        page.locator("dialog [data-leave]").click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")

    page.wait_for_url("https://www.cma.gov.cn/")


# --- without what it needs -------------------------------------------------------------------


def test_the_dialog_works_from_a_folder(page: Page, real_site: Path) -> None:
    opened(page, (real_site / GUIDE / "index.html").as_uri())
    typed(page, FULL)
    page.locator(".search__results a").first.click()

    page.wait_for_url((real_site / "help/harassing-calls/index.html").as_uri())


def test_the_dialog_finds_its_files_on_the_page_404(page: Page, real_site: Path) -> None:
    with serving(real_site) as address:
        opened(page, f"{address}no/such/page/")
        typed(page, FULL)

        assert page.locator(".search__results a").first.get_attribute("href") == f"{address}help/harassing-calls/"


@pytest.mark.parametrize("code", LANGUAGES)
def test_without_scripts_the_door_leads_to_the_index(chromium: Browser, host: str, code: str) -> None:
    page = chromium.new_context(viewport=PHONE, java_script_enabled=False).new_page()
    page.goto(f"{host}{LANGUAGES[code]}{GUIDE}")
    page.locator(".doors [data-search]").click()

    assert page.url == f"{host}{LANGUAGES[code]}index-a-z/"


def test_a_dialog_that_does_not_come_is_replaced_by_the_index(page: Page, host: str) -> None:
    page.route("**/zh-dialog.js", lambda route: route.abort())
    page.goto(f"{host}{GUIDE}")
    page.locator(".doors [data-search]").click()

    page.wait_for_url(f"{host}index-a-z/")


def test_an_engine_that_does_not_come_is_told(page: Page, host: str, real_content: Content) -> None:
    page.route("**/javascripts/search.js", lambda route: route.abort())
    opened(page, f"{host}{GUIDE}")
    page.locator("#_query").fill(FULL)

    page.get_by_text(real_content.interface["zh"]["search_failed"]).wait_for()
    assert page.locator(".search__ways a").count() == 3


# --- boxes that shorten an index -------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "query", "entries"),
    [
        ("faq/", "征信", "details.question"),
        ("channels/", "银行", "details.entry"),
        ("companies/", "消费金融", "details.entry"),
        ("laws/", "个人信息", "article > ul > li"),
        ("en/faq/", "credit", "details.question"),
        ("zh-Hant/faq/", "徵信", "details.question"),
    ],
)
def test_a_box_shortens_an_index(page: Page, host: str, place: str, query: str, entries: str) -> None:
    page.goto(f"{host}{place}")
    total = page.locator(entries).count()
    shown = f"[...document.querySelectorAll('{entries}')].filter(e => e.checkVisibility()).map(e => e.textContent)"
    page.locator("#_filter").fill(query)
    page.wait_for_function("() => document.querySelector('.filter [role=status]').textContent !== ''")

    left = page.evaluate(shown)
    assert 0 < len(left) < total
    assert str(len(left)) in page.locator(".filter [role=status]").inner_text()
    assert all(query in text.lower() for text in left)

    page.locator("#_filter").fill("zqzqzq")
    page.wait_for_function("() => !/[0-9]/.test(document.querySelector('.filter [role=status]').textContent)")
    assert page.evaluate(shown) == []

    page.locator("#_filter").fill("")
    page.wait_for_function("() => document.querySelector('.filter [role=status]').textContent === ''")
    assert page.locator("article [hidden]").count() == 0
    assert page.locator("details.group[open]").count() == 0


@pytest.mark.parametrize("place", ["faq/", "en/channels/"])
def test_axe_objects_to_no_box(chromium: Browser, host: str, judged: Judged, place: str) -> None:
    context = stand_in(chromium.new_context(viewport=PHONE))
    visitor = visiting.Visitor(context, host, judged)
    page = visitor.page
    page.goto(f"{host}{place}")
    page.locator("#_filter").fill("12378")
    page.wait_for_function("() => document.querySelector('.filter [role=status]').textContent !== ''")

    found = axe.judge(visitor.screen, judged)

    assert found == []
    assert visitor.said == []


def test_without_scripts_there_is_no_box(chromium: Browser, host: str) -> None:
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(f"{host}faq/")

    assert page.locator(".filter").count() == 0


# --- the index from A to Z ---------------------------------------------------------------------


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_index_is_at_most_twelve_screens_long_and_its_groups_open(chromium: Browser, host: str, code: str) -> None:
    page = chromium.new_context(viewport=PHONE, java_script_enabled=False).new_page()
    page.goto(f"{host}{LANGUAGES[code]}index-a-z/")

    height = page.locator("body").bounding_box()
    assert height
    assert height["height"] <= 12 * PHONE["height"]
    page.locator("details.group summary").nth(1).click()
    assert page.locator("details.group li a").first.count() == 1
    assert urlsplit(page.url).path == f"/{LANGUAGES[code]}index-a-z/"


def test_the_desk_has_a_door_in_its_head(chromium: Browser, host: str) -> None:
    context = stand_in(chromium.new_context(viewport=DESK))
    page = context.new_page()
    page.goto(f"{host}{GUIDE}")
    page.locator(".head [data-search]").click()

    page.locator("dialog[open]").wait_for()
