"""What a telephone shows: questions to tap, tables and drawings that fit, indexes that end, signs with a meaning."""

import itertools
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Locator, Page

from axe import DESK, PHONE
from sitebuild.building.blocks import figures, route_questions
from sitebuild.model.content import Content
from sitebuild.model.routes import ways
from sitebuild.text import figure_labels, formatting
from visiting import UNSEEN_IN_TABLES

LANGUAGES = {"zh": "", "en": "en/", "zh-Hant": "zh-Hant/"}
SECTIONS = ("help", "platforms", "accounts", "rights", "collection", "reporting", "letters", "tools")
INDEXES = ("", *(f"{name}/" for name in (*SECTIONS, "faq", "channels", "companies", "laws", "glossary")))
LONGEST = 12
"""Screens that an index may take on a phone: who scrolls further has given up."""


PRIVATE = ("alipay", "wechat-pay", "ysf-card", "black-cat")
"""Channels of companies: listed, but not what a question ends at."""


def on_a_phone(chromium: Browser, *, scripts: bool = True, scheme: str = "light") -> Page:
    context = chromium.new_context(
        viewport=PHONE, java_script_enabled=scripts, color_scheme="dark" if scheme == "dark" else "light"
    )
    return context.new_page()


# --- the first page ----------------------------------------------------------------------------


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=[*LANGUAGES])
def test_the_first_page_shows_whom_to_call_and_a_first_choice(
    chromium: Browser, real_address: str, prefix: str
) -> None:
    """Somebody whose money is leaving does not scroll."""
    page = on_a_phone(chromium)
    page.goto(f"{real_address}/{prefix}")

    calls = [link.bounding_box() for link in page.locator(".calls a[href^='tel:']").all()]
    choice = page.locator(".choices li").first.bounding_box()

    assert len(calls) == 2
    assert all(box and box["y"] + box["height"] < PHONE["height"] for box in calls)
    assert choice
    assert choice["y"] < PHONE["height"] - 40


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=[*LANGUAGES])
def test_in_letters_twice_as_large_the_header_takes_another_row_and_nothing_lies_on_anything(
    chromium: Browser, real_address: str, prefix: str
) -> None:
    page = on_a_phone(chromium)
    page.goto(f"{real_address}/{prefix}")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    name, languages = (page.locator(part).first.bounding_box() for part in (".brand", ".languages"))

    assert name
    assert languages
    assert languages["y"] >= name["y"] + name["height"] - 1


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_by_either_key(chromium: Browser, real_address: str, key: str) -> None:
    page = on_a_phone(chromium)
    page.goto(f"{real_address}/")
    page.locator(".menu__switch").focus()
    page.keyboard.press(key)

    assert page.locator(".menu__lists").is_visible()


def test_what_has_the_focus_stands_above_the_way_out(chromium: Browser, real_address: str) -> None:
    page = on_a_phone(chromium)
    page.goto(f"{real_address}/channels/")
    covered = []
    for _ in range(60):
        page.keyboard.press("Tab")
        hidden = page.evaluate(
            """() => { const it = document.activeElement, out = document.querySelector(".exit");
            const one = it.getBoundingClientRect(), other = out.getBoundingClientRect();
            return !out.contains(it) && one.bottom > other.top + 1 && one.right > other.left && one.top < other.bottom
              ? it.textContent : null }"""
        )
        covered += [hidden] if hidden else []

    assert covered == []


# --- indexes -----------------------------------------------------------------------------------


@pytest.mark.parametrize("prefix", LANGUAGES.values(), ids=[*LANGUAGES])
def test_no_index_is_longer_than_a_reader_scrolls(chromium: Browser, real_address: str, prefix: str) -> None:
    page = on_a_phone(chromium)
    long = []
    for index in (*INDEXES, "about/scorecard/", "laws/civil-code/"):
        page.goto(f"{real_address}/{prefix}{index}")
        screens = page.evaluate("document.documentElement.scrollHeight") / PHONE["height"]
        if screens > LONGEST:
            long.append(f"{index}: {screens:.1f}")

    assert long == []


