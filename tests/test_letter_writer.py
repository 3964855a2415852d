"""Letters that are filled in where they stand: what is sent, what is hidden, what is said, and the files."""

import io
import re
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Page

import axe
from axe import PHONE
from making import ROOT
from shapes import Judged
from sitebuild.building import assets, tools
from sitebuild.model.content import Content
from visiting import listen

LANGUAGES = {"zh": "", "en": "en/", "zh-Hant": "zh-Hant/"}
MASKING = ROOT / "overrides" / assets.SCRIPTS / tools.FOLDER / "masking.js"
NOTED = "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); };"
NAMES_KEPT = """() => { const click = HTMLAnchorElement.prototype.click
  HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; click.call(this) } }"""
"""A browser in a language without Chinese signs gives its files names of its own."""
NO_PRINTER = "window.print = () => {};"
_SHEET = re.compile(rb"/Type\s*/Page\b")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LETTERS = """() => [...document.querySelectorAll("p.copy")].filter(bar => bar.nextElementSibling.matches(".letter"))
  .map(bar => {
    const buttons = [...bar.querySelectorAll("button")]
    buttons[0].click()
    buttons[buttons.length - 2].click()
    const lines = document.activeElement.querySelectorAll(".writer__line:not([hidden])")
    // What is said of a case stands there sentence by sentence.
    return [(window.copied || "").replaceAll("\\n", ""), [...lines].map(each => each.textContent).join("")] })"""
MOBILE = "138" + "0" * 8
FILLED = {"your-name": "张某", "phone-masked": MOBILE, "id-last-four": "00000X", "event-date": "2026-03-05"}


@pytest.fixture(scope="module")
def judged() -> Judged:
    """Return the shapes that axe has judged here."""
    return Judged()


def opened(chromium: Browser, site: Path, name: str) -> Page:
    """Open a page as somebody has it who keeps a copy, with the form of its first letter, by keyboard."""
    page = chromium.new_context(viewport=PHONE, reduced_motion="reduce").new_page()
    for script in (NOTED, NO_PRINTER):
        page.add_init_script(script)
    page.goto((site / name / "index.html").as_uri())
    page.locator("p.copy button").nth(0).focus()
    page.locator("p.copy").first.locator("button").nth(-2).press("Enter")
    return page


def empty(content: Content, name: str) -> str:
    """Return how a blank stands in a letter that nobody has filled in."""
    return f"【{content.registers.words['zh'].fields[name].label}】"


def fill(page: Page, values: dict[str, str]) -> str:
    """Fill blanks of the first letter in, and return how it reads now."""
    for name, value in values.items():
        page.locator(f"#_letter-0-{name}").fill(value)
    return "\n".join(page.locator(".writer").first.locator(".writer__line:not([hidden])").all_inner_texts())


def button(page: Page, words: str) -> None:
    """Press a button of the form by its name in interface.yml."""
    page.locator(".writer").first.get_by_role("button", name=words, exact=True).click()


def product(content: Content, code: str) -> str:
    """Return the name of a product that a bank stands behind."""
    return content.registers.words[code].companies["weilidai"].products["weilidai"]


