"""Markdown as words, for search."""

import pytest

from sitebuild.text import bare_text


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        pytest.param("先打[110](tel:110)。", "先打110。", id="a link"),
        pytest.param("- **电话**：打\n- 短信", "电话：打\n短信", id="a list"),
        pytest.param("1. 一\n\n    ### 回信 {#reply}\n", "一\n回信", id="a heading in a list"),
        pytest.param("> 别再打\n> 我", "别再打\n我", id="a quotation"),
        pytest.param("| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |", "甲 乙\n丙 丁", id="a table"),
        pytest.param('!!! warning "注意"\n    停。', '"注意"\n停。', id="a box"),
        pytest.param("甲<!-- typed: 理由 -->乙 {{ company }}丙", "甲乙 丙", id="comments and blanks"),
        pytest.param("`code` *a* <span lang='en'>b</span>", "code a b", id="marks and tags"),
    ],
)
def test_only_the_words_stay(markdown: str, expected: str) -> None:
    assert bare_text.of(markdown) == expected


def test_a_text_is_cut_before_given_lines() -> None:
    assert list(bare_text.between("a\nb\nc\nd", [2, 4])) == ["a", "b\nc", "d"]