def test_what_is_folded_is_on_paper(chromium: Browser, real_address: str) -> None:
    """Without a script too: nobody can open a block on a sheet."""
    page = on_a_phone(chromium, scripts=False)
    page.goto(f"{real_address}/help/which-door/")
    end = page.locator(".answer .calls a[href='tel:110']").first

    assert not end.is_visible()
    page.emulate_media(media="print")
    assert end.bounding_box()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_folded_entry_shows_whether_it_is_open_and_no_other_sign(
    chromium: Browser, real_address: str, scheme: str
) -> None:
    """WCAG 1.4.11 asks 3:1 of a sign; the theme's coloured pencils and question marks mean nothing here."""
    page = on_a_phone(chromium, scheme=scheme)
    found = []
    for index in ("faq/", "laws/pipl/", "channels/", "collection/", "help/which-door/"):
        page.goto(f"{real_address}/{index}")
        found += page.evaluate(
            """() => [...document.querySelectorAll("article details > summary")].map(summary => {
              const luminance = colour => colour.match(/\\d+(\\.\\d+)?/g).slice(0, 3).map(part => part / 255)
                .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
                .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0)
              const sign = luminance(getComputedStyle(summary, "::after").backgroundColor)
              const paper = luminance(getComputedStyle(document.body).backgroundColor)
              const icon = getComputedStyle(summary, "::before")
              const bare = icon.display == "none" || icon.content == "none"
              return [bare, (Math.max(sign, paper) + 0.05) / (Math.min(sign, paper) + 0.05) >= 3] })"""
        )

    assert found
    assert {tuple(each) for each in found} == {(True, True)}


# --- tables ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "hidden"),
    [
        pytest.param("<table><tr><td>a</td></tr></table>", False, id="a table that fits"),
        pytest.param("<table style='width: 900px'><tr><td>a</td></tr></table>", True, id="one that does not"),
        pytest.param("</div><article><table><tr><td>a</td></tr></table></article>", True, id="one without its box"),
    ],
)
def test_a_table_that_hides_a_column_is_seen(chromium: Browser, table: str, hidden: bool) -> None:  # noqa: FBT001 - a row
    page = on_a_phone(chromium)
    page.set_content(f'<div class="table" style="overflow-x: auto">{table}</div>')
    found = page.evaluate(UNSEEN_IN_TABLES)

    assert bool(found) is hidden


def test_the_column_to_fill_in_is_named_on_a_phone_and_the_table_stays_on_a_desk(
    chromium: Browser, real_address: str
) -> None:
    page = on_a_phone(chromium)
    page.goto(f"{real_address}/tools/true-cost/")
    own = page.locator("td[data-label='你的：']").first
    label = own.evaluate("cell => getComputedStyle(cell, '::before').content")
    # Chromium's own tree: as cards they are laid out as blocks, and name no roles.
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    tree = {(node["role"]["value"], node.get("name", {}).get("value")) for node in nodes if not node["ignored"]}
    page.set_viewport_size(DESK)
    display = own.evaluate("cell => getComputedStyle(cell).display")
    page.emulate_media(media="print")
    page.set_viewport_size(PHONE)
    printed = own.evaluate("cell => getComputedStyle(cell).display")

    assert "你的：" in label or "attr(data-label)" in label
    assert ("columnheader", "你的") in tree
    assert {"table", "row", "cell"} <= {role for role, _ in tree}
    assert (display, printed) == ("table-cell", "table-cell")


# --- drawings ----------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["zh", "zh-Hant"])
def test_no_word_of_a_drawing_is_broken(chromium: Browser, real_content: Content, code: str) -> None:
    """The browser's own dictionary says where words end."""
    own = on_a_phone(chromium)
    words = real_content.registers.words[code].figures
    broken = []
    for name, svg in real_content.figures.items():
        for slot in figure_labels.slots(svg):
            label = figure_labels.plain(words[name].labels[slot.key], real_content.registers, code)
            lines = figure_labels.wrapped(label, slot.width)
            broken += [f"{name}: {lines}" for end in inner_ends(own, lines)]

    assert broken == []


def inner_ends(page: Page, lines: list[str]) -> list[int]:
    """Return the ends of lines that fall inside a word of the whole label."""
    return list(
        page.evaluate(
            """lines => {
              const starts = new Set()
              for (const each of new Intl.Segmenter("zh", {granularity: "word"}).segment(lines.join("")))
                starts.add(each.index)
              let end = 0
              return lines.slice(0, -1).map(line => end += line.length).filter(end => !starts.has(end)) }""",
            lines,
        )
    )


