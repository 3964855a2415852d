"""Words of readers that no page shows: each says something new, and leads to one place."""

import pytest

from making import HEAD, content, read
from sitebuild.checks import avoided_terms, chinese_typography, search_words
from sitebuild.model.page import Page
from sitebuild.model.registers import Registers, TermWords, Words
from sitebuild.translation import section_age

SECTION = "## 被打爆电话 {#calls}\n"


def head(written: str) -> str:
    return HEAD.replace("---\n", f"---\nsearch: {written}\n", 1)


def read_words(body: str, written: str = "") -> list[tuple[str | None, tuple[str, ...]]]:
    page, _ = read((head(written) if written else HEAD) + body)
    return [(each.anchor, each.words) for each in page.search_words]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        pytest.param("[呼死你, 一天打几十个电话]", ("呼死你", "一天打几十个电话"), id="a list"),
        pytest.param("\n  - 呼死你\n  - 轰炸", ("呼死你", "轰炸"), id="a list on lines of its own"),
        pytest.param("呼死你，轰炸、催收轰炸", ("呼死你", "轰炸", "催收轰炸"), id="a line with Chinese commas"),
        pytest.param("[96110, called all day]", ("96110", "called all day"), id="a number"),
    ],
)
def test_words_of_a_page_stand_in_its_front_matter(written: str, words: tuple[str, ...]) -> None:
    assert read_words("正文。", written) == [("", words)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"{SECTION}<!-- search: 呼死你, 轰炸 -->\n正文。", [("calls", ("呼死你", "轰炸"))], id="below"),
        pytest.param(f"{SECTION}\n<!-- search: robocall -->\n", [("calls", ("robocall",))], id="after an empty line"),
        pytest.param(
            "1. 一步\n\n    ### 回信 {#reply}\n    <!-- search: 怎么回 -->\n", [("reply", ("怎么回",))], id="in a list"
        ),
        pytest.param(f"{SECTION}正文。\n<!-- search: 呼死你 -->", [(None, ("呼死你",))], id="below a text"),
        pytest.param(f"{SECTION}正文。<!-- search: 呼死你 -->", [(None, ("呼死你",))], id="in a line"),
        pytest.param("```\n<!-- search: 呼死你 -->\n```", [], id="in a code block"),
    ],
)
def test_words_of_a_section_stand_below_its_heading(body: str, found: list[tuple[str | None, tuple[str, ...]]]) -> None:
    assert read_words(body) == found


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        pytest.param(f"{SECTION}<!-- search: 呼死你, 轰炸 -->", [], id="new words below their heading"),
        pytest.param(f"{SECTION}<!-- search: -->", ["search-word-empty"], id="no word"),
        pytest.param(f"{SECTION}<!-- search: 呼死你, , 轰炸 -->", ["search-word-empty"], id="a comma too many"),
        pytest.param(f"{SECTION}<!-- search: 打爆电话 -->", ["search-word-in-title"], id="words of the heading"),
        pytest.param("<!-- search: 呼死你 -->", ["search-words-misplaced"], id="below no heading"),
        pytest.param("## 甲 {#a}\n<!-- search: 轰炸, ＡＰＰ, app -->", ["search-word-doubled"], id="a word twice"),
        pytest.param("## Recall {#a}\n<!-- search: call -->", [], id="a part of a Latin word"),
        pytest.param("## A call {#a}\n<!-- search: CALL -->", ["search-word-in-title"], id="a Latin word"),
    ],
)
def test_a_search_word_says_something_new(body: str, rules: list[str]) -> None:
    assert [each.rule for each in search_words.check(content({"zh/a.md": body}))] == rules


def test_a_word_in_the_title_of_its_page_is_reported_where_it_stands() -> None:
    [problem] = search_words.check(content({"zh/a.md": "正文。"}, head("[标题, 轰炸]")))

    assert (problem.rule, problem.line) == ("search-word-in-title", 2)


def test_two_pages_of_a_language_share_no_word() -> None:
    """The message names the other place, so that one of the two can be chosen."""
    body = "## 甲 {#a}\n<!-- search: 呼死你 -->"
    [problem] = search_words.check(content({"zh/a.md": body, "zh/b.md": body, "en/a.md": body}))

    assert problem.rule == "search-word-doubled"
    assert problem.path == "docs/zh/b.md"
    assert "docs/zh/a.md:8" in problem.message


def test_an_answer_is_the_same_with_search_words_above_it() -> None:
    answer = "不能打给同事。\n接着写细节，越细越好。\n"
    plain, _ = read(f"{HEAD}## 能打吗？ {{#a .faq}}\n\n{answer}")
    searched, _ = read(f"{HEAD}## 能打吗？ {{#a .faq}}\n<!-- search: 呼死你 -->\n{answer}")

    assert searched.questions[0].opening == plain.questions[0].opening
    assert searched.questions[0].length == plain.questions[0].length


def test_search_words_make_no_translation_older() -> None:
    """Each language has its own."""

    def hashes(body: str, top: str) -> dict[str, str]:
        page: Page = read(top + body)[0]
        return section_age.hashes(page)

    assert hashes(f"{SECTION}正文。", HEAD) == hashes(f"{SECTION}<!-- search: 呼死你 -->\n正文。", head("[轰炸]"))


def test_search_words_are_what_readers_type_with_any_sign_and_word() -> None:
    words = Words(terms={"handler": TermWords(term="处理者", definition="谁。", avoid=("数据控制者",))})
    page = content({"zh/a.md": f"{SECTION}<!-- search: 数据控制者,電話 -->"}, head("[数据控制者, 電話 a 号]"))
    page_with_terms = content(
        {"zh/a.md": f"{SECTION}<!-- search: 数据控制者 -->"}, head("\n- 数据控制者"), Registers(words={"zh": words})
    )

    assert list(chinese_typography.check_pages(page)) == []
    assert list(avoided_terms.check(page_with_terms)) == []
