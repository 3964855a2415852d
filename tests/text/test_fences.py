"""Fenced blocks of code, by the rules of CommonMark 0.31.2 (https://spec.commonmark.org/0.31.2/#fenced-code-blocks)."""

import pytest

from making import HEAD, read
from sitebuild.addresses import moved_sections
from sitebuild.text import fences, markdown_text, traditional_chinese

ROWS = [
    pytest.param("字\n```\n一\n```\n字", "2-4", id="backticks"),
    pytest.param("~~~ yaml\n一\n~~~\n字", "1-3", id="tildes with a word after them"),
    pytest.param("```\n一\n``` yaml\n二\n```\n字", "1-5", id="backticks with a word after them do not close"),
    pytest.param("```\n一\n~~~\n二\n```\n字", "1-5", id="tildes do not close backticks"),
    pytest.param("```\n一\n`````\n字", "1-3", id="a longer fence closes"),
    pytest.param("````\n一\n```\n二\n````\n字", "1-5", id="a shorter fence does not close"),
    pytest.param("```一``` 是代码\n二\n三", "", id="a line that begins with inline code in three backticks"),
    pytest.param("~~~ a`b ~~~\n一\n~~~", "1-3", id="tildes may have backticks after them"),
    pytest.param("``\n\n一\n\n``", "", id="two backticks"),
    pytest.param("```\n一\n```   \n字", "1-3", id="spaces after the closing fence"),
    pytest.param("1. 字\n\n    ```\n    一\n    ```\n\n字", "3-5", id="in a list"),
    pytest.param("- 字\n\n  ```\n  一\n\n字", "3-5", id="in a list and not closed: it ends with the item"),
    pytest.param("    ```\n    一\n    ```\n字", "1-3", id="in a box"),
    pytest.param("> ```\n> 一\n> ```\n> 字", "1-3", id="in a quotation"),
    pytest.param("> ```\n> 一\n\n字", "1-2", id="in a quotation and not closed: it ends with the quotation"),
    pytest.param("字\n```\n一\n\n二", "2-5", id="never closed: to the end"),
    pytest.param("```\n一\n```\n```\n二\n```", "1-3 4-6", id="two blocks that touch"),
    pytest.param("```\n```\n字", "1-2", id="an empty block"),
    pytest.param("- ```\n  一\n  ```\n- 字", "1-3", id="behind the bullet of a list item"),
    pytest.param("1. ```\n   一\n字", "1-2", id="behind a number and not closed: it ends with the item"),
    pytest.param("- > ```\n  > 一\n  > ```\n- 字", "1-3", id="in a quotation in a list"),
    pytest.param("> - ```\n>   一\n> 字", "1-2", id="in a list in a quotation and not closed: it ends with the item"),
    pytest.param("> - 字\n>\n>   ```\n>   一\n> 字", "3-4", id="below an item in a quotation and not closed"),
    pytest.param("```\n> ```\n```\n字", "1-3", id="a quoted fence does not close one that is not quoted"),
    pytest.param("> ```\n> > ```\n> ```\n> 字", "1-3", id="a fence in a deeper quotation does not close"),
    pytest.param("> > ```\n> > 一\n> 字", "1-2", id="in a quotation in a quotation: it ends with the inner one"),
    pytest.param("```\n一\n    ```\n二\n```\n字", "1-5", id="a fence that is indented by four spaces does not close"),
    pytest.param("```\n一\n   ```\n字", "1-3", id="a fence that is indented by three spaces closes"),
    pytest.param("- 字\n  字\n   ```\n   一\n字", "3-4", id="below two lines of an item and not closed"),
    pytest.param("-\n  ```\n  一\n- 字", "2-3", id="below a bullet that stands alone and not closed"),
    pytest.param("-     ```\n\n字", "", id="behind a bullet and five spaces: it is an indented block"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_fenced_block_ends_where_commonmark_says(text: str, expected: str) -> None:
    blocks = fences.find(text.split("\n"))

    assert " ".join(f"{block.first}-{block.last}" for block in blocks) == expected


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_every_reader_of_pages_finds_the_same_blocks(text: str, expected: str) -> None:
    """Code is never joined, converted or given anchors, and what is no code always is."""
    code = {line for block in expected.split() for line in range(int(block[0]), int(block[-1]) + 1)}
    lines = text.replace("```一```", "``` `` ```").split("\n")
    others = traditional_chinese.converter({each: {"else": "換"} for each in "字一二三是"})

    page, _ = read(HEAD + text)
    converted = others("\n".join(lines)).split("\n")

    assert {line - HEAD.count("\n") for line in page.code} == code
    assert {number for number, line in enumerate(converted, start=1) if line == lines[number - 1]} >= code
    assert [
        line for number, line in enumerate(converted, start=1) if number not in code and set(line) & {*"字一二三"}
    ] == []


@pytest.mark.parametrize("mark", ["```", "~~~"])
def test_an_inner_line_of_backticks_with_words_after_it_keeps_the_lines_of_code_apart(mark: str) -> None:
    text = f"{mark}\n第一行，\n{mark} yaml\n第二行，\n第三行\n{mark}\n甲，\n乙"

    assert markdown_text.join_lines(text) == f"{mark}\n第一行，\n{mark} yaml\n第二行，\n第三行\n{mark}\n甲，乙"


def test_after_a_line_that_begins_with_inline_code_lines_are_still_joined() -> None:
    text = "```代码``` 是这样写的。\n\n第一行，\n第二行"

    assert markdown_text.join_lines(text) == "```代码``` 是这样写的。\n\n第一行，第二行"


def test_a_heading_in_code_gets_no_anchor_for_its_old_name() -> None:
    text = "```\n``` yaml\n## 甲 {#new}\n```\n## 乙 {#new}"

    assert moved_sections.with_aliases(text, {"old": "new"}).split("\n").count("## 甲 {#new}") == 1
    assert moved_sections.with_aliases(text, {"old": "new"}).count('<a id="old">') == 1


def test_a_block_that_is_never_closed_is_told_from_one_that_is() -> None:
    assert [block.closed for block in fences.find(["```", "```", "~~~", "一"])] == [True, False]