@pytest.mark.parametrize(
    ("lines", "ends"),
    [(["消费金融公", "司"], [5]), (["消费金融", "公司"], [])],
    ids=["a broken word", "whole words"],
)
def test_a_broken_word_is_seen(chromium: Browser, lines: list[str], ends: list[int]) -> None:
    page = on_a_phone(chromium)
    found = inner_ends(page, lines)

    assert found == ends


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_numbers_of_a_drawing_can_be_tapped(real_content: Content, code: str) -> None:
    page = real_content.page(code, "help/which-door.md")
    assert page

    shown = figures.figure(real_content, page, "figure: which-door")

    channels = real_content.registers.channels
    numbers = [formatting.digits(channels[key].numbers["main"]) for key in ("110", "12378", "12363")]
    assert [shown.partition("</figure>")[2].count(f"(tel:{number})") for number in numbers] == [1] * 3
    assert "tel:" not in figures.figure(real_content, page, "figure: what-a-permission-gives")


def test_the_drawing_names_the_lenders_that_the_routes_name(real_content: Content) -> None:
    words = real_content.registers.words["zh"]

    drawn = words.figures["which-door"].labels["bank"].replace("<wbr>", "")
    named = words.routes["lender"].options["bank"].split("、")
    assert [each for each in named if each.removesuffix("公司") not in drawn] == []


# --- the questions -----------------------------------------------------------------------------


@pytest.mark.by_day("zh")
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_way_through_the_questions_can_be_tapped(
    chromium: Browser,
    real_address: str,
    real_content: Content,
    code: str,
    scripts: bool,  # noqa: FBT001 - a row
) -> None:
    """Every answer to every question is tapped once; where a way comes from makes no difference to it."""
    steps = real_content.registers.routes
    page = on_a_phone(chromium, scripts=scripts)
    place = f"{real_address}/{LANGUAGES[code]}help/which-door/"
    page.goto(place)
    taps = dict.fromkeys(pair for way in ways(steps) for pair in itertools.pairwise(way))
    firsts = {way[0] for way in ways(steps)}
    for step, following in taps:
        anchor = route_questions.anchor(step)
        # A way begins at the top of the page; its later questions are where a tap has led.
        page.goto(place if step in firsts else f"{place}#{anchor}")
        number = [*steps[step].options.values()].index(following)
        answer = page.locator(f"#{anchor} > .answer").nth(number)
        assert answer.is_visible(), (step, following)
        if steps[following].options:
            answer.locator("a").click()
            assert page.url.endswith(f"#{route_questions.anchor(following)}")
        else:
            answer.locator("summary").click()
            _acts(page, answer, real_content, following)


def _acts(page: Page, end: Locator, content: Content, key: str) -> None:
    """Hold that the end of a way shows its numbers to call, its pages and its letter."""
    step = content.registers.routes[key]
    shown = [link.get_attribute("href") or "" for link in end.locator("a").all() if link.is_visible()]
    for door in step.doors:
        for number in [*content.registers.channels[door].numbers.values()][:1]:
            assert f"tel:{formatting.digits(number)}" in shown, (key, door)
            assert end.locator(f".calls a[href='tel:{formatting.digits(number)}']").is_visible(), (key, door)
    reached = {urljoin(page.url, each) for each in shown}
    for name in (*step.pages, *filter(None, [step.letter])):
        file, _, part = name.partition("#")
        there = content.page("zh", file)
        assert there
        ending = f"/{there.route}{f'#{part}' if part else ''}"
        assert any(each.endswith(ending) for each in reached), (key, name)


def test_the_questions_open_by_the_keyboard(chromium: Browser, real_address: str) -> None:
    page = on_a_phone(chromium)
    page.goto(f"{real_address}/help/which-door/")
    page.locator("#ask-danger > p.answer a").focus()

    page.keyboard.press("Enter")
    page.wait_for_url("**#ask-frozen")
    page.locator("#ask-frozen > p.answer a").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#ask-credit-record")
    page.locator("#ask-credit-record > details.answer > summary").focus()
    page.keyboard.press("Enter")

    assert page.locator("#ask-credit-record .calls a").first.is_visible()


def test_only_official_channels_are_buttons(real_content: Content, real_site: Path) -> None:
    """The buttons call official channels; what companies answer is in the index of companies."""
    official = {
        f"tel:{formatting.digits(number)}"
        for key, channel in real_content.registers.channels.items()
        if key not in PRIVATE
        for number in channel.numbers.values()
    }
    html = (real_site / "help/which-door/index.html").read_text(encoding="utf-8")

    dialled = {part.partition('"')[0] for part in html.split('href="')[1:] if part.startswith("tel:")}
    assert dialled
    assert dialled <= official
