"""Every character with several Traditional forms is decided, or its line is named."""

from pathlib import Path

import pytest

from making import change, write
from sitebuild.checks import conversion_decisions
from sitebuild.model.content import Content
from sitebuild.model.problem import Problem
from sitebuild.reading import docs_folder, mkdocs_config

TABLE = "docs/zh-Hant/_data/conversion.yml"
PAGE = "docs/zh/help/second.md"


def found(root: Path) -> list[Problem]:
    site = mkdocs_config.load(root)
    content, _ = docs_folder.read(site.root, site.docs, site.languages, site.guides)
    return list(conversion_decisions.check(content.written))


def test_the_whole_handbook_is_decided(real_content: Content) -> None:
    assert list(conversion_decisions.check(real_content.written)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "以后收到的短信，发送给我们。",
        "复印件和答复一起放好，恢复以后再联系。",
        "这一页面包括系统里的全部记录，只有本人能看。",
        "代码`复`不转换。",
        '见<span lang="zh-Hans">复</span>。',
    ],
)
def test_an_ordinary_sentence_is_decided(small: Path, sentence: str) -> None:
    change(small, PAGE, "## ", f"{sentence}\n\n## ")

    assert found(small) == []


def test_an_undecided_character_is_named_on_its_line_with_what_to_type(small: Path) -> None:
    change(small, PAGE, "## ", "先看[复盘](first.md)。\n\n## ")
    text = (small / PAGE).read_text(encoding="utf-8")

    (problem,) = found(small)

    assert (problem.path, problem.line) == (PAGE, text[: text.index("复盘")].count("\n") + 1)
    assert (problem.column, problem.rule) == (4, "conversion-undecided")
    assert problem.message == (
        f"“先看[复盘](f”: is “复” “復” or “複” or “覆” here? Below “复” in {TABLE}, add its word after the right form"
    )


def test_a_word_in_the_table_decides(small: Path) -> None:
    change(small, PAGE, "## ", "先看复盘。\n\n## ")
    change(small, TABLE, "  復: ", "  復: 复盘 ")

    assert found(small) == []


def test_front_matter_registers_and_words_around_the_page_are_looked_at(small: Path) -> None:
    change(small, PAGE, "title: ", "title: 复盘")
    change(small, "docs/zh/_data/laws.yml", 'title: "个人信息保护法', 'title: "复盘个人信息保护法')
    change(small, "docs/zh/_data/interface.yml", 'menu: "', 'menu: "复盘')

    problems = found(small)

    assert [(each.path, each.line) for each in problems[:1]] == [(PAGE, 2)]
    assert problems[0].column == len("title: 复")
    assert [each.path for each in problems[1:]] == ["docs/zh/_data/laws.yml", "docs/zh/_data/interface.yml"]
    assert problems[1].line > 1
    assert problems[2].message.startswith("menu: “复盘")


def test_a_page_written_by_hand_needs_no_decisions(small: Path) -> None:
    change(small, PAGE, "## ", "先看复盘。\n\n## ")
    write(small, {"docs/zh-Hant/help/second.md": (small / PAGE).read_text(encoding="utf-8")})

    assert found(small) == []
