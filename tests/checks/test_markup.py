"""Whatever looks like syntax works or is refused by its own name, with what to type instead."""

import pytest

from making import content
from sitebuild.checks import contacts, markup
from sitebuild.model.registers import Registers


def rules(text: str) -> list[str]:
    return [problem.rule for problem in markup.check(content({"zh/a.md": text}))]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("#标题", "markup-spacing"),
        ("＃ 标题 {#a}", "markup-full-width"),
        ("  ## 标题 {#a}", "markup-indent"),
        ("-身份证\n-合同", "markup-spacing"),
        ("*身份证", "markup-spacing"),
        ("1.截图", "markup-spacing"),
        ("1．截图", "markup-full-width"),
        ("１. 截图", "markup-full-width"),
        ("1）截图\n2）录音", "markup-full-width"),
        ("1、截图\n2、录音", "markup-full-width"),
        ("（1）截图\n（2）录音", "markup-full-width"),
        ("一、截图\n二、录音", "markup-full-width"),
        ("①截图\n②录音", "markup-full-width"),
        ("\u3000\u3000段落像作文那样缩进。", "markup-full-width"),
        ("- 截图\n\u00a0\u00a0\u00a0\u00a0- 录音", "markup-full-width"),
        ("##\u3000标题 {#a}", "markup-full-width"),
        ("截图&nbsp录音", "markup-unclosed"),
        ("截图&nbsp；录音", "markup-unclosed"),
        ("按++ctrl+k++搜索。", "markup-foreign"),
        ("谢谢:smile:。", "markup-foreign"),
        ("利率是$r^2$。", "markup-foreign"),
        ("• 截图", "markup-full-width"),
        ("－ 截图", "markup-full-width"),
        ("＞ 引用", "markup-full-width"),
        ("｀｀｀\n代码\n｀｀｀", "markup-full-width"),
        ("1. 一\n\n   说明\n\n2. 二", "markup-indent"),
        ("文字：\n1. 一\n2. 二", "markup-empty-line"),
        ("> 文字：\n> - 一", "markup-empty-line"),
        ("1. 一\n- 二", "markup-empty-line"),
        ("> 一\n\n> 二", "markup-empty-line"),
        ("文字\n| 一 | 二 |\n|---|---|\n| 甲 | 乙 |", "markup-empty-line"),
        ("| 一 | 二 |\n| 甲 | 乙 |", "table-malformed"),
        ("| 一 | 二 |\n|---|---|\n\n| 甲 | 乙 |", "table-malformed"),
        ("！！！ warning “先别急”\n    挂断。", "box-malformed"),
        ("!!! warning “先别急”\n    挂断。", "box-malformed"),
        ("!!!warning\n    挂断。", "box-malformed"),
        ('!!! warning "甲"\n\n挂断。', "box-malformed"),
        ('!!! warning "甲"\n    挂断。\n  不要转账。', "box-malformed"),
        ('??? note "甲"\n    文字。', "markup-foreign"),
        ("> [!NOTE]\n> 文字", "markup-foreign"),
        ("- [ ] 截图", "markup-foreign"),
        ("- [x] 截图", "markup-foreign"),
        ('=== "安卓"\n\n    文字', "markup-foreign"),
        ("~~删掉~~", "markup-foreign"),
        ("==划线==", "markup-foreign"),
        ("[[首页]]", "markup-foreign"),
        ("文字 :smile: 文字", "markup-foreign"),
        ("收件人：张某  \n地址：某市", "markup-foreign"),
        ("收件人：张某\\\n地址：某市", "markup-foreign"),
        ("词语\n: 解释", "markup-foreign"),
        ("[链接]（a.md）", "markup-full-width"),
        ("【链接】(a.md)", "markup-full-width"),
        ("[链接] (a.md)", "markup-spacing"),
        ("[链接](a.md", "markup-unclosed"),
        ("[](fact：a)", "markup-full-width"),
        ("[](javascript:a)", "markup-unknown"),
        ("**注意 **：别转账", "markup-unclosed"),
        ("别**转账", "markup-unclosed"),
        ("一`段代码", "markup-unclosed"),
        ("<!—— 草稿 -->", "markup-unclosed"),
        ("<!-- 草稿\n## 旧的 {#old}\n-->", "markup-unclosed"),
        ("｛#a｝", "markup-full-width"),
        ("甲\u00ad乙", "character-invisible"),
        ("甲\u202e乙", "character-invisible"),
        ("<b>粗</b>", "html-forbidden"),
        ("<style>", "html-forbidden"),
        ('<span lang="en" class="a">a</span>', "html-forbidden"),
        ('<div class="hidden" markdown>', "html-forbidden"),
        ('<div class="calls" markdown>', "markup-unclosed"),
        ("文字{: title=a }", "html-forbidden"),
        ("<script\nsrc=a>", "html-forbidden"),
    ],
)
def test_what_is_no_syntax_here_is_refused(text: str, rule: str) -> None:
    assert rule in rules(f"第一句。\n\n{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        "## 标题 {#a}\n- 一\n- 二",
        "- 一\n    - 二\n\n    说明\n- 三",
        "1. 一\n\n    > 引用\n\n2. 二",
        "> 文字：\n>\n> - 一",
        "要带：1）身份证；2）合同。",
        "**注意：**别转账，*千万*别。",
        "一段\n**跨两行\n的粗体**",
        "写`**`和`<b>`。",
        "```\n##标题\n-一\n<b>\n```",
        "价格1.5元，-5度",
        "1.5倍",
        "2026.11.30",
        "-5度",
        "<https://www.gov.cn/>",
        "[链接][a]\n\n[a]: b.md",
        "| 一 | 二 |\n|---|:---:|\n| 甲 \\| 乙 | 丙 |",
        "<!-- typed: 理由 -->\n- 一",
        '!!! letter ""\n\n    文字。\n\n    - 一',
        '- 一\n\n    !!! note "二"\n        三',
        "138\\*\\*\\*\\*0000",
        "{{ company }}",
        "[打{number}](phone:110)",
        "请求：\n一、提供合同；\n二、说明去向；\n三、停止营销。",
        "（1）一句话自己成段。\n\n（2）另一句。",
        "收费$5到$8，合计$13。",
        "C++和C++是同一种语言。",
        "时间写成10:30:00，网址写成https://example.org:8080:x。",
        "字和字&amp;之间，AT&T也行。",
    ],
)
def test_what_works_is_accepted(text: str) -> None:
    assert rules(f"第一句。\n\n{text}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "客服电话：400-123-4567",
        "请拨4001234567",
        "拨打010-12345678",
        "（0755）1234567８",
        "拨打四零零一二三四五六七",
        "热线是８００-８２０-８８２０",
        "发短信到10690123456",
        "whatsapp +852 1234 5678",
        "微信号：kefu_2026",
        "加微信 abc12345",
        "加我V：daikuan88",
        "QQ群 12345678",
        "邮箱kefu@loan-help.cn",
        "kefu (at) loan-help.cn",
        "t.me/abcde",
        "call us at 400 123 4567",
    ],
)
def test_nobody_can_be_reached_by_what_is_typed(text: str) -> None:
    """A false number of a customer service is what a swindler would write here."""
    found = contacts.check_pages(content({"zh/a.md": text}, registers=Registers()))

    assert [problem.rule for problem in found] == ["contact-typed"]


@pytest.mark.parametrize(
    "text",
    [
        "还款5000元，手机号138****0000",
        "客服电话400-***-0000",
        "写信到name@example.com",
        "2026年11月20日22:40来电",
        "用微信发给他",
        "手机号码11位，每天打20个电话",
        "call 3 times",
        "(2026) 0105 No. 1234",
        "GB/T 35273-2020",
        "微信公众号 <!-- typed: 名称的一部分 --> abc_12345",
    ],
)
def test_numbers_of_other_things_are_no_contacts(text: str) -> None:
    assert list(contacts.check_pages(content({"zh/a.md": text}, registers=Registers()))) == []
