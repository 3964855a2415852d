"""One file's text becomes a page, or says in one line why not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import HEAD, page, read
from sitebuild import checks
from sitebuild.model.content import Content, Language
from sitebuild.model.page import Heading, Link, Marker

MEGABYTE = 1_000_000


@pytest.mark.parametrize(
    ("text", "place", "rule"),
    [
        pytest.param("", (1, 1), "file-empty", id="an empty file"),
        pytest.param(" \n\n", (1, 1), "file-empty", id="nothing but spaces"),
        pytest.param("正文。", (1, 1), "front-matter-missing", id="no front matter"),
        pytest.param("---\ntitle: 甲\n", (1, 1), "front-matter-broken", id="front matter never closed"),
        pytest.param("---\n- 甲\n---\n", (1, 1), "front-matter-broken", id="a list instead of keys"),
        pytest.param("---\ntitle: [甲\n---\n", (2, 10), "front-matter-broken", id="an open bracket"),
        pytest.param("---\ntitle: 甲: 乙\n---\n", (2, 9), "front-matter-broken", id="a colon in a value"),
        pytest.param("---\ntitle: 甲\ntitle: 乙\n---\n", (3, 1), "front-matter-key-doubled", id="a key twice"),
        pytest.param("---\nreviewed: 2026-13-45\n---\n", (2, 11), "front-matter-broken", id="an impossible date"),
        pytest.param(HEAD + "```\n代码", (7, 1), "fence-unclosed", id="a fence never closed"),
        pytest.param(HEAD + "1. 步骤\n\n    ~~~\n代码", (9, 5), "fence-unclosed", id="a fence in a list never closed"),
        pytest.param(HEAD + "```\n代码\n  ```", (9, 1), "fence-unclosed", id="a fence closed with another indent"),
        pytest.param(HEAD + "字" * MEGABYTE, (7, 5001), "line-too-long", id="a line of a megabyte"),
        pytest.param(HEAD + "标题\n---\n", (7, 1), "heading-underlined", id="a heading underlined"),
    ],
)
def test_bad_input_is_one_line_with_its_place(text: str, place: tuple[int, int], rule: str) -> None:
    """Whoever made the slip sees where it is, and no traceback."""
    _, problems = read(text)

    assert [(problem.line, problem.column, problem.rule) for problem in problems] == [(*place, rule)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("```\n代码\n```\n", id="a closed fence"),
        pytest.param("````\n```\n````\n", id="a fence around a fence"),
        pytest.param("行内```代码```。\n", id="three backticks inside a line"),
        pytest.param("甲\n\n---\n\n乙\n", id="a rule between paragraphs"),
        pytest.param("| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n", id="a table"),
        pytest.param("字" * 5000, id="a long line, but not too long"),
    ],
)
def test_good_input_is_silent(body: str) -> None:
    assert read(HEAD + body)[1] == []


def test_headings_carry_line_level_id_and_classes() -> None:
    made = page("## 谁能帮我？ {#who-helps .faq}\n\n> ### 引文 {: #quote }\n")

    assert made.headings == (
        Heading(line=7, column=1, level=2, text="谁能帮我？", anchor="who-helps", classes=("faq",)),
        Heading(line=9, column=3, level=3, text="引文", anchor="quote", nested=True),
    )


def test_links_carry_line_and_column() -> None:
    made = page('见[甲](../a.md#b "题")和![图](x_(1).png)，\n以及[电话](tel:12378)。')

    assert made.links == (
        Link(line=7, column=6, target="../a.md#b"),
        Link(line=7, column=26, target="x_(1).png"),
        Link(line=8, column=8, target="tel:12378"),
    )


def test_markers_are_found_outside_code() -> None:
    made = page("<!-- faq-index -->\n\n```\n<!-- faq-index -->\n```\n")

    assert made.markers == (Marker(line=7, column=1, name="faq-index"),)


def test_windows_line_ends_do_not_move_lines() -> None:
    """Editors on Windows end lines with two characters; line numbers must not change."""
    text = (HEAD + "## 甲 {#a}\n\n## 乙 {#b}\n").replace("\n", "\r\n")

    made, problems = read(text)

    assert ([heading.line for heading in made.headings], problems) == ([7, 9], [])


@given(st.text())
def test_any_text_is_read_without_a_traceback(text: str) -> None:
    """Whatever somebody saves or pastes, the answer is a page and a list of problems."""
    made, problems = read(text)
    content = Content(languages=(Language(code="zh", name="中文", is_source=True),), pages=(made,))

    assert problems == read(text)[1]
    assert checks.run(content) == checks.run(content)


LINKS = st.sampled_from(["[x]({})", "[x](<{}>)", "![x]({} '题')", "[](law:{})", '<a href="{}">x</a>', "<{}>"])


@given(st.text(), LINKS)
def test_any_address_is_read_without_a_traceback(target: str, form: str) -> None:
    """Links and references, in every spelling of Markdown."""
    made, problems = read(HEAD + form.format(target))
    content = Content(languages=(Language(code="zh", name="中文", is_source=True),), pages=(made,))

    assert problems == read(HEAD + form.format(target))[1]
    assert checks.run(content) == checks.run(content)


MARKS = st.sampled_from(
    [
        "---",
        "# ",
        "## ",
        "{#a .faq}",
        "```",
        "~~~",
        "> ",
        "- ",
        "1. ",
        "[x](",
        ")",
        "<!-- faq-index -->",
        "\n",
        "\n\n",
        "甲。",
        "    ",
        "!!! note\n",
        "|",
        "<",
        "`",
    ]
)


@given(st.lists(MARKS, max_size=40).map("".join))
def test_any_mixture_of_markdown_is_read_without_a_traceback(body: str) -> None:
    """The signs that mean something, in every order."""
    made, problems = read(HEAD + body)

    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
    assert all(question.heading in made.headings for question in made.questions)


def test_a_page_is_cut_into_sections_at_headings_with_an_id() -> None:
    """A section is what a translation is made from and compared with: nothing is left out, nothing counts twice."""
    body = "开头。\n\n## 甲 {#first}\n\n一。\n\n### 没有短名\n\n二。\n\n### 乙 {#second .faq}\n三。\n"

    cut = [(section.anchor, section.line, section.text) for section in page(body).sections]

    assert cut == [
        ("", 6, "\n开头。\n"),
        ("first", 9, "## 甲 {#first}\n\n一。\n\n### 没有短名\n\n二。\n"),
        ("second", 17, "### 乙 {#second .faq}\n三。\n"),
    ]
