"""Section ids: what links, translations and bookmarks hold on to."""

import pytest

from making import content
from sitebuild.checks import anchors


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("## 长度 {#length}", [], id="section with id"),
        pytest.param("## 长度 {: #length }", [], id="the long form of an id"),
        pytest.param("## 长度", [(7, "anchor-missing")], id="section without id"),
        pytest.param("## 长度 {#length}\n### 多长", [(8, "anchor-missing")], id="subsection without id"),
        pytest.param("## 长度 {#Length}", [(7, "anchor-malformed")], id="capital letter"),
        pytest.param("## 长度 {#长度}", [(7, "anchor-malformed")], id="Chinese id"),
        pytest.param("## 甲 {#a}\n\n## 乙 {#a}", [(9, "anchor-doubled")], id="id used twice"),
        pytest.param("# 标题", [(7, "heading-first-level")], id="a second title"),
        pytest.param("## 甲 {#a}\n#### 乙 {#b}", [(8, "heading-skips-level")], id="level skipped"),
        pytest.param("```\n## 长度\n```", [], id="a heading in a code block is no heading"),
        pytest.param("第##号", [], id="number signs inside a line"),
    ],
)
def test_every_section_has_one_well_formed_id(body: str, expected: list[tuple[int, str]]) -> None:
    problems = anchors.check(content({"zh/a.md": body}))

    assert [(problem.line, problem.rule) for problem in problems] == expected
