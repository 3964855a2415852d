"""What is copied: the words that are sent, from whichever language's page."""

import pytest

from sitebuild.building import sendable


@pytest.mark.parametrize(
    ("markdown", "texts"),
    [
        pytest.param(
            "前面。\n\n> 我是【姓名】。\n> 请停止。\n\n后面。", ["我是【姓名】。请停止。"], id="a message is one text"
        ),
        pytest.param("> 第一句。\n>\n> 第二句。", ["第一句。\n第二句。"], id="paragraphs are lines"),
        pytest.param("> 一。\n\n> 二。", ["一。\n二。"], id="two with an empty line between are one, as on the page"),
        pytest.param("> 一。\n\n或者：\n\n> 二。", ["一。", "二。"], id="two with words between are two"),
        pytest.param("1. 发：\n\n    > 停。\n\n2. 存。", ["停。"], id="in a step"),
        pytest.param(
            '!!! letter "信"\n\n    {公司}：\n\n    依据[法](laws.md#x)。\n\n后面。',
            ["{公司}：\n依据法。"],
            id="a letter",
        ),
        pytest.param("```\n> 不是\n```", [], id="not in code"),
        pytest.param('!!! warning "不要"\n\n    不要转账。', [], id="not a warning"),
    ],
)
def test_a_block_is_the_text_that_is_sent(markdown: str, texts: list[str]) -> None:
    assert sendable.texts(markdown) == texts


def test_a_translated_page_carries_what_its_source_sends() -> None:
    html = '<blockquote>\n<p>Stop.</p>\n</blockquote><div class="admonition letter"><p>To</p></div>'

    marked = sendable.marked(html, ["停“止”。", "一\n二"])

    assert '<blockquote data-copy="停“止”。">' in marked
    assert '<div class="admonition letter" data-copy="一\u2028二">' in marked


@pytest.mark.parametrize(
    "of_source", [None, ["只有一段"]], ids=["the source itself", "a page built in a way of its own"]
)
def test_a_block_says_it_itself_where_the_source_does_not(of_source: list[str] | None) -> None:
    html = "<blockquote><p>一</p></blockquote><blockquote><p>二</p></blockquote>"

    assert sendable.marked(html, of_source).count('<blockquote data-copy="">') == 2