def say(content: Content, key: str, code: str = "zh") -> str:
    return content.interface[code][f"writer_{key}"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_letter_can_be_filled_in_and_says_what_is_sent(
    chromium: Browser, real_site: Path, real_content: Content, code: str
) -> None:
    page = chromium.new_context(viewport=PHONE).new_page()
    page.add_init_script(NOTED)
    differing: dict[str, list[str]] = {}
    number = 0
    for name in [each.name for each in real_content.pages_in("zh") if tools.address("zh", each.name)]:
        if name.startswith(tools.LETTERS) and name != f"{tools.LETTERS}index.md":
            page.goto((real_site / LANGUAGES[code] / name.removesuffix(".md") / "index.html").as_uri())
            letters = page.evaluate(LETTERS)
            number += len(letters)
            differing |= {f"{name} {at}": each for at, each in enumerate(letters) if each[0] != each[1]}

    written = [page.source for page in real_content.pages_in("zh") if page.name.startswith(tools.LETTERS)]
    assert number == sum(source.count("\n!!! letter ") for source in written) > 0
    assert differing == {}


@pytest.mark.by_day("zh")
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_letter_changes_with_what_is_typed_and_hides_what_nobody_needs(
    chromium: Browser, real_site: Path, real_content: Content, judged: Judged, code: str
) -> None:
    """Nothing is asked for, nothing is kept, axe finds nothing, nothing scrolls sideways."""
    page = opened(chromium, real_site, f"{LANGUAGES[code]}letters/access")
    asked_for, said = listen(page)

    letter = fill(page, {**FILLED, "address-for-reply": "6" * 16, "company": product(real_content, code)})
    warned = page.locator("#_letter-0-address-for-reply-fault").inner_text()
    found = page.locator(".writer__found")
    offered = found.inner_text()
    found.get_by_role("button").press("Enter")
    addressed = fill(page, {})
    button(page, say(real_content, "copy", code))

    assert FILLED["your-name"] in letter
    assert "138****0000" in letter
    assert "000X" in letter
    assert FILLED["id-last-four"] not in letter
    assert "2026年3月5日" in letter
    assert empty(real_content, "company") not in letter
    assert warned == say(real_content, "whole_number", code)
    assert real_content.interface[code]["company_kind_bank"] in offered
    assert addressed.startswith(f"{real_content.registers.companies['weilidai'].operator}：")
    assert page.evaluate("window.copied") == addressed
    assert real_content.registers.words[code].fields["app-name"].label in page.locator("#_letter-0-empty").inner_text()
    screen = axe.Screen(page)
    assert axe.judge(screen, judged) == []
    screen.resize(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= 360")
    # The browser fetches the sign of the tab when it likes.
    assert [url for url in asked_for if not url.endswith("icon.svg")] == []
    assert said == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_an_office_is_offered_by_its_name_and_by_a_product_that_it_watches_over(
    chromium: Browser, real_site: Path, real_content: Content
) -> None:
    page = opened(chromium, real_site, "letters/credit-objection")
    channels = real_content.registers.channels
    office = channels["pbccrc"].addressee
    fill(page, {"company": real_content.registers.words["zh"].channels["pbccrc"].name})
    page.locator(".writer__found").get_by_role("button", name=office).press("Enter")
    objection = fill(page, {})
    page = chromium.new_page()
    page.goto((real_site / "letters/regulator-complaint/index.html").as_uri())
    page.evaluate(LETTERS)
    regulator = page.locator("[id$=-regulator]")
    regulator.fill(real_content.registers.words["zh"].companies["ant-huabei-jiebei"].products["huabei"])
    offered = page.locator(".writer__found button").all_inner_texts()
    regulator.fill(next(iter(real_content.registers.words["zh"].companies["ctrip"].products.values())))
    other = page.locator(".writer__found button").all_inner_texts()

    assert objection.startswith(f"{office}：")
    assert offered == [channels["12378"].addressee]
    assert other == [channels["local-finance"].addressee]


def test_the_files_hold_the_letter_without_what_was_left_out(
    chromium: Browser, real_site: Path, real_content: Content
) -> None:
    page = opened(chromium, real_site, "letters/access")
    page.evaluate(NAMES_KEPT)
    fill(page, {**FILLED, "company": "<某某>&公司", "reply-by": "2026-04-05"})
    left_out = page.locator(".writer__line:not([hidden])").filter(has=page.locator("input")).nth(2)
    unwanted = left_out.inner_text()
    left_out.locator("input").press("Space")
    with page.expect_download() as text_file:
        button(page, say(real_content, "save"))
    with page.expect_download() as word_file:
        button(page, say(real_content, "save_word"))
    button(page, say(real_content, "copy"))
    copied = str(page.evaluate("window.copied"))

    saved = text_file.value.path().read_bytes()
    assert saved.decode("utf-8-sig") == copied.replace("\n", "\r\n") + "\r\n"
    assert saved.startswith(b"\xef\xbb\xbf")
    with zipfile.ZipFile(io.BytesIO(word_file.value.path().read_bytes())) as packed:
        assert packed.testzip() is None
        trees = {name: ET.fromstring(packed.read(name)) for name in packed.namelist()}  # noqa: S314 - our own
    paragraphs = ["".join(each.itertext()) for each in trees["word/document.xml"].iter(f"{WORD}p")]
    used = {each.get(f"{WORD}val") for each in trees["word/document.xml"].iter(f"{WORD}pStyle")}
    styles = {each.get(f"{WORD}styleId") for each in trees["word/styles.xml"].iter(f"{WORD}style")}
    # What is left to write has room on paper.
    assert paragraphs == re.sub(r"【([^：】]*)[^】]*】", r"＿＿＿＿＿＿（\1）", copied).split("\n")
    assert page.evaluate("window.savedAs") == f"查阅-复制我的个人信息-{date.today()}.docx"  # noqa: DTZ011 - as the page
    assert used == {"Salutation", "BodyText", "Signature"}
    assert used <= styles
    assert copied.startswith("<某某>&公司：")
    assert unwanted.strip()
    assert unwanted.strip() not in copied


PLACES = [
    ("access", "这笔借款不是我办的", "【公司】", "本人【你的姓名】，证件", ["一、", "二、", "三、"]),
    ("credit-objection", "贷款不是我办的", "二、错在哪里", "我没有申请", ["一、", "二、", "三、", "四、"]),
    ("delete", "还清了", "三、已经交给", "这笔贷款已经结清", ["一、", "二、", "三、", "四、"]),
    ("family-notice", "来电要找的人", "我是手机号", "来电要找的人", ["一、", "二、", "三、", "四、"]),
    ("family-notice", "找错了人", "【公司】", "手机号", ["一、", "二、", "三、", "四、"]),
    (
        "leak-questions",
        "没有来电，只从新闻里看到",
        "本人",
        "我从公开消息",
        [f"{each}、" for each in "一二三四五六七八"],
    ),
    ("police-statement", "被骗转账", "【事情的日期】", "【事情的日期】", [f"{each}、" for each in "一二三四五"]),
    (
        "regulator-complaint",
        "预先扣了利息，哪年借的都一样",
        "4、",
        "5、放款时",
        [f"{each}、" for each in "一二三123456四"],
    ),
    ("regulator-complaint", "交给地方金融管理部门，放款的是小额贷款公司", "投诉信", "地方金融", ["一、"]),
    ("stop-contacting-others", "放款的是银行", "除法律", "你们应当规范催收", ["一、", "二、", "三、", "四、"]),
]
"""What a letter says in one case only: its page and name, what stands before it, how it begins, and its numbers."""


@pytest.mark.parametrize("row", PLACES, ids=[row[1] for row in PLACES])
def test_what_a_letter_says_in_one_case_stands_in_its_place(
    chromium: Browser, real_site: Path, row: tuple[str, str, str, str, list[str]]
) -> None:
    name, case, before, begins, numbered = row
    page = opened(chromium, real_site, f"letters/{name}")
    plain = fill(page, {}).split("\n")
    page.locator(".writer__cases").get_by_label(case, exact=True).check()
    lines = fill(page, {}).split("\n")
    added = next(at for at, line in enumerate(lines) if line.startswith(begins) and line not in plain)

    assert lines[added - 1].startswith(before)
    assert [line[:2] for line in lines if re.match("[一二三四五六七八1-6]、", line)][: len(numbered)] == numbered
    assert [line for line in plain if line not in lines] == [] or before in ("【公司】", "本人", "4、")


def test_of_two_cases_in_one_place_the_last_is_said_and_another_letter_of_the_page_is_offered(
    chromium: Browser, real_site: Path, real_content: Content
) -> None:
    page = opened(chromium, real_site, "letters/stop-contacting-others")
    boxes = page.locator(".writer__cases").get_by_role("checkbox")
    boxes.nth(0).check()
    boxes.nth(2).check()
    ticked = [each.is_checked() for each in boxes.all()]
    page = opened(chromium, real_site, "letters/withdraw-and-close")
    page.locator(".writer__cases").get_by_role("button", name="还清以后注销").press("Enter")
    other = "\n".join(page.locator(".writer").nth(1).locator(".writer__line").all_inner_texts())

    assert ticked == [False, False, True]
    assert "这笔贷款已经结清" in other
    assert say(real_content, "other") in page.locator(".writer__cases").first.inner_text()


@pytest.mark.parametrize(
    "row",
    [
        ("access", ["contract-number"], "证件号末四位【证件号末四位：只写末四位】。我依据", "合同编号【"),
        ("access", ["account", "app-name"], "本人张某，注册手机号", "账号是"),
        ("access", ["account"], "使用的App是某某借款，注册手机号", "账号是"),
        ("access", ["app-name"], "本人张某，账号是【账号】", "使用的"),
        ("access", ["event-time"], "三、【事情的日期】，号码", "【事情的时间】"),
        ("stop-contacting-others", ["collector-company"], "号码【来电号码】，打给我的", "自称"),
        ("regulator-complaint", ["contract-number", "app-name"], "被投诉机构：【公司】。\n一、事实", "合作平台"),
        ("regulator-complaint", ["ticket-number"], "书面提出要求。该机构的答复", "受理编号"),
        (
            "police-statement",
            ["collector-company", "app-name"],
            "来电或者账号：【来电号码】。相关公司：【公司】。",
            "自称",
        ),
    ],
)
def test_a_blank_that_its_writer_has_nothing_for_goes_with_its_part_of_the_sentence(
    chromium: Browser, real_site: Path, row: tuple[str, list[str], str, str]
) -> None:
    name, none, there, gone = row
    page = opened(chromium, real_site, f"letters/{name}")
    fill(page, {"your-name": "张某"} | ({"app-name": "某某借款"} if none == ["account"] else {}))
    for each in none:
        page.locator(f"#_letter-0-{each} ~ .tool__check input").check()
    letter = fill(page, {})

    assert there in letter
    assert gone not in letter
    assert page.locator(f"#_letter-0-{none[0]}").is_disabled()


def test_what_is_sent_is_numbered_without_a_gap_and_a_case_is_left_out_sentence_by_sentence(
    chromium: Browser, real_site: Path, real_content: Content
) -> None:
    page = opened(chromium, real_site, "letters/police-statement")
    page.locator(".writer__cases").get_by_label("用我的身份借款", exact=True).check()
    lines = page.locator(".writer__line:not([hidden])")
    for begins in ("三、", "【对你的影响】", "钱没有进我的账户"):
        lines.filter(has_text=re.compile(f"^{begins}")).locator("input").uncheck()
    button(page, say(real_content, "copy"))
    letter = page.evaluate("copied")

    assert re.findall("(?m)^[一二三四五六七八九十]、", letter) == ["一、", "二、", "三、", "四、"]
    assert "金额【金额】。请查明收款账户" in letter
    assert "钱没有进" not in letter


def test_a_message_quoted_with_its_sender_stays_text_and_an_amount_has_its_unit(chromium: Browser) -> None:
    page = chromium.new_page()
    page.add_script_tag(content=MASKING.read_text(encoding="utf-8"))
    rows = {
        ("what-happened", "【某某贷】您已逾期\n请速还"): "［某某贷］您已逾期；请速还",
        ("amount", "5,000.50"): "5,000.50元",
        ("amount", "1.2万"): "1.2万元",
        ("amount", "5000元"): "5000元",
        ("amount", "约五千元"): "约五千元",
    }

    assert [page.evaluate("([name, value]) => masking.written(name, 'lines', value)", row) for row in rows] == list(
        rows.values()
    )


def test_a_filled_letter_is_printed_alone_on_one_sheet_with_room_for_what_is_left(
    chromium: Browser, real_site: Path, real_content: Content
) -> None:
    page = opened(chromium, real_site, "en/letters/access")
    fill(page, FILLED)
    button(page, say(real_content, "print", "en"))

    assert FILLED["your-name"] in page.locator(".sheet").inner_html()
    assert page.locator(".sheet .room").count() > 3
    assert page.locator(".sheet").get_attribute("lang") == "zh"
    assert len(_SHEET.findall(page.pdf(prefer_css_page_size=True))) == 1


def test_clearing_and_leaving_forget_the_letter(chromium: Browser, real_site: Path, real_content: Content) -> None:
    page = opened(chromium, real_site, "letters/access")
    fill(page, FILLED)
    page.get_by_role("button", name=real_content.interface["zh"]["tool_clear"]).click()
    cleared = fill(page, {})
    fill(page, FILLED)
    page.evaluate("document.documentElement.hidden = true; dispatchEvent(new Event('pagehide'))")

    assert FILLED["your-name"] not in cleared
    assert empty(real_content, "your-name") in cleared
    assert page.locator(".writer").count() == 0


def test_whole_numbers_are_noticed_however_they_are_written_and_others_are_not(chromium: Browser) -> None:
    page = chromium.new_page()
    page.add_script_tag(content=MASKING.read_text(encoding="utf-8"))
    rows = {
        "1" * 18: True,
        "1" * 17 + "X": True,
        "１" * 17 + "ｘ": True,
        "6000 0000 0000 0000": True,
        "6000-0000-0000-0000-000": True,
        "卡号" + "6" * 19 + "，开户": True,
        "6" * 6 + "–" + "0" * 8 + "/" + "0" * 4: True,
        "6" * 6 + "\u200b" + "0" * 12: True,
        "2026-03-05 " + MOBILE: False,
        MOBILE + " 1234": False,
        MOBILE + "\n" + MOBILE: False,
        "138****0000": False,
        MOBILE: False,
        "2026-03-05 22:40": False,
        "HT" + "0" * 12: False,
        "0" * 24: False,
        "": False,
    }
    masked = {
        ("id-last-four", "0" * 14 + "000x"): "000X",
        ("card-last-four", "6000 0000 0000 0001"): "0001",
        ("phone-masked", "+86 " + MOBILE): "138****0000",
        ("phone-masked", "138****0000"): "138****0000",
        ("phone-masked", "852-90000000"): "*******0000",
        ("phone-masked", "9000 0000"): "****0000",
        ("phone-masked", "021-00000000"): "*******0000",
        ("id-last-four", "A000000(0)"): "0000",
        ("id-last-four", ""): "",
    }

    assert page.evaluate("rows => rows.map(masking.isWhole)", list(rows)) == list(rows.values())
    assert [page.evaluate("([name, value]) => masking.written(name, 'masked', value)", row) for row in masked] == list(
        masked.values()
    )
