"""Mending pages: what a rule asks for in one way is written, what takes a person is left, and twice is once."""

import pytest

from making import HEAD, ROOT, page
from sitebuild.checks import chinese_typography, markup
from sitebuild.model.content import Content, Language
from sitebuild.model.page import Page
from sitebuild.repairing import pages

ZH, EN = "docs/zh/a.md", "docs/en/a.md"
MENDED = {
    # Signs that lines begin with.
    "heading": ("##标题 {#a}", "## 标题 {#a}"),
    "wide heading": ("＃＃标题 {#a}", "## 标题 {#a}"),
    "heading indented": ("  ## 标题 {#a}", "## 标题 {#a}"),
    "name glued": ("## 标题{#a}", "## 标题 {#a}"),
    "item": ("-第一项", "- 第一项"),
    "step": ("1.打开网页", "1. 打开网页"),
    "wide step": ("１．打开网页", "1. 打开网页"),
    "bullet": ("•第一项", "- 第一项"),
    "wide quotation": ("＞一句话。", "> 一句话。"),
    "wide space": ("　　一句话。", "一句话。"),
    "box": ("！！！ warning “小心”\n\n    不要给验证码。", '!!! warning "小心"\n\n    不要给验证码。'),
    # Empty lines.
    "list glued": ("先做这些：\n- 一\n- 二", "先做这些：\n\n- 一\n- 二"),
    "table glued": (
        "看表：\n| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |",
        "看表：\n\n| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |",
    ),
    # Inside of lines.
    "link in 【】": ("看【这一页】(b.md)。", "看[这一页](b.md)。"),
    "link in （）": ("看[这一页]（b.md）。", "看[这一页](b.md)。"),
    "link ends in ）": ("看[这一页](b.md）。", "看[这一页](b.md)。"),
    "space in a link": ("看[这一页] (b.md)。", "看[这一页](b.md)。"),
    "space in a reference": ("打[](phone: 12378)。", "打[](phone:12378)。"),
    "colon in a reference": ("打[](phone：12378)。", "打[](phone:12378)。"),
    "wide digits": ("等２０天。", "等20天。"),
    "wide stars": ("＊＊不要＊＊给。", "**不要**给。"),
    "wide bars": ("｜ 甲 ｜ 乙 ｜\n｜ --- ｜ --- ｜\n｜ 一 ｜ 二 ｜", "| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |"),
    "spaces at the end": ("一句话。  \n又一句。", "一句话。\n又一句。"),
    "marked": ("==不要==给。", "**不要**给。"),
    "path": ("看[这一页](help\\b.md)。", "看[这一页](help/b.md)。"),
    "comment": ("<！-- sources -->", "<!-- sources -->"),
    "invisible": ("一句\u200b话。", "一句话。"),
    # Chinese.
    "comma": ("先打电话,再报警。", "先打电话，再报警。"),
    "comma and space": ("先打电话, 再报警。", "先打电话，再报警。"),
    "at the end": ("能不能报警?", "能不能报警？"),
    "brackets": ("监管部门(金融监管总局)管。", "监管部门（金融监管总局）管。"),
    "dots": ("还有...很多。", "还有……很多。"),
    "quotes": ('他说"马上还钱"。', "他说“马上还钱”。"),
    "tag": ("写[原件]两个字。", "写【原件】两个字。"),
    "gap": ("打 12378 问。", "打12378问。"),
    "several in a line": ("先打电话,再报警;记下时间...", "先打电话，再报警；记下时间……"),
}
LEFT = {
    "one # alone": "#标题",
    "dots of two kinds": "还有。。很多",
    "numbers of steps in another way": "1）一\n2）二",
    "nested by two": "- 一\n  - 二",
    "title at the beginning": "》一句话。",
    "Traditional": "這一句。",
    "address glued": "看https://example.org/中文。",
    "star": "**不要给。",
    "code": "```\n##标题,一\n-二\n```",
    "in code": "写`##标题,一`。",
    "in a comment": "一句话。<!-- typed: 写成a,b -->",
    "an address": "看[这里](https://www.gov.cn/a,b/c;d)。",
}
ENGLISH = {
    "comma": ("Call first，then report.", "Call first, then report."),
    "full stop": ("Call first。Then report。", "Call first. Then report."),
    "brackets": ("Call the regulator（12378）first.", "Call the regulator (12378) first."),
    "heading": ("##Steps {#a}", "## Steps {#a}"),
}


def faults(read: Page) -> list[str]:
    code = Language(code=read.language, name="", is_source=True)
    content = Content(languages=(code,), pages=(read,))
    return [each.rule for check in (markup.check, chinese_typography.check_pages) for each in check(content)]


def mended(body: str, path: str = ZH) -> str:
    return pages.mend(page(body, path))[0].removeprefix(HEAD)


@pytest.mark.parametrize("name", MENDED)
def test_a_slip_that_can_be_mended_in_one_way_is(name: str) -> None:
    body, wanted = MENDED[name]
    assert faults(page(body)) != []
    assert mended(body) == wanted
    assert faults(page(wanted)) == []


@pytest.mark.parametrize("name", ENGLISH)
def test_a_translation_is_mended_too(name: str) -> None:
    body, wanted = ENGLISH[name]
    assert faults(page(body, EN)) != []
    assert mended(body, EN) == wanted


@pytest.mark.parametrize("name", LEFT)
def test_what_takes_a_person_is_left(name: str) -> None:
    assert mended(LEFT[name]) == LEFT[name]


@pytest.mark.parametrize("wanted", [wanted for _, wanted in MENDED.values()])
def test_what_is_right_stays(wanted: str) -> None:
    """So mending twice is mending once."""
    assert pages.mend(page(wanted))[1] == []


def test_each_line_is_named_as_it_was_in_the_file() -> None:
    """A line that was put in above does not shift the numbers."""
    found = pages.mend(page("先做这些：\n- 一,二\n\n##标题 {#a}"))[1]
    assert [(each.line, each.before, each.after) for each in found] == [
        (8, "- 一,二", ["", "- 一，二"]),
        (10, "##标题 {#a}", ["## 标题 {#a}"]),
    ]


def test_the_head_of_a_file_is_mended() -> None:
    """A colon of a Chinese keyboard there keeps the whole page from being read."""
    head = HEAD.replace("title: ", "title：")
    assert pages.mend(page("一句话。", head=head))[0] == f"{HEAD}一句话。"


def test_a_repair_that_would_make_another_slip_is_not_made() -> None:
    body = "看表：\n| 甲 | 乙 |\n| --- | --- |\n| 一 |"
    assert mended(body) == body


def test_every_repair_is_of_something_that_a_rule_says() -> None:
    """A sentence that a rule does not say any more would be mended by nobody, in silence."""
    package = ROOT / "scripts/sitebuild"
    said = "".join(
        path.read_text("utf-8") for folder in ("checks", "text") for path in (package / folder).rglob("*.py")
    )
    for _, sentence in pages.REPAIRED:
        assert sentence.replace("\\", "\\\\") in said or sentence in said
