"""Markdown as a reader sees it."""

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from sitebuild.model.phrase import Phrase, Run
from sitebuild.text import markdown_text


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        pytest.param("第一句。\n第二句。", "第一句。第二句。", id="two sentences"),
        pytest.param("见\n这里", "见这里", id="a word broken in two"),
        pytest.param("拨打：\n[12378](tel:12378)。", "拨打：[12378](tel:12378)。", id="a link after a colon"),
        pytest.param("他说“好。”\n她走了。", "他说“好。”她走了。", id="a closing quotation mark"),
        pytest.param("- 第一句。\n  第二句。\n- 乙", "- 第一句。第二句。\n- 乙", id="inside a list item"),
        pytest.param("> 第一句。\n> 第二句。\n>\n> 乙。", "> 第一句。第二句。\n>\n> 乙。", id="a quotation"),
        pytest.param("甲。\n> 乙。", "甲。\n> 乙。", id="a quotation after a paragraph"),
        pytest.param("One.\nTwo.", "One.\nTwo.", id="English keeps its line breaks"),
        pytest.param('<span lang="zh">回执</span>\nreceipt', '<span lang="zh">回执</span>\nreceipt', id="mixed text"),
        pytest.param(
            '<span lang="zh">甲。</span>\nOne.', '<span lang="zh">甲。</span>\nOne.', id="English behind Chinese"
        ),
        pytest.param(
            '<span lang="zh">甲。</span>\n<span lang="zh">乙</span>',
            '<span lang="zh">甲。</span><span lang="zh">乙</span>',
            id="Chinese to copy from an English page",
        ),
        pytest.param("甲。\n<div>\n乙", "甲。\n<div>\n乙", id="a box"),
        pytest.param("甲。\n\n乙。", "甲。\n\n乙。", id="paragraphs stay apart"),
        pytest.param("甲。\n- 乙", "甲。\n- 乙", id="a list after a paragraph"),
        pytest.param("甲。\n1. 乙", "甲。\n1. 乙", id="a numbered list"),
        pytest.param("甲。\n2026年的事。", "甲。2026年的事。", id="a line that begins with a number"),
        pytest.param("## 标题\n正文。", "## 标题\n正文。", id="a heading"),
        pytest.param("```\n甲。\n乙。\n```", "```\n甲。\n乙。\n```", id="code"),
        pytest.param("| 甲。 |\n| 乙。 |", "| 甲。 |\n| 乙。 |", id="a table"),
    ],
)
def test_chinese_lines_join_without_a_gap(text: str, joined: str) -> None:
    """A browser prints a space for a line break, which Chinese does not have."""
    assert markdown_text.join_lines(text) == joined


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param("不能。理由如下。", "不能。", id="Chinese"),
        pytest.param("他问“能吗？”我说不能。", "他问“能吗？”", id="a quotation ends with its mark"),
        pytest.param("年利率24.5%是上限。以后再说。", "年利率24.5%是上限。", id="a decimal point"),
        pytest.param("Yes, you can. Ask in writing.", "Yes, you can.", id="English"),
        pytest.param("See PIPL Art. 47 first. Then write.", "See PIPL Art. 47 first.", id="an article"),
        pytest.param("Call at 9 a.m. or later. Then write.", "Call at 9 a.m. or later.", id="a time of day"),
        pytest.param("Ask why (in writing!) first. Then go.", "Ask why (in writing!)", id="a mark inside brackets"),
        pytest.param("没有句号", "没有句号", id="no end"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_the_first_sentence_is_found(text: str, sentence: str) -> None:
    assert markdown_text.first_sentence(Phrase((Run(text),))).plain == sentence


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        pytest.param("\n**先**报警，见[这页](a.md)。\n再挂失。\n\n- 甲", "先报警，见这页。再挂失。", id="a paragraph"),
        pytest.param("\n- 甲\n- 乙", "", id="a list"),
        pytest.param("\n| 甲 |\n|---|\n| 乙 |", "", id="a table"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_the_opening_is_a_paragraph_or_nothing(text: str, opening: str) -> None:
    assert markdown_text.opening_and_length(text, 1000)[0].plain == opening


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zs", "Zl", "Zp", "Cs"])))
def test_escaped_text_is_rendered_as_it_was(text: str) -> None:
    """A question may hold any sign; the index must show it and not obey it."""
    rendered = markdown.markdown(f"x{markdown_text.escape(text)}", extensions=list(markdown_text.EXTENSIONS))

    body = LexborHTMLParser(rendered).body
    assert body is not None
    assert body.text() == f"x{text}"


@pytest.mark.parametrize(
    ("needle", "place"),
    [("乙", (2, 3)), ("甲", (1, 1)), ("丙", (1, 1)), ("", (1, 1))],
    ids=["found", "first", "not there", "nothing"],
)
def test_positions_count_from_one(needle: str, place: tuple[int, int]) -> None:
    assert markdown_text.position("甲\n  乙\n", needle) == place


def test_foreign_words_keep_their_language() -> None:
    """The index shows words out of the page; a screen reader must still know how to speak them."""
    text = 'Ask for the <span lang="zh">受案回执</span>\n(a *receipt*), now. Then go.'

    sentence = markdown_text.first_sentence(markdown_text.opening_and_length(text, 1000)[0])

    assert sentence.plain == "Ask for the 受案回执 (a receipt), now."
    assert markdown_text.as_markdown(sentence) == 'Ask for the <span lang="zh">受案回执</span> \\(a receipt\\), now\\.'


def test_a_phrase_is_cut_inside_a_run() -> None:
    whole = Phrase((Run("ab"), Run("甲乙", "zh"), Run("c")))

    assert whole.first(3) == Phrase((Run("ab"), Run("甲", "zh")))
    assert whole.first(9) == whole


_ANSWERS = (
    "你好。",
    "Hello there.",
    "[链接](../a.md#b)",
    "![i](p)",
    "*e*",
    "a_b",
    "- x",
    "1. y",
    "> q",
    "&",
    "<b>x</b>",
)
_GAPS = ("", " ", "\n", "\n\n", "  \n", "\n---\n", "\n\n    ", "\n- ", "\n\n[r]: /x\n", "[r]", "`", "~~~")


@given(st.lists(st.tuples(st.sampled_from(_ANSWERS), st.sampled_from(_GAPS)), max_size=8))
def test_an_opening_read_alone_is_that_of_the_whole_answer(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    alone, length = markdown_text.opening_and_length(text, 5)
    whole, full = markdown_text.opening_and_length(text, 10**6)

    assert markdown_text.as_html(alone) == markdown_text.as_html(whole)
    assert min(length, 5) == min(full, 5)
